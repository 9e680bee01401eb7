type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: never) => void)>>
type Child = Node | string | false | undefined | readonly Child[]

/** An element of the page. What is put into it is text or elements, never HTML; `onclick` and the like are listeners. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as EventListener)
    else if (value === true) element.setAttribute(key, '')
    else if (typeof value === 'string') element.setAttribute(key, value)
  }
  append(element, children)
  return element
}

function append(element: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child)
    else if (child !== false && child !== undefined) element.append(child as Node | string)
  }
}

/** What has the focus, by its key, and what was typed there and is not kept yet. */
export type Focus = { key: string; text: string | undefined; from: number; to: number }

const isField = (element: Element | null): element is HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement

/** The focus within a part of the page that is about to be made anew; nothing where it is elsewhere. */
export function focusIn(part: HTMLElement): Focus | undefined {
  const active = document.activeElement
  const key = active?.getAttribute('data-key')
  if (!active || !key || !part.contains(active)) return undefined
  if (!isField(active) || active.value === active.dataset.kept)
    return { key, text: undefined, from: 0, to: 0 }
  const { value: text, selectionStart: from, selectionEnd: to } = active
  active.dataset.kept = text // a field that is taken away with the focus on it tells of a change
  return { key, text, from, to }
}

/** Gives the focus back, where what had it is still there; in a field as it was typed so far. */
export function focusOn(part: HTMLElement, { key, text, from, to }: Focus): boolean {
  const found = [...part.querySelectorAll<HTMLElement>('[data-key]')].find(
    (element) => element.getAttribute('data-key') === key,
  )
  if (!found) return false
  found.focus()
  if (isField(found) && text !== undefined) {
    found.value = text
    found.setSelectionRange(from, to)
  }
  return true
}

/** Gives the focus to what has a key, wherever it is on the page. */
export const focusKey = (key: string): boolean =>
  focusOn(document.body, { key, text: undefined, from: 0, to: 0 })

/** The key of a note's handle, and of the fields of a theme. */
export const keyOfNote = (id: string): string => `note ${id}`
export const keyOfField = (theme: string, name: string): string => `${name} of ${theme}`

/** Says something to those who do not see the page change, and to those who do. */
export function say(text: string): void {
  const region = document.getElementById('said')
  if (region) region.textContent = text
}
