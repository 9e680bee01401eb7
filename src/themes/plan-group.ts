import type { Parameters, Request } from '../model/request.js'
import type { Group } from '../notes/group.js'
import type { Prompt } from '../prompts/prompt.js'
import { createRedactor, noRedactor, type Redactor } from '../prompts/redact.js'
import { type DistinctNote, distinctNotes } from './distinct-notes.js'
import { themesReply } from './reply-form.js'

/** With fewer distinct notes than this a group is listed as it is: there is nothing to summarise. */
const FEWEST_TO_ASK = 3

export type PlanSettings = {
  prompt: Prompt<'themes'>
  model: string
  /** Further fields of the request body, as the user wants them. */
  parameters?: Parameters | undefined
  /** How many themes are wanted. */
  themes: number
  /** The language to write in, as a name or tag ("de"); that of the notes where absent. */
  language?: string | undefined
  /** Whether personal data is replaced before it is sent, and names that are replaced with it. */
  redact: boolean
  names?: readonly string[]
}

/** What will be asked about a group. Note number n of the request is `distinct[n - 1]`. */
export type GroupPlan = {
  group: Group
  distinct: readonly DistinctNote[]
  themeCount: number
  redactor: Redactor
  /** Absent for a group that is listed without asking. */
  request?: Request
}

/** The plan of a group that a model is asked about. */
export type AskingPlan = GroupPlan & { request: Request }

export function isAsking(plan: GroupPlan): plan is AskingPlan {
  return plan.request !== undefined
}

/** A group → its request, or none where there is too little to ask about. */
export function planGroup(
  group: Group,
  { prompt, model, parameters, themes, language = '', redact, names = [] }: PlanSettings,
): GroupPlan {
  const distinct = distinctNotes(group.notes)
  const redactor = redact ? createRedactor(names) : noRedactor
  const themeCount = themeCountFor(distinct.length, themes)
  const plan = { group, distinct, themeCount, redactor }
  if (distinct.length < FEWEST_TO_ASK) return plan
  const messages = prompt.render({
    persona: redactor.redact(group.persona),
    quadrant: redactor.redact(group.quadrant),
    question: redactor.redact(group.question ?? ''),
    lens: group.lens ?? '',
    language: nameOfLanguage(language),
    themeCount,
    themeWord: inWords(themeCount),
    noteCount: distinct.length,
    notes: distinct.map(({ sent }, index) => [index + 1, redactor.redact(sent)] as const),
  })
  return { ...plan, request: { model, messages, reply: themesReply, ...(parameters && { parameters }) } }
}

/** A group with fewer distinct notes than themes gets half as many themes as notes, so that a theme is more than a note. */
function themeCountFor(notes: number, themes: number): number {
  return notes >= themes ? themes : Math.ceil(notes / 2)
}

/** "de" → "German"; a name stays as it is. */
function nameOfLanguage(language: string): string {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) return language
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}
