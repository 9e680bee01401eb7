/** A colour of a quadrant: for words and bars, for the ground of its field, and for the track of a bar. */
type Shades = { ink: string; ground: string; track: string }
export type Hue = { name: string; light: Shades; dark: Shades }

/**
 * Colours that differ in hue and in lightness, so that they are told apart by those who see no red or no green, on grey paper
 * too; words in `ink` on `ground` or on the page have a contrast of at least 4.5. A quadrant is always named beside its colour.
 */
// biome-ignore format: a table reads best a row a line
export const HUES: readonly Hue[] = [
  { name: 'green', light: { ink: '#08704f', ground: '#e4f3ec', track: '#bfe0d1' }, dark: { ink: '#63d6a8', ground: '#11291f', track: '#25493a' } },
  { name: 'blue', light: { ink: '#1c4f9c', ground: '#e7eefa', track: '#c4d5f0' }, dark: { ink: '#7aa9fb', ground: '#141f36', track: '#2a3c5e' } },
  { name: 'vermilion', light: { ink: '#b03a12', ground: '#fdece4', track: '#f3cdbb' }, dark: { ink: '#ff9d73', ground: '#331a10', track: '#5a3423' } },
  { name: 'violet', light: { ink: '#3f1569', ground: '#f1eaf8', track: '#dac8ea' }, dark: { ink: '#ecd9ff', ground: '#261836', track: '#432e5a' } },
  { name: 'amber', light: { ink: '#7d5600', ground: '#fbf1da', track: '#ecd9a6' }, dark: { ink: '#eac15a', ground: '#2b2209', track: '#4d3f1b' } },
  { name: 'teal', light: { ink: '#046a7a', ground: '#e0f2f5', track: '#b5dde4' }, dark: { ink: '#5fd0e0', ground: '#0c272c', track: '#1f474e' } },
  { name: 'magenta', light: { ink: '#9a1b62', ground: '#fbe8f2', track: '#efc3da' }, dark: { ink: '#ff94cb', ground: '#331325', track: '#5a2a45' } },
  { name: 'slate', light: { ink: '#4a5563', ground: '#edeff2', track: '#d0d5dc' }, dark: { ink: '#b6c1cf', ground: '#1e232a', track: '#3a424d' } },
]

const PLEASANT =
  /gain|well|good|keep|lik|glad|joy|strength|hope|opportunit|gewinn|gut|stärke|bénéfice|ganancia|良/i
const UNPLEASANT =
  /pain|bad|mad|sad|stop|problem|weak|threat|risk|fear|frust|lack|improve|schmerz|schlecht|schwäche|douleur|dolor|悩|課題/i
const [GREEN, BLUE, VERMILION] = [0, 1, 2]

/** Quadrants in their order → the number of the hue of each, from 1: pleasant ones green, unpleasant ones red, if it is free. */
export function hueOf(quadrants: readonly string[]): ReadonlyMap<string, number> {
  const free = [BLUE, GREEN, VERMILION, ...HUES.keys()].filter(
    (hue, index, all) => all.indexOf(hue) === index,
  )
  const wanted = quadrants.map((name) =>
    PLEASANT.test(name) ? GREEN : UNPLEASANT.test(name) ? VERMILION : undefined,
  )
  const taken = new Set<number>()
  const chosen = quadrants.map((_, index) => {
    const hue = wanted[index]
    if (hue === undefined || taken.has(hue)) return undefined
    taken.add(hue)
    return hue
  })
  const others = free.filter((hue) => !taken.has(hue))
  let next = 0
  return new Map(
    quadrants.map((name, index) => {
      const hue = chosen[index] ?? others[next++ % Math.max(others.length, 1)] ?? index % HUES.length
      return [name, hue + 1]
    }),
  )
}
