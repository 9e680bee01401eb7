import { UserError } from '../errors/user-error.js'
import { type CheckedGiven, checkGiven } from '../given/check-given.js'
import type { GivenTheme } from '../given/given-theme.js'
import { readGivenTable } from '../given/read-given-table.js'
import { openTable, unpackWorkbooks } from '../notes/exports/read-source.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { World } from '../world/world.js'

/**
 * Themes that people gave, where a list of them is named: a codebook (.qdc), YAML, or else a table as a spreadsheet saves it.
 * Throws UserError `given-invalid` with every row or line that is none.
 */
export async function loadGiven(
  { given: file }: Partial<SettingsOf<'given'>>,
  world: World,
): Promise<GivenTheme[]> {
  if (file === undefined) return []
  const bytes = await world.files.read(file)
  const { unit, checked } = await readGiven(file, bytes)
  if (checked.ok) return checked.themes
  throw new UserError('given-invalid', { file, unit, problems: checked.problems })
}

async function readGiven(file: string, bytes: Uint8Array): Promise<{ unit: string; checked: CheckedGiven }> {
  const text = new TextDecoder().decode(bytes)
  if (/\.qdc$/i.test(file)) {
    const { readQdc } = await import('../given/read-qdc.js') // an XML parser, which is seldom needed
    const read = readQdc(text)
    const checked = read.ok ? checkGiven(read.rows) : refused(1, read.problem)
    return { unit: read.ok ? 'code' : 'line', checked }
  }
  if (/\.ya?ml$/i.test(file)) {
    const { readGivenYaml } = await import('../given/read-given-yaml.js')
    const read = readGivenYaml(text)
    return { unit: 'line', checked: read.ok ? checkGiven(read.rows) : read }
  }
  const [loaded] = await unpackWorkbooks([{ file, bytes }], {})
  if (!loaded) throw new Error('one file gives one table')
  const rows = readGivenTable(openTable(loaded, { named: {}, headerRows: 1 }).table)
  return {
    unit: 'row',
    checked: rows ? checkGiven(rows) : refused(0, 'there is no column "theme" (or title, name, code)'),
  }
}

const refused = (at: number, text: string): CheckedGiven => ({ ok: false, problems: [{ at, text }] })
