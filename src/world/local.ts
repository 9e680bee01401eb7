/** A request that came over loopback. */
export type LocalRequest = {
  method: string
  /** Without what stands behind a question mark. */
  path: string
  headers: Readonly<Record<string, string | undefined>>
  body: string
  /** The address that is listened at: "http://127.0.0.1:PORT". */
  origin: string
}

export type LocalResponse = { status: number; headers: Readonly<Record<string, string>>; body: string }

export type Listening = { origin: string; close(): Promise<void> }
