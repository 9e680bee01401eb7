import { createRecordings, type Recordings } from '../../src/model/recordings.js'

/** Recordings in memory, and the files they make. */
export function memoryRecordings(): { recordings: Recordings; files: Map<string, string> } {
  const files = new Map<string, string>()
  const recordings = createRecordings({
    path: 'recordings',
    prepare: async () => {},
    read: async (name) => files.get(name),
    write: async (name, text) => void files.set(name, text),
    list: async () => [...files.keys()].sort(),
    claim: async () => async () => {},
    remove: async (name) => void files.delete(name),
  })
  return { recordings, files }
}
