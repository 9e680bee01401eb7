import { sharesOf } from '../summary/heartbeat.js'
import type { Summary } from '../summary/summary.js'
import { FEELINGS } from '../text/feeling.js'
import { escapeMarkdown } from './escape-markdown.js'
import type { Speech } from './words/speech.js'

/** How the notes of a persona feel, a row a quadrant or stage; nothing where it was not asked. */
export function renderHeartbeat({ groups, journey }: Summary, persona: string, speech: Speech): string[] {
  const own = groups.filter((group) => group.persona === persona)
  if (!own.some(({ heartbeat }) => heartbeat)) return []
  const { title, quadrant, stage, feelings } = speech.words.heartbeat
  const isUnsaid = own.some(({ heartbeat }) => heartbeat && heartbeat.unsaid > 0)
  const shown = [...FEELINGS, ...(isUnsaid ? (['unsaid'] as const) : [])]
  const rows = own.map(({ quadrant, heartbeat }) => {
    if (!heartbeat) return `| ${escapeMarkdown(quadrant)} |${' – |'.repeat(shown.length)}`
    const shares: Record<string, number> = sharesOf(heartbeat)
    const cells = shown.map((feeling) => {
      const share = shares[feeling]
      const count = speech.number(heartbeat[feeling])
      return share === undefined ? count : `${count} (${speech.percent(share)})`
    })
    return `| ${escapeMarkdown(quadrant)} | ${cells.join(' | ')} |`
  })
  const names = shown.map((feeling) => feelings[feeling])
  return [
    '',
    `**${title}**`,
    '',
    `| ${journey ? stage : quadrant} | ${names.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(shown.length)}`,
    ...rows,
  ]
}
