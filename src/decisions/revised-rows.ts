import { fold } from '../text/fold.js'

/** A row of the CSV of a summary, after people changed it. */
export type RevisedRow = {
  /** Below the header, from 1. */
  row: number
  persona: string
  quadrant: string
  /** The theme it should be in; "" for none. */
  title: string
  /** The theme it was in, where the table still says so. */
  themeId: string
  note: string
  /** The row of the export, where the table still says so. */
  place: number | undefined
}

export const NEEDED = ['persona', 'quadrant', 'theme', 'note'] as const

/** A table → its rows that are notes, or which of the needed columns it lacks. */
export function readRevisedRows({
  header,
  records,
}: {
  header: readonly string[]
  records: readonly (readonly string[])[]
}): { ok: true; rows: RevisedRow[] } | { ok: false; lacks: string[] } {
  const names = header.map(fold)
  const lacks = NEEDED.filter((name) => !names.includes(name))
  if (lacks.length > 0) return { ok: false, lacks }
  const rows = records.map((record, index): RevisedRow & { status: string } => {
    const cell = (name: string): string => unescaped(record[names.indexOf(name)] ?? '')
    return {
      row: index + 1,
      persona: cell('persona'),
      quadrant: cell('quadrant'),
      title: cell('theme').replace(/\s+/gu, ' ').trim(),
      themeId: cell('theme_id'),
      note: cell('note'),
      place: Number.parseInt(cell('row'), 10) || undefined,
      status: cell('status'),
    }
  })
  const isNote = ({ note, status }: { note: string; status: string }): boolean =>
    note.trim() !== '' && !status.startsWith('dropped')
  return { ok: true, rows: rows.filter(isNote) }
}

/** The CSV puts an apostrophe in front of what a spreadsheet would take for a formula. */
const unescaped = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')

/** Whether two texts are the same but for letters that an older encoding could not write, and wrote as question marks. */
export function sameWords(written: string, original: string): boolean {
  const [now, before] = [fold(written), fold(original)]
  if (now === before) return true
  if (!/[?\uFFFD]/.test(now)) return false
  let at = 0
  for (const part of now.split(/[?\uFFFD]+/)) {
    at = before.indexOf(part, at)
    if (at < 0) return false
    at += part.length
  }
  return true
}
