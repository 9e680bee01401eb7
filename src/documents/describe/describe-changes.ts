import type { Comparison } from '../../summary/comparison.js'
import type { Speech } from '../words/speech.js'

/** "Themes: 18 go on (1 grown, 2 shrunk), 5 new, 5 gone." */
export function describeChanges({ groups }: Comparison, { words, fill, number }: Speech): string {
  const themes = groups.flatMap((group) => group.themes)
  const count = (...changes: string[]): string =>
    number(themes.filter(({ change }) => changes.includes(change)).length)
  return fill(words.changes, {
    ...{ on: count('grown', 'shrunk', 'steady'), grown: count('grown'), shrunk: count('shrunk') },
    ...{ fresh: count('new'), gone: count('gone') },
  })
}
