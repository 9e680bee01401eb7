import type { Job } from '../../model/batch-service.js'

/** "in progress, 3 of 12 done, 1 failed (batch_1)", as the service counts. */
export function jobLine({ id, status, counts }: Job): string {
  const figures =
    counts && counts.total > 0
      ? [
          `${counts.completed} of ${counts.total} done`,
          ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
        ]
      : []
  return `${[status.replaceAll('_', ' '), ...figures].join(', ')} (${id})`
}
