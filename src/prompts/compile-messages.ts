import Handlebars from 'handlebars'
import type { Message } from '../model/request.js'
import type { Piece, TemplateMessage } from './template.js'

type Fail = (line: number, cause: string) => never

/** A body that was checked, and the variables whose values it shows. */
type Compiled = { messages: readonly TemplateMessage[]; used: ReadonlySet<string> }

const ROLE_LINE = /^\{\{role "(system|user|assistant)"\}\}[ \t]*\r?$/m

/**
 * Body of a template → its messages. The body is cut into messages here, before any variable is filled in: whatever a note
 * says, it cannot begin a message of its own.
 */
export function compileMessages(body: string, declared: readonly string[], fail: Fail): Compiled {
  const used = new Set<string>()
  const [before = '', ...rest] = body.split(ROLE_LINE)
  if (before.trim() !== '') fail(1, 'there is text before the first {{role "…"}} line')
  if (rest.length === 0) fail(1, 'there is no {{role "user"}} line')

  let line = before.split('\n').length
  const messages: TemplateMessage[] = []
  for (let i = 0; i < rest.length; i += 2) {
    const role = rest[i] as Message['role']
    const text = rest[i + 1] ?? ''
    const at = line
    const failHere: Fail = (own, cause) => fail(at + own - 1, cause)
    messages.push({ role, pieces: piecesOf(parseBody(text, failHere), declared, used, failHere) })
    line += text.split('\n').length - 1
  }
  return { messages, used }
}

function parseBody(text: string, fail: Fail): hbs.AST.Program {
  try {
    return Handlebars.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, line = '1'] = /line (\d+)/.exec(message) ?? []
    return fail(Number(line), message.split('\n').at(-1) ?? message)
  }
}

/** Only text, variables, their JSON and what depends on one can stand in a template; a short list leaves nothing to chance. */
function piecesOf(
  program: hbs.AST.Program,
  declared: readonly string[],
  used: Set<string>,
  fail: Fail,
): Piece[] {
  const nameOf = (expression: hbs.AST.Expression): string => {
    const { line } = expression.loc.start
    if (expression.type !== 'PathExpression') fail(line, 'only variables can stand here')
    const { original, data, depth } = expression as hbs.AST.PathExpression
    if (data || depth > 0 || !declared.includes(original)) {
      fail(line, `unknown variable "${original}"; declared under input are ${declared.join(', ')}`)
    }
    return original
  }
  return program.body.flatMap((statement): Piece[] => {
    const { type } = statement
    if (type === 'CommentStatement') return []
    if (type === 'ContentStatement') return [(statement as hbs.AST.ContentStatement).value]
    const { path, params = [], hash } = statement as hbs.AST.MustacheStatement
    if (hash !== undefined && hash !== null && hash.pairs.length > 0)
      fail(statement.loc.start.line, 'a variable takes no arguments')
    const helper = (path as hbs.AST.PathExpression | undefined)?.original
    const [param] = params
    if (type === 'MustacheStatement' && params.length <= 1 && (helper === 'json') === (params.length === 1)) {
      const name = nameOf(param ?? path)
      used.add(name)
      return [param ? { json: name } : { show: name }]
    }
    if (
      type === 'BlockStatement' &&
      (helper === 'if' || helper === 'unless') &&
      param &&
      params.length === 1
    ) {
      const { program: block, inverse } = statement as Partial<hbs.AST.BlockStatement>
      const when = nameOf(param)
      const held = block ? piecesOf(block, declared, used, fail) : [] // {{^if …}} has an inverse alone
      const other = inverse ? piecesOf(inverse, declared, used, fail) : []
      return [helper === 'if' ? { when, set: held, unset: other } : { when, set: other, unset: held }]
    }
    return fail(
      statement.loc.start.line,
      'only text, {{variable}}, {{json variable}}, {{#if}} and {{#unless}} are allowed',
    )
  })
}
