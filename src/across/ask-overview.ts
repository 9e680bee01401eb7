import type { Ask, Exchange } from '../model/ask.js'
import type { Parameters } from '../model/request.js'
import type { CorrectionVariables } from '../prompts/helping-kinds.js'
import type { Prompt } from '../prompts/prompt.js'
import type { Redactor } from '../prompts/redact.js'
import { replyOf } from '../prompts/reply-kind.js'
import type { Overview, OverviewStatement } from '../summary/overview.js'
import { checkQuotations } from '../themes/checks/check-quotations.js'
import { type OverviewReply, type OverviewVariables, overviewReply, readOverview } from './overview-reply.js'

/** A theme of any group, as an overview cites it. */
export type CitableTheme = {
  id: string
  persona: string
  quadrant: string
  title: string
  summary: string
  /** The words of its notes. */
  texts: readonly string[]
}

/** What was found, and what it rests on. */
export type FoundOverview = Omit<Overview, 'prompt'> & { exchanges: readonly Exchange[] }

export type OverviewTools = {
  ask: Ask
  model: string
  parameters?: Parameters | undefined
  language: string
  redactor: Redactor
  prompt: Prompt<OverviewVariables>
  correction: Prompt<CorrectionVariables>
}

/**
 * Asks for an overview of themes. What a statement cites is checked: themes there are, of the persona it is about, or of
 * at least two personas where it is about what they share; what does not hold is left out and counted.
 */
export async function askForOverview(
  themes: readonly CitableTheme[],
  { ask, model, parameters, language, redactor, prompt, correction }: OverviewTools,
): Promise<FoundOverview> {
  const personas = [...new Set(themes.map(({ persona }) => persona))]
  const quadrants = [...new Set(themes.map(({ quadrant }) => quadrant))]
  const { redact, restore } = redactor
  const messages = prompt.render({
    language,
    personas: personas.map((persona, index) => [index + 1, redact(persona)] as const),
    quadrants: quadrants.map((quadrant, index) => [index + 1, redact(quadrant)] as const),
    themes: themes.map(
      ({ persona, quadrant, title, summary }, index) =>
        [
          index + 1,
          personas.indexOf(persona) + 1,
          quadrants.indexOf(quadrant) + 1,
          redact(title),
          redact(summary),
        ] as const,
    ),
  })
  const { value, exchanges } = await ask({
    request: { model, messages, reply: replyOf(overviewReply), ...(parameters && { parameters }) },
    purpose: { persona: 'All', quadrant: 'All', prompt: `${prompt.id}@${prompt.version}` },
    check: readOverview,
    correct: (problem) => correction.render({ problem, schema: overviewReply.schema }),
  })

  let unfounded = 0
  const keep = (
    statements: OverviewReply['personas'][number]['statements'],
    isFounded: (cited: readonly CitableTheme[]) => boolean,
    isAllowed: (theme: CitableTheme) => boolean = () => true,
  ): OverviewStatement[] =>
    statements.flatMap(({ text, themes: numbers }) => {
      const cited = [...new Set(numbers)].flatMap((number) => themes[number - 1] ?? []).filter(isAllowed)
      if (text.trim() === '' || !isFounded(cited)) {
        unfounded++
        return []
      }
      const written = cited.flatMap(({ title, summary, texts }) => [title, summary, ...texts])
      const checked = checkQuotations(restore(text.trim().replace(/\s+/g, ' ')), written)
      return [{ text: checked.text, themes: cited.map(({ id }) => id) }]
    })
  const isOfSeveral = (cited: readonly CitableTheme[]): boolean =>
    new Set(cited.map(({ persona }) => persona)).size > 1

  const found = {
    personas: value.personas.flatMap(({ persona: number, statements }) => {
      const persona = personas[number - 1]
      const own = keep(
        statements,
        (cited) => cited.length > 0,
        (theme) => theme.persona === persona,
      )
      return persona === undefined || own.length === 0 ? [] : [{ persona, statements: own }]
    }),
    quadrants: value.quadrants.flatMap(({ quadrant: number, shared, apart }) => {
      const quadrant = quadrants[number - 1]
      const both = { shared: keep(shared, isOfSeveral), apart: keep(apart, isOfSeveral) }
      const isEmpty = both.shared.length + both.apart.length === 0
      return quadrant === undefined || isEmpty ? [] : [{ quadrant, ...both }]
    }),
  }
  return { ...found, unfounded, exchanges }
}
