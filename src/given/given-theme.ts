/** A theme that people fixed beforehand. */
export type GivenTheme = {
  /** The same from summary to summary. */
  id: string
  title: string
  /** For which persona and quadrant; "" for all. */
  persona: string
  quadrant: string
  /** What it means; then what belongs to it, what does not, and a note of it. "" where nobody says. */
  definition: string
  include: string
  exclude: string
  example: string
}

/** Columns of a list of given themes, in their order. */
export const GIVEN_COLUMNS = [
  ...(['theme', 'persona', 'quadrant', 'definition', 'include', 'exclude', 'example', 'id'] as const),
] as const

/** One line of a list as it was written, before it is checked; `at` is its row or line. */
export type GivenRow = { at: number } & Partial<Record<(typeof GIVEN_COLUMNS)[number], string>>
