import type { FileValues } from '../settings/option-values.js'
import { type Thresholds, USUAL_THRESHOLDS } from '../themes/checks/finding.js'

export type ThresholdSettings = Pick<FileValues, 'checks'> & { minCoverage?: number | undefined }

/** From where on checks find something: as usual, but for what the user says. */
export function thresholdsOf({ checks, minCoverage: coverage }: ThresholdSettings): Thresholds {
  return { ...USUAL_THRESHOLDS, ...checks, ...(coverage !== undefined && { coverage }) }
}
