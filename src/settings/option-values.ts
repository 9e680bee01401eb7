import type { Prices } from '../model/budget.js'
import type { Delimiter } from '../text/delimiter.js'
import type { KeysIn, OPTIONS, OptionGroup, OptionKey } from './options.js'

/** The type of a value, by its form. */
type ValueOf<F> = F extends { kind: 'switch' }
  ? boolean
  : F extends { kind: 'whole' | 'amount' | 'share' }
    ? number
    : F extends { kind: 'choice'; choices: readonly (infer C)[] }
      ? C
      : F extends { kind: 'delimiter' }
        ? Delimiter
        : F extends { kind: 'column' }
          ? string | number
          : F extends { kind: 'columns' }
            ? (string | number)[]
            : F extends { kind: 'texts' | 'paths' }
              ? string[]
              : string

/** Values of the options, by their key in sixthemes.yaml. */
export type OptionValues = { [K in OptionKey]?: ValueOf<(typeof OPTIONS)[K]['value']> | undefined }

type KeysWithDefault = {
  [K in OptionKey]: (typeof OPTIONS)[K] extends { default: unknown } ? K : never
}[OptionKey]

/** Whether the address of the endpoint stands in a file that nobody named: the key of the environment is not for it. */
type Trust = { isAddressFound?: boolean }

/** The options with their defaults filled in, and what only sixthemes.yaml can say. */
export type Settings = Omit<OptionValues, KeysWithDefault> & {
  [K in KeysWithDefault]: ValueOf<(typeof OPTIONS)[K]['value']>
} & FileValues &
  Trust

/** What a command knows that takes these groups of options; what only sixthemes.yaml can say is known to all. */
export type SettingsOf<G extends OptionGroup> = Pick<Settings, KeysIn<G>> & Trust

/** Maps of one's own, by name. */
export type MapValues = {
  [name: string]: {
    /** Whether the quadrants are the stages of a journey, in their order. */
    journey?: boolean | undefined
    /** The question above all quadrants of one persona; `{a persona}` and `{persona}` stand for it. */
    persona?: string | undefined
    quadrants: {
      name: string
      aliases?: string[] | undefined
      /** Words that a survey's question holds; the first quadrant that matches takes it. */
      match?: string[] | undefined
      question?: string | undefined
      lens?: string | undefined
    }[]
  }
}

/** From where on a check finds something; shares from 0 to 1. */
export type CheckValues = {
  grounding?: number
  similarTitles?: number
  most?: number
  many?: number
  few?: number
}

/** What only sixthemes.yaml can say. */
export type FileValues = {
  maps?: MapValues | undefined
  /** Fields of the request body that are passed on as they are, e.g. `temperature`. */
  parameters?: { [field: string]: unknown } | undefined
  prices?: Prices | undefined
  checks?: CheckValues | undefined
}

/** Everything sixthemes.yaml may say. */
export type ConfigValues = OptionValues & FileValues
