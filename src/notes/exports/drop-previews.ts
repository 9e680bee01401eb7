import type { Drop } from '../note.js'
import type { Table } from '../table.js'
import type { Reading } from './export-kind.js'

const STATUS =
  /^(?:status|response type|antworttyp|type de réponse|tipo de respuesta|tipo de resposta|tipo di risposta)$/i
const PREVIEW =
  /preview|vorschau|aperçu|vista previa|visualiza|anteprima|voorbeeld|podgląd|プレビュー|미리|^(?:survey )?test$|^spam$|umfragetest|^(?:deleted|disqualified|screened out|gelöscht|disqualifié|supprimé|eliminad[oa]|descalificad[oa])$/i

/** Takes out the answers that the makers of a survey gave to try it, as Qualtrics marks them. */
export function dropPreviews({ header, records }: Table, reading: Reading): Reading {
  const status = header.findIndex((name) => STATUS.test(name.trim()))
  if (status < 0) return reading
  const isPreview = (row: number): boolean => PREVIEW.test(records[row - 1]?.[status]?.trim() ?? '')
  const gone = reading.notes.filter(({ place }) => isPreview(place.row))
  if (gone.length === 0) return reading
  const cells = new Map<string, Drop>()
  for (const { place } of gone) {
    const column = place.column === undefined ? {} : { column: place.column }
    cells.set(`${place.row}:${place.column}`, { row: place.row, ...column, reason: 'preview' })
  }
  return {
    ...reading,
    notes: reading.notes.filter(({ place }) => !isPreview(place.row)),
    cells: reading.cells - (gone.length - cells.size),
    dropped: [...reading.dropped, ...cells.values()].sort((a, b) => a.row - b.row),
  }
}
