import type { Summary } from '../../summary/summary.js'
import { el } from './dom.js'
import { columnsOf } from './view.js'

/** A note that was looked for, and the group that it is in. */
export type Found = { group: number; note: string; text: string; where: string }

const MOST = 30

/** Letters without accents, and signs that a keyboard has: what is looked for is rarely typed as it was written. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’‛′´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/→/g, '->')
    .replace(/…/g, '...')
    .toLowerCase()

/** Notes that hold all words of a text, whatever group they are in. */
export function findNotes({ groups }: Summary, text: string): Found[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return groups.flatMap((group, index) =>
    columnsOf(group).flatMap(({ title, notes }) =>
      notes
        .filter((note) => {
          const text = plain(note.text)
          return words.every((word) => text.includes(word))
        })
        .map((note) => ({
          group: index,
          note: note.id,
          text: note.text,
          where: `${group.persona} / ${group.quadrant}: ${title}`,
        })),
    ),
  )
}

/** A field to look for a note, and what was found below it; `go` is told which one the user wants to see. */
export function renderSearch(summary: () => Summary, go: (found: Found) => void): HTMLElement {
  const results = el('ul', { class: 'found', id: 'found' })
  const input = el('input', { type: 'search', id: 'search', autocomplete: 'off', 'aria-controls': 'found' })
  const show = (): void => {
    const found = findNotes(summary(), input.value)
    results.replaceChildren(
      ...found.slice(0, MOST).map((one) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              onclick: () => {
                results.replaceChildren()
                input.value = ''
                go(one)
              },
            },
            el('span', { dir: 'auto' }, one.text),
            el('span', { class: 'soft', dir: 'auto' }, one.where),
          ),
        ),
      ),
      ...(found.length > MOST ? [el('li', { class: 'soft' }, `and ${found.length - MOST} more`)] : []),
      ...(found.length === 0 && input.value.trim() !== ''
        ? [el('li', { class: 'soft' }, 'No note has these words.')]
        : []),
    )
  }
  input.addEventListener('input', show)
  input.addEventListener('keydown', (event) => {
    const first = results.querySelector('button')
    if (event.key === 'Enter') first?.click()
    if (event.key === 'ArrowDown') first?.focus()
    if (event.key === 'Enter' || event.key === 'ArrowDown') event.preventDefault()
    if (event.key !== 'Escape') return
    input.value = ''
    show()
  })
  return el('div', { class: 'search' }, el('label', { for: 'search' }, 'Find a note'), input, results)
}
