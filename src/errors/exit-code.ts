/** Process exit codes; docs/commands.md explains each to users. */
export const exitCode = {
  done: 0,
  difference: 1,
  usage: 2,
  shortfall: 3,
  endpoint: 4,
  bug: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
