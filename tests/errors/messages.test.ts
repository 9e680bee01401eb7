import { expect, test } from 'vitest'
import { describeFinding } from '../../src/documents/describe/describe-finding.js'
import { MESSAGES, type Sentence } from '../../src/errors/messages.js'
import { UserError, type UserErrorCode } from '../../src/errors/user-error.js'
import { CHECKS } from '../../src/themes/checks/finding.js'

/* Wording is held here, and nowhere else: other tests hold codes, or what a sentence must name. */

const DETAILS = {
  ...{
    file: 'FILE',
    folder: 'FOLDER',
    row: 7,
    line: 3,
    column: 'COLUMN',
    byte: 99,
    rows: 12,
    length: 123_456,
    port: 8080,
    given: 4,
  },
  ...{
    columns: ['A', 'B'],
    options: ['--note', '--votes'],
    option: '--option',
    value: 'VALUE',
    name: 'NAME',
  },
  ...{
    expected: 'expected a whole number',
    cause: 'CAUSE',
    what: 'WHAT',
    reason: 'REASON',
    reasons: ['A', 'B'],
  },
  ...{
    known: ['one', 'two'],
    nearest: 'one',
    kind: 'KIND',
    doubts: ['A', 'B'],
    map: 'MAP',
    prompt: 'PROMPT',
  },
  ...{ found: 'themes', wanted: ['A', 'B'], problems: ['A', 'B'], host: 'HOST', model: 'MODEL', status: 403 },
  ...{ offered: ['one', 'two'], source: 'SOURCE', groups: ['A', 'B'], all: 5, requests: 9, inputTokens: 900 },
  ...{ limit: '--max-requests 3', looksLike: 'a picture', format: 'FORMAT', extensions: ['md', 'json'] },
  ...{
    unit: 'row',
    pattern: 'PATTERN',
    key: 'KEY',
    sheet: 'SHEET',
    sheets: ['A', 'B'],
    tool: 'TOOL',
    before: 'BEFORE',
    after: 'AFTER',
  },
  ...{ doing: 'DOING IT', mark: 'MARK', manifest: 'MANIFEST', answered: 3 },
  ...{ endpoint: 'http://127.0.0.1:1/v1', baseUrl: 'http://127.0.0.1:2/v1' },
}

/** Where a field means something else. */
const OTHERS: Partial<Record<UserErrorCode, object>> = {
  'config-invalid': { problems: [{ line: 3, text: 'A' }] },
  'decisions-invalid': { problems: [{ line: 3, text: 'A' }] },
  'given-invalid': { problems: [{ at: 3, text: 'A' }] },
  'revision-invalid': { problems: [{ row: 3, text: 'A' }] },
  'prompt-wrong-kind': { wanted: 'placements' },
  'compare-order': { cause: 'same' },
  'cell-too-long': { column: 4 },
  'table-too-wide': { columns: 20_000, most: 16_384 },
  'eval-without-boards': { files: ['FILE'] },
  'group-failed': { group: 'GROUP' },
  'key-invalid': { from: 'FILE' },
  'endpoint-asks-to-wait': { wait: '24 h' },
  'batch-taken': { shared: 2, other: 'OTHER' },
}

test('every message to users: what and where, and what to do next', async () => {
  const codes = Object.keys(MESSAGES) as UserErrorCode[]
  const messages = codes.map((code) => {
    const render = MESSAGES[code] as unknown as (details: object) => Sentence
    const { what, next } = render({ ...DETAILS, ...OTHERS[code] })
    const { exitCode } = new UserError(code, { ...DETAILS, ...OTHERS[code] } as never)
    return `${code} (${exitCode})\n${what}\n  ${next}\n`
  })
  expect(messages.filter((text) => /undefined|\[object/.test(text))).toEqual([])
  await expect(messages.join('\n')).toMatchFileSnapshot('./messages.txt')
})

test('every finding in words', async () => {
  const lines = CHECKS.map(
    (check) => `${check}: ${describeFinding({ check, theme: 2, other: 1, found: 'FOUND', share: 0.5 })}\n`,
  )
  await expect(lines.join('')).toMatchFileSnapshot('./findings.txt')
})
