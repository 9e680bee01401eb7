/** The name of the model that is none: notes are grouped by their wording. */
export const BASELINE = 'baseline'
