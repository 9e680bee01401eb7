import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answerRequest } from '../../src/review/answer-request.js'
import { openSession } from '../../src/review/open-session.js'
import { decide } from '../../src/run/decide.js'
import type { Summary } from '../../src/summary/summary.js'
import { listen } from '../../src/world/listen.js'
import { createFakeWorld, runProgram } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

const BOARD =
  'persona,quadrant,note\nCoach,Pains,queue\nCoach,Pains,noise\nCoach,Pains,pager\nCoach,Pains,cold tea\n'

const { stdout: SUMMARY } = await runProgram(
  ['summarize', 'board.csv', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1', '-f', 'json'],
  { files: { 'board.csv': BOARD }, replies: [dealOut] },
)
const summary: Summary = JSON.parse(SUMMARY)
const [theme, other] = summary.groups[0]?.themes ?? []
if (!theme || !other) throw new Error('the board has two themes')
const WHERE = { persona: 'Coach', quadrant: 'Pains' }
const RENAME = { ...WHERE, theme: theme.id, title: 'Named by people' }

/** A review over real HTTP, and its file. */
async function serve(decisions?: string) {
  const { world, files } = createFakeWorld({
    files: { 'decisions.yaml': decisions ?? 'schema: sixthemes/decisions@1\ndecisions: []\n' },
  })
  const session = openSession({
    file: 'decisions.yaml',
    files: world.files,
    decide: (given) => decide(summary, given, {}),
  })
  let isEnded = false
  const review = {
    ...{ session, secret: 'a-secret', page: '<p>page</p>', style: 'p{}', script: '1', writes: '' },
    end: () => {
      isEnded = true
    },
  }
  const server = await listen(0, (request) => answerRequest(request, review))
  onTestFinished(server.close)
  return {
    origin: server.origin,
    isEnded: () => isEnded,
    text: () => Buffer.from(files.get('decisions.yaml') ?? '').toString(),
  }
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

/** As fetch, which does not let one say another host or origin. */
const ask = (address: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = send(address, { method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })

const JSON_TYPE = { 'content-type': 'application/json' }

async function changeAt(origin: string, change: object, headers: Record<string, string> = {}) {
  const { version } = JSON.parse((await ask(`${origin}/a-secret/state`)).text)
  const body = JSON.stringify({ version, ...change })
  return ask(`${origin}/a-secret/changes`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body })
}

test('a change is in the file before it is answered, and can be taken back', async () => {
  const { origin, text } = await serve()
  const { status, text: said } = await changeAt(origin, { add: [RENAME] })
  expect({ status, made: JSON.parse(said).made }).toEqual({ status: 200, made: true })
  expect(JSON.parse(said).state.summary.groups[0].themes[0].title).toBe('Named by people')
  expect(text()).toContain('title: Named by people')
  const back = JSON.parse((await changeAt(origin, { undo: true })).text)
  expect(back).toMatchObject({ made: true, takenBack: RENAME, state: { decisions: 0 } })
  expect(text()).toBe('schema: sixthemes/decisions@1\ndecisions: []\n')
})

test('comments and decisions that were there before stay as they are', async () => {
  const { origin, text } = await serve(
    `# by Jo\nschema: sixthemes/decisions@1\ndecisions:\n  # we agreed on this\n  - { persona: Coach, quadrant: Pains, note: noise, to: null }\n`,
  )
  await changeAt(origin, { add: [RENAME] })
  expect(text()).toMatch(/# by Jo[\s\S]*# we agreed on this[\s\S]*note: noise[\s\S]*Named by people/)
})

test.each<[string, number, Asked & { path?: string }]>([
  ['without the secret', 404, { path: '/state' }],
  ['with another secret', 404, { path: '/b-secret/state' }],
  ['with a part of it', 404, { path: '/a-secre/state' }],
  ['below it', 404, { path: '/a-secret/../a-secret/x/state' }],
  ['an address that is not there', 404, { path: '/a-secret/nothing' }],
  ['under another name of this machine', 403, { headers: { host: 'evil.example:80' } }],
  ['from another page', 403, { headers: { origin: 'http://evil.example' } }],
  ['from another page of this machine', 403, { headers: { 'sec-fetch-site': 'same-site' } }],
  ['by another page, without its name', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
  [
    'a change from another page',
    403,
    { path: '/a-secret/changes', method: 'POST', headers: { ...JSON_TYPE, origin: 'null' }, body: '{}' },
  ],
  [
    'a form that another page sends',
    415,
    { path: '/a-secret/changes', method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
  ],
  ['the end from a form', 415, { path: '/a-secret/end', method: 'POST', headers: {}, body: '' }],
  ['what is not JSON', 400, { path: '/a-secret/changes', method: 'POST', headers: JSON_TYPE, body: '{' }],
  [
    'what is too large',
    413,
    { path: '/a-secret/changes', method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(5_000_000) },
  ],
  ['another method', 405, { method: 'DELETE' }],
])('a request is refused: %s', async (_, status, { path = '/a-secret/state', ...asked }) => {
  const { origin, text, isEnded } = await serve()
  const before = text()
  const answer = await ask(`${origin}${path}`, asked)
  expect(answer.status).toBe(status)
  expect(answer.text).not.toContain('queue')
  expect(text()).toBe(before)
  expect(isEnded()).toBe(false)
})

test.each<[string, object, RegExp]>([
  ['on another version', { version: 'old', add: [RENAME] }, /changed meanwhile/],
  ['without a version', { version: 1, add: [RENAME] }, /version/],
  ['that is none', { add: [{ ...WHERE, theme: theme.id }] }, /title or a summary/],
  ['of nothing', { add: [] }, /adds decisions/],
  ['about a theme that is gone', { add: [{ ...WHERE, theme: 'gone', title: 'x' }] }, /no theme “gone”/],
  ['about a note that is gone', { add: [{ ...WHERE, note: 'gone', to: null }] }, /no note “gone”/],
  [
    'that gives two themes one title',
    { add: [{ ...RENAME, title: other.title.toUpperCase() }] },
    /another theme/,
  ],
  ['that takes back what is not there', { undo: true }, /no decision to take back/],
])('a change is not made: %s', async (_, change, because) => {
  const { origin, text } = await serve()
  const before = text()
  const { status, text: said } = await changeAt(origin, change)
  expect(status).toBe(409)
  expect(JSON.parse(said)).toMatchObject({ made: false, because: expect.stringMatching(because) })
  expect(text()).toBe(before)
})

test('a theme made under the title of another is that other one', async () => {
  const { origin } = await serve()
  const text = other.notes[0]?.text
  const { status, text: said } = await changeAt(origin, {
    add: [{ ...WHERE, new: theme.title, notes: [text] }],
  })
  expect(status).toBe(200)
  const [group] = (JSON.parse(said).state.summary as Summary).groups
  const home = group?.themes.find(({ id }) => id === theme.id)
  expect(home?.notes.map((note) => note.text)).toContain(text)
})

test('of many changes at once on one version one is made', async () => {
  const { origin, text } = await serve()
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((title) => changeAt(origin, { add: [{ ...RENAME, title }] })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(text().match(/title:/g)).toHaveLength(1)
})

test('the page may run its own script and nothing else, and nobody keeps or frames it', async () => {
  const { origin } = await serve()
  const { headers } = await ask(`${origin}/a-secret/`)
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(
      /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/,
    ),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
})

const files = { 'summary.json': SUMMARY }

test('what was decided is in the documents when it ends', async () => {
  const decided = `schema: sixthemes/decisions@1\ndecisions:\n  - ${JSON.stringify(RENAME)}\n`
  const {
    exitCode,
    files: after,
    stderr,
  } = await runProgram(['review', 'summary.json', '-o', 'out.md'], {
    files: { ...files, 'decisions.yaml': decided },
  })
  expect(exitCode).toBe(0)
  expect(after['out.md']).toContain('**Named by people**')
  expect(after['decisions.yaml']).toBe(decided)
  expect(stderr).toContain('Written: out.md')
})

test.each<[string, string[], Record<string, string>, RegExp]>([
  ['a file of decisions that is none', [], { 'decisions.yaml': 'decisions: 5' }, /decisions\.yaml/],
  ['an output that is the file of decisions', ['-o', 'decisions.yaml'], {}, /decisions\.yaml/],
  ['a port that is none', ['--port', '0x'], {}, /--port/],
  ['a folder that is not there', ['--decisions', 'nowhere/d.yaml'], {}, /nowhere/],
])('refused before the page is there: %s', async (_, argv, more, message) => {
  const { exitCode, stderr } = await runProgram(['review', 'summary.json', ...argv], {
    files: { ...files, ...more },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('http://')
})

test('a summary whose decisions are in a file that is not there is not begun anew', async () => {
  const { files: made } = await runProgram(
    ['render', 'summary.json', '--decisions', 'd.yaml', '-o', 'decided.json'],
    {
      files: {
        ...files,
        'd.yaml': `schema: sixthemes/decisions@1\ndecisions:\n  - ${JSON.stringify(RENAME)}\n`,
      },
    },
  )
  const { exitCode, stderr } = await runProgram(['review', 'decided.json'], {
    files: { 'decided.json': made['decided.json'] ?? '' },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('decisions of people (1)')
})

test('a port that is taken is told of', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  await expect(listen(port, async () => ({ status: 200, headers: {}, body: '' }))).rejects.toMatchObject({
    code: 'port-taken',
    details: { port, cause: 'EADDRINUSE' },
  })
})
