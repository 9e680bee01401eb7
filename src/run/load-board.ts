import type { Decision } from '../decisions/decision.js'
import type { Source } from '../notes/exports/read-source.js'
import type { Group } from '../notes/group.js'
import { parseTopics, type Topics } from '../quality/parse-topics.js'
import type { World } from '../world/world.js'
import { checkCertain } from './create-summary.js'
import { loadDecisions } from './load-decisions.js'
import { loadNotes, type ReadingSettings } from './load-notes.js'

/** A board whose topics may be known, and what people decided about its themes. */
export type Board = {
  file: string
  sources: readonly Source[]
  groups: readonly Group[]
  topics: Topics | undefined
  decisions: readonly Decision[] | undefined
}

/** The name of a file of topics, which is no board. */
export const TOPICS = /\.topics\.csv$/i

/** A board, and the topics and decisions that stand beside it. Throws UserError `weak-guess` where it could be read in several ways. */
export async function loadBoard(file: string, settings: ReadingSettings, world: World): Promise<Board> {
  const { sources, groups } = await loadNotes([file], settings, world)
  checkCertain(sources)
  const base = file.replace(/\.\w+$/, '')
  const topics = await readBeside(`${base}.topics.csv`, world)
  const decided = `${base}.decisions.yaml`
  const decisions = (await world.files.exists(decided))
    ? await loadDecisions({ decisions: decided }, world)
    : undefined
  return { file, sources, groups, topics, decisions }
}

async function readBeside(file: string, { files }: World): Promise<Topics | undefined> {
  if (!(await files.exists(file))) return undefined
  return parseTopics(new TextDecoder().decode(await files.read(file)), file)
}
