import type { Message, Parameters, Request } from './request.js'

/** How a reply's form is asked for, the strictest way first. */
export const RUNGS = ['json_schema', 'json_object', 'text'] as const
export type Rung = (typeof RUNGS)[number]

/** Body of a chat completions request. */
export type Body = {
  model: string
  messages: Message[]
  response_format?: { type: 'json_schema'; json_schema: object } | { type: 'json_object' }
  [parameter: string]: unknown
}

/** What one endpoint takes for one model, as far as it is known. */
export type Capabilities = {
  /** Request → the body that this endpoint takes. */
  bodyOf(request: Request): Body
  /**
   * Learns from the text with which the endpoint refused a body. Says whether the request now makes another
   * body: something was learnt, now or by another request in the meantime.
   */
  learn(request: Request, refused: Body, text: string): boolean
}

/** Hosts that take a schema and do not keep to it: what they are told in words works better. */
const IGNORES_SCHEMA = ['api.anthropic.com']

/** What an endpoint says that does not take a form of replies. */
export const NAMES_FORMAT =
  /response_format|json[_ -]?schema|json[_ -]?object|json[_ -]?mode|structured|schema|grammar|guided|constrained|extra (?:inputs|fields|parameters)|unrecogni[sz]ed (?:request )?(?:argument|parameter|field)|unknown (?:argument|parameter|field)/i

/**
 * Knows nothing at first and steps down as it learns: json_schema, then json_object, then the schema in
 * words; `max_completion_tokens` becomes `max_tokens`, and other parameters that are refused are left out.
 * A rung that the user chose is kept. `describeForm` words a schema for endpoints that take none.
 */
export function createCapabilities(
  chosen: Rung | 'auto',
  host: string,
  describeForm: (schema: object) => string,
): Capabilities {
  let rung: Rung = chosen === 'auto' ? (IGNORES_SCHEMA.includes(host) ? 'text' : 'json_schema') : chosen
  let limitName: 'max_completion_tokens' | 'max_tokens' = 'max_completion_tokens'
  const refusedParameters = new Set<string>()

  const bodyOf = ({ model, messages, reply, parameters = {} }: Request): Body => ({
    model,
    messages: rung === 'json_schema' ? [...messages] : appendToLast(messages, describeForm(reply.schema)),
    ...(rung === 'json_schema' && {
      response_format: { type: 'json_schema' as const, json_schema: { ...reply, strict: true } },
    }),
    ...(rung === 'json_object' && { response_format: { type: 'json_object' as const } }),
    ...accepted(parameters),
  })

  const accepted = (parameters: Parameters): Parameters =>
    Object.fromEntries(
      Object.entries(parameters)
        .map(([name, value]) => [name === 'max_completion_tokens' ? limitName : name, value] as const)
        .filter(([name]) => !refusedParameters.has(name)),
    )

  const learn = (request: Request, refused: Body, text: string): boolean => {
    if (rungOf(refused) === rung) learnFrom(refused, text)
    return JSON.stringify(bodyOf(request)) !== JSON.stringify(refused)
  }

  const learnFrom = (refused: Body, text: string): void => {
    const { model: _, messages: __, response_format: ___, ...parameters } = refused
    const named = Object.keys(parameters).find((name) => mentions(text, name))
    if (named === 'max_completion_tokens' && limitName === named) limitName = 'max_tokens'
    else if (named !== undefined) refusedParameters.add(named)
    else if (chosen === 'auto' && NAMES_FORMAT.test(text)) rung = RUNGS[RUNGS.indexOf(rung) + 1] ?? rung
  }

  return { bodyOf, learn }
}

/** Whether a name stands in a text as a word of its own. */
function mentions(text: string, name: string): boolean {
  return text.split(/[^\w.-]+/).some((word) => word.replace(/[.]+$/, '') === name)
}

function rungOf({ response_format }: Body): Rung {
  return response_format?.type ?? 'text'
}

/** In one message, for some models take no two messages of one role in a row. */
function appendToLast(messages: readonly Message[], text: string): Message[] {
  const last = messages.at(-1)
  if (last?.role !== 'user') return [...messages, { role: 'user', content: text }]
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${text}` }]
}
