/** How what a note tells of feels to the persona, from good to bad. */
export const FEELINGS = ['pleasant', 'neutral', 'unpleasant'] as const
export type Feeling = (typeof FEELINGS)[number]
