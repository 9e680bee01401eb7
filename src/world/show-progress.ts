import { toTerminalLine } from '../text/plain-text.js'
import { type Progress, type ProgressStyle, quiet } from './progress.js'
import type { Output } from './world.js'

type Environment = Readonly<Record<string, string | undefined>>

/** The spinner is loaded only where it is shown. */
export async function showProgress(
  style: ProgressStyle,
  stderr: Output,
  environment: Environment = {},
): Promise<Progress> {
  if (style === 'quiet') return quiet
  return style === 'lines' ? createLines(stderr) : createSpinner(environment.NO_COLOR ? 'plain' : 'colored')
}

function createLines(stderr: Output): Progress {
  const line = (text: string): void => stderr.write(`${toTerminalLine(text)}\n`)
  return {
    ...quiet,
    finish: (group, outcome, ok) => line(`${ok ? '' : 'FAILED '}${group}: ${outcome}`),
    say: line,
    warn: (text) => line(`warning: ${text}`),
  }
}

/** How often the elapsed time is shown anew, in milliseconds. */
const EVERY_SECOND = 1_000

async function createSpinner(look: 'plain' | 'colored'): Promise<Progress> {
  const [{ default: ora }, { Chalk, chalkStderr }] = await Promise.all([import('ora'), import('chalk')])
  const chalk = look === 'plain' ? new Chalk({ level: 0 }) : chalkStderr
  // on standard error, and Ctrl-C stays ours
  const spinner = ora({ discardStdin: false, color: look === 'plain' ? false : 'cyan' })
  const asking = new Set<string>()
  const begun = performance.now()
  let total = 0
  let finished = 0

  const text = (): string => {
    const others = asking.size > 1 ? ` and ${asking.size - 1} more` : ''
    const count = total > 0 ? `${finished} of ${total} groups; ` : ''
    const seconds = Math.floor((performance.now() - begun) / 1_000)
    return `${count}asking about ${toTerminalLine([...asking][0] ?? '')}${others}; ${seconds} s`
  }
  const spin = (): void => {
    if (asking.size > 0) spinner.start(text())
  }
  const ticking = setInterval(() => {
    if (spinner.isSpinning) spinner.text = text()
  }, EVERY_SECOND)
  ticking.unref()
  /** Leaves a line above the spinner. */
  const keep = (symbol: string, text: string): void => {
    spinner.stopAndPersist({ symbol, text: toTerminalLine(text) })
    spin()
  }

  return {
    begin: (groups) => {
      finished = 0
      total = groups
    },
    start: (group) => {
      asking.add(group)
      spin()
    },
    finish: (group, outcome, ok) => {
      asking.delete(group)
      finished++
      keep(ok ? chalk.green('✔') : chalk.red('✖'), `${group}: ${outcome}`)
    },
    say: (text) => keep(chalk.blue('ℹ'), text),
    warn: (text) => keep(chalk.yellow('⚠'), text),
    stop: () => {
      clearInterval(ticking)
      asking.clear()
      spinner.stop()
    },
  }
}
