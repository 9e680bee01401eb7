import { oneLine } from '../../text/clean-text.js'
import { type Column, nameOf } from '../columns.js'
import { NUMBERED } from './survey-headers.js'

/** "Aspect #2:What aspects ...?" → "What aspects ...?": the columns of one question are one quadrant. */
export function questionOf(header: string): string {
  return oneLine(header)
    .replace(/^[^:?]{1,60} #\d+: ?/, '')
    .replace(/^G\d{1,2}Q\d{1,3}(?:\[[^\]]{1,20}\]){0,2}\. ?/, '') // LimeSurvey's codes
    .replace(/^(?:\d+[.)]|Q\d+(?:[.:)]|\s*[-–—])(?=\s))\s*/i, '')
    .replace(/(?<!\*) ?\*+$/, '')
}

/** Numbered boxes are one question: "Idea 1" and "Idea 2" are both "Idea", "What else? - 2" is "What else?". */
export function stemOf(own: string, header: readonly string[]): string {
  const question = questionOf(own)
  const stem = stemOfNumbered(question)
  if (stem === undefined || MERELY_A_QUESTION.test(stem)) return question
  const siblings = header.filter((other) => stemOfNumbered(questionOf(other)) === stem)
  return siblings.length > 1 ? stem : question
}

/** "Question 1" and "Question 2", "v_2" and "v_3" are questions of their own, and no boxes of one. */
const MERELY_A_QUESTION =
  /^(?:[a-z]|var|question|frage|pregunta|quest[ãa]o|pergunta|domanda|vraag|pytanie|問|質問|설문|문항|질문)$/i

/** A longer header is no name of a box. */
const LONGEST_STEM = 500

function stemOfNumbered(question: string): string | undefined {
  if (question.length > LONGEST_STEM) return undefined
  const [, stem, label] = /^(.*\S)(?:\s+|_)(?:[-–—|]\s*)?([#([]?\s*\d{1,2}[)\]]?)$/u.exec(question) ?? []
  if (stem !== undefined && label !== undefined && !stem.includes('[')) return stem.replace(/\s*[-–—|:]$/, '')
  const [, before, box] = /^(.*[?.:]|.*\S(?=\s*\[))\s*(?:[-–—|[]\s*)([^?]{1,30}?)\]?$/u.exec(question) ?? []
  return before !== undefined && box !== undefined && isBox(box) ? before : undefined
}

const isBox = (label: string): boolean => NUMBERED.test(label) || ORDINAL.test(label)

/** "First barrier", "2nd", "dritter Wunsch" */
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|[1-9](?:st|nd|rd|th|\.|e|º|ª)|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|premi(?:er|ère)|deuxième|troisième|primer[oa]?|segund[oa]|tercer[oa]?|primeir[oa]|terceir[oa]|prim[oa]|second[oa]|terz[oa]|eerste|tweede|derde|pierwsz[ya]|drug[ia]|trzeci[a]?)(?: \p{L}{1,20})?$/iu

/** A column without a header beside a question holds the comments on it, as collapsed SurveyMonkey headers have it. */
export function questionBefore(header: readonly string[], column: Column): string {
  const before = questionOf(header[column.index - 1] ?? '')
  return before.split(' ').length >= 3 ? `${before} (comments)` : `Column ${nameOf(column)}`
}
