import * as z from 'zod'
import { UserError } from '../errors/user-error.js'
import { parseYaml } from '../text/parse-yaml.js'
import { compileMessages } from './compile-messages.js'
import type { AnyPromptKind } from './prompt.js'
import { sha256Of, type Template, withPlainEnds } from './template.js'

/** Front matter of a template; other keys are errors. */
const frontMatter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  version: z.int().min(1),
  description: z.string().min(1),
  input: z.strictObject({ schema: z.record(z.string(), z.string()) }),
  output: z.strictObject({ schema: z.string().min(1) }),
})

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/

/**
 * Text of a `.prompt` file (the Dotprompt file format: YAML front matter, then Handlebars) → what it says. With no kinds it may
 * ask for anything. Throws UserError `prompt-wrong-kind`, or `prompt-invalid` with the line for broken or unknown front matter, a variable
 * that its kind does not have or that the front matter does not declare, one that its kind needs and the body does not
 * show, and anything in the body but text, variables, `{{json variable}}`, `{{#if variable}}` and `{{#unless variable}}`.
 */
export function parseTemplate(text: string, file: string, kinds: readonly AnyPromptKind[] = []): Template {
  const source = withPlainEnds(text)
  const fail = (line: number, cause: string): never => {
    throw new UserError('prompt-invalid', { file, line, cause })
  }
  const [head, yaml = ''] = FRONT_MATTER.exec(source) ?? []
  if (head === undefined) {
    return fail(1, 'the file does not begin with front matter between two lines of "---"')
  }
  const { name, version, description, input, output } = parseFrontMatter(yaml, kinds, fail)
  const kind = output.schema
  const wanted = kinds.find((possible) => possible.name === kind)
  if (kinds.length > 0 && !wanted) {
    const names = kinds.map((possible) => possible.name).join(' or ')
    throw new UserError('prompt-wrong-kind', { prompt: file, found: kind, wanted: names })
  }
  const declared = Object.keys(input.schema)
  const { messages, used } = compileMessages(source.slice(head.length), declared, (line, cause) =>
    fail(line + head.split('\n').length - 1, cause),
  )
  const unused = wanted?.needs.filter((variable) => !used.has(variable)) ?? []
  if (unused.length > 0) {
    return fail(
      head.split('\n').length,
      `the template does not show ${unused.join(', ')}: nothing can come of it`,
    )
  }
  return { id: name, version, description, kind, sha256: sha256Of(text), messages }
}

function parseFrontMatter(
  yaml: string,
  kinds: readonly AnyPromptKind[],
  fail: (line: number, cause: string) => never,
) {
  const { value, problems, lineOf } = parseYaml(yaml)
  const failAt = (path: readonly PropertyKey[], cause: string): never => fail(lineOf(path) + 1, cause)
  const [broken] = problems
  if (broken) fail(broken.line + 1, broken.text)

  const checked = frontMatter.safeParse(value ?? {})
  if (!checked.success) {
    const { issues } = checked.error
    const unknown = issues.find(({ code }) => code === 'unrecognized_keys') as { keys: string[] } | undefined
    if (unknown?.keys[0]) failAt([unknown.keys[0]], `front matter has no key "${unknown.keys[0]}"`)
    const { path = [], message } = issues[0] ?? {}
    return failAt(path, `front matter "${path.join('.')}": ${message}`)
  }

  const { input, output } = checked.data
  const known = kinds.find(({ name }) => name === output.schema)?.variables
  for (const name of Object.keys(input.schema)) {
    if (!known || known.includes(name)) continue
    failAt(
      ['input', 'schema', name],
      `a prompt for ${output.schema} has no variable "${name}"; it has ${known.join(', ')}`,
    )
  }
  return checked.data
}
