import { describeFinding } from '../../documents/describe-finding.js'
import type { SettingsOf } from '../../settings/option-values.js'
import type { Summary } from '../../summary/summary.js'
import { groupName } from '../../text/group-name.js'
import { isShortfall } from '../../themes/checks/finding.js'

/** What makes the exit code 3, a line each; failed groups were told of as they failed. */
export function shortfallsOf(
  { groups }: Summary,
  { strict, minCoverage }: Pick<SettingsOf<'verdict'>, 'strict' | 'minCoverage'>,
): string[] {
  return groups.flatMap((group) =>
    (group.checks?.findings ?? [])
      .filter(
        (finding) =>
          (strict && isShortfall(finding)) || (minCoverage !== undefined && finding.check === 'coverage'),
      )
      .map((finding) => `falls short: ${groupName(group)}: ${describeFinding(finding)}`),
  )
}
