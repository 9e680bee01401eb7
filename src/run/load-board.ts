import type { Group } from '../notes/group.js'
import { parseTopics, type Topics } from '../quality/parse-topics.js'
import type { World } from '../world/world.js'
import { checkCertain } from './create-summary.js'
import { loadNotes, type ReadingSettings } from './load-notes.js'

/** A board whose topics may be known. */
export type Board = { file: string; groups: readonly Group[]; topics: Topics | undefined }

/** The name of a file of topics, which is no board. */
export const TOPICS = /\.topics\.csv$/i

/** A board, and the topics that stand beside it. Throws UserError `weak-guess` where it could be read in several ways. */
export async function loadBoard(file: string, settings: ReadingSettings, world: World): Promise<Board> {
  const { sources, groups } = await loadNotes([file], settings, world)
  checkCertain(sources)
  const beside = `${file.replace(/\.\w+$/, '')}.topics.csv`
  if (!(await world.files.exists(beside))) return { file, groups, topics: undefined }
  const text = new TextDecoder().decode(await world.files.read(beside))
  return { file, groups, topics: parseTopics(text, beside) }
}
