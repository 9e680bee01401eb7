import { foldName } from '../../text/fold.js'
import { fillRight } from '../cells.js'
import { profileOf } from '../judge-cells.js'
import { isQuestion, signsOf } from '../judge-header.js'
import type { Table } from '../table.js'

/** A survey's table with one header, and where that came from. */
export type SurveyTable = { table: Table; because: string }

/** What survey tools write below a question that is answered in one column, in the languages of their users. */
const ANSWER =
  /^(?:open-ended response|response|responses|answer|other \(please specify\)|other|please specify|comment|comments|why\?|antwort|offene antwort|beantwortung in offenem format|freitext|offene frage|freie antwort|texteingabe|sonstiges(?: \(bitte angeben\))?|réponse|réponse ouverte|autre(?: \(veuillez préciser\))?|respuesta|respuesta abierta|otro(?: \(especifique\))?|resposta|resposta aberta|outro(?: \(especifique\))?|risposta|risposta aperta|altro(?: \(specificare\))?|antwoord|open antwoord|anders(?: \(geef nadere toelichting\))?|odpowiedź|odpowiedź otwarta|inne(?: \(proszę określić\))?|回答|自由回答|自由記述|その他|응답|주관식 응답|답변|기타)$/
const PLAIN_ANSWER =
  /^(?:open-ended response|response|responses|answer|antwort|offene antwort|beantwortung in offenem format|offene frage|freie antwort|texteingabe|freitext|réponse|réponse ouverte|respuesta|respuesta abierta|resposta|resposta aberta|risposta|risposta aperta|antwoord|open antwoord|odpowiedź|odpowiedź otwarta|回答|自由回答|自由記述|응답|주관식 응답|답변)$/
/** One of several boxes for answers to the same question: "Answer 1", "Idee 2", "#3". */
export const NUMBERED = /^(?:[\p{L} ]{0,30}?)\s*[#(]?\s*\d{1,2}\)?[.:]?$/u
const QUESTION_CODE = /^Q\d+(?:_\d+)*$/i
/** What programs put where a header was empty. */
const NO_HEADER = /^(?:unnamed: ?\d+(?:_level_\d+)?|column ?\d+|spalte ?\d+|field ?\d+)?$/i

/** Header rows of a survey, two or three, → one; nothing where there is one. */
export function surveyTable(table: Table, headerRows?: number): SurveyTable | undefined {
  if (headerRows !== undefined) return undefined
  const merged =
    fromQualtrics(table) ??
    fromTypes(table) ??
    fromCodes(table) ??
    fromSurveyMonkey(table) ??
    fromNumbers(table) ??
    fromTwoLanguages(table)
  return withoutTypes(merged?.table ?? table, merged?.because)
}

/** How a question is answered, as people note it below its text. */
const TYPE =
  /^(?:open(?:[- ](?:text|ended|question))?|free[- ]?text|text|long text|short text|single[- ](?:choice|select)|multiple[- ](?:choice|select)|choice|checkbox(?:es)?|scale|rating|likert|matrix|ranking|number|numeric|date|nps|yes\/no|string|offen(?:e frage)?|freitext|einfach(?:auswahl|nennung)|mehrfach(?:auswahl|nennung)|skala|zahl|datum|ja\/nein|ouverte?|texte libre|choix unique|choix multiple|échelle|abierta|texto libre|opción única|opción múltiple|escala|aperta|testo libero|scelta singola|scelta multipla|open vraag|vrije tekst)\b/i

function areTypes(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  const types = filled.filter((cell) => TYPE.test(cell.trim()) && cell.length <= 40).length
  return types >= 2 && types >= filled.length * 0.7
}

/** Codes, the questions below them, and below these how each is answered. */
function fromTypes(table: Table): SurveyTable | undefined {
  const [labels = [], types = []] = table.records
  const codes = table.header.filter((cell) => CODE.test(cell.trim())).length
  if (table.records.length < 4 || codes < table.header.length * 0.8 || !areTypes(types)) return undefined
  const header = table.header.map((code, index) => labels[index]?.trim() || code)
  return {
    table: { ...table, header, records: table.records.slice(2) },
    because: 'codes stand above the questions, and how each is answered below them',
  }
}

/** A row of kinds of questions below the header is no answer of anybody. */
function withoutTypes(table: Table, because: string | undefined): SurveyTable | undefined {
  const isRow = table.records.length >= 3 && areTypes(table.records[0] ?? [])
  if (!isRow) return because === undefined ? undefined : { table, because }
  return {
    table: { ...table, records: table.records.slice(1) },
    because: because ?? 'a row below the header says how each question is answered',
  }
}

const NUMBERED_QUESTION =
  /^(?:questions?|fragen?|preguntas?|perguntas?|domand[ae]|vra(?:ag|gen)|pytani[ea]|q|質問|問|질문|문항)[ ._-]?\d{1,3}$/i

/** "Question 1" above what it asks: the second row has the questions, and nothing where rows of answers have times and names. */
function fromNumbers(table: Table): SurveyTable | undefined {
  const [labels = [], ...below] = table.records.slice(0, 101)
  const isNumbered = table.header.map((cell) => NUMBERED_QUESTION.test(cell.trim()))
  if (below.length < 2 || !isNumbered.includes(true)) return undefined
  const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== ''
  const areQuestions = isNumbered.every((is, index) => !is || isFilled(labels[index]))
  const others = table.header.flatMap((_, index) => (isNumbered[index] ? [] : [index]))
  const areBlank =
    others.length > 0
      ? others.every((index) => !isFilled(labels[index])) &&
        below.every((record) => others.some((index) => isFilled(record[index])))
      : labels.every(isQuestion) && !below.some((record) => record.some(isQuestion))
  if (!areQuestions || !areBlank) return undefined
  return {
    table: {
      ...table,
      header: table.header.map((cell, index) => (isNumbered[index] ? (labels[index] ?? cell) : cell)),
      records: table.records.slice(1),
    },
    because: 'questions are numbered, and stand in the second row',
  }
}

/** The same header once more, in another language: where all else are times or numbers it has a header's word. */
function fromTwoLanguages(table: Table): SurveyTable | undefined {
  const [second = [], ...below] = table.records.slice(0, 101)
  if (below.length < 2 || second.length !== table.header.length) return undefined
  const areHeaders = second.every((cell) => cell.trim() !== '' && (isQuestion(cell) || isNamed(cell)))
  if (!areHeaders) return undefined
  const isOdd = second.some((cell, index) => {
    const { dates, numbers } = profileOf(below.map((record) => record[index] ?? ''))
    return Math.max(dates, numbers) >= 0.9 && isNamed(cell)
  })
  if (!isOdd) return undefined
  return {
    table: { ...table, records: table.records.slice(1) },
    because: 'the second row is the header once more, in another language',
  }
}

const isNamed = (cell: string): boolean => signsOf(cell).some(({ how }) => how === 1)

/** A row of import ids is the last of the header, and the questions stand right above it. */
function fromQualtrics(table: Table): SurveyTable | undefined {
  const rows = [table.header, ...table.records.slice(0, 3)]
  const ids = rows.findIndex(
    (row) => row.filter((cell) => cell.includes('"ImportId"')).length >= Math.max(1, row.length / 2),
  )
  if (ids > 0) {
    return {
      table: { ...table, header: rows[ids - 1] ?? [], records: table.records.slice(ids) },
      because: `Qualtrics writes ${ids === 1 ? 'a row of import ids' : 'three header rows'}`,
    }
  }
  const [labels] = table.records
  const isLegacy = /^v1$/i.test(table.header[0]?.trim() ?? '') && foldName(labels?.[0] ?? '') === 'responseid'
  if (!isLegacy || !labels) return undefined
  return {
    table: { ...table, header: labels, records: table.records.slice(1) },
    because: 'Qualtrics (legacy) writes two header rows',
  }
}

const FEW = 5

const CODE = /^[\p{L}][\p{L}\d_.-]{0,30}$/u

/**
 * Codes above, what they mean below, as statistics programs write it: the second row has words where all rows below it have
 * numbers, times or ids.
 */
function fromCodes(table: Table): SurveyTable | undefined {
  const [labels = [], ...below] = table.records.slice(0, 101)
  const codes = table.header.filter((cell) => CODE.test(cell.trim())).length
  if (below.length < 2 || codes < table.header.length * 0.8) return undefined
  const filled = labels.filter((cell) => cell.trim() !== '').length
  const differ = table.header.filter((_, index) => {
    // a few cells tell of most columns that they hold words
    const few = profileOf(below.slice(0, FEW).map((record) => record[index] ?? ''))
    if (few.filled.length === FEW && Math.max(few.numbers, few.dates, few.tokens) === 0) return false
    const own = profileOf([labels[index] ?? ''])
    const isOther =
      own.filled.length > 0 && own.numbers + own.dates === 0 && (own.tokens === 0 || own.words > 1)
    if (!isOther) return false
    const { numbers, dates, tokens, filled: cells } = profileOf(below.map((record) => record[index] ?? ''))
    return cells.length > 0 && Math.max(numbers, dates, tokens) >= 0.9
  }).length
  if (differ < 2 || filled < table.header.length * 0.6) return undefined
  const header = labels.map((label, index) => label.trim() || (table.header[index] ?? ''))
  return {
    table: { ...table, header, records: table.records.slice(1) },
    because: 'the first row has codes, and the second says what they mean',
  }
}

/** The question stands above the first of its columns; the second row says what each column is of it. */
function fromSurveyMonkey(whole: Table): SurveyTable | undefined {
  const codes = whole.header.filter((cell) => QUESTION_CODE.test(cell.trim())).length
  const hasCodes = codes >= 2 && codes >= whole.header.length / 2
  const [questions = []] = whole.records
  const table = hasCodes ? { ...whole, header: questions, records: whole.records.slice(1) } : whole
  const [labels = []] = table.records
  const header = table.header.map((cell) => (NO_HEADER.test(cell.trim()) ? '' : cell.trim()))
  if (!areSubLabels(header, labels, table)) return undefined
  const above = fillRight(header)
  const merged = labels.map((label, index) => {
    const question = above[index] ?? ''
    const own = label.trim()
    const isOwnRow = own === '' || PLAIN_ANSWER.test(foldName(own)) || own === question
    const isBox = NUMBERED.test(own) && countAlike(labels, index, above, question) > 1
    if (isOwnRow || isBox || isIndexColumn(header, index)) return question
    if (isQuestion(own) && !isQuestion(question)) return own
    return question === '' ? own : `${question} | ${own}`
  })
  return {
    table: { ...table, header: merged, records: table.records.slice(1) },
    because: 'the second row says what the columns of a question are, as SurveyMonkey writes it',
  }
}

/** A first column without a name holds the numbers of the rows. */
function isIndexColumn(header: readonly string[], index: number): boolean {
  return index === 0 && header[0] === ''
}

function countAlike(
  labels: readonly string[],
  index: number,
  above: readonly string[],
  question: string,
): number {
  const stem = (label: string): string => label.replace(/[#(]?\s*\d{1,2}\)?[.:]?$/, '').trim()
  const own = stem(labels[index] ?? '')
  return labels.filter(
    (label, at) => above[at] === question && NUMBERED.test(label.trim()) && stem(label.trim()) === own,
  ).length
}

/**
 * Whether the first record says what columns are: by two of the words that tools write there, or one beside names of
 * options that occur below; never where its cells are answers like those below.
 */
function areSubLabels(header: readonly string[], labels: readonly string[], table: Table): boolean {
  const known = labels.filter((label) => ANSWER.test(foldName(label))).length
  const blanks = header.flatMap((cell, index) => (cell === '' && index > 0 ? [index] : []))
  if (known >= 2) return true
  if (header.some(namesNotes)) return false
  const options = blanks.filter((index) => isOption(labels[index]?.trim() ?? '', index, table)).length
  const filledBelow = blanks.filter((index) => (labels[index] ?? '').trim() !== '').length
  const areIdsBlank = header.every(
    (cell, index) =>
      !isOfTheTool(cell) || (labels[index] ?? '').trim() === '' || labels[index]?.trim() === cell,
  )
  if (!areIdsBlank) return false
  if (known === 1 && (blanks.length > 0 || header.some(isOfTheTool))) return true
  if (blanks.length > 0 && labels.filter((label) => /[?？:：]\s*\*?\s*$/.test(label)).length >= 2) return true
  const isIndexed = header[0] === '' && labels[0]?.trim() === '0'
  if (blanks.length === 0 || filledBelow < blanks.length * 0.5) return false
  const hasNumbered = blanks.filter((index) => NUMBERED.test(labels[index]?.trim() ?? '')).length >= 2
  return options >= 1 || hasNumbered || isIndexed
}

const isOfTheTool = (header: string): boolean =>
  header !== '' &&
  signsOf(header).some(({ role, how }) => (role === 'technical' || role === 'person') && how === 1) &&
  !isQuestion(header)

/** A table of notes says so. */
const namesNotes = (header: string): boolean =>
  !isQuestion(header) && signsOf(header).some(({ role, how }) => role === 'note' && how === 1)

/** The name of an option stands again below it, and hardly anything else does. */
function isOption(label: string, index: number, { records }: Table): boolean {
  if (label === '') return false
  const below = records
    .slice(1, 200)
    .map((record) => record[index]?.trim() ?? '')
    .filter((cell) => cell !== '')
  return below.length > 0 && below.every((cell) => cell === label || /^(?:1|x|yes|true|checked)$/i.test(cell))
}
