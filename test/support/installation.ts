import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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
import { speakRaw } from './speak.ts'

const program = join(projectFolder, 'build', 'server', 'main.mjs')

/** A real installation in a folder of its own: the built server, the command line, and a look behind both. */
export interface Installation {
  folder: string
  config: Config
  /** Starts the built server; gives its port as soon as it listens, and when its doors are open. */
  start(): Promise<Running>
  /** Runs a command of `helder`. */
  run(...args: string[]): { code: number; output: string }
  /** The services of the running installation. */
  within<T>(work: (services: Services) => Promise<T>): Promise<T>
  /** The superuser of the running database. */
  asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  remove(): Promise<void>
}

/** A server that runs. */
export interface Running {
  port: number
  /** What was answered from the first moment until the doors were open, by status. */
  answers: { status: number; text: string }[]
  output(): string
  stop(): Promise<void>
  kill(): Promise<void>
}

/** Makes an installation; nothing runs yet. The port is one that is free now. */
export function makeInstallation(port: number): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'helder-installation-'))
  const environment = {
    HELDER_DATA: folder,
    PORT: String(port),
    HELDER_SEED: 'none',
    HELDER_LOG_LEVEL: 'warn',
  }
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en', ...environment }
  const config = readConfig(environment)
  const running: ChildProcess[] = []
  return {
    folder,
    config,
    async start() {
      const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      running.push(child)
      return untilOpen(child, port)
    },
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        env,
        encoding: 'utf8',
      })
      return { code: status ?? 1, output: stdout + stderr }
    },
    async within(work) {
      const instance = await joinInstance(config)
      const opened = await openServices({
        config,
        connections: instance.connections,
        slices,
        log: makeLog('silent'),
      })
      try {
        return await work(opened.services)
      } finally {
        await opened.close()
        await instance.close()
      }
    },
    async asSuperuser(work) {
      const client = new pg.Client({ ...superuserOf(config), database: 'helder' })
      await client.connect()
      try {
        return await work(client)
      } finally {
        await client.end()
      }
    },
    async remove() {
      for (const child of running) await stopped(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilOpen(child: ChildProcess, port: number): Promise<Running> {
  let output = ''
  child.stdout?.on('data', data => (output += data))
  child.stderr?.on('data', data => (output += data))
  const answers: Running['answers'] = []
  for (let waited = 0; waited < 120_000; waited += 5) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output}`)
    const answer = await speakRaw(port, { host: 'studio.localhost', path: '/health' }).catch(() => null)
    if (answer?.status === 200) {
      return {
        port,
        answers,
        output: () => output,
        stop: () => stopped(child, 'SIGTERM'),
        kill: () => stopped(child, 'SIGKILL'),
      }
    }
    if (answer) answers.push({ status: answer.status, text: answer.text })
    await sleep(5)
  }
  throw new Error(`the server does not open: ${output}`)
}

function stopped(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
