/** Names of files without folder and extension, for documents of their own; with as many folders as tell two apart. */
export function namesOfFiles(files: readonly string[]): string[] {
  const parts = files.map((file) =>
    file
      .replace(/\.\w+$/, '')
      .split(/[\\/]/)
      .filter((part) => part !== '' && part !== '.' && part !== '..'),
  )
  const nameOf = (own: readonly string[], folders: number): string => own.slice(-1 - folders).join('-')
  return parts.map((own) => {
    let folders = 0
    const isAlone = (): boolean =>
      parts.filter((other) => nameOf(other, folders) === nameOf(own, folders)).length === 1
    while (folders < own.length - 1 && !isAlone()) folders++
    return nameOf(own, folders)
  })
}
