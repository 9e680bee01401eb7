import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { answerRequest } from '../../review/answer-request.js'
import { checkDecisionsAreThere, openSession } from '../../review/open-session.js'
import { renderShell } from '../../review/render-shell.js'
import { REVIEW_STYLE } from '../../review/style.js'
import { decide } from '../../run/decide.js'
import { loadSummary } from '../../run/load-summary.js'
import { configFile } from '../../settings/load-settings.js'
import { countOf } from '../../text/count-of.js'
import { defineCommand } from '../common/command.js'
import { checkApart, checkTargets, STANDARD_OUTPUT } from '../common/targets.js'
import { writeDocuments, writtenLine } from '../common/write-documents.js'

/** Where decisions go that are given no file. */
const USUAL_FILE = 'decisions.yaml'

/** `sixthemes review`: a page on this machine to correct a summary by hand, until the user is done. */
export const command = defineCommand({
  description: 'Correct a summary by hand in the browser, on this machine alone.',
  operands: [['<summary>', 'a summary.json that summarize wrote']],
  takes: ['output', 'document', 'decisions'],
  flags: [['--port <number>', 'port of the page on 127.0.0.1 (default: a free one)']],
  notes: `
The page moves notes between themes, renames, merges and makes them, and takes back what was done. Each change is a decision in the
file (--decisions, else ${USUAL_FILE}) before the next is made; summarize and render carry them out. "Done" on the page, or Ctrl-C,
ends it and writes the documents that -o names.

Example:
  $ sixthemes review summary.json --decisions decisions.yaml -o corrected.md -o corrected.html
`,
  run: async ({ args: [file = ''], flags, settings, world, tables }) => {
    const { files, stderr, signal } = world
    const decisions = settings.decisions ?? USUAL_FILE
    const output = settings.output.filter((path) => path !== STANDARD_OUTPUT)
    const targets = await checkTargets(
      'summary',
      { ...settings, output },
      [file, decisions, configFile(flags, world)],
      world,
      tables.formats,
    )
    await checkApart(decisions, [file], files)
    await files.checkWritable(decisions)
    const loaded = (await loadSummary(file, world)).summary
    await checkDecisionsAreThere(loaded, { file: decisions, files })
    const session = openSession({
      file: decisions,
      files,
      decide: (given) => decide(loaded, given, {}),
    })
    const { decisions: before } = await session.state()

    const done = new AbortController()
    const secret = world.secret()
    const review = {
      ...{ session, secret, page: renderShell(settings.title ?? loaded.title), style: REVIEW_STYLE },
      script: await files.readScript(),
      writes: targets.length === 0 ? '' : `Written now: ${targets.map(({ path }) => path).join(', ')}.`,
      end: () => done.abort(),
    }
    const server = await world.listen(portOf(flags.port), (request) => answerRequest(request, review))
    stderr.write(
      `Open ${server.origin}/${secret}/ in a browser on this machine; each change is kept in ${decisions}. Ctrl-C ends it.\n`,
    )
    await ended(AbortSignal.any([signal, done.signal]))
    await server.close()

    const state = await session.state()
    const summary = { ...state.summary, title: settings.title ?? state.summary.title }
    const documents = await Promise.all(
      targets.map(async ({ path, format }) => {
        return {
          path,
          text: await format.summary(summary, { notes: settings.showNotes, as: settings.as }),
        }
      }),
    )
    await writeDocuments(documents, world)
    const more = state.decisions - before
    stderr.write(
      `${more === 0 ? `No more decisions than before` : `${countOf(Math.abs(more), 'decision')} ${more > 0 ? 'more' : 'fewer'} than before`} in ${decisions}.\n`,
    )
    const written = writtenLine(documents)
    if (written !== undefined) stderr.write(`${written}\n`)
    return exitCode.done
  },
})

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

function portOf(value: unknown): number {
  if (value === undefined) return 0
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  const expected = 'expected a port from 1 to 65535'
  throw new UserError('option-invalid', { option: '--port', value: String(value), expected })
}
