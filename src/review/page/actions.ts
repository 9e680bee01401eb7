import type { Change } from '../../decisions/decision.js'
import type { SummaryGroup, SummaryNote, SummaryTheme } from '../../summary/summary.js'
import { choose } from './choose.js'
import { focusKey, keyOfField, keyOfNote } from './dom.js'
import type { Store } from './store.js'
import { type Column, columnsOf, short } from './view.js'

/** What the user can do with a group; each is a decision in the file. */
export type Actions = {
  move(note: SummaryNote, to: string | null): Promise<void>
  /** Asks where a note shall go. */
  chooseMove(note: SummaryNote): Promise<void>
  /** To the column before or behind the one where it is. */
  step(note: SummaryNote, by: 1 | -1): Promise<void>
  make(note: SummaryNote): Promise<void>
  reword(theme: SummaryTheme, wording: { title?: string; summary?: string }): Promise<void>
  chooseMerge(theme: SummaryTheme): Promise<void>
}

/** Actions on a group, which is asked for anew when it is the turn of a change: the one before it may have changed it. */
export function actionsOn(group: () => SummaryGroup, store: Store): Actions {
  const { persona, quadrant } = group()
  const columnsNow = (): Column[] => columnsOf(group())
  const homeOf = (note: SummaryNote): Column | undefined =>
    columnsNow().find(({ notes }) => notes.some(({ id }) => id === note.id))
  const add = async (make: () => { change: Change; done: string } | undefined): Promise<void> => {
    await store.add(() => {
      const made = make()
      return made && { decisions: [{ persona, quadrant, ...made.change }], done: made.done }
    })
  }
  const moveTo = (note: SummaryNote, target: Column | undefined) => {
    if (!target || homeOf(note)?.id === target.id) return undefined
    const where = target.id === null ? 'is in no theme now.' : `is in “${target.title}” now.`
    return { change: { note: note.text, to: target.id }, done: `${short(note.text)} ${where}` }
  }
  const move = (note: SummaryNote, to: string | null): Promise<void> =>
    add(() =>
      moveTo(
        note,
        columnsNow().find(({ id }) => id === to),
      ),
    )
  const makeOf = (note: SummaryNote, title: string): Promise<void> =>
    add(() => ({
      change: { new: title, notes: [note.text] },
      done: `${short(note.text)} is in “${title}” now.`,
    }))

  /** Whoever sorts one note after the other goes on where it was, with the one behind it. */
  const stayAt = (note: SummaryNote, home: Column | undefined): void => {
    const at = home?.notes.findIndex(({ id }) => id === note.id) ?? -1
    const next = home?.notes[at + 1] ?? home?.notes[at - 1]
    if (next) focusKey(keyOfNote(next.id))
  }

  return {
    move,
    chooseMove: async (note) => {
      const home = homeOf(note)
      const choices = columnsNow().filter((column) => column.id !== home?.id)
      const chosen = await choose(
        `Where does ${short(note.text)} belong?`,
        choices.map(({ id, title }) => ({ value: id ?? '', label: title })),
        'A new theme:',
      )
      if (!chosen) return
      if ('text' in chosen) await makeOf(note, chosen.text)
      else await move(note, chosen.value === '' ? null : chosen.value)
      stayAt(note, home)
    },
    step: (note, by) =>
      add(() => {
        const columns = columnsNow()
        const at = columns.findIndex(({ notes }) => notes.some(({ id }) => id === note.id))
        return at < 0 ? undefined : moveTo(note, columns[at + by])
      }),
    make: async (note) => {
      const chosen = await choose(`A new theme with ${short(note.text)}`, [], 'What is it called?')
      if (chosen && 'text' in chosen) await makeOf(note, chosen.text)
    },
    reword: async ({ id, title, summary }, wording) => {
      const isSame = (wording.title ?? title) === title && (wording.summary ?? summary) === summary
      if (isSame || wording.title === '' || wording.summary === '') return
      const done =
        wording.title === undefined
          ? `“${title}” has another summary.`
          : `“${title}” is called “${wording.title}” now.`
      await add(() => ({ change: { theme: id, ...wording }, done }))
    },
    chooseMerge: async (theme) => {
      const others = columnsNow().flatMap(({ theme: other }) =>
        other && other.id !== theme.id ? [other] : [],
      )
      const chosen = await choose(
        `Which theme takes in “${theme.title}”?`,
        others.map(({ id, title }) => ({ value: id, label: title })),
      )
      if (!chosen || !('value' in chosen)) return
      const into = others.find(({ id }) => id === chosen.value)
      const done = `“${theme.title}” is a part of “${into?.title}” now.`
      await add(() => ({ change: { merge: [chosen.value, theme.id] }, done }))
      focusKey(keyOfField(chosen.value, 'merging'))
    },
  }
}
