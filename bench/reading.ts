// How long it takes to read 100,000 notes, group them and render their requests, beside csv-parse on the same bytes.

import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { PRESETS } from '../src/maps/presets.js'
import { groupNotes } from '../src/notes/group.js'
import { readSources } from '../src/notes/read-source.js'
import { parsePrompt } from '../src/prompts/parse-prompt.js'
import type { Prompt } from '../src/prompts/prompt.js'
import { planGroup } from '../src/themes/plan-group.js'
import { inTurns, type Measured } from './measure.js'

const NOTES = 100_000
const WORDS =
  'the queue never stops growing and nobody reads it before asking for a fix, VPN "slow" again'.split(' ')

/** A board of so many notes of 3 to 14 words, for 4 personas in 3 quadrants; always the same. */
export function board(notes: number): Buffer {
  let seed = 1
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const rows = Array.from({ length: notes }, (_, row) => {
    const text = Array.from({ length: 3 + next(12) }, () => WORDS[next(WORDS.length)]).join(' ')
    return `Persona ${next(4)},${['Gains', 'Tasks', 'Pains'][next(3)]},"${text.replaceAll('"', '""')} ${row}",${next(8)}`
  })
  return Buffer.from(`persona,quadrant,note,votes\r\n${rows.join('\r\n')}\r\n`)
}

export async function benchReading(): Promise<Measured> {
  const bytes = board(NOTES)
  const prompt = parsePrompt(
    await readFile(new URL('../prompts/six-themes.v2.prompt', import.meta.url), 'utf8'),
    'x',
  )
  const settings = { prompt: prompt as Prompt<'themes'>, model: 'm', themes: 6, redact: true }
  const all = () => {
    const sources = readSources([{ file: 'board.csv', bytes }], { named: {} })
    const { groups } = groupNotes(
      sources.flatMap(({ notes }) => notes),
      PRESETS,
    )
    for (const group of groups) planGroup(group, settings)
  }
  const times = await inTurns(9, all, () => parse(bytes))
  return {
    name: '(c) reading, grouping and rendering 100,000 notes',
    ...times,
    against: 'csv-parse alone',
    aim: 2,
  }
}
