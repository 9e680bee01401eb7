import { createRecordings, type Recordings } from '../model/recordings.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'

/** The folder of recordings that is named, or the usual one. */
export function openRecordings({ recordings }: Settings, { files, cacheFolder }: World): Recordings {
  return createRecordings(files.folder(recordings ?? cacheFolder))
}
