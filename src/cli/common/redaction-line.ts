import type { RedactionTally } from '../../prompts/redact.js'
import { REDACTION_KINDS } from '../../prompts/redaction-kinds.js'

/** What is counted under a mark; several kinds may have the same. */
const NAMES = new Map<string, readonly [one: string, several: string]>([
  ...REDACTION_KINDS.map(({ mark, name }) => [mark, name] as const),
  ['NAME', ['name', 'names']],
])

/** "2 e-mail addresses, 1 phone number replaced before sending; 3 of 5 names found"; nothing where there is nothing to say. */
export function redactionLine({ counts, names }: RedactionTally): string | undefined {
  const replaced = [...NAMES].flatMap(([mark, [one, several]]) => {
    const count = counts.get(mark) ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
  })
  const said = [
    ...(replaced.length > 0 ? [`${replaced.join(', ')} replaced before sending`] : []),
    ...(names.given > 0
      ? [`of the ${names.given} names of the list ${names.found} found, ${names.given - names.found} nowhere`]
      : []),
  ]
  return said.length > 0 ? said.join('; ') : undefined
}
