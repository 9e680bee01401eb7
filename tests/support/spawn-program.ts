import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const BIN = fileURLToPath(new URL('../../dist/bin.js', import.meta.url))

export type Spawned = {
  process: ChildProcess
  done: Promise<{ exitCode: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>
}

export type SpawnOptions = { cwd: string; input?: string; environment?: Record<string, string> }

/** Starts the built program as a user's shell would. No key and no cache of the machine reach it. */
export function startProgram(
  argv: readonly string[],
  { cwd, input, environment = {} }: SpawnOptions,
): Spawned {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [BIN, ...argv], {
    cwd,
    env: { PATH, XDG_CACHE_HOME: join(cwd, 'cache'), NO_COLOR: '1', ...environment },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (output.stdout += chunk))
  child.stderr.on('data', (chunk) => (output.stderr += chunk))
  child.stdin.end(input ?? '')
  onTestFinished(() => void child.kill('SIGKILL'))
  const done = new Promise<Awaited<Spawned['done']>>((resolve) => {
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }))
  })
  return { process: child, done }
}

export function spawnProgram(argv: readonly string[], options: SpawnOptions): Spawned['done'] {
  return startProgram(argv, options).done
}

/** An empty folder that is gone after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sixthemes-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
