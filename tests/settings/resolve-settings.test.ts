import { expect, test } from 'vitest'
import { chooseMaps } from '../../src/settings/choose-maps.js'
import { type OptionGroup, optionRows } from '../../src/settings/options.js'
import {
  type Config,
  type Environment,
  type Flags,
  resolveSettings,
} from '../../src/settings/resolve-settings.js'

const ALL = { name: 'summarize', takes: [...new Set(optionRows.map(([, { group }]) => group))] }
const resolve = (flags: Flags, environment: Environment, file?: Config) =>
  resolveSettings<OptionGroup>(ALL, flags, environment, file)

const config = (values: Config['values']): Config => ({
  file: 'conf/sixthemes.yaml',
  isNamed: true,
  lines: { model: 3 },
  values,
})

test.each([
  ['flag', { model: 'a' }, { SIXTHEMES_MODEL: 'b' }, { model: 'c' }, 'a', 'flag'],
  ['environment', {}, { SIXTHEMES_MODEL: 'b' }, { model: 'c' }, 'b', 'environment (SIXTHEMES_MODEL)'],
  ['file', {}, {}, { model: 'c' }, 'c', 'conf/sixthemes.yaml, line 3'],
])('a %s wins over what comes after it', (_, flags, environment, values, model, origin) => {
  const { settings, origins } = resolve(flags, environment, config(values))
  expect(settings.model).toBe(model)
  expect(origins.model).toBe(origin)
})

test('defaults stand where nothing is said', () => {
  const { settings, origins } = resolve({}, {}, undefined)
  expect(settings).toMatchObject({
    themes: 6,
    prompt: 'six-themes@3',
    output: ['-'],
    redact: true,
  })
  expect(settings.model).toBeUndefined()
  expect(origins.themes).toBe('default')
})

test('text of flags and variables becomes numbers and switches', () => {
  const { settings } = resolve(
    { themes: '4' },
    { SIXTHEMES_REPLAY: 'true', SIXTHEMES_OUTPUT: 'a.md, b.json' },
    undefined,
  )
  expect(settings).toMatchObject({ themes: 4, replay: true, output: ['a.md', 'b.json'] })
})

test('OPENAI_BASE_URL counts where nothing of our own is said', () => {
  const environment = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }
  expect(resolve({}, environment, undefined).settings.baseUrl).toBe('http://127.0.0.1:1/v1')
  const both = { ...environment, SIXTHEMES_BASE_URL: 'http://127.0.0.1:2/v1' }
  expect(resolve({}, both, undefined).settings.baseUrl).toBe('http://127.0.0.1:2/v1')
})

test('paths in the file are relative to it', () => {
  const values = { output: ['out/a.md', '-'], recordings: 'rec', prompt: './own.prompt', apiKeyFile: 'key' }
  expect(resolve({}, {}, config(values)).settings).toMatchObject({
    output: ['conf/out/a.md', '-'],
    recordings: 'conf/rec',
    prompt: 'conf/own.prompt',
    apiKeyFile: 'conf/key',
  })
  expect(resolve({}, {}, config({ prompt: 'six-themes@1' })).settings.prompt).toBe('six-themes@1')
})

test('a chosen map stands alone, also one of your own', () => {
  const own = { quadrants: [{ name: 'Went well', aliases: [] }] }
  const { settings } = resolve({ map: 'retro' }, {}, config({ maps: { retro: own } }))
  expect(chooseMaps(settings)).toEqual([{ name: 'retro', ...own }])
})

test('without a choice your own maps come first, and replace a preset of the same name', () => {
  const own = { quadrants: [{ name: 'Went well', aliases: [] }] }
  const { settings } = resolve({}, {}, config({ maps: { canvas: own } }))
  expect(chooseMaps(settings).map(({ name }) => name)).toEqual([
    'canvas',
    'gains-tasks-pains',
    'says-thinks-does-feels',
  ])
})

test.each([
  ['a number that is none', { themes: 'six' }, {}, 'option-invalid', { option: '--themes', value: 'six' }],
  ['an empty number', { themes: '' }, {}, 'option-invalid', {}],
  [
    'a variable of the wrong type',
    {},
    { SIXTHEMES_TIMEOUT: 'soon' },
    'option-invalid',
    { option: 'SIXTHEMES_TIMEOUT' },
  ],
  ['an unknown delimiter', { delimiter: '#' }, {}, 'option-invalid', { option: '--delimiter' }],
  ['replay with fresh', { replay: true, fresh: true }, {}, 'options-conflict', {}],
  [
    'an empty OPENAI_BASE_URL',
    {},
    { OPENAI_BASE_URL: '' },
    'base-url-invalid',
    { source: 'OPENAI_BASE_URL' },
  ],
  ['an address without a scheme', { baseUrl: 'localhost:8080/v1' }, {}, 'base-url-invalid', {}],
  [
    'a password in the address',
    { baseUrl: 'https://me:secret@llm.example.com/v1' },
    {},
    'base-url-with-more',
    { host: 'llm.example.com' },
  ],
  ['a query in the address', { baseUrl: 'https://llm.example.com/v1?key=x' }, {}, 'base-url-with-more', {}],
  ['a path as an address', { baseUrl: '/v1' }, {}, 'base-url-invalid', {}],
])('%s is an error', (_, flags: Flags, environment: Environment, code, details) => {
  expect(() => resolve(flags, environment, undefined)).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining(details) }),
  )
})

test('an unknown map is an error', () => {
  expect(() => chooseMaps({ map: 'canvass' })).toThrow(
    expect.objectContaining({ code: 'map-unknown', details: expect.objectContaining({ nearest: 'canvas' }) }),
  )
})

const found = (values: Config['values']): Config => ({ ...config(values), isNamed: false })

test.each<[string, Config['values']]>([
  ['an endpoint elsewhere', { baseUrl: 'https://collector.example/v1' }],
  ['a key from elsewhere', { apiKeyFile: '../../.ssh/id_rsa' }],
  ['an absolute path', { output: ['/etc/cron.d/x'] }],
  ['one of several paths', { output: ['fine.md', '../other/summary.md'] }],
  ['recordings elsewhere', { recordings: '../recordings' }],
  ['a template elsewhere', { prompt: '../x.prompt' }],
  ['names from elsewhere', { redactNames: '/etc/passwd' }],
])('a file that was found and not named cannot give %s', (_, values) => {
  expect(() => resolve({}, {}, found(values))).toThrow(
    expect.objectContaining({ code: 'config-not-trusted' }),
  )
  expect(() => resolve({}, {}, config(values))).not.toThrow()
})

test('what a flag says instead is not looked at in the file', () => {
  const values = { baseUrl: 'https://collector.example/v1' }
  expect(resolve({ baseUrl: 'http://127.0.0.1:1/v1' }, {}, found(values)).settings.baseUrl).toBe(
    'http://127.0.0.1:1/v1',
  )
})

test('a command resolves its own options alone', () => {
  const taker = { name: 'compare', takes: ['output', 'model'] } as const
  const values = { output: ['summary.md'], model: 'm', themes: 3, baseUrl: 'nonsense' }
  const { settings } = resolveSettings(taker, {}, {}, config(values))
  expect(settings).toEqual({ output: ['-'], model: 'm' })
})
