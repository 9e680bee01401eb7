import { oneLine } from '../../text/clean-text.js'
import { UNSPECIFIED } from '../../text/everyone.js'
import { fold } from '../../text/fold.js'
import type { DropReason } from '../note.js'
import type { Table } from '../table.js'

/** Index of the first column with one of these headers; -1 where there is none. */
export type IndexOf = (names: readonly string[]) => number

type Sticky = { x: number; y: number; area: string }

/** A sticky this many times farther from an area's middle than the farthest of its own is not taken for one of it. */
const REACH = 1.5

/**
 * MURAL names the area of a sticky only when it sits wholly inside. One that does not belongs to the area whose
 * middle is nearest, if it is not much farther from it than that area's own stickies.
 */
export function nearestArea(
  { records }: Table,
  indexOf: IndexOf,
): (record: readonly string[], index: number) => string {
  const [x, y, area] = ['Position X', 'Position Y', 'Area'].map((name) => indexOf([name]))
  const stickies = records.map(
    (record): Sticky => ({
      x: Number(record[x ?? -1]),
      y: Number(record[y ?? -1]),
      area: oneLine(record[area ?? -1] ?? ''),
    }),
  )
  const areas = [...new Set(stickies.map((sticky) => sticky.area).filter((name) => name !== ''))].map(
    (name) => {
      const own = stickies.filter((sticky) => sticky.area === name)
      const middle = { x: meanOf(own.map((sticky) => sticky.x)), y: meanOf(own.map((sticky) => sticky.y)) }
      return {
        name,
        middle,
        reach: REACH * own.reduce((most, sticky) => Math.max(most, distance(sticky, middle)), 0),
      }
    },
  )
  return (_, index) => {
    const sticky = stickies[index]
    if (sticky?.area !== '') return sticky?.area ?? UNSPECIFIED
    const [nearest] = areas
      .map(({ name, middle, reach }) => ({ name, reach, far: distance(sticky, middle) }))
      .sort((a, b) => a.far - b.far)
    return nearest && nearest.far <= nearest.reach ? nearest.name : UNSPECIFIED
  }
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y)

const CAPITALS = /^[\p{Lu}\d][\p{Lu}\d /&-]{1,19}$/u

/**
 * Says which stickies are no notes but writing on the wall: one that says the name of an area is a heading; words in
 * capitals outside the areas, in two colours or more, are the legend of the colours.
 */
export function wallWriting(
  { records }: Table,
  indexOf: IndexOf,
): (record: readonly string[]) => DropReason | undefined {
  const [text, area, color] = ['Text', 'Area', 'BG Color'].map((name) => indexOf([name]))
  const cell = (record: readonly string[], index = -1): string => oneLine(record[index] ?? '')
  const areas = new Set(records.map((record) => fold(cell(record, area))))
  const isOutside = (record: readonly string[]): boolean =>
    cell(record, area) === '' && CAPITALS.test(cell(record, text))
  const colors = new Set(records.filter(isOutside).map((record) => cell(record, color)))
  return (record) => {
    if (areas.has(fold(cell(record, text)))) return 'heading'
    return colors.size >= 2 && isOutside(record) ? 'legend' : undefined
  }
}
