import type { Options } from 'csv-parse/sync'
import type { Delimiter } from '../text/delimiter.js'

const LINE_FEED = 0x0a

/** Records may be of any length. */
const PARSER: Options = { relax_column_count: true }

/** A lone carriage return ends a line only where no line ends otherwise, as on old Macs. */
export function optionsFor(delimiter: Delimiter, utf8: Uint8Array): Options {
  const record_delimiter = utf8.includes(LINE_FEED) ? ['\r\n', '\n'] : ['\r']
  return { ...PARSER, record_delimiter, delimiter: delimiter === 'none' ? characterNotIn(utf8) : delimiter }
}

/** What separates the cells of a table without separators: a control character that it does not hold. */
function characterNotIn(utf8: Uint8Array): string {
  const free = [0x1f, 0x1e, 0x1d, 0x1c].find((code) => !utf8.includes(code))
  return free === undefined ? '\uE000' : String.fromCharCode(free)
}
