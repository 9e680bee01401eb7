import * as z from 'zod'
import { EndpointError } from '../errors/model-trouble.js'
import type { Reply } from './request.js'

/** Text, or the parts of it that some endpoints send. */
const content = z
  .union([
    z.string(),
    z.array(z.object({ text: z.string() })).transform((parts) => parts.map(({ text }) => text).join('')),
  ])
  .nullish()

/** Counts beyond what can be told apart are taken as the largest that can. */
const tokens = z
  .number()
  .min(0)
  .transform((count) => Math.min(Math.round(count), Number.MAX_SAFE_INTEGER))
  .nullable()
  .catch(null)

const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content, refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
})

/** What gateways send with a status that says all is well. */
const failure = z.object({
  error: z.union([
    z.string().transform((message) => ({ message, code: undefined })),
    z.object({ message: z.string(), code: z.union([z.number(), z.string()]).nullish() }),
  ]),
})

function troubleIn(sent: unknown): EndpointError | undefined {
  const { error } = failure.safeParse(sent).data ?? {}
  if (!error) return undefined
  const code = Number(error.code)
  const trouble = code === 429 ? 'throttled' : code >= 500 ? 'server' : 'rejected'
  return new EndpointError(trouble, Number.isNaN(code) ? error.message : `${code}: ${error.message}`)
}

/** A chat completion, which is whatever an endpoint sent → the reply. Throws EndpointError where it is none, or not whole. */
export function readCompletion(sent: unknown): Reply {
  const checked = completion.safeParse(sent)
  const choice = checked.data?.choices[0]
  if (!choice)
    throw troubleIn(sent) ?? new EndpointError('not-a-completion', 'the answer is not a chat completion')
  const { message, finish_reason } = choice
  if (message.refusal) throw new EndpointError('refused', `the model refused: ${message.refusal}`)
  if (finish_reason === 'content_filter') throw new EndpointError('filtered', 'a filter removed the reply')
  if (finish_reason === 'error') throw new EndpointError('server', 'the model ended with an error')
  if (['length', 'max_tokens', 'MAX_TOKENS', 'model_length'].includes(finish_reason ?? ''))
    throw new EndpointError(
      'cut-off',
      'the reply was cut off at its length limit: raise max_tokens or max_completion_tokens (under "parameters" in sixthemes.yaml), or of a large group ask about fewer notes at a time (--part-notes)',
    )
  if (!message.content) throw new EndpointError('not-a-completion', 'the reply is empty')
  const { prompt_tokens = null, completion_tokens = null } = checked.data?.usage ?? {}
  return {
    text: message.content.toWellFormed(),
    usage: { inputTokens: prompt_tokens, outputTokens: completion_tokens },
  }
}
