import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Model } from '../src/model/model.js'
import type { Request } from '../src/model/request.js'
import { runProgram } from './support/fake-world.js'
import { dealOut } from './support/queued-model.js'

/* Replies come in any order, and as many at a time as the user allows: what is written does not tell. */

const BOARD = readFileSync(
  new URL('../fixtures/support-workshop/support-workshop.csv', import.meta.url),
  'utf8',
)

/** A model that lets each request wait as long as it is told, and remembers the order of its replies. */
function slowModel(waitOf: (asked: number) => number) {
  const replied: string[] = []
  const active = { now: 0, most: 0 }
  let asked = 0
  const complete = async (request: Request) => {
    active.most = Math.max(active.most, ++active.now)
    await new Promise((resolve) => setTimeout(resolve, waitOf(asked++)))
    active.now--
    replied.push(request.messages.at(-1)?.content ?? '')
    return { text: JSON.stringify(dealOut(request)), usage: { inputTokens: 100, outputTokens: 20 } }
  }
  return { model: { host: 'slow', complete } satisfies Model, replied, active }
}

const OUTPUTS = ['md', 'json', 'csv', 'ndjson']

async function summarize(concurrency: number, waitOf: (asked: number) => number) {
  const { model, replied, active } = slowModel(waitOf)
  const argv = [
    'summarize',
    'board.csv',
    '-m',
    'm',
    '--base-url',
    'http://127.0.0.1:1/v1',
    '--recordings',
    'r',
  ]
  const outcome = await runProgram(
    [
      ...argv,
      '--concurrency',
      String(concurrency),
      ...OUTPUTS.flatMap((format) => ['-o', `themes.${format}`]),
    ],
    { files: { 'board.csv': BOARD }, openModel: async () => model },
  )
  return { ...outcome, replied, most: active.most }
}

test('what is written does not depend on the order of replies, nor on how many are asked at a time', async () => {
  const inTurn = await summarize(1, () => 0)
  const atOnce = await summarize(4, (asked) => [40, 25, 12, 0][asked % 4] ?? 0)
  expect(inTurn.exitCode).toBe(0)
  expect([inTurn.most, atOnce.most]).toEqual([1, 4])
  expect(atOnce.replied).not.toEqual(inTurn.replied)
  expect([...atOnce.replied].sort()).toEqual([...inTurn.replied].sort())
  expect(atOnce.files).toEqual(inTurn.files)
  expect(Object.keys(inTurn.files).filter((path) => path.startsWith('themes.'))).toHaveLength(4)
})

test('groups on standard output come in their order, each as soon as it and those before it are done', async () => {
  const { model, replied } = slowModel((asked) => (asked === 0 ? 60 : 0))
  const argv = ['summarize', 'board.csv', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1', '-f', 'ndjson']
  const { stdout } = await runProgram([...argv, '--concurrency', '4'], {
    files: { 'board.csv': BOARD },
    openModel: async () => model,
  })
  const inTurn = await summarize(1, () => 0)
  expect(replied[0]).not.toBe(inTurn.replied[0])
  expect(stdout).toBe(inTurn.files['themes.ndjson'])
})
