import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from '@helder/words'
import { OperatorError } from '../../core/errors.ts'
import { sha256 } from '../../core/ids.ts'
import type { Keys } from '../../core/keys.ts'
import type { ScanOutcome, StoreOutcome } from '../requests/schema.ts'

/** A request as the ledger remembers it, so that its page comes back after a restore: no name, no address. */
export interface LedgerRequest {
  requestId: string
  number: number
  language: string
  origin: string
  secretHash: string
  receivedAt: string
  verifiedAt: string | null
  dueOn: string | null
  decidedAt: string | null
}

/** That somebody was erased: by which keyed hashes they are recognised, what went, and what became of each store. */
export interface ErasureEntry {
  kind: 'erasure'
  at: string
  workspaceId: string
  requestId: string
  request: LedgerRequest
  keys: string[]
  /** The ids that are gone, by store. */
  gone: Record<string, string[]>
  stores: StoreOutcome[]
}

/** That it was looked at afterwards, and what was still found. */
export interface ScanEntry {
  kind: 'scan'
  at: string
  workspaceId: string
  requestId: string
  scan: ScanOutcome
}

/** What is written down. */
export type LedgerBody = ErasureEntry | ScanEntry

/** A line of the ledger: its place, and the hash that ties it to the line before. */
export type LedgerEntry = LedgerBody & { sequence: number; previous: string; hash: string }

/** A place in the ledger: the number of a line and its hash. */
export interface LedgerPosition {
  sequence: number
  hash: string
}

/** Where an empty ledger stands, and a database that never erased anyone. */
export const beginning: LedgerPosition = { sequence: 0, hash: '' }

/** The list of what was erased. It lies outside the database and its backups, and lines are only ever added. */
export interface Ledger {
  entries: LedgerEntry[]
  head: LedgerPosition
  /** What was mended when it was opened, for the operator. */
  repairs: string[]
  /** Ties what is to be written to the last line, without writing it. */
  prepare(body: LedgerBody): LedgerEntry
  /** Writes a prepared line in every folder, and gives back only when it lies on disk. */
  append(entry: LedgerEntry): void
}

const fileName = 'erasures.jsonl'
const format = 'helder.ledger/1'

/**
 * Opens the ledger: checks every line, mends what can be mended without a guess, and refuses everything else with a
 * sentence. `position` is how far the database has followed it.
 */
export function openLedger(folders: string[], keys: Keys, position: LedgerPosition): Ledger {
  const files = folders.map(folder => join(folder, fileName))
  const copies = files.map(file => readCopy(file))
  const leading = chooseLeading(copies)
  const repairs = mendCopies(copies, leading, header(keys))
  refuseOtherKey(leading, header(keys))
  refuseOtherPast(leading.entries, position, files[0] ?? '')
  const ledger: Ledger = {
    entries: leading.entries,
    head: headOf(leading.entries),
    repairs,
    prepare: body => {
      const { sequence, hash: previous } = headOf(ledger.entries)
      const tied = { ...body, sequence: sequence + 1, previous }
      return { ...tied, hash: sha256(previous + canonical(tied)) }
    },
    append: entry => {
      for (const file of files) writeLine(file, JSON.stringify(entry))
      ledger.entries.push(entry)
      ledger.head = headOf(ledger.entries)
    },
  }
  return ledger
}

function headOf(entries: LedgerEntry[]): LedgerPosition {
  const last = entries.at(-1)
  return last === undefined ? beginning : { sequence: last.sequence, hash: last.hash }
}

// A key that was lost and made anew would make every erasure unrepeatable without anyone noticing.
function header(keys: Keys): string {
  return JSON.stringify({ format, check: keys.hmac('ledger', format) })
}

interface Copy {
  file: string
  header: string | undefined
  entries: LedgerEntry[]
  /** How many bytes of it are whole lines that follow on each other. */
  soundBytes: number
  /**
   * What stands behind that. A last line that is not sound was never finished: what it would say was never committed
   * either, or the database knows of it and `refuseOtherPast` refuses.
   */
  rest: 'nothing' | 'half a line' | 'damage'
}

function readCopy(file: string): Copy {
  const empty: Copy = { file, header: undefined, entries: [], soundBytes: 0, rest: 'nothing' }
  if (!existsSync(file)) return empty
  const content = readFileSync(file, 'utf8')
  const copy = { ...empty }
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf('\n', from)
    if (end === -1) return { ...copy, rest: 'half a line' }
    const line = content.slice(from, end)
    if (copy.header === undefined) {
      if (!line.includes(format)) return { ...copy, rest: 'damage' }
      copy.header = line
    } else {
      const entry = entryOf(line, headOf(copy.entries))
      if (entry === undefined) return { ...copy, rest: end + 1 === content.length ? 'half a line' : 'damage' }
      copy.entries.push(entry)
    }
    from = end + 1
    copy.soundBytes += Buffer.byteLength(line) + 1
  }
  return copy
}

function entryOf(line: string, before: LedgerPosition): LedgerEntry | undefined {
  try {
    const entry: LedgerEntry = JSON.parse(line)
    const { hash, ...rest } = entry
    const follows = entry.sequence === before.sequence + 1 && entry.previous === before.hash
    return follows && hash === sha256(before.hash + canonical(rest)) ? entry : undefined
  } catch {
    return undefined
  }
}

// The longest sound copy leads. A copy that tells another story is no copy, and nobody can say which one is true.
function chooseLeading(copies: Copy[]): Copy {
  const order = [...copies].sort(
    (a, b) =>
      b.entries.length - a.entries.length || Number(a.rest === 'damage') - Number(b.rest === 'damage'),
  )
  const [first, ...others] = order
  if (first === undefined) throw new Error('a ledger needs a folder')
  for (const other of others) {
    const last = headOf(other.entries)
    const agrees = last.sequence === 0 || first.entries[last.sequence - 1]?.hash === last.hash
    if (!agrees || (other.header ?? first.header) !== first.header) throw apart(first.file, other.file)
  }
  if (first.rest === 'damage') throw damagedLedger(first)
  return first
}

function mendCopies(copies: Copy[], leading: Copy, head: string): string[] {
  return copies.flatMap(copy => {
    const missing = leading.entries.length - copy.entries.length
    if (copy.header === undefined || copy.rest === 'damage') {
      if (existsSync(copy.file)) renameSync(copy.file, `${copy.file}.damaged-${Date.now()}`)
      begin(copy.file, [leading.header ?? head, ...leading.entries.map(entry => JSON.stringify(entry))])
      return leading.header === undefined ? [] : [`${copy.file}: made anew from ${leading.file}`]
    }
    if (copy.rest === 'half a line') truncateSync(copy.file, copy.soundBytes)
    for (const entry of leading.entries.slice(copy.entries.length))
      writeLine(copy.file, JSON.stringify(entry))
    return [
      ...(copy.rest === 'half a line' ? [`${copy.file}: a line that was never finished was removed`] : []),
      ...(missing > 0 ? [`${copy.file}: ${missing} lines were brought over from ${leading.file}`] : []),
    ]
  })
}

function begin(file: string, lines: string[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.part`
  writeFileSync(temporary, `${lines.join('\n')}\n`, { mode: 0o600, flush: true })
  renameSync(temporary, file)
  syncFolder(dirname(file))
}

function writeLine(file: string, line: string): void {
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, `${line}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** JSON with its keys in order, so that the same content always gives the same hash. Source: RFC 8785, in part. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}

function refuseOtherKey(leading: Copy, head: string): void {
  if (leading.header === undefined || leading.header === head) return
  throw new OperatorError(
    text(
      `De sleutel ‘ledger’ is niet de sleutel van het grootboek van wissingen in ${leading.file}. Zet de map met sleutels terug die erbij hoort; zonder die sleutel kan Helder gewiste personen niet herkennen.`,
      `The key ‘ledger’ is not the key of the ledger of erasures in ${leading.file}. Put back the folder of keys that belongs to it; without that key Helder can not recognise erased people.`,
    ),
  )
}

function refuseOtherPast(entries: LedgerEntry[], position: LedgerPosition, file: string): void {
  if (position.sequence === 0) return
  const there = entries[position.sequence - 1]
  if (there === undefined) throw behind(file, headOf(entries).sequence, position.sequence)
  if (there.hash !== position.hash) throw otherLedger(file)
}

function behind(file: string, head: number, position: number): OperatorError {
  return new OperatorError(
    text(
      `Het grootboek van wissingen in ${file} heeft ${head} regels, maar de database kent er ${position}. Er is een oude of lege versie teruggezet. Zet de nieuwste terug (of de tweede kopie), en start opnieuw.`,
      `The ledger of erasures in ${file} has ${head} lines, but the database knows ${position}. An old or empty version was put back. Put back the newest one (or the second copy), and start again.`,
    ),
  )
}

function otherLedger(file: string): OperatorError {
  return new OperatorError(
    text(
      `Het grootboek van wissingen in ${file} hoort niet bij deze database. Controleer HELDER_LEDGER en HELDER_DATA, en start opnieuw.`,
      `The ledger of erasures in ${file} does not belong to this database. Check HELDER_LEDGER and HELDER_DATA, and start again.`,
    ),
  )
}

function apart(one: string, other: string): OperatorError {
  return new OperatorError(
    text(
      `De twee kopieën van het grootboek van wissingen spreken elkaar tegen: ${one} en ${other}. Zoek uit welke bij deze database hoort, zet de andere opzij, en start opnieuw.`,
      `The two copies of the ledger of erasures contradict each other: ${one} and ${other}. Find out which one belongs to this database, put the other aside, and start again.`,
    ),
  )
}

function damagedLedger(copy: Copy): OperatorError {
  return new OperatorError(
    text(
      `Het grootboek van wissingen in ${copy.file} is beschadigd na regel ${copy.entries.length}. Zet een gave kopie terug; Helder start niet zonder, omdat gewiste personen anders terug kunnen komen.`,
      `The ledger of erasures in ${copy.file} is damaged after line ${copy.entries.length}. Put back a sound copy; Helder does not start without it, since erased people could come back otherwise.`,
    ),
  )
}
