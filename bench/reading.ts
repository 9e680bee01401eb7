// How long it takes to read 100,000 notes, group them and render their requests, beside csv-parse on the same bytes.

import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { PRESETS } from '../src/maps/presets.js'
import { groupNotes } from '../src/notes/group.js'
import { readSources } from '../src/notes/read-source.js'
import { parsePrompt } from '../src/prompts/parse-prompt.js'
import type { Prompt } from '../src/prompts/prompt.js'
import { planGroup } from '../src/themes/plan-group.js'
import { board } from './board.js'
import { inTurns, type Measured } from './measure.js'

const NOTES = 100_000

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
