/** Controls, and characters that show nothing by themselves; joiners stay, for emoji and Persian need them between others. */
const UNPRINTABLE =
  /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\u115F\u1160\u17B4\u17B5\u2065\u3164\uFFA0\u2800]|\u034F|[\u180B-\u180F\uFE00-\uFE0E\u{E0100}-\u{E01EF}]/gu
const SHOWS_NOTHING = /^(?:[\s\p{M}]|\u200C|\u200D)*$/u
const PLAIN = /^[ -~]*$/
const NEEDS_CLEANING =
  /[^ -~\u00A0-\u1FFF\u3000-\uD7FF]|\u034F|\u17B4|\u17B5|\u180B|\u180C|\u180D|\u180E|\u180F|[\u00AD\u0600-\u0605\u061C\u06DD\u070F\u08E2\u115F\u1160\u3164]|^[\s\p{M}]*$/u
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Text of a note as written, without surrounding white space and unprintable characters; "\n" between lines. */
export function cleanText(cell: string): string {
  if (PLAIN.test(cell) || !NEEDS_CLEANING.test(cell)) return cell.trim()
  const text = cell.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, '').trim()
  return SHOWS_NOTHING.test(text) ? '' : text
}

/** A name on one line, so that nothing in it can look like another line of a prompt or document. */
export function oneLine(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ')
}
