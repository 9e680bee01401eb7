import { addDecisions, renderDecisions } from '../../decisions/render-decisions.js'
import { exitCode } from '../../errors/exit-code.js'
import { decide } from '../../run/decide.js'
import { loadDecisions } from '../../run/load-decisions.js'
import { loadRevision } from '../../run/load-revision.js'
import { loadSummary } from '../../run/load-summary.js'
import { countOf } from '../../text/count-of.js'
import { toTerminalText } from '../../text/plain-text.js'
import { defineCommand } from '../common/command.js'
import { checkApart } from '../common/targets.js'

/** Where decisions go that are given no file. */
const USUAL_FILE = 'decisions.yaml'

/** `sixthemes revise`: a spreadsheet that people changed → their decisions. */
export const command = defineCommand({
  description: 'Take what people changed in the CSV of a summary, and keep it as decisions.',
  operands: [
    ['<summary>', 'the summary.json that the table was written from'],
    ['<table>', 'its CSV, saved by a spreadsheet (CSV or .xlsx), with the column "theme" changed'],
  ],
  takes: ['decisions', 'dry-run'],
  notes: `
In the column "theme" another title moves a note, an empty cell sets it aside, a new title makes a theme, and the same new
title on all rows of a theme renames it. Rows may be sorted or left out. Decisions that there are already stay, and go first.

Example:
  $ sixthemes summarize notes.csv -m gpt-5-mini -o summary.json -o summary.csv
  $ sixthemes revise summary.json summary.csv --decisions decisions.yaml
  $ sixthemes render summary.json --decisions decisions.yaml -o summary.md
`,
  run: async ({ args: [file = '', table = ''], settings, world }) => {
    const target = settings.decisions ?? USUAL_FILE
    await checkApart(target, [file, table], world.files)
    await world.files.checkWritable(target)
    const { summary } = await loadSummary(file, world)
    const isThere = await world.files.exists(target)
    const earlier = isThere ? await loadDecisions({ decisions: target }, world) : undefined
    // the table may have been written with the earlier decisions, or be the one that they were taken from
    const versions = summary.decisions ? [summary] : [decide(summary, earlier, {}), summary]
    const { decisions, understood } = await loadRevision(versions, table, world)
    world.stdout.write(toTerminalText(understood.map((line) => `${line}\n`).join('')))
    if (!settings.dryRun && decisions.length > 0) {
      const text = isThere ? new TextDecoder().decode(await world.files.read(target)) : renderDecisions([])
      await world.files.write(target, addDecisions(text, decisions))
    }
    world.stderr.write(`${closingLine(decisions.length, target, file, settings.dryRun)}\n`)
    return exitCode.done
  },
})

function closingLine(count: number, target: string, file: string, isDry: boolean): string {
  if (count === 0) return 'Nothing was changed in the table.'
  if (isDry) return `${countOf(count, 'decision')} would be added to ${target}`
  return `${countOf(count, 'decision')} added to ${target}; "sixthemes render ${file} --decisions ${target} -o FILE" writes documents with them.`
}
