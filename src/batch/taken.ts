import type { RecordingFolder } from '../model/recordings.js'

const TAKEN = /^[\w-]{1,100}\.submitted$/
const nameOf = (mark: string): string => `${mark}.submitted`

/** Requests that are in a batch which was not fetched yet, and the file that they were submitted from. */
export type Taken = { name: string; file: string; shared: number }

/**
 * Which requests are in batches, kept beside the recordings that will answer them: a file of requests that is written twice, under
 * other names, must not be paid twice.
 */
export function createTakenRequests(folder: RecordingFolder) {
  return {
    save: (mark: string, file: string, keys: readonly string[]): Promise<void> =>
      folder.write(nameOf(mark), `${[file, ...keys].join('\n')}\n`),
    remove: async (mark: string): Promise<void> => {
      if ((await folder.list()).includes(nameOf(mark))) await folder.remove(nameOf(mark))
    },
    /** The first batch that has some of the requests. */
    find: async (keys: ReadonlySet<string>): Promise<Taken | undefined> => {
      for (const name of (await folder.list()).filter((one) => TAKEN.test(one))) {
        const [file = '', ...taken] = ((await folder.read(name)) ?? '').split('\n')
        const shared = taken.filter((key) => keys.has(key)).length
        if (shared > 0) return { name, file, shared }
      }
      return undefined
    },
  }
}

/** Whether a file of a folder of recordings says what is asked in batches, and is no recording. */
export const isOfBatches = (name: string): boolean =>
  TAKEN.test(name) || /^(?:[0-9a-f]{64}\.asked|batch\.json)$/.test(name)
