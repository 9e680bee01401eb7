import { createHash } from 'node:crypto'
import { fold } from '../text/fold.js'
import type { GivenRow, GivenTheme } from './given-theme.js'

/** More themes than this are no list that a note is placed in. */
const MOST = 200
const LONGEST_TITLE = 200
const LONGEST_TEXT = 2_000

export type CheckedGiven =
  | { ok: true; themes: GivenTheme[] }
  | { ok: false; problems: { at: number; text: string }[] }

/** Rows of a list → its themes, or every row that is none. A theme without an id gets one from its title. */
export function checkGiven(rows: readonly GivenRow[]): CheckedGiven {
  const problems: { at: number; text: string }[] = []
  const themes: GivenTheme[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const { at, persona, quadrant, definition, include, exclude, example } = row
    const title = oneLine(row.theme)
    const theme: GivenTheme = {
      id: oneLine(row.id) || idOf(title),
      title,
      ...{ persona: oneLine(persona), quadrant: oneLine(quadrant) },
      ...{ definition: oneLine(definition), include: oneLine(include) },
      ...{ exclude: oneLine(exclude), example: oneLine(example) },
    }
    const problem = (text: string): void => void problems.push({ at, text })
    if (title === '') problem('the theme has no title')
    if (title.length > LONGEST_TITLE) problem(`a title has at most ${LONGEST_TITLE} characters`)
    if (!/^[\w.:-]{1,64}$/.test(theme.id))
      problem(`"${theme.id.slice(0, 64)}" is no id: letters, digits and . : - _`)
    for (const key of ['definition', 'include', 'exclude', 'example'] as const)
      if (theme[key].length > LONGEST_TEXT) problem(`${key} has at most ${LONGEST_TEXT} characters`)
    for (const name of [`title ${fold(title)}`, `id ${theme.id}`]) {
      const key = [fold(theme.persona), fold(theme.quadrant), name].join('\n')
      const earlier = seen.get(key)
      if (earlier === undefined) seen.set(key, at)
      else if (title !== '')
        problem(
          `the same ${name.split(' ')[0]} is given ${earlier === at ? 'twice' : `at ${earlier} already`}`,
        )
    }
    themes.push(theme)
  }
  if (themes.length === 0) problems.push({ at: 1, text: 'there is no theme in the list' })
  if (themes.length > MOST)
    problems.push({ at: rows[MOST]?.at ?? 0, text: `there are more than ${MOST} themes` })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, themes }
}

const oneLine = (text = ''): string => text.replace(/\s+/gu, ' ').trim()

const idOf = (title: string): string =>
  `g${createHash('sha256').update(fold(title)).digest('hex').slice(0, 6)}`

/** The themes that are for a group, in the order of the list. */
export function givenFor(
  themes: readonly GivenTheme[],
  group: { persona: string; quadrant: string },
): GivenTheme[] {
  const fits = (given: string, own: string): boolean => given === '' || fold(given) === fold(own)
  return themes.filter(
    ({ persona, quadrant }) => fits(persona, group.persona) && fits(quadrant, group.quadrant),
  )
}
