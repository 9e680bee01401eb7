/** What a check may find. */
export const CHECKS = [
  'quotation', // words in quotation marks that no note of the theme holds
  'number', // a number that no note of the theme holds
  'quantifier', // "most", "many" or "few" where the counts say otherwise
  'vague-title', // a title that says no more than "various" or "other"
  'similar-titles', // two titles that say nearly the same
  'grounding', // a title and summary few of whose words occur in the notes
  'single-note', // a theme that rests on one note
  'coverage', // too many notes in no theme
  'surplus-themes', // more themes than were wanted, of which the largest were kept
] as const
export type Check = (typeof CHECKS)[number]

/** Something a check found in a theme, or in the group where no theme is named. */
export type Finding = {
  check: Check
  /** Number of the theme, from 1. */
  theme?: number
  /** The other theme, where two are too much alike. */
  other?: number
  /** The words that gave rise to it. */
  found?: string
  /** The share that they are held against, from 0 to 1. */
  share?: number
}

/** From where on a check finds something; shares from 0 to 1. */
export type Thresholds = {
  /** Least share of a group's notes that are in themes. */
  coverage: number
  /** Least share of the content words of title and summary that occur in the theme's notes. */
  grounding: number
  /** Share of content words that two titles have in common. */
  similarTitles: number
  /** A theme of which "most" is said has more than this share of the group's notes; likewise "many". */
  most: number
  many: number
  /** One of which "few" is said has less. */
  few: number
}

/** The shares for most, many and few are those of the usual meaning of the words; the others were set by looking at boards of known topics. */
export const USUAL_THRESHOLDS: Thresholds = {
  coverage: 0.8,
  grounding: 0.25,
  similarTitles: 0.67,
  most: 0.5,
  many: 0.25,
  few: 0.15,
}

/** Whether a finding falls short of what was wanted; a theme of one note, and surplus themes, are only marked. */
export function isShortfall({ check }: { check: Check }): boolean {
  return check !== 'single-note' && check !== 'surplus-themes'
}
