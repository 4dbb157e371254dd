import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openServices } from '../../../server/src/core/app.ts'
import { type Config, origin, projectFolder, readConfig } from '../../../server/src/core/config.ts'
import { makeCtx, type Services } from '../../../server/src/core/ctx.ts'
import { makeLink } from '../../../server/src/core/identity/index.ts'
import { platformWorkspaceId } from '../../../server/src/core/ids.ts'
import { joinInstance, openInstance } from '../../../server/src/core/instance.ts'
import { makeLog } from '../../../server/src/core/log.ts'
import { getMessage, listMessages } from '../../../server/src/core/mail/store.ts'
import { slices } from '../../../server/src/slices.ts'
import { type Person, type Settled, settle } from '../../support/settlers.ts'
import { speakRaw } from '../../support/speak.ts'

/** The real program on a data folder and a port of its own, with the two clients and their people in it. */
export interface RunningStudio {
  /** Where the studio is: `http://studio.localhost:41234`. */
  origin: string
  port: number
  config: Config
  /** The same data as the program has, to look behind its screens. */
  services: Services
  settled: Settled
  /** The newest mail to an address, as it was written; `realm` is the workspace that sent it. */
  mailTo(address: string, workspaceId?: string): Promise<{ subject: string; text: string }>
  /** The path of a link that signs somebody in. */
  linkFor(person: Person): Promise<string>
  close(): Promise<void>
}

/** Starts the program as it was built, in a world that has been settled. */
export async function startStudio(): Promise<RunningStudio> {
  const folder = mkdtempSync(join(tmpdir(), 'helder-journey-'))
  const port = await freePort()
  const environment = {
    HELDER_DATA: folder,
    PORT: String(port),
    HELDER_SEED: 'none',
    HELDER_LOG_LEVEL: process.env.TEST_LOG ?? 'warn',
  }
  const config = readConfig(environment)
  const settled = await settleFolder(config)
  const stopProgram = await startProgram(environment, config)
  const instance = await joinInstance(config)
  const { services, close } = await openServices({
    config,
    connections: instance.connections,
    slices,
    log: makeLog('silent'),
  })
  return {
    origin: origin(config, config.studioHost),
    port,
    config,
    services,
    settled,
    mailTo: (address, workspaceId = platformWorkspaceId) => newestMail(services, workspaceId, address),
    linkFor: async person => `/link#${await linkOf(services, settled.accounts[person])}`,
    async close() {
      await close()
      await stopProgram()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Before the program starts: it finds a world as an earlier run would have left it.
async function settleFolder(config: Config): Promise<Settled> {
  const instance = await openInstance(config)
  try {
    const { services, close } = await openServices({
      config,
      connections: instance.connections,
      slices,
      log: makeLog('silent'),
    })
    try {
      return await settle(services)
    } finally {
      await close()
    }
  } finally {
    await instance.close()
  }
}

async function startProgram(
  environment: Record<string, string>,
  config: Config,
): Promise<() => Promise<void>> {
  const main = join(projectFolder, 'build/server/main.mjs')
  if (!existsSync(main)) throw new Error('the journeys need a build: npm run build')
  const child = spawn(process.execPath, [main, 'start'], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', data => (output += data))
  child.stderr.on('data', data => (output += data))
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the program stopped:\n${output}`)
    if (await isHealthy(config)) return () => stop(child)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error(`the program does not answer:\n${output}`)
}

async function isHealthy(config: Config): Promise<boolean> {
  try {
    return (await speakRaw(config.port, { host: config.studioHost, path: '/health' })).status === 200
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function systemCtx(services: Services, workspaceId: string) {
  return makeCtx({ services, workspaceId, actor: { kind: 'system', reason: 'a journey' }, language: 'nl' })
}

async function newestMail(services: Services, workspaceId: string, address: string) {
  return systemCtx(services, workspaceId).read(async tx => {
    const found = (await listMessages(tx, { limit: 100 })).find(({ to }) => to === address)
    if (found === undefined) throw new Error(`there is no mail to ${address}`)
    const { subject, text } = await getMessage(tx, found.messageId)
    return { subject, text }
  })
}

async function linkOf(services: Services, accountId: string): Promise<string> {
  return systemCtx(services, platformWorkspaceId).write(tx => makeLink(tx, accountId, 'sign-in'))
}
