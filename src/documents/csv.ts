import { stringify } from 'csv-stringify/sync'
import type { Summary, SummaryGroup, SummaryNote, SummaryTheme } from '../summary/summary.js'
import { touchesOf } from '../summary/touching.js'
import { inPieces, wholeOf } from '../text/pieces.js'

const COLUMNS = [
  ...['persona', 'quadrant', 'theme', 'theme_id', 'note', 'votes', 'feeling', 'also', 'status'],
  ...['file', 'row', 'column', 'part'],
] as const

type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>

/**
 * A summary → CSV with a row for every cell that was read, so that a pivot table counts what the documents count:
 * `status` is "in theme", "in no theme", "listed", "failed" or "dropped: reason". A cell that a spreadsheet would take for
 * a formula gets an apostrophe in front, and the text a byte order mark, by which spreadsheets know UTF-8.
 */
export function renderCsv(summary: Summary): string {
  return wholeOf(csvPieces(summary))
}

/** The same text, a group a piece. */
export function csvPieces({ sources, groups, heartbeat }: Summary): Iterable<string> {
  const fileOf = (index: number): string => sources[index]?.file ?? ''
  const isAsked = {
    feeling: heartbeat !== undefined,
    also: groups.some((group) => touchesOf(group).length > 0),
  }
  const columns = COLUMNS.filter((column) => isAsked[column as keyof typeof isAsked] ?? true)
  return inPieces(function* () {
    yield stringify([], { ...FORM, columns, header: true, bom: true })
    for (const group of groups) {
      const rest = group.unplaced.flatMap((note) => rowsOf(note, group, STATUS[group.status], fileOf))
      yield stringify([...inThemes(group, fileOf), ...rest], { ...FORM, columns })
    }
    for (const { file, dropped } of sources) {
      const rows = dropped.map(
        ({ reason, ...place }): Row => ({ status: `dropped: ${reason}`, file, ...place }),
      )
      yield stringify(rows, { ...FORM, columns })
    }
  })
}

const FORM = {
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/, // a bare line feed in a note is no record delimiter to the writer, but is to readers
  escape_formulas: true,
} as const

/** Notes with their theme, and the titles of others that they touch, joined by " | ". */
function inThemes(group: SummaryGroup, fileOf: (index: number) => string): Row[] {
  const touched = new Map<SummaryNote, string[]>()
  for (const { note, theme } of touchesOf(group)) {
    const titles = touched.get(note)
    if (titles) titles.push(theme.title)
    else touched.set(note, [theme.title])
  }
  return group.themes.flatMap((theme) =>
    theme.notes.flatMap((note) => {
      const also = touched.get(note)?.join(' | ')
      return rowsOf(note, group, 'in theme', fileOf, theme).map((row) =>
        also === undefined ? row : { ...row, also },
      )
    }),
  )
}

const STATUS = { complete: 'in no theme', listed: 'listed', failed: 'failed' } as const

function rowsOf(
  { text, votes, feeling, from }: SummaryNote,
  { persona, quadrant }: SummaryGroup,
  status: string,
  fileOf: (index: number) => string,
  theme?: SummaryTheme,
): Row[] {
  return from.map(({ file = 0, ...place }, index) => ({
    ...{ persona, quadrant, theme: theme?.title ?? '', theme_id: theme?.id ?? '', note: text, status },
    ...(feeling && { feeling }),
    ...(votes !== undefined && { votes: index === 0 ? votes : 0 }), // the sum of all, once
    file: fileOf(file),
    ...place,
  }))
}
