import { NAMES_FORMAT, RUNGS } from '../model/capabilities.js'
import type { Recordings } from '../model/recordings.js'
import type { Reply } from '../model/request.js'
import { linesOf, readAnswerLine } from './answer-lines.js'
import type { createAskedFolder } from './asked.js'

/** What became of the requests that were asked in files. Every one of them is answered, failed or absent. */
export type BatchAccount = {
  answered: number
  /** Reasons, with how many requests failed for each. */
  failed: Map<string, number>
  /** Asked, and in none of the files. */
  absent: number
  /** Answers that nobody asked for, or that were recorded before; lines that are none; other answers to what is answered. */
  strange: number
  unreadable: number
  differing: number
}

/**
 * Records the answers in the texts of any files, in any order. What is answered twice is taken once; what failed stays asked, and
 * so does what is absent. Where an engine refused how the form of replies was asked for, the next round asks in the next way.
 */
export async function readAnswers(
  texts: Iterable<string>,
  folder: ReturnType<typeof createAskedFolder>,
  recordings: Recordings,
): Promise<BatchAccount> {
  const asked = new Set(await folder.list())
  const answered = new Map<string, Reply>()
  const reasons = new Map<string, string>()
  const account = { strange: 0, unreadable: 0, differing: 0 }
  for (const text of texts) {
    for (const line of linesOf(text)) {
      const said = readAnswerLine(line)
      if (said.key === undefined) account.unreadable++
      else if (!asked.has(said.key)) account.strange++
      else if ('reason' in said) reasons.set(said.key, said.reason)
      else if (!answered.has(said.key)) {
        const own = await folder.load(said.key)
        if (own) await recordings.save(own.request, said.reply, own.purpose)
        answered.set(said.key, said.reply)
        await folder.remove(said.key)
      } else if (answered.get(said.key)?.text !== said.reply.text) account.differing++
    }
  }
  const failed = new Map<string, number>()
  for (const [key, reason] of reasons)
    if (!answered.has(key)) failed.set(reason, (failed.get(reason) ?? 0) + 1)
  const failures = [...failed.values()].reduce((sum, count) => sum + count, 0)
  if ([...failed.keys()].some((reason) => NAMES_FORMAT.test(reason))) await stepDown(folder)
  return { ...account, answered: answered.size, failed, absent: asked.size - answered.size - failures }
}

async function stepDown(folder: ReturnType<typeof createAskedFolder>): Promise<void> {
  const rounds = await folder.loadRounds()
  const next = RUNGS[RUNGS.indexOf(rounds.rung ?? RUNGS[0]) + 1]
  if (next) await folder.saveRounds({ ...rounds, rung: next })
}
