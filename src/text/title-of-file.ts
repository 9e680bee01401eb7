/** "boards/support-workshop.csv" → "Support workshop"; "" where the name says nothing. */
export function titleOfFile(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const words = name.replace(/[-_\s]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Names that tools give to every file: a title made of one says nothing. */
const SAYS_NOTHING =
  /^(?:answers?|responses?|exports?|data|results?|downloads?|untitled|output|antworten|réponses|respuestas|(?:sheet|tabelle|feuille) ?\d*)(?: \(\d+(?: files)?\))?$/i

/** Whether a title is the name that a tool gives to every file. */
export function saysNothing(title: string): boolean {
  return SAYS_NOTHING.test(title)
}

/**
 * Several files have the title of what their names have in common ("Team (12 files)"), or of the first and how many there are
 * beside it.
 */
export function titleOfFiles(files: readonly string[]): string {
  const [first = '', ...others] = files.map(titleOfFile)
  if (others.length === 0) return first
  let common = first
  for (const other of others) while (!other.startsWith(common)) common = common.slice(0, -1)
  const shared = common.replace(/[\s\d.,;:_-]+$/, '')
  if (shared.length >= 3) return `${shared} (${files.length} files)`
  return others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} more files`
}
