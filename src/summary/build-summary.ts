import { countNotes, type DistinctNote } from '../notes/distinct-notes.js'
import type { Source } from '../notes/exports/read-source.js'
import type { Group } from '../notes/group.js'
import type { Prompt } from '../prompts/prompt.js'
import { toHundredths } from '../text/sum.js'
import type { Theme } from '../themes/checks/check-themes.js'
import type { RunsChecked } from '../themes/choose-run.js'
import type { GroupResult } from '../themes/summarize-group.js'
import { inFileOrder, type NoteBuilder, noteBuilder, votesOf } from './build-note.js'
import type { Part } from './change-of.js'
import { checkAccount } from './check-account.js'
import { headingsOf } from './headings-of.js'
import { countFeelings } from './heartbeat.js'
import { notesOf } from './notes-of.js'
import { partsOf } from './parts-of.js'
import { sumTokens } from './sum-tokens.js'
import type { Summary, SummaryGroup, SummaryNote, SummaryTheme } from './summary.js'
import { newThemeId } from './theme-id.js'
import { themesOfGroup } from './themes-of-group.js'

export type SummaryParts = {
  title: string
  /** Whether the files are workshops of their own. */
  isAcross?: boolean
  sources: readonly Source[]
  /** Absent where no language model was used. */
  prompt?: Prompt | undefined
  model: string
  map?: string | undefined
  /** Whether its quadrants are the stages of a journey. */
  isJourney?: boolean
  /** What was asked about how notes feel. */
  heartbeat?: Prompt | undefined
  /** The language of the documents, where it is not English. */
  language?: string | undefined
  /** Themes that people gave, and what was asked about them. */
  given?: { themes: number; prompt: Prompt } | undefined
  /** The summary of last time, and the prompt that went on from it. */
  previous?:
    | { title: string; sha256: string; prompt: Prompt; earlier: string[]; summary: Summary }
    | undefined
  results: readonly GroupResult[]
}

/**
 * Sources and the results of their groups → the summary. Counts and shares are computed here, and the account is checked:
 * a summary that loses a note cannot be built.
 */
export function buildSummary({
  title,
  isAcross = false,
  sources,
  prompt,
  model,
  map,
  isJourney = false,
  heartbeat,
  language,
  previous,
  given,
  results,
}: SummaryParts): Summary {
  const toNote = noteBuilder(sources)
  const names = shownNames(sources.map(({ file }) => file))
  const summary: Summary = {
    schema: 'sixthemes/summary@1',
    title,
    ...(isAcross && { across: true }),
    sources: sources.map(({ sha256, export: kind, rows, notes, dropped, warnings }, index) => ({
      file: names[index] ?? '',
      sha256,
      export: kind,
      rows,
      notes: notes.length,
      dropped: [...dropped],
      warnings: [...warnings],
    })),
    ...(prompt ? { prompt: identify(prompt) } : { notice: WITHOUT_MODEL }),
    model,
    ...hostsOf(results.flatMap(({ exchanges }) => exchanges.map(({ reply }) => reply))),
    ...(language !== undefined && { language }),
    ...(previous && { previous: toPrevious(previous) }),
    ...(given && { given: { themes: given.themes, prompt: identify(given.prompt) } }),
    ...(map !== undefined && { map }),
    ...(isJourney && { journey: true }),
    ...(heartbeat && { heartbeat: { prompt: identify(heartbeat) } }),
    groups: results.map((result) => toGroup(result, toNote, previous?.summary, language)),
    usage: sumUsage(results),
  }
  checkAccount(summary, sources)
  return summary
}

/** What every document says that was made without a language model. */
const WITHOUT_MODEL =
  'No language model was used. Notes are grouped by the wording they share, and titles are words of the notes: a first look, no summary.'

/** Names of files as documents show them: without folders, so that bytes do not depend on where a run was made from; with as many as tell two apart. */
function shownNames(files: readonly string[]): string[] {
  const parts = files.map((file) =>
    file.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..'),
  )
  const nameOf = (own: readonly string[], folders: number): string => own.slice(-1 - folders).join('/')
  return parts.map((own) => {
    let folders = 0
    const isAlone = (): boolean =>
      parts.filter((other) => nameOf(other, folders) === nameOf(own, folders)).length === 1
    while (folders < own.length - 1 && !isAlone()) folders++
    return nameOf(own, folders)
  })
}

const toPrevious = ({ title, sha256, prompt, earlier }: NonNullable<SummaryParts['previous']>) => ({
  title,
  sha256,
  prompt: identify(prompt),
  earlier,
})

const identify = ({ id, version, sha256 }: Prompt) => ({ id, version, sha256 })

/** One group as it stands in the summary, before the others are known. */
export function buildGroup(
  result: GroupResult,
  sources: readonly Source[],
  previous?: Summary,
  language?: string,
): SummaryGroup {
  return toGroup(result, noteBuilder(sources), previous, language)
}

function toGroup(
  result: GroupResult,
  toNote: NoteBuilder,
  previous?: Summary,
  language?: string,
): SummaryGroup {
  const { group, status, themes, unplaced, suggested = [], feelings } = result
  const all = group.notes.length
  const before = previous ? partsOf(previous, group) : new Map<string, Part>()
  const named = withIds(themes, group, previous)
  const toWhole = (note: DistinctNote): SummaryNote => {
    const { id, text, votes, from } = toNote(note)
    const feeling = feelings?.get(note)
    const also = named.filter((theme) => theme.also?.includes(note)).map((theme) => theme.id)
    return {
      ...{ id, text, ...(votes !== undefined && { votes }) },
      ...{ ...(feeling && { feeling }), ...(also.length > 0 && { also }), from },
    }
  }
  const sorted = {
    themes: named.map((theme) => buildTheme(theme, all, toWhole, before.get(theme.continues ?? ''))),
    unplaced: inFileOrder(unplaced).map(toWhole),
  }
  return {
    persona: group.persona,
    quadrant: group.quadrant,
    ...headingsOf(group, language),
    status,
    ...(result.status === 'failed' && { reason: result.reason }),
    ...sorted,
    ...(suggested.length > 0 && { suggested: suggested.map((theme) => toSuggestion(theme, toNote)) }),
    ...(result.runs && { runs: toRuns(result.runs, toNote) }),
    ...(feelings && { heartbeat: countFeelings(notesOf(sorted)) }),
    ...(result.status === 'complete' && {
      checks: {
        coverage: shareOf(all - countNotes(unplaced), all),
        ...result.checks,
        grounding: toHundredths(result.checks.grounding),
        findings: [...result.checks.findings],
      },
    }),
  }
}

function toRuns({ of, agreement, unstable }: RunsChecked, toNote: NoteBuilder): SummaryGroup['runs'] {
  return {
    of,
    agreement: toHundredths(agreement),
    unstable: inFileOrder(unstable).map((note) => toNote(note).id),
  }
}

type ThemeWithId = Theme & { id: string }

/** A theme that goes on keeps its id; a new one gets one from its group and title that none of last time has. */
function withIds(themes: readonly Theme[], group: Group, previous?: Summary): ThemeWithId[] {
  const taken = new Set(previous ? themesOfGroup(previous, group).map(({ id }) => id) : [])
  return themes.map((theme) => {
    if (theme.given !== undefined)
      return { ...theme, id: theme.given, ...(taken.has(theme.given) && { continues: theme.given }) }
    if (theme.continues !== undefined) return { ...theme, id: theme.continues }
    const id = newThemeId(group, theme.title, taken)
    taken.add(id)
    return { ...theme, id }
  })
}

function buildTheme(
  { id, continues, given, title, summary, notes }: ThemeWithId,
  all: number,
  toNote: NoteBuilder,
  before: Part | undefined,
): SummaryTheme {
  const votes = votesOf(notes.flatMap((distinct) => distinct.notes))
  return {
    id,
    ...(continues !== undefined && { continues }),
    ...(before && { before }),
    ...(given !== undefined && { given: true }),
    title,
    summary,
    share: shareOf(countNotes(notes), all),
    ...(votes !== undefined && { votes }),
    notes: inFileOrder(notes).map(toNote),
  }
}

function toSuggestion({ title, summary, notes }: Theme, toNote: NoteBuilder) {
  return { title, summary, notes: inFileOrder(notes).map((note) => toNote(note).id) }
}

/** A share rounded to hundredths, as documents show it. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : toHundredths(part / whole)
}

function sumUsage(results: readonly GroupResult[]): Summary['usage'] {
  const used = results.flatMap(({ exchanges }) => exchanges.map(({ reply }) => reply.usage))
  return addUsage({ requests: 0, inputTokens: 0, outputTokens: 0 }, used)
}

/** Who answered, beside those that are known already; nothing where no reply says it. */
export function hostsOf(
  replies: readonly { host?: string | undefined }[],
  known: readonly string[] = [],
): Pick<Summary, 'hosts'> {
  const hosts = new Set([...known, ...replies.flatMap(({ host }) => host ?? [])])
  return hosts.size === 0 ? {} : { hosts: [...hosts].sort() }
}

/** Usage with that of further exchanges. */
export function addUsage(
  { requests, inputTokens, outputTokens }: Summary['usage'],
  used: readonly { inputTokens: number | null; outputTokens: number | null }[],
): Summary['usage'] {
  return {
    requests: requests + used.length,
    inputTokens: sumTokens([inputTokens, ...used.map((usage) => usage.inputTokens)]),
    outputTokens: sumTokens([outputTokens, ...used.map((usage) => usage.outputTokens)]),
  }
}
