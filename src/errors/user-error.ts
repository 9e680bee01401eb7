import { type ExitCode, exitCode } from './exit-code.js'
import { MESSAGES, type Sentence } from './messages.js'

export type UserErrorCode = keyof typeof MESSAGES
type Details<C extends UserErrorCode> = Parameters<(typeof MESSAGES)[C]>[0]

const ENDPOINT_CODES: readonly UserErrorCode[] = [
  'endpoint-unreachable',
  'endpoint-refused',
  'endpoint-quota',
  'endpoint-redirects',
  'endpoint-asks-to-wait',
  'batch-trouble',
  'batch-refused',
  'batch-unsupported',
  'batch-gone',
  'all-groups-failed',
  'group-failed',
  'overview-failed',
  'matching-failed',
  'model-unknown',
]

/**
 * Trouble that the user can mend. Carries a code and its details; `message` says what and where,
 * `next` what to do about it. Anything else that is thrown is a bug.
 */
export class UserError<C extends UserErrorCode = UserErrorCode> extends Error {
  override readonly name = 'UserError'
  readonly code: C
  readonly details: Details<C>
  readonly next: string

  constructor(code: C, details: Details<C>, hint = '') {
    const { what, next } = (MESSAGES[code] as (details: Details<C>) => Sentence)(details)
    super(what)
    this.code = code
    this.details = details
    this.next = hint === '' ? next : `${next} ${hint}`
  }

  /** The same with one more thing to do about it. */
  withHint(hint: string): UserError<C> {
    return new UserError(this.code, this.details, hint)
  }

  /** Whether the trouble was there before anything was asked, and not with an endpoint. */
  get isBeforeAsking(): boolean {
    return !ENDPOINT_CODES.includes(this.code) && this.code !== 'recordings-full'
  }

  /** 4 where an endpoint refused or could not be reached, else 2. */
  get exitCode(): ExitCode {
    return ENDPOINT_CODES.includes(this.code) ? exitCode.endpoint : exitCode.usage
  }
}
