import { countNotes } from '../summary/count-notes.js'
import { notesOf } from '../summary/notes-of.js'
import type { SummaryChecks, SummaryGroup, SummaryNote, SummaryTheme } from '../summary/summary.js'
import { toHundredths } from '../text/sum.js'
import { checkThemes, findInProse } from '../themes/checks/check-themes.js'
import type { Finding, Thresholds } from '../themes/checks/finding.js'
import { agreementOf } from './agreement-of.js'
import { carryOut, type Gone } from './carry-out.js'
import type { Decision } from './decision.js'
import { draftOf, type GroupDraft } from './group-draft.js'
import { inFileOrder, toModelVersion, votesOf } from './model-version.js'

/**
 * Carries out the decisions about a group on what the model made of it, and checks the outcome as a reply is checked. → the
 * group, and for each decision what of it is gone.
 */
export function decideGroup(
  group: SummaryGroup,
  decisions: readonly Decision[],
  thresholds: Thresholds,
): { group: SummaryGroup; gone: Gone[][] } {
  const model = toModelVersion(group)
  const draft = draftOf(model)
  const gone = decisions.map((decision) => carryOut(decision, draft))
  const themes = themesOf(draft, model)
  const unplaced = notesAt(null, draft)
  const changes = { ...countChanges(themes, unplaced), ...agreementOf(draft) }
  if (!isChanged(changes)) return { group: model, gone }

  const { reason, checks, status, themes: _, unplaced: __, ...named } = model
  const isSorted = themes.length > 0 || status === 'complete'
  const decided = {
    ...changes,
    model: {
      status,
      ...(reason !== undefined && { reason }),
      themes: model.themes.map(withNoteIds),
      ...(checks && { checks }),
    },
  }
  if (!isSorted) return { group: { ...model, unplaced, decided }, gone }
  return {
    group: { ...named, status: 'complete', ...checked(themes, unplaced, model, thresholds), decided },
    gone,
  }
}

function themesOf(draft: GroupDraft, model: SummaryGroup): SummaryTheme[] {
  const all = countNotes(notesOf(model))
  const before = new Map(model.themes.map((theme) => [theme.id, theme]))
  return draft.themes
    .map(({ id, continues, before: then, given, title, summary, merged }): SummaryTheme => {
      const notes = notesAt(id, draft)
      const votes = votesOf(notes)
      return {
        id,
        ...(continues !== undefined && { continues }),
        ...(then && { before: then }),
        ...(given && { given }),
        ...wordingOf({ title, summary }, before.get(id)),
        ...(merged.length > 0 && { merged }),
        share: toHundredths(countNotes(notes) / all),
        ...(votes !== undefined && { votes }),
        notes,
      }
    })
    .filter(({ notes, given }) => given || notes.length > 0)
    .sort((a, b) => countNotes(b.notes) - countNotes(a.notes) || (b.votes ?? 0) - (a.votes ?? 0))
}

type Wording = Pick<
  SummaryTheme,
  'title' | 'titledBy' | 'modelTitle' | 'summary' | 'summarizedBy' | 'modelSummary'
>

/** Title and summary, and what the model wrote where a person wrote something else. */
function wordingOf({ title, summary }: Wording, model: Wording | undefined): Wording {
  const isTitled = title !== model?.title
  const isSummarized = summary !== (model?.summary ?? '')
  return {
    title,
    ...(isTitled && { titledBy: 'person', ...(model && { modelTitle: model.title }) }),
    summary,
    ...(isSummarized && { summarizedBy: 'person', ...(model && { modelSummary: model.summary }) }),
  }
}

/** The notes of a theme, or those in none; marked where the model had them elsewhere. */
function notesAt(id: string | null, { notes, find }: GroupDraft): SummaryNote[] {
  const here = [...notes.values()].filter(({ at }) => at === id)
  return inFileOrder(
    here.map(({ note, was }) => {
      const isWhereItWas = was === null ? id === null : find(was)?.id === id
      return isWhereItWas ? note : { ...note, placedBy: 'person', modelTheme: was }
    }),
  )
}

function countChanges(themes: readonly SummaryTheme[], unplaced: readonly SummaryNote[]) {
  const moved = themes.flatMap(({ notes }) => notes.filter(({ placedBy }) => placedBy))
  const setAside = unplaced.filter(({ placedBy }) => placedBy)
  const count = (is: (theme: SummaryTheme) => unknown): number => themes.filter(is).length
  return {
    moved: countNotes(moved),
    setAside: countNotes(setAside),
    titled: count(({ modelTitle }) => modelTitle !== undefined),
    summarized: count(({ summarizedBy }) => summarizedBy),
    made: count(({ titledBy, modelTitle }) => titledBy && modelTitle === undefined),
    merged: themes.reduce((sum, { merged = [] }) => sum + merged.length, 0),
  }
}

function isChanged({
  moved,
  setAside,
  titled,
  summarized,
  made,
  merged,
}: ReturnType<typeof countChanges>): boolean {
  return moved + setAside + titled + summarized + made + merged > 0
}

const withNoteIds = ({ id, continues, before, given, title, summary, notes }: SummaryTheme) => ({
  ...{
    id,
    ...(continues !== undefined && { continues }),
    ...(before && { before }),
    ...(given && { given }),
  },
  ...{ title, summary },
  notes: notes.map((note) => note.id),
})

/** Themes as they are checked: their notes as often as they were written. */
const toClaim = (theme: SummaryTheme) => ({
  theme,
  ...{ title: theme.title, summary: theme.summary },
  notes: theme.notes.map(({ text, from }) => ({ notes: from.map(() => ({ text })) })),
})

const NOTHING_ASKED = { omitted: 0, repeated: 0, unknown: 0, unsettled: 0, misquoted: 0 }

function checked(
  themes: readonly SummaryTheme[],
  unplaced: SummaryNote[],
  model: SummaryGroup,
  thresholds: Thresholds,
): { themes: SummaryTheme[]; unplaced: SummaryNote[]; checks: SummaryChecks } {
  const all = countNotes(notesOf(model))
  const { omitted, repeated, unknown, unsettled, misquoted } = model.checks ?? NOTHING_ASKED
  const claims = themes.map(toClaim)
  const inProse = [...keptFindings(themes, model), ...findInProse(claims, all, thresholds)]
  const outcome = checkThemes(claims, inProse, { omitted, repeated, unknown, unsettled }, all, thresholds)
  const { grounding, findings } = outcome.checks
  return {
    themes: outcome.themes.map(({ theme, title, summary }) => ({ ...theme, title, summary })),
    unplaced,
    checks: {
      coverage: toHundredths((all - countNotes(unplaced)) / all),
      ...{ omitted, repeated, unknown, unsettled },
      misquoted: Math.max(misquoted, outcome.checks.misquoted),
      grounding: toHundredths(grounding),
      findings: [...findings],
    },
  }
}

/** What was found in the model's words before they were put right, and would not be found again. */
function keptFindings(themes: readonly SummaryTheme[], { themes: before, checks }: SummaryGroup): Finding[] {
  return (checks?.findings ?? []).flatMap((finding): Finding[] => {
    if (finding.check === 'surplus-themes') return [{ check: finding.check, found: finding.found ?? '' }]
    if (finding.check !== 'quotation') return []
    const id = before[(finding.theme ?? 0) - 1]?.id
    const theme = themes.findIndex((other) => other.id === id && other.modelSummary === undefined) + 1
    return theme === 0 ? [] : [{ check: finding.check, theme, found: finding.found ?? '' }]
  })
}
