/** What the system calls a trouble: "ENOSPC", or its message where it has no name. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
