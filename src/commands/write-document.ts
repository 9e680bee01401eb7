import type { World } from '../world.js'
import { STANDARD_OUTPUT } from './check-outputs.js'

/** Writes a document to a file, or to standard output. */
export async function writeDocument(path: string, text: string, { stdout, files }: World): Promise<void> {
  if (path === STANDARD_OUTPUT) stdout.write(text)
  else await files.write(path, text)
}
