import { promisify } from 'node:util'
import { counted, size, type Text, text } from '@helder/words'
import yauzl from 'yauzl'
import { Refusal } from '../../core/errors.ts'
import { isLeftBehind } from './rules.ts'
import { isFilePath, largestSiteFileBytes } from './schema.ts'

// What a ZIP may hold.
const archiveLimits = {
  files: 10_000,
  totalBytes: 500_000_000,
  /** How much larger a file may become than it is packed; text packs to a tenth, a bomb to a thousandth. */
  ratio: 200,
  /** Below this size a ratio says nothing. */
  ratioFromBytes: 10_000_000,
}

// A file in a ZIP, not unpacked yet.
interface ArchiveEntry {
  path: string
  sizeBytes: number
  read(): Promise<Buffer>
}

/** What is in a ZIP, and what of it is no part of a site. */
export interface Archive {
  entries: ArchiveEntry[]
  left: string[]
  close(): void
}

const fromBuffer = promisify(
  (bytes: Buffer, options: yauzl.Options, done: (error: Error | null, zip?: yauzl.ZipFile) => void) =>
    yauzl.fromBuffer(bytes, options, (error, zip) => done(error, zip)),
)

/** Opens a ZIP. Refuses one that is damaged, climbs out of its folder, or is larger than it should be. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true }
  const zip = await fromBuffer(bytes, options).catch(refuseDamaged)
  if (zip === undefined) throw damaged
  try {
    const found = await readEntries(zip)
    return { ...sortOut(zip, found), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

function readEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const found: yauzl.Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', error => reject(asRefusal(error)))
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry: yauzl.Entry) => {
      found.push(entry)
      if (found.length > archiveLimits.files) reject(new Refusal('too-large', tooMany))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function sortOut(zip: yauzl.ZipFile, found: yauzl.Entry[]): { entries: ArchiveEntry[]; left: string[] } {
  const entries: ArchiveEntry[] = []
  const left: string[] = []
  let total = 0
  for (const entry of found) {
    if (entry.fileName.endsWith('/')) continue
    // Names from macOS have their accents apart, and addresses do not.
    const path = entry.fileName.normalize('NFC')
    if (isLeftBehind(path) || !isFilePath(path) || path.length > 290) {
      left.push(path)
      continue
    }
    total += entry.uncompressedSize
    refuseUnfit(entry, path, total)
    entries.push({ path, sizeBytes: entry.uncompressedSize, read: () => readEntry(zip, entry) })
  }
  return { entries, left }
}

const linkType = 0o120000
const typeMask = 0o170000

function refuseUnfit(entry: yauzl.Entry, path: string, total: number): void {
  const mode = entry.externalFileAttributes >>> 16
  if ((mode & typeMask) === linkType) throw new Refusal('invalid', link(path))
  if (entry.isEncrypted()) throw new Refusal('invalid', encrypted)
  const { uncompressedSize: unpacked, compressedSize: packed } = entry
  if (unpacked > largestSiteFileBytes) throw new Refusal('too-large', tooLarge(path))
  const swells = unpacked > archiveLimits.ratioFromBytes && unpacked > packed * archiveLimits.ratio
  if (swells || total > archiveLimits.totalBytes) throw new Refusal('too-large', tooMuch)
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const open = promisify((done: (error: Error | null, stream?: NodeJS.ReadableStream) => void) =>
    zip.openReadStream(entry, (error, stream) => done(error, stream)),
  )
  const chunks: Buffer[] = []
  let length = 0
  try {
    const stream = await open()
    if (stream === undefined) throw damaged
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      // The size that an entry states is checked by the reader; here stands that it is checked.
      if (length > entry.uncompressedSize) throw damaged
      chunks.push(bytes)
    }
  } catch (error) {
    throw asRefusal(error)
  }
  return Buffer.concat(chunks, length)
}

function refuseDamaged(error: unknown): never {
  throw asRefusal(error)
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const said = error instanceof Error ? error.message : ''
  return /(absolute|relative) path|invalid characters in fileName/.test(said)
    ? new Refusal('invalid', climbs)
    : damaged
}

const damaged = new Refusal(
  'invalid',
  text(
    'Dit is geen ZIP, of hij is beschadigd. Pak de map opnieuw in en probeer het nog eens.',
    'This is no ZIP, or it is damaged. Pack the folder again and try once more.',
  ),
)

const climbs = text(
  'In deze ZIP staat een bestand met een pad dat buiten de map wijst. Er is niets veranderd.',
  'This ZIP has a file with a path that points outside the folder. Nothing was changed.',
)

const encrypted = text(
  'Deze ZIP heeft een wachtwoord. Pak de map in zonder wachtwoord.',
  'This ZIP has a password. Pack the folder without one.',
)

const tooMany = text(
  `In deze ZIP zitten meer dan ${counted(archiveLimits.files, 'bestand', 'bestanden', 'nl')}.`,
  `This ZIP has more than ${counted(archiveLimits.files, 'file', 'files', 'en')}.`,
)

const tooMuch = text(
  `Uitgepakt is deze ZIP groter dan ${size(archiveLimits.totalBytes, 'nl')}, of veel groter dan hij ingepakt is.`,
  `Unpacked this ZIP is larger than ${size(archiveLimits.totalBytes, 'en')}, or far larger than it is packed.`,
)

function tooLarge(path: string): Text {
  return text(
    `${path} is groter dan ${size(largestSiteFileBytes, 'nl')}.`,
    `${path} is larger than ${size(largestSiteFileBytes, 'en')}.`,
  )
}

function link(path: string): Text {
  return text(
    `${path} verwijst naar een ander bestand. Zet het bestand zelf in de ZIP.`,
    `${path} points to another file. Put the file itself in the ZIP.`,
  )
}
