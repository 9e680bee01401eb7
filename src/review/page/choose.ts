import { el } from './dom.js'

export type Choice = { value: string; label: string }

/** What was chosen: one of the choices, or the text of a new one. */
export type Chosen = { value: string } | { text: string }

/**
 * Asks the user to choose in a dialog, by mouse or keyboard (arrow keys go up and down); a new one is offered where `another` names it. Nothing where the
 * dialog is closed.
 */
export function choose(
  question: string,
  choices: readonly Choice[],
  another?: string,
): Promise<Chosen | undefined> {
  return new Promise((resolve) => {
    let chosen: Chosen | undefined
    const take = (value: Chosen) => () => {
      chosen = value
      dialog.close()
    }
    const input = el('input', { type: 'text', id: 'another', maxlength: '200', autocomplete: 'off' })
    const make = (): void => {
      if (input.value.trim() !== '') take({ text: input.value.trim() })()
      else input.focus()
    }
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      make()
    })
    const dialog = el(
      'dialog',
      { 'aria-labelledby': 'question' },
      el('h2', { id: 'question', dir: 'auto' }, question),
      el(
        'ul',
        { class: 'choices' },
        choices.map(({ value, label }) =>
          el('li', {}, el('button', { type: 'button', dir: 'auto', onclick: take({ value }) }, label)),
        ),
      ),
      another !== undefined &&
        el(
          'p',
          { class: 'another' },
          el('label', { for: 'another' }, another),
          input,
          el('button', { type: 'button', onclick: make }, 'Make it'),
        ),
      el('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Cancel'),
    )
    dialog.addEventListener('keydown', (event) =>
      moveFocus(event, [...dialog.querySelectorAll<HTMLElement>('button, input')]),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(chosen)
    })
    document.body.append(dialog)
    dialog.showModal()
    if (choices.length === 0) input.focus()
  })
}

/** Arrow keys up and down go round what there is to choose from. */
function moveFocus(event: KeyboardEvent, among: readonly HTMLElement[]): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const at = among.indexOf(document.activeElement as HTMLElement)
  among.at((at + by) % among.length)?.focus()
}
