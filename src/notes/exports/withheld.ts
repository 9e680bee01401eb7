import { KIND_NAMES, kindOf } from '../column-kinds.js'
import { type JudgedColumn, nameOf } from '../columns.js'
import type { Withheld } from './export-kind.js'

/** The columns that are not read, and why. */
export function withheldOf(
  judged: readonly JudgedColumn[],
  taken: ReadonlySet<number>,
  areNamed = false,
): Withheld[] {
  return judged
    .filter(({ index }) => !taken.has(index))
    .map(({ index, header, signs, profile }) => {
      const kind = kindOf(header, profile)
      const isAuthor = kind === 'personal' && signs.some(({ role }) => role === 'author')
      if (isAuthor) return { index, header, because: 'who wrote it, or another person' }
      return { index, header, because: kind === 'open' && areNamed ? 'not named' : KIND_NAMES[kind] }
    })
}

/** What nobody misses: what tools write for themselves, and columns without text. */
const UNREMARKABLE: readonly string[] = [
  KIND_NAMES.technical,
  KIND_NAMES.id,
  KIND_NAMES.number,
  KIND_NAMES.date,
  KIND_NAMES.empty,
]

const MOST_NAMED = 6

/** A short list of the columns of text that are not read, for standard error; nothing where there are none. */
export function withheldLine(withheld: readonly Withheld[]): string | undefined {
  const text = withheld.filter(({ because }) => !UNREMARKABLE.includes(because))
  if (text.length === 0) return undefined
  const named = text.slice(0, MOST_NAMED).map((column) => `"${nameOf(column)}" (${column.because})`)
  const more = text.length > MOST_NAMED ? ` and ${text.length - MOST_NAMED} more` : ''
  return `not read: ${named.join(', ')}${more}; "sixthemes inspect" lists all, --note COLUMN reads one`
}
