import { expect, test } from 'vitest'
import { escapeMarkdown, escapeQuoted } from '../../src/documents/escape-markdown.js'
import { toPlainLine, toPlainText } from '../../src/text/plain-text.js'

test.each([
  ['plain text', 'A really gnarly P1 (and winning!)', 'A really gnarly P1 (and winning!)'],
  ['emphasis', '**bold** _it_ ~gone~', '\\*\\*bold\\*\\* \\_it\\_ \\~gone\\~'],
  ['a link', '[x](https://example.com)', '\\[x\\](https\u200B://example.com)'],
  ['a bare link', 'see www.example.com', 'see www\u200B.example.com'],
  ['an image', '![x](y)', '!\\[x\\](y)'],
  ['HTML', '<b onclick=x>', '&lt;b onclick=x&gt;'],
  ['an entity', 'R&D &lt;b&gt; &#60;', 'R&D &amp;lt;b&amp;gt; &amp;#\u200B60;'],
  ['code', '`rm -rf`', '\\`rm -rf\\`'],
  ['a heading', '# Big', '\\# Big'],
  ['a list', '- item', '\\- item'],
  ['a numbered list', '1. item', '1\\. item'],
  ['a rule', '---', '\\---'],
  ['a quotation', '> said', '&gt; said'],
  ['a table', 'a | b', 'a \\| b'],
  ['a mention', 'ask @dana', 'ask @\u200Bdana'],
  ['an e-mail address', 'dana@example.com', 'dana\u200B@\u200Bexample.com'],
  ['an issue', 'fix #123 and GH-4', 'fix #\u200B123 and GH-\u200B4'],
  ['a backslash', 'C:\\temp', 'C:\\\\temp'],
  ['several lines', 'a\r\n\n# b', 'a / # b'],
  ['other scripts', '人が足りない、残業ばかり', '人が足りない、残業ばかり'],
])('%s', (_, text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test('behind other signs in a line less is escaped, and as little happens', () => {
  expect(escapeQuoted('+1')).toBe('+1')
  expect(escapeQuoted('closing fast > closing right')).toBe('closing fast > closing right')
  expect(escapeQuoted('<b onclick=x> *a* [x](y)')).toBe('&lt;b onclick=x> \\*a\\* \\[x\\](y)')
})

test.each([
  ['terminal codes', '\u001B[31mred\u001B[0m', 'red'],
  ['a bell and a backspace', 'a\u0007b\u0008c', 'abc'],
  ['bidirectional overrides', 'a\u202Eb\u2066c', 'abc'],
  ['tag characters', 'a\u{E0041}b', 'ab'],
  ['a tab', 'a\tb', 'a b'],
])('%s are taken out', (_, text, plain) => {
  expect(toPlainLine(text)).toBe(plain)
})

test('lines stay lines where they may', () => {
  expect(toPlainText('a\r\nb\u2028c\u001B[2J')).toBe('a\nb\nc')
})

test('joiners stay, for emoji and Persian need them', () => {
  expect(toPlainLine('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم')
})
