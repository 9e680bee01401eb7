/**
 * The program's own templates as JSON, by the SHA-256 of their files. Filled in when the program is built, for to parse them at each
 * start takes longer than to render them; run from its sources it parses.
 */
export const COMPILED_TEMPLATES: ReadonlyMap<string, string> = new Map()
