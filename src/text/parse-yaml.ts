import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'

/** YAML as data, and where in the text it stands. */
export type YamlText = {
  value: unknown
  /** What is broken; empty where nothing is. */
  problems: { line: number; text: string }[]
  /** The line, from 1, of a key or list element by its path; that of its nearest parent where it is absent. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Text → YAML. Duplicate keys are problems, as the library finds them. */
export function parseYaml(text: string): YamlText {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })

  const offsetOf = (path: readonly PropertyKey[]): number => {
    if (path.length === 0) return 0
    const parent = document.getIn(path.slice(0, -1), true)
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
      : undefined
    const node = (pair?.key ?? document.getIn(path, true)) as { range?: [number, number, number] } | undefined
    return node?.range?.[0] ?? offsetOf(path.slice(0, -1))
  }

  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    problems: document.errors.map(({ pos, message }) => ({
      line: counter.linePos(pos[0]).line,
      text: message.replace(/ at line \d+, column \d+[\s\S]*$/, ''),
    })),
    lineOf: (path) => counter.linePos(offsetOf(path)).line,
  }
}
