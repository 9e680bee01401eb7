import { columnsReply } from '../across/columns-reply.js'
import type { Redaction } from '../prompts/redact.js'
import { BASELINE } from '../settings/baseline.js'
import type { SettingsOf } from '../settings/option-values.js'
import { blamed, type Resolved } from '../settings/resolve-settings.js'
import type { World } from '../world/world.js'
import { askColumns, type ColumnSettings } from './ask-columns.js'
import type { ReadingHelp } from './load-notes.js'
import { loadLonePrompt } from './load-prompts.js'
import { type Door, openRecordings } from './open-door.js'

export type HelpSettings = ColumnSettings & SettingsOf<'columns' | 'recordings'>

/** What may help to read files: where columns were named, and the model, if the user lets it be asked. */
export function columnHelp(
  settings: HelpSettings,
  redaction: Redaction,
  door: Door,
  world: World,
  origins: Resolved['origins'] = {},
): ReadingHelp {
  const { model } = settings
  const saidBy: ReadingHelp['saidBy'] = (role) => blamed(role, origins)
  const couldAsk = 'askColumns' in origins && model !== undefined && model !== BASELINE
  if (!settings.askColumns) return { saidBy, couldAsk }
  const recordings = openRecordings(settings, world)
  const ask = door.askWith(recordings)
  return {
    saidBy,
    askColumns: async (file, table) => {
      const prompts = await loadLonePrompt('read-columns@1', columnsReply, world)
      return askColumns(file, table, settings, { prompts, ask, redaction, folder: recordings.folder })
    },
  }
}
