/** So many answers are kept; a table of more different texts asks about most of them once anyway. */
const MOST_KEPT = 5_000

/** The same function, which asks about each text once. */
export function onceEach<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const answer = known.get(text)
    if (answer !== undefined) return answer
    const fresh = ask(text)
    if (known.size < MOST_KEPT) known.set(text, fresh)
    return fresh
  }
}
