import type OpenAI from 'openai'

/** What a chat completions request may be, by the SDK's own types. */
export type WireBody = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming
