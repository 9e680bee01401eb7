import { blocksExport } from './blocks-export.js'
import { chatExport } from './chat-export.js'
import { columnsExport } from './columns-export.js'
import type { ExportKind } from './export-kind.js'
import { lucidsparkExport } from './lucidspark-export.js'
import { markdownExport } from './markdown-export.js'
import { matrixExport } from './matrix-export.js'
import { namedExports } from './named-exports.js'
import { questionsExport, surveyExport } from './survey-export.js'
import { wideExport } from './wide-export.js'

/** Kinds of export, in the order in which they are tried: the more specific first, and the last takes any table. */
export const KINDS: readonly ExportKind[] = [
  markdownExport,
  chatExport,
  lucidsparkExport,
  ...namedExports,
  surveyExport,
  matrixExport,
  wideExport,
  blocksExport,
  questionsExport,
  columnsExport,
]

/** The kind that a name means: its own, or that of a tool whose exports are of it. */
export function kindNamed(name: string): ExportKind | undefined {
  const folded = name.toLowerCase().replace(/[\s_.]+/g, '-')
  return KINDS.find((kind) => kind.name === folded) ?? KINDS.find(({ tools = [] }) => tools.includes(folded))
}

/** Every name that --export takes: kinds, then tools. */
export const KIND_AND_TOOL_NAMES: readonly string[] = [
  ...new Set([...KINDS.map(({ name }) => name), ...KINDS.flatMap(({ tools = [] }) => tools)]),
]
