import type { Format, Formats, Subject } from '../../documents/formats.js'
import { UserError } from '../../errors/user-error.js'
import type { SettingsOf } from '../../settings/option-values.js'
import { nearest } from '../../text/nearest.js'
import type { World } from '../../world/world.js'

/** A document to be written: where, and in which format. */
export type Target = { path: string; format: Format }

/** What standard output is called. */
export const STANDARD_OUTPUT = '-'

/**
 * Where documents about something go, checked before anything is asked. `reads` are the files that the run reads.
 * Throws UserError for an output that is one of them, is named twice, cannot be written, or has no format that is known
 * and can hold what it is about.
 */
export async function checkTargets(
  subject: Subject,
  { output, format: named }: SettingsOf<'output'>,
  reads: readonly (string | undefined)[],
  { files }: World,
  formats: Formats,
): Promise<Target[]> {
  const targets: Target[] = []
  for (const path of output) {
    await checkOnce(
      path,
      targets.map((other) => other.path),
      files,
    )
    targets.push({ path, format: formatOf(path, subject, named, formats) })
    if (path === STANDARD_OUTPUT) continue
    await checkApart(path, reads, files)
    await files.checkWritable(path)
  }
  return targets
}

/** Throws UserError `output-twice` where an output is one of others. */
export async function checkOnce(
  path: string,
  others: readonly string[],
  files: Pick<World['files'], 'isSame'>,
): Promise<void> {
  for (const other of others) {
    if (path === other || (path !== STANDARD_OUTPUT && (await files.isSame(path, other))))
      throw new UserError('output-twice', { file: path })
  }
}

/**
 * Whether documents are compared with the files there are. A file of settings says it of documents in files; where all
 * goes to standard output it is written all the same. Throws UserError `check-needs-files` otherwise.
 */
export function checksFiles(check: boolean, origin: string | undefined, targets: readonly Target[]): boolean {
  if (!check || !targets.some(({ path }) => path === STANDARD_OUTPUT)) return check
  const isAll = targets.every(({ path }) => path === STANDARD_OUTPUT)
  if (isAll && /, line \d+$/.test(origin ?? '')) return false
  throw new UserError('check-needs-files', {})
}

/** What recordings are called: no document is called so by chance. */
const RECORDING = /(?:^|[\\/])[0-9a-f]{64}\.json$/

/** Throws UserError `output-is-input` where a file that is to be written is one that the run reads, by whatever name, or may read as a recording. */
export async function checkApart(
  path: string,
  reads: readonly (string | undefined)[],
  files: Pick<World['files'], 'isSame'>,
): Promise<void> {
  if (RECORDING.test(path)) throw new UserError('output-is-input', { file: path })
  for (const read of reads) {
    if (read !== undefined && read !== '-' && (await files.isSame(path, read)))
      throw new UserError('output-is-input', { file: path })
  }
}

function formatOf(path: string, subject: Subject, named: string | undefined, formats: Formats): Format {
  const able: Formats = Object.fromEntries(Object.entries(formats).filter(([, row]) => row[subject]))
  const known = Object.keys(able)
  const [name, format] = byExtension(path, formats) ?? byName(path, named, formats, able)
  if (format[subject]) return format
  const what = subject === 'overview' ? 'an overview' : `a ${subject}`
  throw new UserError('format-cannot', { file: path, format: name, what, known })
}

function byExtension(path: string, formats: Formats): [string, Format] | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.entries(formats).find(([, { extensions }]) => extensions.includes(extension))
}

/** A format by the name that was given for it; `able` are those that can hold what the document is about. */
function byName(path: string, named: string | undefined, formats: Formats, able: Formats): [string, Format] {
  const known = Object.keys(able)
  const [first = ''] = known
  const name = named ?? (path === STANDARD_OUTPUT ? first : undefined)
  if (name === undefined) {
    const extensions = Object.values(able).flatMap((format) => format.extensions)
    throw new UserError('output-format-unknown', { file: path, extensions })
  }
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (format) return [name, format]
  throw new UserError('format-unknown', { format: name, known, nearest: nearest(name, known) })
}
