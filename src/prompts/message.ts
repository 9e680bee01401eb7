/** One message of a request to a model. */
export type Message = { role: 'system' | 'user' | 'assistant'; content: string }
