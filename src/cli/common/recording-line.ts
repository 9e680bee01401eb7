import type { Listed } from '../../model/recordings.js'
import { thousands } from '../../text/thousands.js'

/** "Coach / Pains, six-themes@3, gpt-5-mini, 1,234 tokens (0ca0853469d1)" */
export function recordingLine(listed: Listed): string {
  const file = `(${listed.key.slice(0, 12)})`
  if (listed.state === 'damaged') return `damaged ${file}`
  const { purpose, model, tokens } = listed
  const size = tokens === null ? 'uncounted' : `${thousands(tokens)} tokens`
  return `${purpose.persona} / ${purpose.quadrant}, ${purpose.prompt}, ${model}, ${size} ${file}`
}
