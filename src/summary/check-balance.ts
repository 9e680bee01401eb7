import { groupName } from '../text/group-name.js'
import { sum, toHundredths } from '../text/sum.js'
import { countNotes } from './count-notes.js'
import { countFeelings } from './heartbeat.js'
import { notesOf } from './notes-of.js'
import type { Summary, SummaryGroup, SummaryNote, SummaryPlace } from './summary.js'
import { strangeTouch } from './touching.js'

/**
 * Checks a summary that was written earlier, by itself: each note in one place, its id and places once, sizes, shares and
 * coverage as they follow from the notes. Says what does not balance and where; nothing where all does.
 */
export function findImbalance(summary: Summary): string | undefined {
  const { sources, groups } = summary
  const ids = new Map<string, string>()
  const places = new Map<string, string>()
  const inSources = sources.map(() => 0)
  const names = new Set<string>()
  for (const group of groups) {
    const name = groupName(group)
    if (names.has(name)) return `the group ${name} is there twice`
    names.add(name)
    const trouble = troubleIn(group, name)
    if (trouble !== undefined) return trouble
    for (const note of notesOf(group)) {
      const where = `${name}, note ${note.id} (${JSON.stringify(note.text.slice(0, 60))})`
      if (ids.has(note.id)) return `${where}: its id is also that of a note in ${ids.get(note.id)}`
      ids.set(note.id, name)
      for (const place of note.from) {
        const key = keyOf(place)
        if (places.has(key))
          return `${where}: its place (row ${place.row}) is also that of a note in ${places.get(key)}`
        places.set(key, name)
        const file = place.file ?? 0
        if (inSources[file] === undefined) return `${where}: there is no file number ${file}`
        inSources[file]++
      }
    }
  }
  for (const [file, { dropped, notes, file: name }] of sources.entries()) {
    if (inSources[file] !== notes)
      return `${name}: ${notes} notes were read, and ${inSources[file]} are in the groups`
    for (const drop of dropped) {
      const key = keyOf({ ...drop, ...(sources.length > 1 && { file }) })
      if (places.has(key)) return `${name}, row ${drop.row}: it is dropped, and a note in ${places.get(key)}`
    }
  }
  return undefined
}

const keyOf = ({ file = 0, row, column = 0, part = 1 }: SummaryPlace): string =>
  `${file}:${row}:${column}:${part}`

/** Figures that do not follow from the notes of a group. */
function troubleIn(group: SummaryGroup, name: string): string | undefined {
  const { themes, unplaced, status, checks } = group
  const all = countNotes(notesOf(group))
  if (status !== 'complete' && themes.length > 0) return `${name}: it is ${status}, and has themes`
  const ids = new Set<string>()
  for (const theme of themes) {
    if (ids.has(theme.id)) return `${name}: two themes have the id ${theme.id}`
    ids.add(theme.id)
    if (theme.notes.length === 0 && !theme.given) return `${name}, theme "${theme.title}": it has no notes`
    if (!isNear(theme.share, countNotes(theme.notes) / all))
      return `${name}, theme "${theme.title}": its share is ${theme.share}, and its notes are ${countNotes(theme.notes)} of ${all}`
    const votes = sumOfVotes(theme.notes)
    if (theme.votes !== undefined && theme.votes !== votes)
      return `${name}, theme "${theme.title}": it has ${theme.votes} votes, and its notes have ${votes}`
  }
  const placed = all - countNotes(unplaced)
  if (checks && !isNear(checks.coverage, placed / all))
    return `${name}: its coverage is ${checks.coverage}, and ${placed} of ${all} notes are in themes`
  const felt = countFeelings(notesOf(group))
  for (const [feeling, count] of Object.entries(felt))
    if (group.heartbeat && group.heartbeat[feeling as keyof typeof felt] !== count)
      return `${name}: its heartbeat does not follow from the notes (${feeling}: ${count})`
  const noteIds = new Set(notesOf(group).map(({ id }) => id))
  const unknown = group.runs?.unstable.find((id) => !noteIds.has(id))
  if (unknown !== undefined) return `${name}: note ${unknown} is said to be unstable, and is not there`
  const strange = strangeTouch(group)
  if (strange) return `${name}, note ${strange.id}: it touches a theme that is not there`
  return troubleInModel(group, name)
}

/** What the model made of a group names notes of it, each once. */
function troubleInModel(group: SummaryGroup, name: string): string | undefined {
  const left = new Set(notesOf(group).map(({ id }) => id))
  const strange = group.decided?.model.themes.flatMap(({ notes }) => notes).find((id) => !left.delete(id))
  return strange === undefined
    ? undefined
    : `${name}: the model had a note ${strange} that is not there, or twice`
}

const isNear = (given: number, share: number): boolean =>
  given === toHundredths(Number.isNaN(share) ? 0 : share)

const sumOfVotes = (notes: readonly SummaryNote[]): number => sum(notes.map(({ votes = 0 }) => votes))
