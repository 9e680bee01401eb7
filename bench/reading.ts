// How long it takes to read 100,000 notes, group them and render their requests, beside csv-parse on the same bytes.

import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { PRESETS } from '../src/maps/presets.js'
import { readSources } from '../src/notes/exports/read-source.js'
import { groupNotes } from '../src/notes/group.js'
import { parseTemplate } from '../src/prompts/parse-prompt.js'
import { createRedaction } from '../src/prompts/redact.js'
import { promptOf } from '../src/prompts/template.js'
import { planGroup } from '../src/themes/plan-group.js'
import { type ThemesVariables, themesReply } from '../src/themes/replies/themes-reply.js'
import { board } from './board.js'
import { inTurns, type Measured } from './measure.js'

const NOTES = 100_000

export async function benchReading(): Promise<Measured> {
  const bytes = board(NOTES)
  const file = new URL('../prompts/six-themes.v2.prompt', import.meta.url)
  const prompt = promptOf<ThemesVariables>(parseTemplate(await readFile(file, 'utf8'), 'x', [themesReply]))
  const settings = {
    prompt: prompt,
    model: 'm',
    limits: { notes: 150, tokens: 8_000 },
    themes: 6,
    redactor: createRedaction().createRedactor(),
  }
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
    aim: { ratio: 3.3 },
  }
}
