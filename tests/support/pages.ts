import { readdirSync, readFileSync } from 'node:fs'
import { runProgram } from './fake-world.js'
import { dealOut, type QueuedReply } from './queued-model.js'

/* The pages that tests look at: what they are made of, and their text. */

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url))

const recordings = (folder: string): Record<string, Buffer> =>
  Object.fromEntries(
    readdirSync(new URL(`../../fixtures/${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [`r/${name}`, fixture(`${folder}/${name}`)]),
  )

type Run = {
  argv: readonly string[]
  files: Record<string, string | Uint8Array>
  replies?: readonly QueuedReply[]
}

const REPLAY = ['-m', 'gateway-llm', '--recordings', 'r', '--replay']
const ASK = ['-m', 'm', '--base-url', 'http://127.0.0.1:1/v1']

/** A board that is recorded. */
const board = (name: string): Run => ({
  argv: ['summarize', `${name}.csv`, ...REPLAY],
  files: { [`${name}.csv`]: fixture(`boards/${name}.csv`), ...recordings('boards/recordings') },
})

const invented = (rows: string, ...replies: QueuedReply[]): Run => ({
  argv: ['summarize', 'board.csv', ...ASK],
  files: { 'board.csv': rows },
  replies,
})

const ARABIC = `persona,quadrant,note
ممرضة,الأفراح,شكر المرضى
ممرضة,الأفراح,فريق متعاون
ممرضة,الأفراح,وقت للتعلم
ممرضة,الآلام,نوبات ليلية طويلة
ممرضة,الآلام,نقص في الطاقم
ممرضة,الآلام,Excel كل يوم
`

const LONG = `${'The rota changes every week and nobody says why, so plans at home fall through again. '.repeat(5)}\n\nThat is all.`

const RUNS: Record<string, Run> = {
  sample: {
    argv: ['render', 'summary.json'],
    files: { 'summary.json': fixture('support-workshop/decided.json') },
  },
  wave: { argv: ['render', 'summary.json'], files: { 'summary.json': fixture('waves/2026-q3.json') } },
  journey: {
    argv: ['summarize', 'journey.csv', '-c', 'sixthemes.yaml'],
    files: {
      'journey.csv': fixture('journey/journey.csv'),
      'sixthemes.yaml': fixture('journey/sixthemes.yaml')
        .toString()
        .replace('recordings: recordings', 'recordings: r'),
      ...recordings('journey/recordings'),
    },
  },
  german: board('german'),
  japanese: board('japanese'),
  arabic: invented(ARABIC, dealOut),
  'without-personas': invented(
    `note,votes\n${Array.from({ length: 9 }, (_, index) => `a note about thing ${index},${index * 2}\n`).join('')}"${LONG}",3\na note about thing 1,1\n`,
    dealOut,
  ),
  'listed-and-failed': invented(
    'persona,quadrant,note\nCoach,Gains,tea\nCoach,Gains,milk\nCoach,Pains,queue\nCoach,Pains,noise\nCoach,Pains,pager\nLead,Pains,one\nLead,Pains,two\nLead,Pains,three\n',
    dealOut,
    ...['no JSON', 'no JSON at all', 'still none'],
  ),
  comparison: {
    argv: ['compare', 'before.json', 'after.json', '-q'],
    files: { 'before.json': fixture('waves/2026-q1.json'), 'after.json': fixture('waves/2026-q2.json') },
  },
}

export const PAGES = Object.keys(RUNS)

/** Writes a page and the data it was made of. */
export async function makePage(name: string): Promise<{ page: string; json: string }> {
  const run = RUNS[name]
  if (!run) throw new Error(`there is no page "${name}"`)
  const { files, stderr } = await runProgram([...run.argv, '-o', 'page.html', '-o', 'page.json'], {
    files: run.files,
    ...(run.replies && { replies: run.replies }),
  })
  const [page, json] = [files['page.html'], files['page.json']]
  if (page === undefined || json === undefined) throw new Error(stderr)
  return { page, json }
}
