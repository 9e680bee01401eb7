import { describe, expect, test } from 'vitest'
import { escapeMarkdown } from '../src/documents/escape-markdown.js'
import { extractJson } from '../src/model/extract-json.js'
import { kindOf } from '../src/notes/column-kinds.js'
import { markdownLines, plainMarkdown } from '../src/notes/exports/markdown-lines.js'
import { surveyTable } from '../src/notes/exports/survey-headers.js'
import { questionOf, stemOf } from '../src/notes/exports/survey-questions.js'
import { isEncodedTwice } from '../src/notes/guess-encoding.js'
import { isName, profileOf } from '../src/notes/judge-cells.js'
import { isQuestion, signsOf } from '../src/notes/judge-header.js'
import { toPlainCell } from '../src/notes/plain-cell.js'
import { isRetroHeading } from '../src/notes/retro-headings.js'
import { saysNothing } from '../src/notes/say-nothing.js'
import { splitCell } from '../src/notes/split-cell.js'
import { parseTable } from '../src/notes/table.js'
import { votesBehind } from '../src/notes/votes-behind.js'
import { createRedaction, noRedactor } from '../src/prompts/redact.js'
import { cleanText } from '../src/text/clean-text.js'
import { contentWords } from '../src/text/content-words.js'
import { estimateTokens } from '../src/text/estimate-tokens.js'
import { fold, foldName } from '../src/text/fold.js'
import { guardCommands } from '../src/text/guard-commands.js'
import { hideKeys } from '../src/text/hide-keys.js'
import { toTerminalLine, toTerminalText } from '../src/text/plain-text.js'
import { findNumbers, findQuantifiers, findVagueWords } from '../src/themes/checks/check-prose.js'
import { checkQuotations, countQuotations } from '../src/themes/checks/check-quotations.js'
import { USUAL_THRESHOLDS } from '../src/themes/checks/finding.js'

const redaction = createRedaction(['Mara Lindqvist', 'Jo'])
await redaction.prepare(['0170 1234567'])

/** Everything that puts text from outside through patterns: cells, headers, replies, bodies. */
const READERS: Record<string, (text: string) => unknown> = {
  redact: (text) => redaction.createRedactor().redact(text),
  restore: (text) => redaction.createRedactor().restore(text),
  'restore nothing': (text) => noRedactor.restore(text),
  cleanText,
  contentWords,
  estimateTokens,
  fold,
  foldName,
  guardCommands,
  hideKeys,
  plainMarkdown,
  markdownLines: (text) =>
    markdownLines({
      ...{
        header: ['# A'],
        records: [[text], [`- ${text}`], [`  ${text}`]],
        delimiter: 'none',
        isLenient: false,
      },
      ...{ hasHeader: true, warnings: [] },
    }),
  toTerminalText,
  toTerminalLine,
  escapeMarkdown,
  extractJson,
  findNumbers: (text) => findNumbers(text, ['five of 5']),
  findQuantifiers: (text) => findQuantifiers(text, 0.5, USUAL_THRESHOLDS),
  findVagueWords,
  checkQuotations: (text) => checkQuotations(text, ['a note']),
  countQuotations,
  kindOf: (text) => kindOf(text, profileOf([text, text, text])),
  isName,
  profileOf: (text) => profileOf([text]),
  isQuestion,
  signsOf,
  isRetroHeading,
  saysNothing,
  splitCell,
  toPlainCell,
  votesBehind,
  questionOf,
  stemOf: (text) => stemOf(text, [text, `${text} - a`]),
  surveyTable: (text) => surveyTable({ header: [text, text], records: [[text, text]] } as never),
  isEncodedTwice,
  parseTable: (text) => parseTable(new TextEncoder().encode(`Note,Votes\n${text},1\n`), 'f.csv'),
}

/** What makes patterns go back and forth: openings without an end, separators in a row, half of what is looked for. */
const SEEDS = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\n',
    '\t',
    '.',
    ',',
    ';',
    ':',
    '-',
    '_',
    '(',
    '[',
    '{',
    '<',
    '"',
    '“',
    "'",
    '&',
    '\\',
  ],
  ...[
    'a ',
    'A ',
    '1 ',
    '1,',
    '1.',
    '1-',
    '1:',
    '(1',
    'a@',
    '@a',
    'a.',
    'a-',
    'aa:',
    '::',
    '0.',
    '[A_1',
    '</',
  ],
  ...[
    '<p>',
    '<think>',
    '```',
    '{"a":',
    '{"a":"\\"',
    '\\"',
    '["',
    '&lt;',
    '&#',
    'http://',
    'www.a',
    'a AT b DOT ',
    'eyJaaaaaaaa.',
  ],
  ...[
    'sk-a',
    'pass aa ',
    "code de l' ",
    " de l'",
    '- a\n  ',
    'password is ',
    '0170 1234567 ',
    'DE89 3704 ',
    '4111 1111 ',
    'a:b:',
    '1.1.1.',
    'Ab, ',
  ],
  ...[
    'Ada Lo ',
    'von ',
    'A. ',
    '12 Lane ',
    'Mara Lind',
    'a (',
    '(a) ',
    'x(1)',
    '+1 ',
    '(+1',
    '- a\n',
    '* a\n',
    '“a” ',
  ],
  ...[
    'a“',
    'five ',
    'of ',
    '5 of ',
    'Ã¼',
    'Ã',
    'é',
    '人',
    'が。',
    '한 ',
    '\u200D',
    '\uFE0F',
    '\u0301',
    '##[',
    '::a',
  ],
  ...['a¦.', 'a¦!', 'a¦ ', 'a¦-', 'a¦⭐', 'a¦<a ', '"a¦!', '“a¦.'],
]

const SIZE = 100_000
/** The seed again and again between something and something else; what stands before "¦" comes once, at the beginning. */
const textOf = (seed: string, size: number): string => {
  const [once, again] = seed.includes('¦') ? seed.split('¦') : ['', seed]
  const body = again ?? ''
  return `${once}${body.repeat(Math.ceil(size / body.length)).slice(0, size)}!x`
}

function millisecondsOf(read: (text: string) => unknown, text: string, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    try {
      read(text)
    } catch {
      // a clear refusal is as good as an answer, if it comes as soon
    }
    return performance.now() - begun
  })
  return Math.min(...times)
}

/** Below this a time says more of the machine than of what was done. */
const TELLS = 150

describe('twice as much text takes about twice as long, whatever it is', () => {
  test.each(Object.keys(READERS))(
    '%s',
    (name) => {
      const read = READERS[name]
      if (!read) throw new Error(name)
      const slow: string[] = []
      for (const seed of SEEDS) {
        const once = millisecondsOf(read, textOf(seed, 2 * SIZE), 1)
        if (once < TELLS) continue
        let [half, twice] = [0, 0]
        for (const runs of [3, 7, 15]) {
          // a machine that is busy for a moment is not slow text: what seems to grow is measured again, and more often
          twice = millisecondsOf(read, textOf(seed, 2 * SIZE), runs)
          half = millisecondsOf(read, textOf(seed, SIZE), runs)
          if (twice <= TELLS || twice <= 3 * half) break
        }
        if (twice > TELLS && twice > 3 * half)
          slow.push(`${JSON.stringify(seed)}: ${half.toFixed()} → ${twice.toFixed()} ms`)
      }
      expect(slow).toEqual([])
    },
    240_000,
  )
})
