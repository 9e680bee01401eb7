type Cells = readonly string[]

/** Rows at the end of a table among which sums and averages are looked for. */
export const LAST = 4

const TOTAL =
  /^(?:grand total|sub-?total|totals?|sum|average|mean|median|count|total responses|summe|gesamt\p{L}*|zwischensumme|teilergebnis|mittelwert|durchschnitt|anzahl(?: \p{L}+)?|moyenne|somme|total général|promedio|suma|media|somma|totale|totaal|gemiddelde|suma końcowa|średnia|合計|小計|総計|平均|합계|평균)(?=$| ?[:：])/iu
const SUBTOTAL = /^.{1,60} (?:total|ergebnis|subtotal|totaal|totale|suma)$/iu
const LONGEST_LABEL = 80

/** "8", "3,1", "2 Notizen", "Total: 4" */
const FIGURE = /^[^\d]{0,20}[\d.,]+ ?%?(?: \p{L}{1,20})?$/u

/** Figures below what they are of: all cells are numbers or say what the numbers are. */
export function isTotal(record: Cells, isLast: boolean): boolean {
  const label = record.find((cell) => cell.trim() !== '')?.trim() ?? ''
  const names = isLast && TOTAL.test(label)
  if (!names && !(label.length < LONGEST_LABEL && SUBTOTAL.test(label))) return false
  const [first = '', ...others] = record.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (!names && others.length === 0) return false
  if (others.length === 0) return FIGURE.test(first) && /\d/.test(first)
  return others.every((cell) => FIGURE.test(cell))
}

/** Records without the figures at their end, by which nobody should judge a column. */
export function withoutTotals(records: readonly Cells[]): readonly Cells[] {
  let end = records.length
  while (end > 0 && records.length - end < LAST && isFigures(records[end - 1] ?? [])) end--
  return end === records.length ? records : records.slice(0, end)
}

const isFigures = (record: Cells): boolean =>
  record.every((cell) => cell.trim() === '') || isTotal(record, true)
