import { COMPILED_TEMPLATES } from './compiled-templates.js'
import { sha256Of, type Template } from './template.js'

/** What a template file says, if it is one that was read when the program was built, to the letter. */
export function compiledOf(text: string): Template | undefined {
  const json = COMPILED_TEMPLATES.get(sha256Of(text))
  return json === undefined ? undefined : JSON.parse(json)
}
