import { UserError } from '../errors/user-error.js'
import { brokenLine, decode } from '../notes/decode.js'
import { createRedaction, noRedaction, type Redaction } from '../prompts/redact.js'
import { REDACTION_KINDS } from '../prompts/redaction-kinds.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { World } from '../world/world.js'

/** More names than this are a register of people, not of those who were there. */
const MOST_NAMES = 100_000

/**
 * What replaces personal data before it is sent, as the user wants it. The list of names is read once in a run, for it may
 * come from a pipe; in any encoding that exports may have. Throws UserError `names-empty` or `names-invalid`.
 */
export async function loadRedaction(
  { redact, redactNames }: SettingsOf<'redaction'>,
  { files, stderr }: World,
): Promise<Redaction> {
  if (!redact) stderr.write('personal data is sent as it is: redact is false (--no-redact)\n')
  if (redactNames === undefined) return redact ? createRedaction() : noRedaction
  const names = parseNames(await files.read(redactNames), redactNames)
  return redact ? createRedaction(names) : noRedaction
}

/** Names, one a line, composed as most text is. */
function parseNames(bytes: Uint8Array, file: string): string[] {
  if (bytes.length === 0) throw new UserError('names-empty', { file })
  const broken = brokenLine(bytes)
  if (broken) throw new UserError('names-invalid', { file, ...broken })
  const lines = new TextDecoder()
    .decode(decode(bytes, file).utf8)
    .normalize('NFC')
    .split(/\r\n?|\n/)
  const names = lines.map((line) => line.trim())
  for (const [index, name] of names.entries()) {
    if (name !== '' && !isName(name)) throw new UserError('names-invalid', { file, line: index + 1, name })
  }
  const given = names.filter((name) => name !== '')
  if (given.length === 0) throw new UserError('names-empty', { file })
  if (given.length > MOST_NAMES)
    throw new UserError('names-invalid', {
      file,
      line: MOST_NAMES + 1,
      name: `more than ${MOST_NAMES} names`,
    })
  return given
}

const MARKS: readonly string[] = [...REDACTION_KINDS.map(({ mark }) => mark), 'NAME']

/** A number, a single letter or a word of the marks would break what is sent. */
function isName(name: string): boolean {
  const isMark = MARKS.includes(name.toUpperCase()) || /^\[?[A-Z]+_\d+\]?$/.test(name)
  return !isMark && /\p{L}.*\p{L}|[\p{Script=Han}\p{Script=Hangul}]/u.test(name)
}
