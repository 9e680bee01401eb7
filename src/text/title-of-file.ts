/** "boards/support-workshop.csv" → "Support workshop"; "" where the name says nothing. */
export function titleOfFile(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const words = name.replace(/[-_\s]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
