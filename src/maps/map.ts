/** One field of a map. */
export type Quadrant = {
  /** The name it has in documents. */
  name: string
  /** Other headings that mean it, in any language. */
  aliases: readonly string[]
  /** Words that a heading holds, where it is a whole question of a survey. */
  match?: readonly string[]
  /** The question its heading asks; `{a persona}` and `{persona}` stand for the persona. */
  question?: string
  /** What a prompt should look for in its notes. */
  lens?: string
}

/** A preset of quadrants: what a workshop put on the wall. */
export type EmpathyMap = {
  name: string
  /** Whether its quadrants are the stages of a journey, in their order. */
  isJourney?: boolean
  /** The question above all quadrants of one persona. */
  persona?: string
  quadrants: readonly Quadrant[]
}
