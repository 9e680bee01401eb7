import type { SummaryFinding } from '../../summary/summary.js'
import { english, type Speech } from '../words/speech.js'

/** A finding of a check, in words. */
export function describeFinding(
  { check, theme = 0, other = 0, found = '', share = 0 }: SummaryFinding,
  { words, fill, percent }: Speech = english,
): string {
  return fill(words.findings[check], { theme, other, found, share: percent(share) })
}
