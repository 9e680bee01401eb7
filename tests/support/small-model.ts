import { createHash } from 'node:crypto'
import type { Request } from '../../src/model/request.js'

/** What small models do wrong with such requests, as their users report it. */
export const FAULTS = [
  'ids missing',
  'ids twice',
  'ids invented',
  'too many themes',
  'prose instead of JSON',
  'rules copied',
  'another language',
] as const
export type Fault = (typeof FAULTS)[number]

type Theme = { title: string; summary: string; notes: number[] }
type Themes = { themes: Theme[]; unplaced: number[] }
type Row = [number: number, text: string]
type Mendable = { theme: number; title: string; notes: string[] }

/**
 * A small model, simulated: it answers as a good one did, whose replies are given by the notes that they are about, and does
 * each thing wrong as often as `rates` say: of ids that share, of replies or themes likewise. Chance follows from the request alone, so that
 * a run can be repeated. Asked again where notes belong or how a title could be mended, it does the same things wrong.
 */
export function createSmallModel(
  replies: ReadonlyMap<string, string>,
  rates: Readonly<Partial<Record<Fault, number>>>,
): (request: Request) => string {
  /** Which of the good reply's themes a title stands for, whatever this model called it. */
  const meant = new Map<string, Theme>()
  let known: (Theme & { texts: ReadonlySet<string> })[] | undefined
  return (request) => {
    const chance = createChance(request)
    const happens = (fault: Fault): boolean => chance() < (rates[fault] ?? 0)
    const asked = request.messages[1]?.content ?? ''
    const said = answer(request, asked, happens)
    const text = JSON.stringify(said)
    if (!happens('prose instead of JSON')) return text
    return chance() < 0.5
      ? `Sure! Here are the key themes:\n\n\`\`\`json\n${text}\n\`\`\``
      : 'I found several themes in the notes.'
  }

  function answer({ reply }: Request, asked: string, happens: (fault: Fault) => boolean): object {
    if (reply.name === 'placements') return place(asked, happens)
    if (reply.name === 'mended') return mend(asked)
    return sort(JSON.parse(replies.get(notesOf(asked)) ?? '') as Themes, happens)
  }

  function sort({ themes, unplaced }: Themes, happens: (fault: Fault) => boolean): Themes {
    const halves = happens('too many themes') ? themes.flatMap(inHalves) : themes
    const isForeign = happens('another language')
    const worded = halves.map((theme): Theme => {
      const title = happens('rules copied') ? 'Name that idea in 2 to 5 words' : theme.title
      const named = isForeign
        ? { title: `Thema: ${title}`, summary: 'Die Notizen sagen etwas dazu.' }
        : { title, summary: theme.summary }
      meant.set(named.title, theme)
      return { ...named, notes: spoiled(theme.notes, happens) }
    })
    // a second home is in the theme that follows
    const doubled = worded.map((theme, index) => {
      const before = worded.at(index - 1)?.notes ?? []
      return { ...theme, notes: [...theme.notes, ...before.filter(() => happens('ids twice'))] }
    })
    return { themes: doubled.filter(({ notes }) => notes.length > 0), unplaced: spoiled(unplaced, happens) }
  }

  function spoiled(ids: readonly number[], happens: (fault: Fault) => boolean): number[] {
    return ids.flatMap((id) => {
      if (happens('ids missing')) return []
      return [id, ...(happens('ids invented') ? [id + 1_000] : [])]
    })
  }

  function place(asked: string, happens: (fault: Fault) => boolean): object {
    const [shown = '', notes = ''] = asked.split('\nNotes:')
    const homes = rowsOf(shown).map(([number, title]) => ({ number, texts: textsOf(meant.get(title)) }))
    const placements = rowsOf(notes).flatMap(([note, text]) =>
      happens('ids missing')
        ? []
        : [{ note, theme: homes.find(({ texts }) => texts.has(text))?.number ?? null }],
    )
    return { placements }
  }

  /** Its words as the good reply had them, known again by the notes that come with them. */
  function mend(asked: string): object {
    const rows = JSON.parse(asked.slice(asked.indexOf('\n[') + 1)) as Mendable[]
    return {
      themes: rows.map(({ theme, title, notes: [first = ''] }) => {
        const good = goodThemeWith(first)
        return { theme, title: good?.title ?? title, summary: good?.summary ?? 'About this.' }
      }),
    }
  }

  function textsOf(theme: Theme | undefined): ReadonlySet<string> {
    return (
      (theme && good().find((one) => one.title === theme.title && one.summary === theme.summary)?.texts) ??
      new Set()
    )
  }

  function goodThemeWith(text: string) {
    return good().find(({ texts }) => texts.has(text))
  }

  /** The themes of all good replies, with the texts of their notes. */
  function good() {
    known ??= [...replies].flatMap(([shown, reply]) => {
      const texts = new Map(rowsOf(shown))
      return (JSON.parse(reply) as Themes).themes.map((theme) => ({
        ...theme,
        texts: new Set(theme.notes.flatMap((id) => texts.get(id) ?? [])),
      }))
    })
    return known
  }
}

/** A request's message → the lines of its notes, by which a reply is known again. */
export function notesOf(message: string): string {
  return message.slice(message.indexOf('\n[') + 1).trim()
}

const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^(\[\d+,.*\]),?$/gm)].map(([, row = '']) => JSON.parse(row) as Row)

function inHalves(theme: Theme): Theme[] {
  const middle = Math.ceil(theme.notes.length / 2)
  return [theme.notes.slice(0, middle), theme.notes.slice(middle)]
    .filter((notes) => notes.length > 0)
    .map((notes, half) => ({ ...theme, title: half === 0 ? theme.title : `${theme.title}, more`, notes }))
}

/** Numbers from 0 to 1 that follow from a request (mulberry32, seeded by its hash). */
function createChance({ messages, reply }: Request): () => number {
  let state = createHash('sha256')
    .update(JSON.stringify([messages, reply.name]))
    .digest()
    .readUInt32LE()
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}
