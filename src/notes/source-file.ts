/** A file as it came: its name for people, and its bytes. */
export type SourceFile = { file: string; bytes: Uint8Array }
