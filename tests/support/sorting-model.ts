import type { Request } from '../../src/model/request.js'

/**
 * A model that sorts notes by their first word, in as many themes as are wanted, and merges themes of the same title: what it
 * makes of a board is known beforehand, however the board is split.
 */
export function sortByFirstWord({ messages, reply }: Request): object {
  const instructions = messages.map(({ content }) => content).join('\n')
  const data = messages.at(-1)?.content ?? ''
  const wanted = Number(/Exactly (\d+) themes/.exec(instructions)?.[1] ?? 6)
  if (reply.name === 'merge') return merge(parseRows(data), wanted)
  if (reply.name === 'placements') return place(data)
  return sort(parseRows(data), wanted)
}

type Row = [number: number, text: string, ...rest: unknown[]]

const parseRows = (text: string): Row[] =>
  [...text.matchAll(/^(\[\d+,.*\]),?$/gm)].map(([, row = '']) => JSON.parse(row) as Row)

const firstWord = (text: string): string => text.split(' ')[0] ?? ''

function byKey(rows: readonly Row[], keyOf: (text: string) => string): [string, number[]][] {
  const groups = new Map<string, number[]>()
  for (const [number, text] of rows) groups.set(keyOf(text), [...(groups.get(keyOf(text)) ?? []), number])
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}

function sort(rows: readonly Row[], wanted: number): object {
  const topics = byKey(rows, firstWord)
  return {
    themes: topics
      .slice(0, wanted)
      .map(([title, notes]) => ({ title, summary: `Notes about ${title}.`, notes })),
    unplaced: topics.slice(wanted).flatMap(([, notes]) => notes),
  }
}

function merge(rows: readonly Row[], wanted: number): object {
  const topics = byKey(rows, (title) => title)
  return {
    themes: topics
      .slice(0, wanted)
      .map(([title, themes]) => ({ title, summary: `Notes about ${title}.`, themes })),
  }
}

function place(data: string): object {
  const [themes = '', notes = ''] = data.split('Notes:')
  const titles = new Map(parseRows(themes).map(([number, title]) => [title, number]))
  return {
    placements: parseRows(notes).map(([note, text]) => ({
      note,
      theme: titles.get(firstWord(text)) ?? null,
    })),
  }
}
