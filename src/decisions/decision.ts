/** How a file of decisions says what it is. */
export const DECISIONS = 'sixthemes/decisions@1'

/** One thing that people decided about the themes of a group. */
export type Decision = { persona: string; quadrant: string } & Change

/** Themes are named by id, or by title where none has the id; notes by their words. */
export type Change = Rewording | Move | Merge | NewTheme

type Wording = { title?: string | undefined; summary?: string | undefined }
export type Rewording = Wording & { theme: string }
/** A note goes to a theme, or to none. */
export type Move = { note: string; to: string | null }
/** The first theme takes in the others. */
export type Merge = Wording & { merge: string[] }
export type NewTheme = { new: string; notes: string[]; summary?: string | undefined }
