const WORDS =
  'the queue never stops growing and nobody reads it before asking for a fix, VPN "slow" again'.split(' ')

/** A board of so many notes of 3 to 14 words, filled up to `least` characters, for 4 personas in 3 quadrants; always the same. */
export function board(notes: number, least = 0): Buffer {
  let seed = 1
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const rows = Array.from({ length: notes }, (_, row) => {
    const text = Array.from({ length: 3 + next(12) }, () => WORDS[next(WORDS.length)]).join(' ')
    return `Persona ${next(4)},${['Gains', 'Tasks', 'Pains'][next(3)]},"${`${text} ${row}`.padEnd(least, ' and more').replaceAll('"', '""')}",${next(8)}`
  })
  return Buffer.from(`persona,quadrant,note,votes\r\n${rows.join('\r\n')}\r\n`)
}
