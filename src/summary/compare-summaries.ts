import { fold } from '../text/fold.js'
import { toHundredths } from '../text/sum.js'
import { ancestorsOf } from './ancestors-of.js'
import { changeOf } from './change-of.js'
import type {
  ComparedGroup,
  ComparedTheme,
  Comparison,
  GroupFigures,
  MatchedBy,
  ThemeFigures,
} from './comparison.js'
import { countNotes } from './count-notes.js'
import type { Summary, SummaryGroup, SummaryTheme } from './summary.js'

export type Identified = { summary: Summary; sha256: string }

/** Which theme of a group now (by id) is which theme of the same group then (by id). */
export type Matches = ReadonlyMap<string, string>

/** A group in both summaries. */
export type GroupPair = { before: SummaryGroup; after: SummaryGroup }

/** The groups that both summaries have, by persona and quadrant. */
export function pairGroups(before: Summary, after: Summary): GroupPair[] {
  const then = new Map(before.groups.map((group) => [keyOf(group), group]))
  return after.groups.flatMap((group) => {
    const earlier = then.get(keyOf(group))
    return earlier ? [{ before: earlier, after: group }] : []
  })
}

/** Matches by id, where the later summary went on from the earlier or from one that did; nothing where it did not. */
export function matchByIds(before: Identified, after: Identified): Map<GroupPair, Matches> | undefined {
  if (!ancestorsOf(after.summary).includes(before.sha256)) return undefined
  return new Map(
    pairGroups(before.summary, after.summary).map((pair) => {
      const then = new Set(pair.before.themes.map(({ id }) => id))
      const common = pair.after.themes.filter(({ id }) => then.has(id))
      return [pair, new Map(common.map(({ id }) => [id, id]))]
    }),
  )
}

/** Two summaries and which of their themes match → what changed. */
export function compareSummaries(
  before: Identified,
  after: Identified,
  matches: ReadonlyMap<GroupPair, Matches>,
  matchedBy: MatchedBy,
): Comparison {
  const pairs = [...matches]
  const paired = new Set(pairs.flatMap(([pair]) => [pair.before, pair.after]))
  const alone = (groups: readonly SummaryGroup[]): SummaryGroup[] =>
    groups.filter((group) => !paired.has(group))
  return {
    schema: 'sixthemes/comparison@1',
    before: { title: before.summary.title, sha256: before.sha256 },
    after: { title: after.summary.title, sha256: after.sha256 },
    matchedBy,
    ...(after.summary.language !== undefined && { language: after.summary.language }),
    groups: [
      ...pairs.map(([pair, own]) => compareGroup(pair, own)),
      ...alone(after.summary.groups).map((group) => standAlone(group, 'after')),
      ...alone(before.summary.groups).map((group) => standAlone(group, 'before')),
    ],
  }
}

/** A group that only one summary has: all of its themes are new, or gone. */
function standAlone(group: SummaryGroup, side: 'before' | 'after'): ComparedGroup {
  const isNew = side === 'after'
  return {
    ...nameOf(group),
    status: isNew ? 'added' : 'missing',
    [side]: figuresOf(group),
    themes: group.themes.map((theme) => ({
      title: theme.title,
      change: isNew ? 'new' : 'gone',
      [side]: toFigures(theme),
    })),
  }
}

function compareGroup({ before, after }: GroupPair, matches: Matches): ComparedGroup {
  const [figuresBefore, figuresAfter] = [figuresOf(before), figuresOf(after)]
  const earlier = new Map(before.themes.map((theme) => [theme.id, theme]))
  const goingOn: ComparedTheme[] = []
  const fresh: ComparedTheme[] = []
  for (const theme of after.themes) {
    const then = earlier.get(matches.get(theme.id) ?? '')
    if (!then) {
      fresh.push({ title: theme.title, change: 'new', after: toFigures(theme) })
      continue
    }
    earlier.delete(then.id)
    const { change, chance } = changeOf(
      { notes: countNotes(then.notes), of: figuresBefore.notes },
      { notes: countNotes(theme.notes), of: figuresAfter.notes },
    )
    goingOn.push({
      title: theme.title,
      change,
      before: toFigures(then),
      after: toFigures(theme),
      chance: Math.round(chance * 1_000) / 1_000,
    })
  }
  const gone = [...earlier.values()].map(
    (theme): ComparedTheme => ({ title: theme.title, change: 'gone', before: toFigures(theme) }),
  )
  return {
    ...nameOf(after),
    status: 'both',
    before: figuresBefore,
    after: figuresAfter,
    themes: [...goingOn, ...fresh, ...gone],
  }
}

const keyOf = ({ persona, quadrant }: SummaryGroup): string => `${fold(persona)}\n${fold(quadrant)}`

const nameOf = ({ persona, quadrant }: SummaryGroup) => ({ persona, quadrant })

function figuresOf({ themes, unplaced }: SummaryGroup): GroupFigures {
  const placed = themes.reduce((sum, theme) => sum + countNotes(theme.notes), 0)
  const notes = placed + countNotes(unplaced)
  return { notes, coverage: notes === 0 ? 0 : toHundredths(placed / notes) }
}

function toFigures(theme: SummaryTheme): ThemeFigures {
  const { id, title, share } = theme
  return { id, title, notes: countNotes(theme.notes), share }
}
