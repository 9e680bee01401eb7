import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors/user-error.js'
import { readSources } from '../../src/notes/exports/read-source.js'
import type { Encoding } from '../../src/text/encoding.js'

const FOLDER = new URL('../../fixtures/exports/', import.meta.url)
const FIXTURES = readdirSync(FOLDER)
  .filter((name) => /\.\w+$/.test(name))
  .map((name) => readFileSync(new URL(name, FOLDER)))

const read = (bytes: Uint8Array) => readSources([{ file: 'a.csv', bytes }], { named: {} })

/** A result whose account balances, or trouble that the user is told about; anything else is a bug. */
function readOrRefuse(bytes: Uint8Array): void {
  try {
    for (const { notes, dropped, cells } of read(bytes)) expect(notes.length + dropped.length).toBe(cells)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

const encode = (text: string, encoding: Encoding): Uint8Array => {
  if (encoding === 'utf-8') return Buffer.from(`\uFEFF${text}`)
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1')
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf-16be' ? bytes.swap16() : bytes
}

/** Letters that all encodings have, and what makes CSV hard; no line ends of its own kind. */
const LETTERS = ['a', 'B', 'é', 'ß', ' ', ',', ';', '|', '"', "'", '\n', '=', '-', '1', 'word ', 'ü']
const cell = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join('').trim())
  .filter((text) => /[a-zA-Zéßü1]/.test(text) && !/^\s*-/m.test(text) && !/^'[=+\-@']/.test(text)) // a list is several notes, a guard is no text
const table = fc.array(fc.record({ persona: fc.constantFrom('Coach', 'Lead'), note: cell }), {
  minLength: 1,
  maxLength: 12,
})

test('any table of notes is read back as it was written, with any delimiter, encoding and line end', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, delimiter, encoding, lineEnd, quoteAll) => {
        const quote = (text: string): string =>
          quoteAll || /[",;|\t\r\n]/.test(text) || text !== text.trim()
            ? `"${text.replaceAll('"', '""')}"`
            : text
        const lines = [['persona', 'note'], ...rows.map(({ persona, note }) => [persona, note])]
        const text = lines.map((line) => line.map(quote).join(delimiter)).join(lineEnd) + lineEnd
        const [source] = readSources([{ file: 'a.csv', bytes: encode(text, encoding) }], {
          named: {},
          ...(encoding === 'windows-1252' && { encoding }),
        })
        expect(source?.notes.map(({ persona, text }) => ({ persona, note: text }))).toEqual(rows)
      },
    ),
    { numRuns: 500 },
  )
})

test('any bytes end in a result or in trouble that the user is told about', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), readOrRefuse), { numRuns: 10_000 })
})

test('any text that looks like a table does, too', () => {
  const text = fc.array(
    fc.constantFrom(...LETTERS, 'note', 'persona', '\r', '\t', '""', ',,', '\u0000', '\uFEFF'),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(text, (letters) => readOrRefuse(Buffer.from(letters.join('')))),
    { numRuns: 3_000 },
  )
})

test('so does any export that was damaged', () => {
  const damage = fc.record({
    fixture: fc.nat(FIXTURES.length - 1),
    at: fc.nat(2_000),
    remove: fc.nat(40),
    insert: fc.string({ maxLength: 6 }),
  })
  fc.assert(
    fc.property(damage, ({ fixture, at, remove, insert }) => {
      const bytes = FIXTURES[fixture] ?? Buffer.alloc(0)
      const start = at % (bytes.length + 1)
      readOrRefuse(
        Buffer.concat([bytes.subarray(0, start), Buffer.from(insert), bytes.subarray(start + remove)]),
      )
    }),
    { numRuns: 2_000 },
  )
})
