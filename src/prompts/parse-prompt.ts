import { createHash } from 'node:crypto'
import * as z from 'zod'
import { UserError } from '../errors.js'
import { parseYaml } from '../parse-yaml.js'
import { compileMessages } from './compile-messages.js'
import { PROMPT_KINDS, type Prompt, type PromptKind, VARIABLES } from './prompt.js'

/** Front matter of a template; other keys are errors. */
const frontMatter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  version: z.int().min(1),
  description: z.string().min(1),
  input: z.strictObject({ schema: z.record(z.string(), z.string()) }),
  output: z.strictObject({ schema: z.enum(PROMPT_KINDS) }),
})

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/

/**
 * Text of a `.prompt` file (the Dotprompt file format: YAML front matter, then Handlebars) → a prompt.
 * Throws UserError `prompt-invalid` with the line for broken or unknown front matter, a variable that its
 * kind does not have or that the front matter does not declare, and anything in the body but text, variables,
 * `{{json variable}}`, `{{#if variable}}` and `{{#unless variable}}`.
 */
export function parsePrompt(text: string, file: string): Prompt {
  const source = text.replace(/\r\n?/g, '\n') // so that an editor's line ends change neither requests nor the hash
  const fail = (line: number, cause: string): never => {
    throw new UserError('prompt-invalid', { file, line, cause })
  }
  const [head, yaml = ''] = FRONT_MATTER.exec(source) ?? []
  if (head === undefined) {
    return fail(1, 'the file does not begin with front matter between two lines of "---"')
  }
  const { name, version, description, input, output } = parseFrontMatter(yaml, fail)
  const kind: PromptKind = output.schema
  const declared = Object.keys(input.schema)
  const render = compileMessages(source.slice(head.length), declared, (line, cause) =>
    fail(line + head.split('\n').length - 1, cause),
  )
  const sha256 = createHash('sha256').update(source).digest('hex')
  return { id: name, version, description, kind, sha256, render }
}

function parseFrontMatter(yaml: string, fail: (line: number, cause: string) => never) {
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
  const known: readonly string[] = VARIABLES[output.schema]
  for (const name of Object.keys(input.schema)) {
    if (known.includes(name)) continue
    failAt(
      ['input', 'schema', name],
      `a prompt for ${output.schema} has no variable "${name}"; it has ${known.join(', ')}`,
    )
  }
  return checked.data
}
