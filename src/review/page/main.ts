import type { Decision } from '../../decisions/decision.js'
import { hueOf } from '../../documents/page/hues.js'
import type { SummaryGroup } from '../../summary/summary.js'
import { actionsOn } from './actions.js'
import { renderBoard } from './board.js'
import { el, focusIn, focusOn, keyOfNote, say } from './dom.js'
import { type Found, renderSearch } from './search.js'
import { createSeenOrder } from './seen-order.js'
import { end, openStore } from './store.js'
import { countOf, short } from './view.js'

const root = document.getElementById('review')
const store = await openStore(follow, say)
const inSeenOrder = createSeenOrder()
const hues = hueOf([...new Set(store.state().summary.groups.map(({ quadrant }) => quadrant))])
let shown = 0
/** What is pressed is not made anew before it is let go: a click is lost that ends on another element than it began on. */
let isPressed = false
let afterwards: (() => void) | undefined
const letGo = (): void => {
  isPressed = false
  const waiting = afterwards
  afterwards = undefined
  if (waiting) setTimeout(waiting) // behind the click
}
document.addEventListener('pointerdown', ({ button }) => {
  isPressed = button === 0
})
for (const end of ['pointerup', 'pointercancel', 'dragend', 'contextmenu', 'keydown'])
  document.addEventListener(end, letGo, true)
window.addEventListener('blur', letGo)

const undo = el('button', { type: 'button', onclick: () => store.undo() }, 'Undo')
const redo = el('button', { type: 'button', onclick: () => store.redo() }, 'Redo')
const kept = el('span', { class: 'soft' })
const picker = el('select', { id: 'group' })
picker.addEventListener('change', () => show(Number(picker.value)))
const main = el('main', {})
const lapsed = el('div', {})

root?.append(
  el(
    'header',
    {},
    el(
      'div',
      { class: 'title' },
      el('h1', { dir: 'auto' }, store.state().summary.title),
      el('button', { type: 'button', class: 'done', onclick: finish }, 'Done'),
    ),
    el(
      'div',
      { class: 'tools' },
      el('label', { for: 'group' }, 'Group'),
      picker,
      el('button', { type: 'button', 'aria-label': 'Previous group', onclick: () => show(shown - 1) }, '‹'),
      el('button', { type: 'button', 'aria-label': 'Next group', onclick: () => show(shown + 1) }, '›'),
    ),
    renderSearch(() => store.state().summary, go),
    el('div', { class: 'tools' }, undo, redo, kept),
  ),
  main,
  lapsed,
)
document.addEventListener('keydown', (event) => {
  const isText = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
  if (isText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
  event.preventDefault()
  void (event.shiftKey ? store.redo() : store.undo())
})
render()

/** A group as the file has it now, its themes where they were first seen. */
function groupAt(index: number): SummaryGroup | undefined {
  const group = store.state().summary.groups[index]
  return group && inSeenOrder(index, group)
}

/** Shows the state of the file; what had the focus has it again, where it is still there. */
function render(): void {
  const { summary, decisions, file } = store.state()
  const focus = focusIn(main)
  picker.replaceChildren(
    ...summary.groups.map(({ persona, quadrant, decided }, index) =>
      el(
        'option',
        { value: String(index), selected: index === shown },
        `${persona} / ${quadrant}${decided ? ' · changed' : ''}`,
      ),
    ),
  )
  undo.disabled = decisions === 0
  redo.disabled = !store.canRedo()
  kept.textContent = `${countOf(decisions, 'decision')} in ${file}`
  const board = groupAt(shown)
  const index = shown
  const actions = board && actionsOn(() => groupAt(index) ?? board, store)
  main.className = `hue-${hues.get(board?.quadrant ?? '') ?? 1}`
  main.replaceChildren(...(board && actions ? [renderBoard(board, actions)] : []))
  const gone = summary.decisions?.lapsed ?? []
  lapsed.replaceChildren(
    ...(gone.length === 0
      ? []
      : [
          el('h2', {}, 'Decisions that no longer apply'),
          el(
            'ul',
            {},
            gone.map((one) =>
              el(
                'li',
                { dir: 'auto' },
                `Number ${one.decision}, ${one.persona} / ${one.quadrant}: there is no ${one.gone} “${one.named}”.`,
              ),
            ),
          ),
        ]),
  )
  if (focus) focusOn(main, focus)
}

/** Shows the group that a decision is about, which may be another than the one in view: undo goes back over all of them. */
function follow(decision?: Decision): void {
  if (isPressed) {
    afterwards = () => follow(decision)
    return
  }
  const about = store
    .state()
    .summary.groups.findIndex(
      ({ persona, quadrant }) => persona === decision?.persona && quadrant === decision.quadrant,
    )
  if (about >= 0) shown = about
  render()
}

function show(group: number): void {
  if (!store.state().summary.groups[group]) return
  shown = group
  render()
  say('')
  window.scrollTo({ top: 0 })
}

function go({ group, note, text, where }: Found): void {
  show(group)
  focusOn(main, { key: keyOfNote(note), text: undefined, from: 0, to: 0 })
  const found = document.getElementById(`note-${note}`)
  found?.scrollIntoView({ block: 'center', inline: 'center' })
  found?.classList.add('is-found')
  say(`${short(text)} is marked, in ${where}.`)
}

async function finish(): Promise<void> {
  const documents = await end()
  root?.replaceChildren(
    el(
      'main',
      { class: 'ended' },
      el('h1', {}, 'Done'),
      el('p', {}, `Your decisions are in ${store.state().file}. This page can be closed.`),
      el(
        'p',
        {},
        documents === '' ? 'No document was asked for with -o; “sixthemes render” writes them.' : documents,
      ),
    ),
  )
  say('')
}
