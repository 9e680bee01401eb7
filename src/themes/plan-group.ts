import { hash } from 'node:crypto'
import type { GivenTheme } from '../given/given-theme.js'
import type { Parameters, Request } from '../model/request.js'
import { type DistinctNote, distinctNotes } from '../notes/distinct-notes.js'
import type { Group } from '../notes/group.js'
import type { Prompt } from '../prompts/prompt.js'
import type { Redactor } from '../prompts/redact.js'
import { kindNamed, replyOf } from '../prompts/reply-kind.js'
import { estimateRoughly } from '../text/estimate-tokens.js'
import { byCodeUnit } from '../text/fold.js'
import { type FeelingPlan, type NotesPlan, planFeelings, type ShownNote } from './plan-feelings.js'
import { CONTINUED_REPLIES, type ContinuedVariables } from './replies/continued-reply.js'
import type { FeelingsVariables } from './replies/feelings-reply.js'
import { type GivenVariables, givenReply, type ShownTheme } from './replies/given-reply.js'
import { subjectsReply } from './replies/subjects-reply.js'
import { type ThemesVariables, themesReply } from './replies/themes-reply.js'
import { type PartLimits, splitNotes } from './split-notes.js'

/** With fewer distinct notes than this a group is listed as it is: there is nothing to summarise. */
const FEWEST_TO_ASK = 3

/** What a prompt for the themes of a group may ask for. */
const REPLIES = [themesReply, subjectsReply, ...CONTINUED_REPLIES, givenReply]

export type PlanSettings = {
  prompt: Prompt<ThemesVariables>
  /** Asked instead where there are themes of last time. */
  continuing?: Prompt<ContinuedVariables> | undefined
  /** Asked instead where people gave the themes. */
  giving?: Prompt<GivenVariables> | undefined
  /** Whether it is asked what themes the notes would make that fit none of those. */
  suggest?: boolean | undefined
  /** Asked beside the themes how notes feel, where that is wanted. */
  feeling?: Prompt<FeelingsVariables> | undefined
  model: string
  /** Further fields of the request body, as the user wants them. */
  parameters?: Parameters | undefined
  /** How many themes are wanted. */
  themes: number
  /** The language to write in, as a name or tag ("de"); that of the notes where absent. */
  language?: string | undefined
  /** Whether notes are numbered from the end, to see whether their numbers matter. */
  isReversed?: boolean
  /** How often the themes are asked for, each time with the notes in another order; once where absent. */
  runs?: number | undefined
  /** How much one request may hold. A larger group is split: models lose notes of longer lists, and a reply has its limits. */
  limits: PartLimits
  /** Replaces personal data before it is sent. */
  redactor: Redactor
}

/** A theme of the same persona and quadrant in an earlier summary. */
export type PreviousTheme = { id: string; title: string; summary: string }

/** One that asks for themes, and how many. */
export type PartPlan = NotesPlan & { themeCount: number }

/** What will be asked about a group. Note number n of the group is `distinct[n - 1]`. */
export type GroupPlan = {
  group: Group
  distinct: readonly DistinctNote[]
  /** How many themes are wanted of the whole group. */
  themeCount: number
  redactor: Redactor
  /** The language to write in, by its English name; "" for that of the notes. */
  language: string
  /** Themes of last time that this group may go on from; note numbers of replies count from 1. */
  previous: readonly PreviousTheme[]
  /** Themes that people gave, none where they are to be found; their numbers count from 1. */
  given: readonly GivenTheme[]
  /** How notes that fit no given theme would be asked about, where that is wanted. */
  planRest?: ((rest: Group) => GroupPlan) | undefined
  /** How it is asked how notes feel, where that is wanted. */
  feeling?: FeelingPlan | undefined
  /** How much one request may hold. */
  limits: PartLimits
  /** None for a group that is listed without asking, several for a large one. */
  parts: readonly PartPlan[]
  /** The same in other orders, where themes are asked for several times. */
  others?: readonly GroupPlan[] | undefined
}

/** The plan of a group that a model is asked about. */
export function isAsking({ parts }: GroupPlan): boolean {
  return parts.length > 0
}

/** A further request about a group, with the model and parameters of its first. */
export function followUp(
  { parts: [first] }: GroupPlan,
  messages: Request['messages'],
  reply: Request['reply'],
): Request {
  if (!first) throw new Error('a group that was not asked about has nothing to follow up')
  return { ...first.request, messages, reply }
}

/** A group → its requests, or none where there is too little to ask about. */
export function planGroup(
  group: Group,
  settings: PlanSettings,
  previous: readonly PreviousTheme[] = [],
  given: readonly GivenTheme[] = [],
): GroupPlan {
  const { isReversed = false, runs = 1 } = settings
  const canonical = distinctNotes(group.notes)
  const plan = planIn(inOrder(canonical, isReversed ? 1 : 0), group, settings, previous, given)
  if (runs === 1 || !isAsking(plan)) return plan
  const others = Array.from({ length: runs - 1 }, (_, run) =>
    planIn(inOrder(canonical, run + 1), group, { ...settings, feeling: undefined }, previous, given),
  )
  return { ...plan, others }
}

/** Notes in one of many orders: 0 is the canonical one, 1 that from its end, any other is drawn by the hash of the words. */
function inOrder(canonical: readonly DistinctNote[], order: number): DistinctNote[] {
  if (order === 0) return [...canonical]
  if (order === 1) return [...canonical].reverse()
  const drawn = canonical.map((note) => [hash('sha256', `${order} ${note.sent}`), note] as const)
  return drawn.sort(([a], [b]) => byCodeUnit(a, b)).map(([, note]) => note)
}

function planIn(
  distinct: readonly DistinctNote[],
  group: Group,
  settings: PlanSettings,
  previous: readonly PreviousTheme[],
  given: readonly GivenTheme[],
): GroupPlan {
  const { prompt, continuing, giving, model, parameters, themes, redactor, language: wanted = '' } = settings
  const language = nameOfLanguage(wanted)
  const themeCount = themeCountFor(distinct.length, themes)
  const { limits } = settings
  const plan = { group, distinct, themeCount, redactor, language, previous, given, limits }
  const isGiven = giving !== undefined && given.length > 0
  const planRest = isGiven && settings.suggest ? (rest: Group) => planGroup(rest, settings) : undefined
  if (distinct.length < (isGiven ? 1 : FEWEST_TO_ASK)) return { ...plan, parts: [] }

  const shown = distinct.map(
    ({ sent }, index): ShownNote => ({ sent, number: index + 1, text: redactor.redact(sent) }),
  )
  const split = splitNotes(shown, limits, ({ text }) => estimateRoughly(text))
  const wantedOfPart = split.length === 1 ? themes : Math.ceil(themes * MORE_IN_PARTS)

  const parts = split.map((part): PartPlan => {
    const themeCount = themeCountFor(part.length, wantedOfPart)
    const variables = {
      persona: redactor.redact(group.persona),
      quadrant: redactor.redact(group.quadrant),
      question: redactor.redact(group.question ?? ''),
      lens: redactor.redact(group.lens ?? ''),
      language,
      themeCount,
      themeWord: inWords(themeCount),
      noteCount: part.length,
      notes: part.map(({ text }, index) => [index + 1, text] as const),
    }
    const goesOn = continuing !== undefined && previous.length > 0
    const messages = isGiven
      ? giving.render({ ...variables, themes: shownThemes(given, redactor) })
      : goesOn
        ? continuing.render({ ...variables, previous: numbered(previous, redactor) })
        : prompt.render(variables)
    const asked = isGiven ? giving : goesOn ? continuing : prompt
    const reply = replyOf(kindNamed(asked.kind, REPLIES))
    return {
      numbers: part.map(({ number }) => number),
      themeCount,
      request: { model, messages, reply, ...(parameters && { parameters }) },
    }
  })
  const feeling = settings.feeling && planFeelings(group, shown, settings.feeling, settings)
  return { ...plan, planRest, feeling, parts }
}

/** Given themes as prompts show them. */
function shownThemes(given: readonly GivenTheme[], { redact }: Redactor): ShownTheme[] {
  return given.map(({ title, definition, include, exclude, example }, index) => {
    const said = Object.entries({ definition, include, exclude, example }).filter(([, text]) => text !== '')
    const shown = Object.fromEntries(said.map(([key, text]) => [key, redact(text)]))
    return { number: index + 1, title: redact(title), ...shown }
  })
}

/** Themes of last time as prompts show them. */
function numbered(previous: readonly PreviousTheme[], { redact }: Redactor) {
  return previous.map(({ title, summary }, index) => [index + 1, redact(title), redact(summary)] as const)
}

/** In a part more themes are looked for than wanted, so that what is small in one part and large in all is not lost. */
const MORE_IN_PARTS = 1.5

/** At most half as many themes as distinct notes, so that a theme is more than a note. */
function themeCountFor(notes: number, themes: number): number {
  return Math.min(themes, Math.ceil(notes / 2))
}

/** "de" → "German"; a name stays as it is. */
export function nameOfLanguage(language: string): string {
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

/** 6 → "six"; a number above twelve in digits. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}
