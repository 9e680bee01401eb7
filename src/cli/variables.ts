import { optionRows, variableOf } from '../settings/options.js'
import { toTerminalText } from '../text/plain-text.js'
import type { World } from '../world/world.js'

/** Warns of variables that look like ours and are none: a misspelled SIXTHEMES_OFFLINE would send notes where they must not go. */
export async function warnOfVariables({
  environment,
  stderr,
}: Pick<World, 'environment' | 'stderr'>): Promise<void> {
  const said = Object.keys(environment).filter((name) => name.startsWith('SIXTHEMES_'))
  if (said.length === 0) return
  const known = ['SIXTHEMES_CONFIG', ...optionRows.map(([key]) => variableOf(key))]
  for (const name of said) {
    if (known.includes(name)) continue
    const { nearest } = await import('../text/nearest.js')
    const meant = /KEY$/.test(name) ? 'OPENAI_API_KEY' : nearest(name, known)
    stderr.write(
      toTerminalText(
        `sixthemes: ${name} is no variable of sixthemes and does nothing${meant ? `; did you mean ${meant}?` : ''}\n`,
      ),
    )
  }
}
