import { promisify } from 'node:util'
import zlib from 'node:zlib'
import yauzl from 'yauzl'

/** How much may be unpacked of one file, so that a bomb stays small. */
export interface Budget {
  bytes: number
  /** Set when something was too much to be read in full. */
  exceeded: boolean
}

/** A budget for one file. */
export function budgetOf(bytes = 64_000_000): Budget {
  return { bytes, exceeded: false }
}

// A container in a container in a container; more is a game.
const deepest = 3

/** Every text that is in these bytes, plainly or packed: as it is, decompressed, unzipped, decoded. */
export async function textsOf(bytes: Buffer, budget = budgetOf(), depth = 0): Promise<string[]> {
  const texts = asTexts(bytes).flatMap(text => decodedForms(text, budget, depth))
  if (depth < deepest) {
    for (const inner of await unpacked(bytes, budget))
      texts.push(...(await textsOf(inner, budget, depth + 1)))
  }
  return texts
}

function asTexts(bytes: Buffer): string[] {
  const texts = [bytes.toString('utf8')]
  if (!looksLikeUtf16(bytes)) return texts
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return [...texts, even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')]
}

// In UTF-16 every other byte of a Latin text is zero.
function looksLikeUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096)
  let zeros = 0
  for (const byte of sample) if (byte === 0) zeros += 1
  return zeros > sample.length / 10
}

/** A text with every way in which it may be written: as HTML, in an address, in JSON, in mail, in base64. */
export function decodedForms(text: string, budget = budgetOf(), depth = 0): string[] {
  const forms = [text]
  for (const decode of [fromHtml, fromUrl, fromJson, fromQuotedPrintable]) {
    for (const form of [...forms]) {
      const decoded = decode(form)
      if (decoded !== form) forms.push(decoded)
    }
  }
  if (depth < deepest)
    for (const inner of fromBase64(text)) forms.push(...decodedForms(inner, budget, depth + 1))
  return forms
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
}

function fromHtml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

function fromUrl(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}

const escapes: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '/': '/',
  '"': '"',
  '\\': '\\',
}

function fromJson(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:u([0-9a-f]{4})|([nrtbf/"\\]))/gi, (_whole, hex, letter) =>
    hex === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function fromQuotedPrintable(text: string): string {
  if (!/=(?:[0-9A-F]{2}|\r?\n)/.test(text)) return text
  const joined = text.replace(/=\r?\n/g, '')
  return joined.replace(/(?:=[0-9A-F]{2})+/g, run =>
    Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'),
  )
}

// Base64 breaks its lines in mail, and a run of it may begin in the middle of what looks like base64 too.
function fromBase64(text: string): string[] {
  const joined = text.replace(/([A-Za-z0-9+/]{60,76})\r?\n(?=[A-Za-z0-9+/=])/g, '$1')
  const runs = joined.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []
  return runs.flatMap(run =>
    [0, 1, 2, 3].flatMap(offset => {
      const decoded = Buffer.from(run.slice(offset), 'base64').toString('utf8')
      return readable(decoded) ? [decoded] : []
    }),
  )
}

function readable(text: string): boolean {
  let odd = 0
  for (const char of text.slice(0, 400))
    if (char === '\uFFFD' || (char < ' ' && !'\n\r\t'.includes(char))) odd += 1
  return odd * 10 <= Math.min(text.length, 400)
}

const inflaters = { gzip: zlib.gunzip, zlib: zlib.inflate, brotli: zlib.brotliDecompress }

async function unpacked(bytes: Buffer, budget: Budget): Promise<Buffer[]> {
  const magic = bytes.subarray(0, 4).toString('latin1')
  if (magic.startsWith('\x1f\x8b')) return inflated('gzip', bytes, budget)
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return unzipped(bytes, budget)
  if (magic === '%PDF') return pdfStreams(bytes, budget)
  // Brotli has no mark of its own: what is no text and nothing known may be it.
  if (bytes.length > 0 && !readable(bytes.subarray(0, 400).toString('utf8')))
    return inflated('brotli', bytes, budget)
  return []
}

async function inflated(kind: keyof typeof inflaters, bytes: Buffer, budget: Budget): Promise<Buffer[]> {
  const inflate: (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer> = promisify(
    inflaters[kind],
  )
  try {
    const result = await inflate(bytes, { maxOutputLength: Math.max(1, budget.bytes) })
    budget.bytes -= result.length
    return [result]
  } catch (error) {
    if (error instanceof RangeError) budget.exceeded = true
    return []
  }
}

async function pdfStreams(bytes: Buffer, budget: Budget): Promise<Buffer[]> {
  const streams: Buffer[] = []
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    const from = bytes[at + 6] === 13 ? at + 8 : at + 7
    const end = bytes.indexOf('endstream', from)
    if (end === -1) break
    streams.push(...(await inflated('zlib', bytes.subarray(from, end), budget)))
    at = end + 3
  }
  return streams
}

async function unzipped(bytes: Buffer, budget: Budget): Promise<Buffer[]> {
  const contents: Buffer[] = []
  try {
    const zip = await yauzl.fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) {
      contents.push(Buffer.from(entry.fileName))
      const content = await entryBytes(zip, entry, budget)
      if (content !== null) contents.push(content)
    }
  } catch {
    // A damaged archive is still searched as the bytes that it is.
  }
  return contents
}

// The size that an archive claims is not believed: what comes out is counted.
async function entryBytes(zip: yauzl.ZipFile, entry: yauzl.Entry, budget: Budget): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    budget.bytes -= chunk.length
    if (budget.bytes < 0) {
      budget.exceeded = true
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
