import { toPlainLine } from './plain-text.js'
import { type Progress, type ProgressStyle, quiet } from './progress.js'
import type { Output } from './world.js'

/** The spinner is loaded only where it is shown. */
export async function showProgress(style: ProgressStyle, stderr: Output): Promise<Progress> {
  if (style === 'quiet') return quiet
  return style === 'lines' ? createLines(stderr) : createSpinner()
}

function createLines(stderr: Output): Progress {
  const line = (text: string): void => stderr.write(`${toPlainLine(text)}\n`)
  return {
    ...quiet,
    finish: (group, outcome, ok) => line(`${ok ? '' : 'FAILED '}${group}: ${outcome}`),
    say: line,
    warn: (text) => line(`warning: ${text}`),
  }
}

async function createSpinner(): Promise<Progress> {
  const [{ default: ora }, { chalkStderr: chalk }] = await Promise.all([import('ora'), import('chalk')])
  const spinner = ora({ discardStdin: false }) // on standard error, and Ctrl-C stays ours
  const asking = new Set<string>()
  let total = 0
  let finished = 0

  const spin = (): void => {
    if (asking.size === 0) return
    const others = asking.size > 1 ? ` and ${asking.size - 1} more` : ''
    spinner.start(
      `${finished} of ${total} groups; asking about ${toPlainLine([...asking][0] ?? '')}${others}`,
    )
  }
  /** Leaves a line above the spinner. */
  const keep = (symbol: string, text: string): void => {
    spinner.stopAndPersist({ symbol, text: toPlainLine(text) })
    spin()
  }

  return {
    begin: (groups) => {
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
      asking.clear()
      spinner.stop()
    },
  }
}
