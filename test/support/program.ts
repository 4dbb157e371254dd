import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openServices } from '../../server/src/core/app.ts'
import { projectFolder, readConfig } from '../../server/src/core/config.ts'
import { openInstance } from '../../server/src/core/instance.ts'
import { makeLog } from '../../server/src/core/log.ts'
import { slices } from '../../server/src/slices.ts'
import { type Settled, settle } from './settlers.ts'
import { speakRaw } from './speak.ts'

/** A data folder of its own with the settled world in it, for the program as it is built. */
export interface Installation extends Settled {
  folder: string
  port: number
  env: NodeJS.ProcessEnv
  /** Starts the server; resolves when it answers. */
  start(): Promise<RunningProgram>
  /** Runs a command of the command line, and gives what it said. */
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<{ code: number; output: string }>
  /** Ends whatever still runs on it, and removes it. */
  remove(): Promise<void>
}

/** A server as a process. */
export interface RunningProgram {
  pid: number
  /** Ends it in order. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const program = join(projectFolder, 'build/server/main.mjs')

/** Makes an installation with the settled world in it. The program must have been built. */
export async function install(more: Record<string, string> = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'helder-program-'))
  const port = await freePort()
  const settings = {
    HELDER_DATA: folder,
    PORT: String(port),
    HELDER_SEED: 'none',
    HELDER_LOG_LEVEL: 'warn',
    ...more,
  }
  const env = { PATH: process.env.PATH, HOME: folder, ...settings }
  const settled = await settleIn(settings)
  const running = new Set<ChildProcess>()
  return {
    ...settled,
    folder,
    port,
    env,
    start: () => start(env, port, running),
    run: (args, more = {}) => run(args, { ...env, ...more }),
    async remove() {
      for (const child of running) child.kill('SIGKILL')
      await endDatabase(folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function settleIn(settings: Record<string, string>): Promise<Settled> {
  const config = readConfig(settings)
  const instance = await openInstance(config)
  const { services, close } = await openServices({
    config,
    connections: instance.connections,
    slices,
    log: makeLog('silent'),
  })
  const settled = await settle(services)
  await close()
  await instance.close()
  return settled
}

async function start(
  env: NodeJS.ProcessEnv,
  port: number,
  running: Set<ChildProcess>,
): Promise<RunningProgram> {
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  running.add(child)
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  void ended.then(() => running.delete(child))
  for (let waited = 0; ; waited += 50) {
    if (child.exitCode !== null) throw new Error('the program ended while it started')
    if (waited > 60_000) throw new Error('the program does not answer')
    if (await answers(port, env.HELDER_STUDIO_HOST ?? 'studio.localhost')) break
    await sleep(50)
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

async function answers(port: number, host: string): Promise<boolean> {
  return speakRaw(port, { host, path: '/health' }).then(
    answer => answer.status === 200,
    () => false,
  )
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.once('close', code => resolve({ code: code ?? 1, output }))
  })
}

/** Ends the database that a killed server left running in a data folder. */
export async function endDatabase(folder: string): Promise<void> {
  const places =
    existsSync(folder) && readdirSync(folder).includes('postgres')
      ? [join(folder, 'postgres/postmaster.pid')]
      : []
  for (const place of places) {
    try {
      const pid = Number(readFileSync(place, 'utf8').split('\n')[0])
      process.kill(pid, 'SIGQUIT')
      for (let waited = 0; waited < 5000 && isAlive(pid); waited += 50) await sleep(50)
    } catch {
      // It was stopped in order already.
    }
  }
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The sandboxes that a server started and that are still there. */
export function sandboxesOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(candidate => parentOf(candidate) === pid && commandOf(candidate).includes('sandbox/main.mjs'))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
