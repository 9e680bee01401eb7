import type { BatchAccount } from '../../batch/read-answers.js'
import { countOf } from '../../text/count-of.js'
import { sum } from '../../text/sum.js'

/** What became of requests that were asked in files, a line each. */
export function accountLines({
  answered,
  failed,
  absent,
  strange,
  unreadable,
  differing,
}: BatchAccount): string[] {
  const failures = sum(failed.values())
  const asked = answered + failures + absent
  return [
    `${countOf(asked, 'request')} asked: ${answered} answered, ${failures} failed, ${absent} absent`,
    ...[...failed].map(([reason, count]) => `  ${count} failed: ${reason}`),
    ...(strange > 0 ? [`  ${countOf(strange, 'answer')} to what is not asked, or is answered already`] : []),
    ...(differing > 0
      ? [`  ${countOf(differing, 'other answer')} to the same request; the first is kept`]
      : []),
    ...(unreadable > 0 ? [`  ${countOf(unreadable, 'line')} that cannot be read`] : []),
    '"sixthemes batch write" with the options of before writes what is to be asked next, or says that nothing is.',
  ]
}
