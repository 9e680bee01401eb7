import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'

/** YAML as data, and where in the text it stands. */
export type YamlText = {
  value: unknown
  /** What is broken; empty where nothing is. */
  problems: { line: number; text: string }[]
  /** The line, from 1, of a key or list element by its path; that of its nearest parent where it is absent. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Aliases may be unknown, lead in a circle, or unfold to more than a settings file ever says. */
function toData(document: Document): { value?: unknown; problem?: string } {
  try {
    const value = document.toJS({ maxAliasCount: 50 })
    JSON.stringify(value)
    return { value }
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? 'aliases') : 'aliases' }
  }
}

const MANY = 'a second document begins here ("---"), and only one is read'

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

  const { value, problem } = document.errors.length > 0 ? {} : toData(document)
  return {
    value,
    problems: [
      ...document.errors.map(({ pos, code, message }) => ({
        line: counter.linePos(pos[0]).line,
        text: code === 'MULTIPLE_DOCS' ? MANY : message.replace(/ at line \d+, column \d+[\s\S]*$/, ''),
      })),
      ...(problem === undefined ? [] : [{ line: 1, text: problem }]),
    ],
    lineOf: (path) => counter.linePos(offsetOf(path)).line,
  }
}
