import Handlebars from 'handlebars'
import type { Message } from '../model/request.js'

type Fail = (line: number, cause: string) => never
type Variables = Readonly<Record<string, unknown>>

/** A body that was checked: what renders it, and the variables whose values it shows. */
type Compiled = { render(variables: Variables): Message[]; used: ReadonlySet<string> }

const ROLE_LINE = /^\{\{role "(system|user|assistant)"\}\}[ \t]*\r?$/m

const OPTIONS = {
  strict: true,
  noEscape: true, // the text goes to a model, not to a browser
  knownHelpersOnly: true,
  knownHelpers: { json: true, each: false, with: false, log: false, lookup: false },
}

/**
 * Body of a template → what renders its messages. The body is cut into messages here, before any
 * variable is filled in: whatever a note says, it cannot begin a message of its own.
 */
export function compileMessages(body: string, declared: readonly string[], fail: Fail): Compiled {
  const used = new Set<string>()
  const engine = Handlebars.create() // the shared instance is global state
  engine.registerHelper('json', jsonForPrompt)

  const [before = '', ...rest] = body.split(ROLE_LINE)
  if (before.trim() !== '') fail(1, 'there is text before the first {{role "…"}} line')
  if (rest.length === 0) fail(1, 'there is no {{role "user"}} line')

  let line = before.split('\n').length
  const messages: { role: Message['role']; render: (variables: Variables) => string }[] = []
  for (let i = 0; i < rest.length; i += 2) {
    const role = rest[i] as Message['role']
    const text = rest[i + 1] ?? ''
    const at = line
    const failHere: Fail = (own, cause) => fail(at + own - 1, cause)
    checkBody(parseBody(engine, text, failHere), declared, used, failHere)
    messages.push({ role, render: engine.compile(text, OPTIONS) })
    line += text.split('\n').length - 1
  }
  const render: Compiled['render'] = (variables) =>
    messages.map(({ role, render }) => ({ role, content: render(variables).trim() }))
  return { render, used }
}

/**
 * JSON as prompts show it: an array with an element a line, and no character that could close a tag or
 * break a line.
 */
export function jsonForPrompt(value: unknown): string {
  const text = Array.isArray(value) ? `[\n${linesOf(value)}\n]` : JSON.stringify(value)
  return text.replace(/[<>\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** An element a line. All at once where it is plain where each ends: a call for each of a thousand pairs takes ten times as long. */
function linesOf(elements: readonly unknown[]): string {
  if (elements.every(Array.isArray)) {
    const pieces = JSON.stringify(elements).split('],[')
    if (pieces.length === elements.length) return pieces.join('],\n[').slice(1, -1)
  }
  return elements.map((element) => JSON.stringify(element)).join(',\n')
}

function parseBody(engine: typeof Handlebars, text: string, fail: Fail): hbs.AST.Program {
  try {
    return engine.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, line = '1'] = /line (\d+)/.exec(message) ?? []
    return fail(Number(line), message.split('\n').at(-1) ?? message)
  }
}

/** Handlebars' own `strict` does not look at arguments, so every statement is checked against a short list. */
function checkBody(
  program: hbs.AST.Program,
  declared: readonly string[],
  used: Set<string>,
  fail: Fail,
): void {
  const checkVariable = (expression: hbs.AST.Expression): void => {
    const { line } = expression.loc.start
    if (expression.type !== 'PathExpression') fail(line, 'only variables can stand here')
    const { original, data, depth } = expression as hbs.AST.PathExpression
    if (data || depth > 0 || !declared.includes(original)) {
      fail(line, `unknown variable "${original}"; declared under input are ${declared.join(', ')}`)
    }
  }
  for (const statement of program.body) {
    const { type } = statement
    if (type === 'ContentStatement' || type === 'CommentStatement') continue
    const { path, params = [], hash } = statement as hbs.AST.MustacheStatement
    if (hash !== undefined && hash !== null && hash.pairs.length > 0)
      fail(statement.loc.start.line, 'a variable takes no arguments')
    const helper = (path as hbs.AST.PathExpression | undefined)?.original
    if (type === 'MustacheStatement' && params.length <= 1 && (helper === 'json') === (params.length === 1)) {
      const shown = params[0] ?? path
      checkVariable(shown)
      used.add((shown as hbs.AST.PathExpression).original)
    } else if (type === 'BlockStatement' && (helper === 'if' || helper === 'unless') && params.length === 1) {
      const block = statement as hbs.AST.BlockStatement
      params.forEach(checkVariable)
      checkBody(block.program, declared, used, fail)
      if (block.inverse) checkBody(block.inverse, declared, used, fail)
    } else {
      fail(
        statement.loc.start.line,
        'only text, {{variable}}, {{json variable}}, {{#if}} and {{#unless}} are allowed',
      )
    }
  }
}
