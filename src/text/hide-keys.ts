/** Keys as the most used providers make them, wherever one was given by mistake: as a file, a command, an option. No name of a file. */
const KEY =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk)[-_](?:[a-z]{2,8}[-_]){0,2}|gsk_|xai-|hf_|AIza|pplx-|nvapi-|r8_|gh[opsu]_|github_pat_|glpat-)(?=[\w-]{0,200}[A-Za-z0-9]{16})[\w-]{16,250}(?![\w-]|\.\w)/g

/** A message without what looks like a key. */
export const hideKeys = (text: string): string => text.replace(KEY, '[API key]')
