import type { SummaryFinding } from '../../summary/summary.js'

/** A finding of a check, in words. */
export function describeFinding({
  check,
  theme = 0,
  other = 0,
  found = '',
  share = 0,
}: SummaryFinding): string {
  const percent = `${Math.round(share * 100)} %`
  switch (check) {
    case 'quotation':
      return `theme ${theme} quotes “${found}”, which is in no note of it`
    case 'number':
      return `theme ${theme} names “${found}”, a number that is in no note of it`
    case 'quantifier':
      return `theme ${theme} says “${found}” of ${percent} of the notes`
    case 'vague-title':
      return `the title of theme ${theme} says no more than “${found}”`
    case 'similar-titles':
      return `themes ${other} and ${theme} have nearly the same title`
    case 'grounding':
      return `${percent} of the words of theme ${theme} are words of its notes`
    case 'single-note':
      return `theme ${theme} rests on a single note`
    case 'surplus-themes':
      return `the reply had ${found} themes; the largest were kept, and the notes of the others placed again`
    case 'coverage':
      return `${percent} of the notes are in themes`
  }
}
