import { toPlainLine } from '../text/plain-text.js'
import { thousands } from '../text/thousands.js'
import type { CanaryMeasures, Measures } from './measure-run.js'

/** What one candidate made of one board. */
export type EvalRow = Measures & {
  board: string
  /** Model and prompt. */
  candidate: string
  /** Agreement with the first run (adjusted Rand): of further runs, and of runs over varied notes. */
  repeated?: number
  varied?: { shuffled: number; renumbered: number; heldOut: number }
  canaries?: CanaryMeasures
  /** Beside what people decided about the board: the share of notes that they moved, and Cohen's kappa. */
  decided?: { shareMoved: number; kappa: number } | undefined
}

type Column = { head: string; cell(row: EvalRow): string; isNumber: boolean }

const share = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(2))
const perThousand = (tokens: number | null, notes: number): string =>
  tokens === null ? '?' : thousands(Math.round((tokens / notes) * 1_000))

const COLUMNS: readonly Column[] = [
  { head: 'board', cell: ({ board }) => nameOf(board), isNumber: false },
  { head: 'by', cell: ({ candidate }) => candidate, isNumber: false },
  { head: 'notes', cell: ({ notes }) => String(notes), isNumber: true },
  { head: 'in themes', cell: ({ coverage }) => `${Math.round(coverage * 100)} %`, isNumber: true },
  {
    head: 'lost',
    cell: ({ lostBefore, lostAfter }) => (lostBefore === 0 ? '0' : `${lostBefore} → ${lostAfter}`),
    isNumber: true,
  },
  {
    head: 'quotations',
    cell: ({ quotations, misquoted }) => `${quotations - misquoted} of ${quotations}`,
    isNumber: true,
  },
  { head: 'findings', cell: ({ findings }) => String(findings), isNumber: true },
  { head: 'requests', cell: ({ requests }) => String(requests), isNumber: true },
  { head: 'in / 1,000', cell: ({ inputTokens, notes }) => perThousand(inputTokens, notes), isNumber: true },
  {
    head: 'out / 1,000',
    cell: ({ outputTokens, notes }) => perThousand(outputTokens, notes),
    isNumber: true,
  },
  { head: 'purity', cell: ({ agreement }) => share(agreement?.purity), isNumber: true },
  { head: 'P1', cell: ({ agreement }) => share(agreement?.harmonicPurity), isNumber: true },
  { head: 'NMI', cell: ({ agreement }) => share(agreement?.normalizedMutualInformation), isNumber: true },
  { head: 'ARI', cell: ({ agreement }) => share(agreement?.adjustedRand), isNumber: true },
  { head: 'moved', cell: ({ decided }) => share(decided?.shareMoved), isNumber: true },
  { head: 'kappa', cell: ({ decided }) => share(decided?.kappa), isNumber: true },
  { head: 'repeated', cell: ({ repeated }) => share(repeated), isNumber: true },
  { head: 'shuffled', cell: ({ varied }) => share(varied?.shuffled), isNumber: true },
  { head: 'renumbered', cell: ({ varied }) => share(varied?.renumbered), isNumber: true },
  { head: 'held out', cell: ({ varied }) => share(varied?.heldOut), isNumber: true },
  { head: 'canaries', cell: ({ canaries }) => (canaries ? describeCanaries(canaries) : ''), isNumber: false },
]

/** Rows → a Markdown table, lined up so that it can be read in a terminal too; columns without any value are left out. */
export function renderEvalTable(rows: readonly EvalRow[]): string {
  const columns = COLUMNS.map(({ head, cell, isNumber }) => {
    const cells = rows.map((row) => toPlainLine(cell(row)).replaceAll('|', '\\|'))
    return { head, cells, isNumber, width: Math.max(head.length, 3, ...cells.map((text) => text.length)) }
  }).filter(({ cells }) => cells.some((text) => text !== ''))
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
  const pad = (text: string, { width, isNumber }: (typeof columns)[number]): string =>
    isNumber ? text.padStart(width) : text.padEnd(width)
  return [
    line(columns.map((column) => pad(column.head, column))),
    line(columns.map(({ width, isNumber }) => (isNumber ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))),
    ...rows.map((_, index) => line(columns.map((column) => pad(column.cells[index] ?? '', column)))),
    '',
  ].join('\n')
}

/** "fixtures/boards/easy.csv" → "easy" */
function nameOf(board: string): string {
  return board.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
}

function describeCanaries(canaries: CanaryMeasures): string {
  const { groups, offTopicUnplaced, instructionUnplaced, instructionFollowed, negationTogether } = canaries
  const of = (count: number): string => `${count}/${groups}`
  return `off-topic out ${of(offTopicUnplaced)}, order out ${of(instructionUnplaced)}, obeyed ${of(instructionFollowed)}, negation together ${of(negationTogether)}`
}
