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

/** Says something to those who do not see the page change, and to those who do. */
export function say(text: string): void {
  const region = document.getElementById('said')
  if (region) region.textContent = text
}
