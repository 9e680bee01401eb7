/** Values of the options, by their key in sixthemes.yaml. */
export type OptionValues = {
  /** Where documents are written; "-" is standard output. */
  output?: string[] | undefined
  format?: 'md' | 'json' | undefined
  showNotes?: 'none' | 'inline' | 'list' | undefined
  title?: string | undefined
  /** Columns: a header, or a number from 1 as text. */
  note?: string | undefined
  persona?: string | undefined
  quadrant?: string | undefined
  votes?: string | undefined
  delimiter?: ',' | ';' | '\t' | 'none' | undefined
  /** Name of a map: a preset, or one of your own. */
  map?: string | undefined
  /** Themes per group. */
  themes?: number | undefined
  /** "id@version", or the path of a template. */
  prompt?: string | undefined
  model?: string | undefined
  baseUrl?: string | undefined
  apiKeyFile?: string | undefined
  /** Folder of the recordings. */
  recordings?: string | undefined
  replay?: boolean | undefined
  fresh?: boolean | undefined
  offline?: boolean | undefined
  /** Whether personal data is replaced before it is sent. */
  redact?: boolean | undefined
  concurrency?: number | undefined
  /** Seconds for one reply. */
  timeout?: number | undefined
  quiet?: boolean | undefined
  verbose?: boolean | undefined
}

/** Maps of one's own, by name. */
export type MapValues = {
  [name: string]: {
    /** The question above all quadrants of one persona; `{a persona}` and `{persona}` stand for it. */
    persona?: string | undefined
    quadrants: {
      name: string
      aliases?: string[] | undefined
      question?: string | undefined
      lens?: string | undefined
    }[]
  }
}

/** Everything sixthemes.yaml may say. */
export type ConfigValues = OptionValues & { maps?: MapValues | undefined }
