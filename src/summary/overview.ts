/** What the themes of all groups say together. */
export type Overview = {
  prompt: { id: string; version: number; sha256: string }
  personas: { persona: string; statements: OverviewStatement[] }[]
  quadrants: { quadrant: string; shared: OverviewStatement[]; apart: OverviewStatement[] }[]
  /** Statements that cited no theme that they could rest on, and were left out. */
  unfounded: number
}

export type OverviewStatement = {
  text: string
  /** Ids of the themes it rests on. */
  themes: string[]
}
