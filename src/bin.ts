#!/usr/bin/env node
import { run } from './cli/main.js'
import { type ExitCode, exitCode } from './errors/exit-code.js'
import { createNodeWorld } from './world/node-world.js'
import { Interrupted } from './world/world.js'

// The first Ctrl-C ends the run in order; a second one ends the process. The listener stays: where it is the last
// one, the spinner's own would end the process at once.
const interrupt = new AbortController()
process.on('SIGINT', () => {
  if (!interrupt.signal.aborted) return interrupt.abort(new Interrupted('interrupted'))
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
})

// Whoever reads our output may stop reading: `sixthemes … | head`.
let failed: ExitCode | undefined
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || stream === process.stderr) return // what is said on the way is no result
    failed = exitCode.usage
    process.exitCode = failed // it may come after the run has ended
    process.stderr.write(`sixthemes: standard output cannot be written (${error.code})
`)
  })
}

const prompts = new URL('../prompts/', import.meta.url)
const code = await run(process.argv.slice(2), createNodeWorld(process, prompts, interrupt.signal))
process.exitCode = failed ?? code
