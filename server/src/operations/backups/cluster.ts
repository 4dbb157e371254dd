import type { Dirent } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from '@helder/words'
import pg from 'pg'
import { OperatorError } from '../../core/errors.ts'
import { type NamedKey, writeSealed } from '../../core/sealing/sealing.ts'

/** What came of copying a cluster. */
export interface ClusterCopy {
  startWal: string
  stopWal: string
  sizeBytes: number
  rawBytes: number
  postgres: number
}

/**
 * Copies a running cluster into one sealed archive, by PostgreSQL's low-level interface: begin, copy the files as they
 * change, end, and wait until the WAL that makes the copy whole is archived. Source: PostgreSQL 18, §25.3.4.
 */
export async function copyCluster(
  superuser: pg.ClientConfig,
  folder: string,
  target: { file: string; name: string; key: NamedKey; label: string },
  tell: (bytes: number) => void,
): Promise<ClusterCopy> {
  const client = new pg.Client(superuser)
  client.on('error', () => {})
  await client.connect()
  try {
    const postgres = await requireArchive(client)
    const startWal = await value(client, 'select pg_walfile_name(pg_backup_start($1, true)) as value', [
      target.label,
    ])
    const written = { bytes: 0, stopWal: '' }
    const tar = clusterTar(client, folder, written, tell)
    const sizeBytes = await writeSealed(target.file, target.name, target.key, tar)
    return { startWal, stopWal: written.stopWal, sizeBytes, rawBytes: written.bytes, postgres }
  } finally {
    await client.end()
  }
}

async function value(client: pg.Client, statement: string, values: unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ value: string }>(statement, values)
  return String(rows[0]?.value)
}

// Without an archive a copy of files that change meanwhile never becomes whole.
async function requireArchive(client: pg.Client): Promise<number> {
  if ((await value(client, "select current_setting('archive_mode') as value")) === 'on') {
    return Number(await value(client, "select current_setting('server_version_num')::int / 10000 as value"))
  }
  throw new OperatorError(
    text(
      'De database bewaart zijn wijzigingen niet, dus een reservekopie kan niet. Stop Helder en start het met npm start, dat zet het bewaren aan.',
      'The database does not archive its changes, so no backup can be made. Stop Helder and start it with npm start, which turns archiving on.',
    ),
  )
}

// How long the last pieces may take to reach the archive before something must be wrong with it.
const archiveMinutes = 5

async function* clusterTar(
  client: pg.Client,
  folder: string,
  written: { bytes: number; stopWal: string },
  tell: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const piece of folderTar(folder, '')) {
    written.bytes += piece.length
    tell(written.bytes)
    yield piece
  }
  await client.query(`set statement_timeout = '${archiveMinutes}min'`)
  const { rows } = await client
    .query<{ wal: string; label: string; spaces: string }>(
      'select pg_walfile_name(lsn) as wal, labelfile as label, spcmapfile as spaces from pg_backup_stop(true)',
    )
    .catch(error => {
      throw archiveStuck(error)
    })
  const [end] = rows
  if (end === undefined) throw new Error('the backup did not end')
  written.stopWal = end.wal
  yield* wholeFile('backup_label', Buffer.from(end.label))
  if (end.spaces.trim() !== '') yield* wholeFile('tablespace_map', Buffer.from(end.spaces))
  yield endOfTar
}

function archiveStuck(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== '57014') return error
  return new OperatorError(
    text(
      'De laatste wijzigingen komen niet in de map met reservekopieën aan. Kijk in logs/postgres.log waarom: vaak is de schijf vol of mag Helder er niet schrijven.',
      'The last changes do not reach the folder of backups. logs/postgres.log says why: often the disk is full or Helder may not write there.',
    ),
  )
}

/** Folders whose content PostgreSQL makes anew: they go along empty. Source: PostgreSQL 18, §25.3.4.3. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|current_logfiles|backup_label.*|recovery\.signal)$/

async function* folderTar(folder: string, path: string): AsyncGenerator<Buffer> {
  const entries: Dirent[] = await readdir(join(folder, path), { withFileTypes: true }).catch(ignoreGone([]))
  for (const entry of entries) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`
    if (leftOut.test(entry.name)) continue
    if (entry.isDirectory()) {
      yield tarHeader({ name: `${inside}/`, size: 0, mtime: new Date(0) })
      if (!emptied.has(inside)) yield* folderTar(folder, inside)
    } else if (entry.isFile()) {
      yield* fileTar(join(folder, inside), inside)
    }
  }
}

// What is dropped while the copy runs is dropped in the WAL too.
function ignoreGone<T>(instead: T): (error: unknown) => T {
  return error => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead
    throw error
  }
}

const pieceBytes = 256 * 1024

// A file may grow or shrink under our hands; the archive needs a size beforehand, and the WAL puts right what it lacks.
async function* fileTar(file: string, name: string): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r').catch(ignoreGone(null))
  if (handle === null) return
  try {
    const { size, mtime } = await handle.stat()
    yield tarHeader({ name, size, mtime })
    for (let left = size; left > 0; ) {
      const piece = Buffer.alloc(Math.min(pieceBytes, left))
      const { bytesRead } = await handle.read(piece, 0, piece.length)
      const read = bytesRead === 0 ? piece : piece.subarray(0, bytesRead)
      left -= read.length
      yield read
    }
    yield padding(size)
  } finally {
    await handle.close()
  }
}

function* wholeFile(name: string, bytes: Buffer): Generator<Buffer> {
  yield tarHeader({ name, size: bytes.length, mtime: new Date() })
  yield bytes
  yield padding(bytes.length)
}

const block = 512
const endOfTar = Buffer.alloc(2 * block)

function padding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block)
}

// Source: POSIX.1-2024, pax, ustar interchange format. A name that ends in a slash is a folder.
function tarHeader({ name, size, mtime }: { name: string; size: number; mtime: Date }): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long for the archive`)
  const isFolder = name.endsWith('/')
  const header = Buffer.alloc(block)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(isFolder ? 0o700 : 0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(Math.floor(mtime.getTime() / 1000), 12), 136)
  header.write('        ', 148)
  header.write(isFolder ? '5' : '0', 156)
  header.write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
