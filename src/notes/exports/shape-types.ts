import type { JudgedColumn } from '../columns.js'
import type { Table } from '../table.js'

/** What boards call the things on which people write. */
const NOTE =
  /^(?:sticky|sticky[ _-]?notes?|stickies|post-?its?|notes?|cards?|text|text[ _-]?box(?:es)?|comments?|haftnotiz(?:en)?|notiz(?:zettel)?|karte|carte|tarjeta|nota(?: adhesiva)?|付箋)$/i
/** And what else stands on a wall. */
const OTHER =
  /^(?:frames?|areas?|shapes?|rectangles?|rounded[ _-]?rectangles?|squares?|circles?|ellipses?|ovals?|triangles?|diamonds?|rhombus|pentagons?|hexagons?|stars?|lines?|connectors?|arrows?|images?|pictures?|icons?|emojis?|stamps?|groups?|containers?|sections?|shape[_ ]with[_ ]text|code[_ ]blocks?|stickers?|washi[_ ]tapes?|tables?|grids?|mind ?maps?|documents?|embeds?|previews?|widgets?|drawings?|pages?|rahmen|formen?|linien?|bilder?|pfeile?)$/i

/** The column that says what kind of thing a row is, where some are notes and some are none. */
export function shapeColumn(judged: readonly JudgedColumn[]): JudgedColumn | undefined {
  return judged.find(({ profile: { filled } }) => {
    const kinds = [...new Set(filled)]
    const isKnown = kinds.every((kind) => NOTE.test(kind) || OTHER.test(kind))
    return isKnown && kinds.some((kind) => NOTE.test(kind)) && kinds.some((kind) => OTHER.test(kind))
  })
}

/** Whether a row is a frame, a line or the like. */
export function isShape(record: readonly string[], { index }: Pick<JudgedColumn, 'index'>): boolean {
  return OTHER.test(record[index]?.trim() ?? '')
}

/** "3 rows are shapes (frame, rectangle) and no notes"; nothing where there are none. */
export function warnOfShapes({ records }: Table, column: JudgedColumn | undefined): string[] {
  if (!column) return []
  const shapes = records.filter((record) => isShape(record, column))
  if (shapes.length === 0) return []
  const kinds = [...new Set(shapes.map((record) => record[column.index]?.trim() ?? ''))].join(', ')
  return [
    shapes.length === 1
      ? `a row is a shape (${kinds}) and no note`
      : `${shapes.length} rows are shapes (${kinds}) and no notes`,
  ]
}
