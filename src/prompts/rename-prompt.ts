/**
 * The text of a template → the same under a name of its own, version 1: a copy that is changed is another prompt, and
 * documents must not say that it is the one it came from.
 */
export function renamePrompt(source: string, path: string): string {
  const base = path.replace(/^.*[\\/]/, '').replace(/(?:\.v\d+)?\.prompt$|\.[^.]*$/, '')
  const words = base
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  const name = words === '' ? 'my-prompt' : words
  return source.replace(/^name: .*$/m, `name: ${name}`).replace(/^version: .*$/m, 'version: 1')
}
