// How long until the first page: of a clean clone with a warm npm cache, and of what is built already. And how much
// memory is used when nobody asks for anything.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectFolder } from '../server/src/core/config.ts'
import { openPreview } from '../server/src/sites/previews/schema.ts'
import { endDatabase, freePort, install, sandboxesOf } from '../test/support/program.ts'
import { speak, speakRaw } from '../test/support/speak.ts'
import { family, median, memoryMegabytes, printResult, printTable } from './support/measure.ts'

const warmRounds = Number(process.env.BENCH_ROUNDS ?? 5)
const skipsClone = process.argv.includes('--no-clone')

const clone = skipsClone ? undefined : await fromClone()
const warm = await warmStarts()
const memory = await idleMemory()

printTable(
  ['start', 'seconds', 'least–most'],
  [
    ...(clone ? [['clean clone, warm npm cache: npm start → first answer', clone.toFixed(1), '']] : []),
    ...Object.entries(warm).map(([name, found]) => [
      name,
      median(found).toFixed(2),
      `${Math.min(...found).toFixed(2)}–${Math.max(...found).toFixed(2)}`,
    ]),
  ],
)
console.log()
printTable(
  ['idle memory, PSS', 'MB'],
  Object.entries(memory).map(([name, megabytes]) => [name, megabytes.toFixed(0)]),
)
printResult(
  'start',
  {},
  {
    cloneSeconds: clone ?? null,
    warmSeconds: Object.fromEntries(
      Object.entries(warm).map(([name, found]) => [name, round2(median(found))]),
    ),
    idleMegabytes: Object.fromEntries(
      Object.entries(memory).map(([name, megabytes]) => [name, Math.round(megabytes)]),
    ),
  },
)

/** Seconds from a command to the first page that the studio's host answers with. */
async function untilFirstPage(
  command: string,
  args: string[],
  options: { cwd: string; folder: string; more?: Record<string, string> },
): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      HELDER_DATA: options.folder,
      HELDER_LOG_LEVEL: 'error',
      ...options.more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm starts others, and a signal must reach them too.
    detached: true,
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  try {
    for (;;) {
      if (child.exitCode !== null)
        throw new Error(`${command} ${args.join(' ')} ended with ${child.exitCode}`)
      if (await answers(port)) return (performance.now() - began) / 1000
      await sleep(10)
    }
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
    // npm goes before what it started does.
    while (child.pid && isGroupAlive(child.pid)) await sleep(10)
  }
}

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0)
  } catch {
    return false
  }
}

async function answers(port: number): Promise<boolean> {
  const ask = (path: string) =>
    speakRaw(port, { host: 'studio.localhost', path }).then(answer => answer.status)
  return ask('/health').then(
    status => status === 200,
    () => false,
  )
}

async function fromClone(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'helder-clone-'))
  const cloned = spawnSync('git', ['clone', '--quiet', projectFolder, join(folder, 'helder')], {
    stdio: 'inherit',
  })
  if (cloned.status !== 0) throw new Error('the project could not be cloned')
  process.stderr.write('clean clone …\n')
  try {
    return await untilFirstPage('npm', ['start'], {
      cwd: join(folder, 'helder'),
      folder: join(folder, 'data'),
    })
  } finally {
    await endDatabase(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function warmStarts(): Promise<Record<string, number[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'helder-warm-'))
  const ways: Record<string, [string, string[]]> = {
    'warm: npm start → first answer': ['npm', ['start']],
    'warm: what npm start runs': [process.execPath, ['scripts/start.mjs']],
    'warm: the server alone': [process.execPath, ['build/server/main.mjs', 'start']],
  }
  const found: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map(name => [name, []]))
  try {
    for (let round = 0; round <= warmRounds; round++) {
      for (const [name, [command, args]] of Object.entries(ways)) {
        const seconds = await untilFirstPage(command, args, { cwd: projectFolder, folder })
        // The first round makes the database and fills the cache of the disk.
        if (round > 0) found[name]?.push(seconds)
      }
      process.stderr.write(round === 0 ? 'warm\n' : `round ${round} of ${warmRounds}\n`)
    }
    return found
  } finally {
    await endDatabase(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function idleMemory(): Promise<Record<string, number>> {
  const helder = await install()
  const server = await helder.start()
  try {
    await sleep(3000)
    const database = family(server.pid).filter(
      pid => pid !== server.pid && !sandboxesOf(server.pid).includes(pid),
    )
    const before = memoryMegabytes([server.pid])
    const { bakery, sessions, port } = helder
    const editor = {
      host: 'studio.localhost',
      cookie: sessions.bakeryEditor,
      workspaceId: bakery.workspaceId,
    }
    const { origin } = await speak(port, editor, openPreview, { params: { siteId: bakery.ids.siteId ?? '' } })
    const { hostname: host } = new URL(origin)
    for (let i = 0; i < 20; i++) await speakRaw(port, { host, path: '/' })
    await sleep(3000)
    return {
      'server, just started': before,
      'server, after publishing and previews': memoryMegabytes([server.pid]),
      'PostgreSQL, all its processes': memoryMegabytes(database),
      'sandbox, while it waits for work': memoryMegabytes(sandboxesOf(server.pid)),
    }
  } finally {
    await server.stop()
    await helder.remove()
  }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
