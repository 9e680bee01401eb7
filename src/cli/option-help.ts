import type { Subject } from '../documents/formats.js'
import { journey } from '../maps/journey.js'
import { PRESETS } from '../maps/presets.js'
import type { Option, OptionKey } from '../settings/options.js'
import type { Tables } from './common/command.js'

/** What the help text says of an option: what it is for, what it may be, and what it is where nobody says so. */
export function optionHelp(
  key: OptionKey,
  option: Option,
  tables: Tables,
  subject: Subject = 'summary',
): string {
  const known = knownValues(key, option, tables, subject)
  const shown = option.shown ?? (typeof option.default === 'boolean' ? undefined : option.default)
  return [
    option.help,
    ...(known.length > 0 ? [`: ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`] : []),
    ...(shown === undefined ? [] : [` (default: ${shown})`]),
  ].join('')
}

function knownValues(
  key: OptionKey,
  { value }: Option,
  { formats }: Tables,
  subject: Subject,
): readonly string[] {
  if (key === 'format')
    return Object.entries(formats)
      .filter(([, format]) => format[subject])
      .map(([name, { says }]) => (says === '' ? name : `${name} (${says})`))
  if (key === 'map') return [...[...PRESETS, journey].map(({ name }) => name), 'one of your own']
  return value.kind === 'choice' ? value.choices : []
}
