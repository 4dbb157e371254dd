import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openServices } from '../../server/src/core/app.ts'
import { type Config, projectFolder, readConfig } from '../../server/src/core/config.ts'
import type { Services } from '../../server/src/core/ctx.ts'
import { joinInstance } from '../../server/src/core/instance.ts'
import { makeLog } from '../../server/src/core/log.ts'
import { superuserOf } from '../../server/src/operations/backups/backup.ts'
import { slices } from '../../server/src/slices.ts'
import { type Settled, settle } from './settlers.ts'
import { speakRaw } from './speak.ts'

/** A data folder of its own for the program as it is built: nothing is in it yet. The program must have been built. */
export interface EmptyInstallation {
  folder: string
  port: number
  env: NodeJS.ProcessEnv
  config: Config
  /** Starts the server; resolves when its doors are open, throws with what it said when it ends before that. */
  start(env?: NodeJS.ProcessEnv): Promise<RunningProgram>
  /** Starts the server and waits for nothing. */
  launch(env?: NodeJS.ProcessEnv): Launched
  /** Runs a command of the command line, and gives what it said. */
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<Ran>
  /** Works with the services of the installation, from outside the server. */
  within<T>(work: (services: Services) => Promise<T>): Promise<T>
  /** Works as the superuser of the running database. */
  asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  /** Ends whatever still runs on it, and removes it. */
  remove(): Promise<void>
}

/** An installation with the settled world in it. */
export type Installation = EmptyInstallation & Settled

/** What a command came to. */
export interface Ran {
  code: number
  output: string
}

/** A server of which nothing is known yet. */
export interface Launched {
  pid: number
  /** All that it said until now. */
  output(): string
  /** Resolves with its exit code; null for one that was killed. */
  ended: Promise<number | null>
  /** Ends it in order. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** A server whose doors are open. */
export type RunningProgram = Launched

const program = join(projectFolder, 'build/server/main.mjs')

/** Makes an installation with nothing in it; nothing runs yet. */
export async function makeInstallation(more: Record<string, string> = {}): Promise<EmptyInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'helder-program-'))
  const port = await freePort()
  const settings = {
    HELDER_DATA: folder,
    PORT: String(port),
    HELDER_SEED: 'none',
    HELDER_LOG_LEVEL: 'warn',
    ...more,
  }
  const config = readConfig(settings)
  const env = { PATH: process.env.PATH, HOME: folder, ...settings }
  const running = new Set<ChildProcess>()
  const launch = (more: NodeJS.ProcessEnv = {}) => launchProgram({ ...env, ...more }, running)
  return {
    folder,
    port,
    env,
    config,
    launch,
    start: more => untilOpen(launch(more), port, config.studioHost),
    run: (args, more = {}) => runProgram(args, { ...env, ...more }),
    within: work => within(config, work),
    asSuperuser: work => asSuperuser(config, work),
    async remove() {
      for (const child of running) child.kill('SIGKILL')
      await endDatabase(folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes an installation with the settled world in it. */
export async function install(more: Record<string, string> = {}): Promise<Installation> {
  const installation = await makeInstallation(more)
  return { ...installation, ...(await installation.within(settle)) }
}

async function within<T>(config: Config, work: (services: Services) => Promise<T>): Promise<T> {
  const { connections, close } = await joinInstance(config)
  try {
    const opened = await openServices({ config, connections, slices, log: makeLog('silent') })
    try {
      return await work(opened.services)
    } finally {
      await opened.close()
    }
  } finally {
    await close()
  }
}

async function asSuperuser<T>(config: Config, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...superuserOf(config), database: 'helder' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function launchProgram(env: NodeJS.ProcessEnv, running: Set<ChildProcess>): Launched {
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let output = ''
  child.stdout.on('data', data => (output += data))
  child.stderr.on('data', data => (output += data))
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  void ended.then(() => running.delete(child))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

async function untilOpen(launched: Launched, port: number, host: string): Promise<RunningProgram> {
  let over = false
  void launched.ended.then(() => (over = true))
  const deadline = Date.now() + 90_000
  for (;;) {
    if (over) throw new Error(`the program ended while it started: ${launched.output()}`)
    if (Date.now() > deadline) throw new Error(`the program does not answer: ${launched.output()}`)
    const answer = await speakRaw(port, { host, path: '/health' }).catch(() => null)
    if (answer?.status === 200) return launched
    await sleep(10)
  }
}

function runProgram(args: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
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
