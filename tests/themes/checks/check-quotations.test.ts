import { expect, test } from 'vitest'
import { checkQuotations, countQuotations } from '../../../src/themes/checks/check-quotations.js'

const NOTES = [
  'every call we DON’T get',
  'say "we take this seriously"',
  'VPN drops mid\nremote session',
  '人が足りない、残業ばかり',
]

test.each([
  ['as written', 'One says "every call we DON’T get".'],
  ['part of a note', 'Some "VPN drops".'],
  ['that is no quotation: inches', 'They want 24" or 27" screens.'],
  ['in another case', 'Some "vpn Drops".'],
  ['with other apostrophes', `One says "every call we don't get".`],
  ['over a line break', 'The "mid remote session" kind.'],
  ['with a comma of its own', 'The "VPN drops," they say.'],
  ['in curly quotation marks', 'The “VPN drops”, they say.'],
  ['in German ones', 'Man sagt „VPN drops“.'],
  ['in Japanese ones', '「残業ばかり」という声。'],
  ['without quotation marks', "They don't like it, it isn't theirs."],
])('a quotation %s stays', (_, text) => {
  expect(checkQuotations(text, NOTES)).toEqual({ text, misquoted: [] })
})

test.each([
  ['invented', 'One says "I hate it".', 'One says I hate it.'],
  ['with a word inserted', 'The "VPN never drops".', 'The VPN never drops.'],
  ['of half a word', 'It "mote session".', 'It mote session.'],
  ['from two notes', '“VPN drops every call”', 'VPN drops every call'],
  ['shortened', '"every … get"', 'every … get'],
])('a quotation that is %s loses its quotation marks', (_, text, unquoted) => {
  expect(checkQuotations(text, NOTES)).toMatchObject({ text: unquoted, misquoted: [expect.any(String)] })
})

test.each([
  ['参加者は"全然違う"と言う', '参加者は全然違うと言う'],
  ['他们说"完全错误"的话', '他们说完全错误的话'],
  ['Deltagarna säger ”helt fel”.', 'Deltagarna säger helt fel.'],
  ['参加者は＂違う＂と', '参加者は違うと'],
])('also in other scripts and with other marks: %s', (text, unquoted) => {
  expect(checkQuotations(text, NOTES)).toMatchObject({ text: unquoted, misquoted: [expect.any(String)] })
})

test('each quotation is checked by itself', () => {
  expect(checkQuotations('"VPN drops" and "VPN rocks" and "残業"', NOTES)).toEqual({
    text: '"VPN drops" and VPN rocks and "残業"',
    misquoted: ['VPN rocks'],
  })
})

test('passages in quotation marks are counted', () => {
  expect(countQuotations('One "a b" and “c”, and 24" of it.')).toBe(2)
  expect(countQuotations('none')).toBe(0)
})

test.each([
  ['a word that begins a longer one behind it', 'It is "team".', ['teamwork counts'], ['team']],
  ['a word that ends a longer one before it', 'It is "work".', ['teamwork counts'], ['work']],
  ['the whole word elsewhere in the note', 'It is "work".', ['teamwork is work'], []],
  ['signs at its ends', 'It says "(ok)".', ['fine(ok)fine'], []],
  ['marks inside, of another form', 'She said “it is ‘so’ here”.', ["it is 'so' here"], []],
  ['double marks inside, of another form', 'A “call it „home“ now” of theirs.', ['call it "home" now'], []],
  ['white space at its ends', 'It is " late ".', ['too late'], []],
  ['no note at all', 'It is "late".', [], ['late']],
])('a quotation of %s', (_, text, notes, misquoted) => {
  expect(checkQuotations(text, notes).misquoted).toEqual(misquoted)
})
