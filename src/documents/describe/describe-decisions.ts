import type { SummaryDecided, SummaryDecisions } from '../../summary/summary.js'
import { countOf } from '../../text/count-of.js'
import { groupName } from '../../text/group-name.js'

/** "people moved 3 notes, took 1 note out of its theme and wrote 2 titles" */
export function describeDecided({
  moved,
  setAside,
  titled,
  summarized,
  made,
  merged,
}: SummaryDecided): string {
  const parts = [
    ...(moved > 0 ? [`moved ${countOf(moved, 'note')}`] : []),
    ...(setAside > 0 ? [`took ${countOf(setAside, 'note')} out of themes`] : []),
    ...(titled > 0 ? [`wrote ${countOf(titled, 'title')} anew`] : []),
    ...(summarized > 0 ? [`wrote ${countOf(summarized, 'summary', 'summaries')}`] : []),
    ...(made > 0 ? [`made ${countOf(made, 'theme')}`] : []),
    ...(merged > 0 ? [`merged ${countOf(merged, 'theme')} into others`] : []),
  ]
  return `people ${parts.join(', ').replace(/, ([^,]*)$/, ' and $1')}`
}

/** What became of the decisions of people, and a line for each that no longer applies. */
export function describeDecisions({ given, lapsed }: SummaryDecisions): { line: string; lapsed: string[] } {
  const gone = new Set(lapsed.map(({ decision }) => decision)).size
  return {
    line: `${countOf(given, 'decision')} of people, ${gone === 0 ? 'all carried out' : `${gone} of which no longer apply, or not wholly`}`,
    lapsed: lapsed.map(
      (one) => `decision ${one.decision} (${groupName(one)}): there is no ${one.gone} “${one.named}”`,
    ),
  }
}
