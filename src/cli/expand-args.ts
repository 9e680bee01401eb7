import { UserError } from '../errors/user-error.js'
import type { World } from '../world/world.js'
import type { AnyCommand } from './common/command.js'

const PATTERN = /[*?[{]/

/**
 * Operands, with patterns such as "boards/*.csv" expanded where a command takes many files and the shell did not do it, as those
 * of Windows do not. A file that is called so is itself. Throws UserError `pattern-matches-nothing`.
 */
export async function expandArgs(
  args: readonly string[],
  { operands }: Pick<AnyCommand, 'operands'>,
  { files }: World,
): Promise<string[]> {
  const isVariadic = operands.at(-1)?.[0].includes('...') ?? false
  if (!isVariadic) return [...args]
  const expanded = await Promise.all(
    args.map(async (arg) => {
      if (!PATTERN.test(arg) || (await files.exists(arg))) return [arg]
      const found = await files.glob(arg)
      if (found.length === 0) throw new UserError('pattern-matches-nothing', { pattern: arg })
      return found
    }),
  )
  return expanded.flat()
}
