import { createRecordings, type RecordingFolder, type Recordings } from '../../src/model/recordings.js'

/** Recordings in memory, the files they make, and the claims that are held; of what is given another is done. */
export function memoryRecordings(other: Partial<RecordingFolder> = {}): {
  recordings: Recordings
  files: Map<string, string>
  claims: Set<string>
} {
  const files = new Map<string, string>()
  const claims = new Set<string>()
  const recordings = createRecordings({
    path: 'recordings',
    prepare: async () => {},
    read: async (name) => files.get(name),
    write: async (name, text) => void files.set(name, text),
    list: async () => [...files.keys()].sort(),
    claim: async (name) => {
      if (claims.has(name)) return undefined
      claims.add(name)
      return async () => void claims.delete(name)
    },
    remove: async (name) => void files.delete(name),
    ...other,
  })
  return { recordings, files, claims }
}
