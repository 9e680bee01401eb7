import { stringify } from 'csv-stringify/sync'
import { GIVEN_COLUMNS } from '../given/given-theme.js'
import type { Summary } from '../summary/summary.js'
import { EVERYONE } from '../text/everyone.js'

/** The themes of a summary as a list that can be given to the next, with their ids, so that counts can be compared. */
export function renderGivenCsv({ groups }: Summary): string {
  const rows = groups.flatMap(({ persona, quadrant, themes }) =>
    themes.map(({ id, title, summary, notes }) => ({
      ...{ theme: title, persona: persona === EVERYONE ? '' : persona, quadrant, definition: summary },
      ...{ example: notes[0]?.text ?? '', id },
    })),
  )
  return stringify(rows, {
    header: true,
    columns: [...GIVEN_COLUMNS],
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  })
}
