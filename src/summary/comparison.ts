/** How the themes of two summaries were matched. */
export type MatchedBy = 'ids' | 'model' | 'wording'

/** What changed between two summaries. */
export type Comparison = {
  schema: 'sixthemes/comparison@1'
  before: { title: string; sha256: string }
  after: { title: string; sha256: string }
  matchedBy: MatchedBy
  /** That of the later summary, where it is not English. */
  language?: string | undefined
  groups: ComparedGroup[]
}

export type ComparedGroup = {
  persona: string
  quadrant: string
  /** In both summaries, or in one of them alone. */
  status: 'both' | 'added' | 'missing'
  before?: GroupFigures | undefined
  after?: GroupFigures | undefined
  /** Those that go on first, most notes now first; then new and gone ones. */
  themes: ComparedTheme[]
}

export type GroupFigures = {
  notes: number
  /** Share of the notes that are in themes. */
  coverage: number
}

export type ComparedTheme = {
  /** The title it has now, or had where it is gone. */
  title: string
  change: 'grown' | 'shrunk' | 'steady' | 'new' | 'gone'
  before?: ThemeFigures | undefined
  after?: ThemeFigures | undefined
  /**
   * How likely shares so far apart are if nothing has changed (Fisher's exact test, two-sided), in thousandths; of themes that
   * go on. Below 0.05 they have grown or shrunk.
   */
  chance?: number | undefined
}

export type ThemeFigures = { id: string; title: string; notes: number; share: number }
