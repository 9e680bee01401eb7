import { fileNames } from '../../batch/request-lines.js'
import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { collectMissing } from '../../run/collect-missing.js'
import { writeRound } from '../../run/write-round.js'
import { configFile } from '../../settings/load-settings.js'
import { countOf } from '../../text/count-of.js'
import { thousands } from '../../text/thousands.js'
import { defineCommand } from '../common/command.js'
import { batchCostText } from '../common/estimate-lines.js'
import { checkApart, STANDARD_OUTPUT } from '../common/targets.js'

/** What hosted services take in one file. */
const MOST_REQUESTS = 50_000
const MOST_BYTES = 190_000_000

/** `sixthemes batch write`: requests that have no recording → a file that bulk engines answer. */
export const command = defineCommand({
  description: 'Write the requests that have no recording yet into a file that bulk engines answer.',
  operands: [['<files...>', 'exports, with the options that summarize will have']],
  takes: [
    ...([
      'reading',
      'planning',
      'prompt',
      'wave',
      'given',
      'suggestion',
      'heartbeat',
      'decisions',
      'overview',
    ] as const),
    ...(['model', 'language', 'redaction', 'recordings', 'structure'] as const),
  ],
  flags: [
    ['-o, --output <file>', 'where to write the requests (default: requests.jsonl)'],
    ['--max-requests <number>', `most requests of one file (default: ${MOST_REQUESTS})`],
    ['--max-bytes <number>', `most bytes of one file (default: ${MOST_BYTES})`],
  ],
  notes: `
A line is a request in the shape of OpenAI's batch input, which hosted services, "vllm run-batch" and others read. Have the file
answered, take the answers with "batch read", and write again: what follows from the answers is asked in the next round. Exit
code 3 while something is to be asked, 0 when "summarize --replay" can write the documents.

Example:
  $ sixthemes batch write notes.csv -m MODEL --recordings recordings -o requests.jsonl
  $ vllm run-batch -i requests.jsonl -o answers.jsonl --model MODEL
  $ sixthemes batch read answers.jsonl --recordings recordings
`,
  run: async ({ args: files, flags, settings, world }) => {
    if (settings.model === undefined) throw new UserError('model-missing', {})
    const output = typeof flags.output === 'string' ? flags.output : 'requests.jsonl'
    const limits = {
      requests: wholeNumber('--max-requests', flags.maxRequests, MOST_REQUESTS),
      bytes: wholeNumber('--max-bytes', flags.maxBytes, MOST_BYTES),
    }
    const { redactNames, given, previous, prompt, decisions } = settings
    const reads = [...files, configFile(flags, world), redactNames, given, previous, prompt, decisions]
    if (output !== STANDARD_OUTPUT) {
      await checkApart(output, reads, world.files)
      await world.files.checkWritable(output)
    }
    const { missing, trouble } = await collectMissing(files, { ...OFFLINE, ...settings }, world)
    if (trouble) throw trouble
    if (missing.length === 0) {
      world.stderr.write(
        'Nothing is missing: "sixthemes summarize --replay" with the same options writes the documents.\n',
      )
      return exitCode.done
    }
    const { texts, round, tokens } = await writeRound(missing, settings, limits, world)
    const names = output === STANDARD_OUTPUT ? [] : fileNames(output, texts.length)
    for (const [index, name] of names.entries()) await world.files.write(name, texts[index] ?? '')
    if (output === STANDARD_OUTPUT) {
      const [only = '', ...more] = texts
      if (more.length > 0)
        throw new UserError('option-invalid', {
          option: '--output',
          value: output,
          expected: `expected a file, for the requests are more than one may hold (${texts.length})`,
        })
      world.stdout.write(only)
    }
    const cost = batchCostText(tokens, settings.prices)
    world.stderr.write(
      `Round ${round}: ${countOf(missing.length, 'request')}, about ${thousands(tokens)} tokens in${cost === undefined ? '' : `, ${cost}`}, written to ${names.join(', ') || 'standard output'}\n`,
    )
    return exitCode.shortfall
  },
})

/** Nothing is asked by the program itself. */
const OFFLINE = {
  ...{ replay: true, fresh: false, offline: true, baseUrl: 'http://127.0.0.1', timeout: 1 },
  ...{ askColumns: false },
} as const

function wholeNumber(option: string, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  const number = Number(value)
  if (Number.isInteger(number) && number >= 1) return number
  throw new UserError('option-invalid', {
    option,
    value: String(value),
    expected: 'expected a whole number from 1',
  })
}
