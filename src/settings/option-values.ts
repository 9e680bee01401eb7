/** Values of the options, by their key in sixthemes.yaml. */
export type OptionValues = {
  /** Where documents are written; "-" is standard output. */
  output?: string[] | undefined
  format?: 'md' | 'json' | 'ndjson' | 'csv' | undefined
  showNotes?: 'none' | 'inline' | 'list' | undefined
  title?: string | undefined
  /** Kind of export. */
  export?: string | undefined
  /** Columns: a header, or a number from 1 as text; several for notes where each is a quadrant of its own. */
  note?: string[] | undefined
  persona?: string | undefined
  quadrant?: string | undefined
  votes?: string | undefined
  delimiter?: ',' | ';' | '\t' | '|' | 'none' | undefined
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined
  /** How many rows name the columns. */
  headerRows?: number | undefined
  /** Name of a map: a preset, or one of your own. */
  map?: string | undefined
  /** Themes per group. */
  themes?: number | undefined
  /** Whether an overview of all themes is asked for. */
  overview?: boolean | undefined
  /** Summary of last time in JSON, whose themes are continued. */
  previous?: string | undefined
  /** Most notes, and most tokens of them, in one request; a larger group is split. */
  partNotes?: number | undefined
  partTokens?: number | undefined
  /** Language of titles and summaries: a name, or a tag such as "de". */
  language?: string | undefined
  /** "id@version", or the path of a template. */
  prompt?: string | undefined
  model?: string | undefined
  baseUrl?: string | undefined
  apiKeyFile?: string | undefined
  /** Folder of the recordings. */
  recordings?: string | undefined
  replay?: boolean | undefined
  fresh?: boolean | undefined
  dryRun?: boolean | undefined
  offline?: boolean | undefined
  /** Whether personal data is replaced before it is sent. */
  redact?: boolean | undefined
  /** File of names that are replaced as well, one a line. */
  redactNames?: string | undefined
  concurrency?: number | undefined
  /** Seconds for one reply. */
  timeout?: number | undefined
  structured?: 'auto' | 'json_schema' | 'json_object' | 'text' | undefined
  maxRequests?: number | undefined
  maxInputTokens?: number | undefined
  /** In the currency of `prices`. */
  maxCost?: number | undefined
  /** Share of notes in themes below which a group falls short. */
  minCoverage?: number | undefined
  /** Whether documents are compared with the files there are instead of written. */
  check?: boolean | undefined
  /** Whether annotations and a step summary are written for GitHub Actions. */
  github?: boolean | undefined
  /** Whether a finding of any check is a shortfall. */
  strict?: boolean | undefined
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
      /** Words that a survey's question holds; the first quadrant that matches takes it. */
      match?: string[] | undefined
      question?: string | undefined
      lens?: string | undefined
    }[]
  }
}

/** What tokens cost, per million. */
export type PriceValues = {
  input: number
  output: number
  currency?: string | undefined
  /** The day on which they were looked up; printed with every amount. */
  asOf: string
}

/** From where on a check finds something; shares from 0 to 1. */
export type CheckValues = {
  grounding?: number
  similarTitles?: number
  most?: number
  many?: number
  few?: number
}

/** Everything sixthemes.yaml may say. */
export type ConfigValues = OptionValues & {
  maps?: MapValues | undefined
  /** Fields of the request body that are passed on as they are, e.g. `temperature`. */
  parameters?: { [field: string]: unknown } | undefined
  prices?: PriceValues | undefined
  checks?: CheckValues | undefined
}
