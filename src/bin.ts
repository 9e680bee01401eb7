#!/usr/bin/env node
import { run } from './run.js'
import { createWorld, Interrupted } from './world.js'

// The first Ctrl-C ends the run in order; a second one ends the process.
const interrupt = new AbortController()
process.once('SIGINT', () => interrupt.abort(new Interrupted('interrupted')))

// Whoever reads our output may stop reading: `sixthemes … | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const prompts = new URL('../prompts/', import.meta.url)
process.exitCode = await run(process.argv.slice(2), createWorld(process, prompts, interrupt.signal))
