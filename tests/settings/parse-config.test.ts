import { expect, test } from 'vitest'
import { configJsonSchema, optionSchemas } from '../../src/settings/config-schema.js'
import { OPTIONS } from '../../src/settings/options.js'
import { parseConfig } from '../../src/settings/parse-config.js'

test('every option is a key', () => {
  expect(Object.keys(optionSchemas)).toEqual(Object.keys(OPTIONS))
})

test('values are read in the form that the program uses', () => {
  const text = `
output: summary.md
note: 3
delimiter: semicolon
themes: 5
redact: false
model:            # still to be filled in
maps:
  retro:
    persona: "How was it for {a persona}?"
    quadrants:
      - name: Went well
        aliases: [good, keep]
`
  const { values, lines } = parseConfig(text, 'sixthemes.yaml')
  expect(lines).toMatchObject({ output: 2, themes: 5, maps: 8 })
  expect(values).toEqual({
    output: ['summary.md'],
    note: [3],
    delimiter: ';',
    themes: 5,
    redact: false,
    maps: {
      retro: {
        persona: 'How was it for {a persona}?',
        quadrants: [{ name: 'Went well', aliases: ['good', 'keep'] }],
      },
    },
  })
})

test('an empty file says nothing', () => {
  expect(parseConfig('# nothing yet\n', 'sixthemes.yaml').values).toEqual({})
})

test.each([
  [
    'an unknown key',
    'themes: 5\nmodle: x\n',
    [{ line: 2, text: 'there is no key "modle"; did you mean "model"?' }],
  ],
  ['a key like none', 'zzzzzzzzzz: x\n', [{ line: 1, text: 'there is no key "zzzzzzzzzz"' }]],
  [
    'a number that is none',
    'model: x\nthemes: six\n',
    [{ line: 2, text: 'themes: expected a whole number from 1 to 20' }],
  ],
  [
    'a number out of range',
    'themes: 0\n',
    [{ line: 1, text: 'themes: expected a whole number from 1 to 20' }],
  ],
  [
    'an unknown choice',
    'showNotes: all\n',
    [{ line: 1, text: 'showNotes: expected one of none, inline, few, list' }],
  ],
  ['a switch that is none', '\nreplay: maybe\n', [{ line: 2, text: 'replay: expected true or false' }]],
  [
    'a misspelled key deep inside',
    'maps:\n  a:\n    quadrants:\n      - name: x\n      - name: y\n        lense: z\n',
    [{ line: 6, text: 'there is no key "lense"; did you mean "lens"?' }],
  ],
  [
    'a quadrant without a name',
    'maps:\n  a:\n    quadrants:\n      - lens: z\n',
    [{ line: 4, text: expect.stringContaining('maps.a.quadrants.0.name') }],
  ],
  ['a key twice', 'themes: 5\nthemes: 6\n', [{ line: 2, text: 'Map keys must be unique' }]],
  ['no keys at all', '- a\n- b\n', [{ line: 1, text: 'expected keys with values' }]],
  [
    'several problems at once',
    'modle: x\nthemes: no\n',
    [expect.objectContaining({ line: 1 }), expect.objectContaining({ line: 2 })],
  ],
])('%s is an error with its line', (_, text, problems) => {
  expect(() => parseConfig(text, 'sixthemes.yaml')).toThrow(
    expect.objectContaining({ code: 'config-invalid', details: { file: 'sixthemes.yaml', problems } }),
  )
})

test('editors are told the same by the JSON Schema that ships', async () => {
  const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../schema/config.v1.schema.json')
})
