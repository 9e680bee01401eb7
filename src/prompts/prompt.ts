import type { Message } from '../model/request.js'

/**
 * What a prompt asks for: the name that its front matter gives under `output`, and the variables that a template may use.
 * `V` is what they hold.
 */
export type PromptKind<V = never> = {
  name: string
  variables: readonly (keyof V & string)[]
  /** Variables that every template uses, for without them nothing can come of it. */
  needs: readonly (keyof V & string)[]
  /** Nothing at run time: what carries the type of the variables from a kind to its prompts. */
  holds?: (variables: V) => void
}

/** Anybody's kind, where only its name and its variables matter. */
export type AnyPromptKind = { name: string; variables: readonly string[]; needs: readonly string[] }

/** A template file that was read and checked. */
export type Prompt<V = never> = {
  id: string
  version: number
  description: string
  /** The name of its kind. */
  kind: string
  /** SHA-256 of the file, in hex. */
  sha256: string
  /** Variables → messages. The template alone decides where a message begins and ends. */
  render(variables: V): Message[]
}
