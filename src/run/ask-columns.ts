import {
  type ColumnsReply,
  type ColumnsVariables,
  columnsReply,
  readColumns,
} from '../across/columns-reply.js'
import { isTroubleWithOneRequest, MissingRecording } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import type { Ask } from '../model/ask.js'
import { kindOf } from '../notes/column-kinds.js'
import { type JudgedColumn, judgeColumns, type NamedColumns } from '../notes/columns.js'
import { figuresOf } from '../notes/columns-figures.js'
import type { Table } from '../notes/table.js'
import type { Redaction } from '../prompts/redact.js'
import { replyOf } from '../prompts/reply-kind.js'
import { BASELINE } from '../settings/baseline.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import type { LonePrompt } from './load-prompts.js'

export type ColumnTools = {
  prompts: LonePrompt<ColumnsVariables>
  ask: Ask
  redaction: Redaction
  /** Where recordings are kept, for messages. */
  folder: string
}

export type ColumnSettings = SettingsOf<'model'> & Pick<FileValues, 'parameters'>

/**
 * Asks which columns of a table hold notes, personas, quadrants and votes: headers and figures are sent, and no cell. What
 * looks like an id or a person stays unread whatever is said. Throws UserError `columns-unclear`, `model-missing`,
 * `baseline-cannot` or `recordings-missing`.
 */
export async function askColumns(
  file: string,
  table: Table,
  { model, parameters }: ColumnSettings,
  { prompts, ask, redaction, folder }: ColumnTools,
): Promise<NamedColumns> {
  if (model === undefined) throw new UserError('model-missing', {})
  if (model === BASELINE) throw new UserError('baseline-cannot', { what: 'say what columns hold' })
  const judged = judgeColumns(table)
  await redaction.prepare(table.header)
  const { redact } = redaction.createRedactor()
  const columns = figuresOf(judged).map(
    ([number, header, ...figures]) => [number, redact(header), ...figures] as const,
  )
  const messages = prompts.prompt.render({ rows: table.records.length, columns })
  const { id, version } = prompts.prompt
  try {
    const { value } = await ask({
      request: { model, messages, reply: replyOf(columnsReply), ...(parameters && { parameters }) },
      purpose: { persona: 'All', quadrant: 'Columns', prompt: `${id}@${version}` },
      check: (reply) => readColumns(reply, judged.length),
      correct: (problem) => prompts.correction.render({ problem, schema: columnsReply.schema }),
    })
    return namedBy(value, judged, file)
  } catch (error) {
    if (error instanceof MissingRecording)
      throw new UserError('recordings-missing', { folder, groups: ['Columns'], all: 1 })
    if (isTroubleWithOneRequest(error)) throw new UserError('columns-unclear', { file, cause: error.message })
    throw error
  }
}

/** A reply → columns by number, without those that code will not take for what they are said to be. */
function namedBy(
  { notes, personas, quadrants, votes }: ColumnsReply,
  judged: readonly JudgedColumn[],
  file: string,
): NamedColumns {
  const isSafe = (number: number): boolean => {
    const column = judged[number - 1]
    return (
      column !== undefined && !['personal', 'id', 'technical'].includes(kindOf(column.header, column.profile))
    )
  }
  const note = notes.filter(isSafe)
  if (note.length === 0) {
    throw new UserError('columns-unclear', {
      file,
      cause: 'what it takes for notes looks like ids or personal data',
    })
  }
  const [persona] = personas.filter(isSafe)
  const [quadrant] = note.length === 1 ? quadrants.filter(isSafe) : []
  const [count] = votes
  return {
    note,
    ...(persona !== undefined && { persona }),
    ...(quadrant !== undefined && { quadrant }),
    ...(count !== undefined && note.length === 1 && { votes: count }),
  }
}
