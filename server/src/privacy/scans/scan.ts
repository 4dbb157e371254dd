import { randomBytes } from 'node:crypto'
import { createReadStream, type Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import zlib from 'node:zlib'
import type { Ctx } from '../../core/ctx.ts'
import { budgetOf, decodedForms, textsOf } from './decode.ts'
import { type Hit, type Markers, marked, searchable } from './rules.ts'
import { listTables, readPage, readQueue, type ScannedTable } from './store.ts'

/** What a scan read, and where it saw somebody. */
export interface Scanned {
  places: number
  rows: number
  objects: number
  hits: Hit[]
  /** Places that could not be read in full: nothing can be said of them. */
  unread: string[]
}

/** Told as a scan goes on: how many of its steps are done. A table is a step, an object, the queue, and the logs. */
export type Tell = (done: number, total: number) => Promise<void>

/** Reads everything that this workspace has, wherever it lies, and says where it saw somebody. */
export async function scanEverything(
  ctx: Ctx,
  markers: Markers,
  tell: Tell = async () => {},
): Promise<Scanned> {
  await proveSight()
  const tables = await ctx.read(listTables)
  const objects = await listObjects(ctx)
  const total = tables.length + objects.length + 2
  let done = 0
  const step = () => tell(++done, total)
  const parts = [
    await scanAll(ctx, tables, markers, step),
    await scanQueue(ctx, markers).finally(step),
    await scanObjects(ctx, objects, markers, step),
    await scanLogs(ctx, markers).finally(step),
  ]
  return {
    places: sum(parts.map(part => part.places)),
    rows: sum(parts.map(part => part.rows)),
    objects: sum(parts.map(part => part.objects)),
    hits: parts.flatMap(part => part.hits),
    unread: parts.flatMap(part => part.unread),
  }
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

const pageSize = 500

/** Reads the tables of some schemas, row by row. */
export async function scanTables(ctx: Ctx, markers: Markers, schemas: Set<string>): Promise<Scanned> {
  const tables = await ctx.read(listTables)
  return scanAll(
    ctx,
    tables.filter(table => schemas.has(schemaOf(table))),
    markers,
    async () => {},
  )
}

async function scanAll(
  ctx: Ctx,
  tables: ScannedTable[],
  markers: Markers,
  step: () => Promise<void>,
): Promise<Scanned> {
  const scanned: Scanned = { places: 0, rows: 0, objects: 0, hits: [], unread: [] }
  for (const table of tables) {
    if (table.readable) {
      scanned.places += 1
      await scanTable(ctx, table, markers, scanned)
    } else scanned.unread.push(table.name)
    await step()
  }
  return scanned
}

function schemaOf(table: ScannedTable): string {
  return table.name.split('.')[0] ?? ''
}

// Short transactions, page by page: a scan must not hold anything up.
async function scanTable(ctx: Ctx, table: ScannedTable, markers: Markers, scanned: Scanned): Promise<void> {
  const key = table.key.map(part => part.column).filter(column => column !== 'workspace_id')
  // Without a key rows can't be read on from where one was, so they are read at once.
  const size = key.length === 0 ? 1_000_000 : pageSize
  for (let after: string[] | null = null; ; ) {
    const rows = await ctx.read(tx => readPage(tx, table, after, size))
    scanned.rows += rows.length
    for (const row of rows) scanned.hits.push(...(await hitsInRow(table.name, key, row, markers)))
    const last = rows.at(-1)
    if (last === undefined || rows.length < size || key.length === 0) return
    after = key.map(column => last[column] ?? '')
  }
}

async function hitsInRow(
  place: string,
  key: string[],
  row: Record<string, string | null>,
  markers: Markers,
): Promise<Hit[]> {
  const name = key.map(column => encodeURIComponent(row[column] ?? '')).join('/')
  const hits: Hit[] = []
  for (const [part, value] of Object.entries(row)) {
    if (value === null) continue
    // Bytes come from PostgreSQL as \x and hex digits.
    const forms = /^\\x[0-9a-f]*$/.test(value)
      ? await textsOf(Buffer.from(value.slice(2), 'hex'))
      : decodedForms(value)
    hits.push(...hitOf(forms, markers, { place, key: name, part }))
  }
  return hits
}

function hitOf(forms: string[], markers: Markers, where: Pick<Hit, 'place' | 'key' | 'part'>): Hit[] {
  const found = forms.map(form => marked(searchable(form), markers))
  const sure = found.some(form => form.sure)
  if (!sure && !found.some(form => form.unsure)) return []
  return [{ ...where, sure, phones: [...new Set(found.flatMap(form => form.phones))] }]
}

async function scanQueue(ctx: Ctx, markers: Markers): Promise<Scanned> {
  const jobs = await ctx.read(readQueue)
  const hits = jobs.flatMap(job =>
    hitOf(decodedForms(job.payload), markers, { place: 'queue', key: job.jobId, part: job.task }),
  )
  return { places: 1, rows: jobs.length, objects: 0, hits, unread: [] }
}

// Beyond this an object is searched as the bytes that it is, window by window, and not unpacked.
const unpackedBytes = 64_000_000

interface StoredObject {
  sha: string
  sizeBytes: number
}

async function listObjects({ services, workspaceId }: Ctx): Promise<StoredObject[]> {
  const listed: StoredObject[] = []
  for await (const { sha, sizeBytes } of services.objects.list(workspaceId)) listed.push({ sha, sizeBytes })
  return listed
}

async function scanObjects(
  ctx: Ctx,
  listed: StoredObject[],
  markers: Markers,
  step: () => Promise<void>,
): Promise<Scanned> {
  const { objects } = ctx.services
  const scanned: Scanned = { places: 1, rows: 0, objects: 0, hits: [], unread: [] }
  for (const { sha, sizeBytes } of listed) {
    scanned.objects += 1
    await step()
    const where = { place: 'objects', key: sha, part: '' }
    if (sizeBytes > unpackedBytes) {
      scanned.unread.push(`objects ${sha.slice(0, 12)}`)
      scanned.hits.push(...(await scanStream(objects.stream(ctx.workspaceId, sha), markers, where)))
      continue
    }
    const budget = budgetOf()
    const forms = await textsOf(await objects.get(ctx.workspaceId, sha), budget)
    if (budget.exceeded) scanned.unread.push(`objects ${sha.slice(0, 12)}`)
    scanned.hits.push(...hitOf(forms, markers, where))
  }
  return scanned
}

async function scanLogs(ctx: Ctx, markers: Markers): Promise<Scanned> {
  const folder = join(ctx.services.config.dataFolder, 'logs')
  const hits: Hit[] = []
  for (const file of await filesBelow(folder)) {
    const where = { place: 'logs', key: '', part: relative(folder, file) }
    // Rotated logs may be packed; a log that is too large for that is searched window by window.
    const whole = (await stat(file)).size <= unpackedBytes
    if (whole) hits.push(...hitOf(await textsOf(await readFile(file)), markers, where))
    else hits.push(...(await scanStream(createReadStream(file), markers, where)))
  }
  return { places: 1, rows: 0, objects: 0, hits, unread: [] }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

// What lies across the border of two windows is in the overlap of both.
const windowOverlap = 2000

async function scanStream(
  stream: AsyncIterable<Buffer>,
  markers: Markers,
  where: Pick<Hit, 'place' | 'key' | 'part'>,
): Promise<Hit[]> {
  let tail = Buffer.alloc(0)
  for await (const chunk of stream) {
    const bytes = Buffer.concat([tail, chunk])
    const hits = hitOf(await textsOf(bytes), markers, where)
    if (hits.some(hit => hit.sure)) return hits
    tail = bytes.subarray(Math.max(0, bytes.length - windowOverlap))
  }
  return []
}

/** The scan can't see what it should: whatever it says then is worth nothing. */
export class BlindScan extends Error {
  readonly places: string[]

  constructor(places: string[]) {
    super(`the scan is blind in ${places.join(', ')}`)
    this.name = 'BlindScan'
    this.places = places
  }
}

// An invented address, packed in every way that the scan claims to see through.
async function proveSight(): Promise<void> {
  const email = `${randomBytes(9).toString('hex')}@canary.example`
  const markers: Markers = { emails: [email], phones: [], names: [] }
  const plain = Buffer.from(`To: ${email.toUpperCase()};`)
  const packed: Record<string, Buffer> = {
    gzip: zlib.gzipSync(plain),
    brotli: zlib.brotliCompressSync(plain),
    utf16: Buffer.from(plain.toString(), 'utf16le'),
    base64: Buffer.from(`x:${plain.toString('base64')}`),
    url: Buffer.from(encodeURIComponent(plain.toString())),
    html: Buffer.from(email.replaceAll('@', '&#64;').replaceAll('.', '&period;')),
    json: Buffer.from(`"${email.replaceAll('@', '\\u0040')}"`),
  }
  const blind: string[] = []
  for (const [kind, bytes] of Object.entries(packed)) {
    if (hitOf(await textsOf(bytes), markers, { place: kind, key: '', part: '' }).length === 0)
      blind.push(kind)
  }
  if (blind.length > 0) throw new BlindScan(blind)
}
