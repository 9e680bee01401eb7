import type { Change, Decision } from '../../decisions/decision.js'
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

export function actionsOn({ persona, quadrant, ...group }: SummaryGroup, store: Store): Actions {
  const columns = columnsOf({ persona, quadrant, ...group })
  const homeOf = (note: SummaryNote): Column | undefined => columns.find(({ notes }) => notes.includes(note))
  const add = async (change: Change, done: string): Promise<void> => {
    const decision: Decision = { persona, quadrant, ...change }
    await store.add([decision], done)
  }
  const move = async (note: SummaryNote, to: string | null): Promise<void> => {
    const target = columns.find(({ id }) => id === to)
    if (!target || homeOf(note) === target) return
    const where = to === null ? 'is in no theme now.' : `is in “${target.title}” now.`
    await add({ note: note.text, to }, `${short(note.text)} ${where}`)
  }
  const makeOf = (note: SummaryNote, title: string): Promise<void> =>
    add({ new: title, notes: [note.text] }, `${short(note.text)} is in “${title}” now.`)

  /** Whoever sorts one note after the other goes on where it was, with the one behind it. */
  const stayAt = (note: SummaryNote, home: Column | undefined): void => {
    const at = home?.notes.indexOf(note) ?? -1
    const next = home?.notes[at + 1] ?? home?.notes[at - 1]
    if (next) focusKey(keyOfNote(next.id))
  }

  return {
    move,
    chooseMove: async (note) => {
      const home = homeOf(note)
      const choices = columns.filter((column) => column !== home)
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
    step: async (note, by) => {
      const at = columns.findIndex(({ notes }) => notes.includes(note))
      const next = columns[at + by]
      if (at >= 0 && next) await move(note, next.id)
    },
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
      await add({ theme: id, ...wording }, done)
    },
    chooseMerge: async (theme) => {
      const others = columns.flatMap(({ theme: other }) => (other && other !== theme ? [other] : []))
      const chosen = await choose(
        `Which theme takes in “${theme.title}”?`,
        others.map(({ id, title }) => ({ value: id, label: title })),
      )
      if (!chosen || !('value' in chosen)) return
      const into = others.find(({ id }) => id === chosen.value)
      await add({ merge: [chosen.value, theme.id] }, `“${theme.title}” is a part of “${into?.title}” now.`)
      focusKey(keyOfField(chosen.value, 'merging'))
    },
  }
}
