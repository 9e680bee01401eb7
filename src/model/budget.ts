import { EndpointError } from '../errors/model-trouble.js'
import { estimateRequest } from './estimate-request.js'
import type { Model } from './model.js'

/** What a run may use at most; absent where there is no limit. */
export type Limits = {
  requests?: number | undefined
  inputTokens?: number | undefined
  cost?: number | undefined
}

/** What tokens cost, as the user says: per million tokens. */
export type Prices = {
  input: number
  output: number
  currency?: string | undefined
  /** What part of these prices the same costs in a batch: 0.5 where it is half. */
  batch?: number | undefined
  /** The day on which they were looked up; printed with every amount. */
  asOf: string
}

/** Tokens of a reply for each token of its request, about: 0.47 in the sample workshop. */
const OUTPUT_PER_INPUT = 0.5

/** A prompt of this many tokens or more, of which the endpoint counts less than half, was cut. */
const WORTH_COMPARING = 1_000
const CUT_BELOW = 0.5

export function costOf({ input, output }: Prices, inputTokens: number, outputTokens?: number): number {
  return (input * inputTokens + output * (outputTokens ?? inputTokens * OUTPUT_PER_INPUT)) / 1e6
}

/**
 * A model that is asked no more than the limits allow; what goes beyond is an EndpointError `over-budget`.
 * Estimates are corrected by what the endpoint counts. A prompt that the endpoint seems to have cut short
 * without a word, as Ollama does beyond its context length, is warned of once.
 */
export function keepWithin(
  model: Model,
  limits: Limits,
  prices: Prices | undefined,
  warn: (text: string) => void,
): Model {
  const used = { requests: 0, inputTokens: 0, cost: 0 }
  const counted = { estimated: 0, real: 0 }
  let warned = false

  const use = (requests: number, inputTokens: number, outputTokens?: number): void => {
    used.requests += requests
    used.inputTokens += inputTokens
    if (prices) used.cost += costOf(prices, inputTokens, outputTokens)
  }

  const exceeded = (): keyof Limits | undefined =>
    LIMITS.find((what) => used[what] > (limits[what] ?? Number.POSITIVE_INFINITY))

  const compare = (estimated: number, inputTokens: number): void => {
    counted.estimated += estimated
    counted.real += inputTokens
    if (warned || estimated < WORTH_COMPARING || inputTokens >= estimated * CUT_BELOW) return
    warned = true
    warn(
      `${model.host} counted ${inputTokens} tokens where about ${estimated} were sent: it may have cut the prompt short. Give it a longer context (Ollama: OLLAMA_CONTEXT_LENGTH) and run again with --fresh.`,
    )
  }

  const complete: Model['complete'] = async (request, signal) => {
    const estimated = estimateRequest(request)
    const correction = counted.estimated > 0 ? counted.real / counted.estimated : 1
    const expected = Math.round(estimated * correction)
    use(1, expected)
    const what = exceeded()
    if (what) {
      use(-1, -expected)
      throw new EndpointError('over-budget', `the limit of ${limits[what]} ${NAMES[what]} is used up`)
    }
    const reply = await model.complete(request, signal)
    const { inputTokens, outputTokens } = reply.usage
    if (inputTokens !== null) {
      use(0, -expected)
      use(0, inputTokens, outputTokens ?? undefined)
      compare(estimated, inputTokens)
    }
    return reply
  }

  return { host: model.host, complete }
}

const LIMITS = ['requests', 'inputTokens', 'cost'] as const

const NAMES: Record<keyof Limits, string> = {
  requests: 'requests (--max-requests)',
  inputTokens: 'input tokens (--max-input-tokens)',
  cost: 'of cost (--max-cost)',
}
