import type { Message } from './message.js'

/** What a prompt asks for; each kind has its own variables. */
export const PROMPT_KINDS = [
  ...(['themes', 'continued', 'placements', 'merge', 'mended', 'matches', 'overview'] as const),
  ...(['correction', 'form'] as const),
] as const
export type PromptKind = (typeof PROMPT_KINDS)[number]

/** Variables by kind of prompt: the names a template may use. */
export type PromptVariables = {
  themes: {
    persona: string
    quadrant: string
    /** The question the quadrant asks of the persona; "" where the map has none. */
    question: string
    /** What to look for; "" where the map has none. */
    lens: string
    /** The language to write in, by its English name; "" for that of the notes. */
    language: string
    /** How many themes are wanted, as a number and as a word. */
    themeCount: number
    themeWord: string
    /** How many notes there are, duplicates counted once. */
    noteCount: number
    /** [number, text] of every note. */
    notes: readonly (readonly [number, string])[]
  }
  continued: PromptVariables['themes'] & {
    /** [number, title, summary] of every theme of last time. */
    previous: readonly (readonly [number, string, string])[]
  }
  placements: {
    persona: string
    quadrant: string
    /** [number, title, summary] of every theme. */
    themes: readonly (readonly [number, string, string])[]
    noteCount: number
    notes: readonly (readonly [number, string])[]
  }
  merge: {
    persona: string
    quadrant: string
    language: string
    themeCount: number
    themeWord: string
    /** [number, title, summary, notes] of every theme that was found in a part of the group. */
    themes: readonly (readonly [number, string, string, number])[]
  }
  mended: {
    persona: string
    quadrant: string
    language: string
    /** Themes with what was found wrong, worded for the model, and the notes they are made of. */
    themes: readonly ThemeToMend[]
  }
  matches: {
    persona: string
    quadrant: string
    /** [number, title, summary] of every theme then, and now. */
    before: readonly (readonly [number, string, string])[]
    after: readonly (readonly [number, string, string])[]
  }
  overview: {
    language: string
    personas: readonly (readonly [number, string])[]
    quadrants: readonly (readonly [number, string])[]
    /** [number, number of its persona, number of its quadrant, title, summary] of every theme. */
    themes: readonly (readonly [number, number, number, string, string])[]
  }
  correction: {
    /** What was wrong with the reply. */
    problem: string
    /** JSON Schema of the reply. */
    schema: object
  }
  form: {
    /** JSON Schema of the reply. */
    schema: object
  }
}

/** A theme whose title or summary is to be written anew. */
export type ThemeToMend = {
  theme: number
  title: string
  summary: string
  problems: readonly string[]
  notes: readonly string[]
}

/** Names of the variables of each kind, in the order in which they are documented. */
export const VARIABLES: { [K in PromptKind]: readonly (keyof PromptVariables[K] & string)[] } = {
  themes: [
    ...(['persona', 'quadrant', 'question', 'lens', 'language'] as const),
    ...(['themeCount', 'themeWord', 'noteCount', 'notes'] as const),
  ],
  continued: [
    ...(['persona', 'quadrant', 'question', 'lens', 'language'] as const),
    ...(['themeCount', 'themeWord', 'noteCount', 'notes', 'previous'] as const),
  ],
  placements: ['persona', 'quadrant', 'themes', 'noteCount', 'notes'],
  merge: ['persona', 'quadrant', 'language', 'themeCount', 'themeWord', 'themes'],
  mended: ['persona', 'quadrant', 'language', 'themes'],
  matches: ['persona', 'quadrant', 'before', 'after'],
  overview: ['language', 'personas', 'quadrants', 'themes'],
  correction: ['problem', 'schema'],
  form: ['schema'],
}

/** A template file that was read, checked and compiled. */
export type Prompt<K extends PromptKind = PromptKind> = {
  id: string
  version: number
  description: string
  kind: K
  /** SHA-256 of the file, in hex. */
  sha256: string
  /** Variables → messages. The template alone decides where a message begins and ends. */
  render(variables: PromptVariables[K]): Message[]
}
