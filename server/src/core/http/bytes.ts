import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sha256 } from '../ids.ts'

/** One form of a body, with the headers that go with it made once rather than per request. */
interface Form {
  body: Buffer
  etag: string
  headers: Record<string, string>
}

/** Bytes that are ready to be sent: plain, and compressed where that helps. */
export interface Bytes {
  type: string
  plain: Form
  brotli?: Form
  gzip?: Form
}

/** What goes with the bytes. */
export interface BytesOptions {
  cacheControl: string
  headers?: Record<string, string>
  /** How hard brotli tries, 0 to 11. */
  effort?: number
}

const compressible =
  /^(text\/|image\/svg|image\/x-icon|application\/(json|javascript|xml|manifest|ld\+json|rss|atom|wasm|xhtml))|\+(xml|json)/

/** Whether bytes of a type become smaller when they are compressed. */
export function isCompressible(type: string): boolean {
  return compressible.test(type)
}

/** Makes bytes ready to be sent. */
export async function prepareBytes(body: Buffer, type: string, options: BytesOptions): Promise<Bytes> {
  const digest = sha256(body).slice(0, 32)
  const worthIt = body.byteLength >= 600 && isCompressible(type)
  const form = (formBody: Buffer, encoding?: 'br' | 'gzip'): Form => {
    // Another encoding is another representation, so it has an ETag of its own: RFC 9110 §8.8.3.3.
    const etag = encoding ? `"${digest}-${encoding}"` : `"${digest}"`
    return {
      body: formBody,
      etag,
      headers: {
        'content-type': type,
        'content-length': String(formBody.byteLength),
        'cache-control': options.cacheControl,
        etag,
        'x-content-type-options': 'nosniff',
        ...(encoding ? { 'content-encoding': encoding } : {}),
        ...(worthIt ? { vary: 'accept-encoding' } : { 'accept-ranges': 'bytes' }),
        ...options.headers,
      },
    }
  }
  if (!worthIt) return { type, plain: form(body) }
  const [smaller, small] = await Promise.all([squeezeBrotli(body, options.effort ?? 5), squeezeGzip(body)])
  return { type, plain: form(body), brotli: form(smaller, 'br'), gzip: form(small, 'gzip') }
}

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)

const squeezeGzip = (body: Buffer) => gzipAsync(body, { level: 6 })
const squeezeBrotli = (body: Buffer, effort: number) =>
  brotliAsync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } })

/** What of prepared bytes answers a request: nothing when the browser has them, else the smallest form it takes. */
export function pickBytes(
  asked: IncomingHttpHeaders,
  bytes: Bytes,
): { status: number; headers: Record<string, string>; body: Buffer } {
  const form = bytes.brotli ? chooseForm(bytes, asked['accept-encoding']) : bytes.plain
  if (asked['if-none-match'] === undefined || !knows(asked['if-none-match'], bytes))
    return { status: 200, headers: form.headers, body: form.body }
  const { 'content-length': _length, ...headers } = form.headers
  return { status: 304, headers, body: Buffer.alloc(0) }
}

/** Sends prepared bytes: 304 when the browser has them, the smallest form it takes, or the range it asks for. */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Bytes,
  status = 200,
): void {
  const { headers } = request
  const form = bytes.brotli ? chooseForm(bytes, headers['accept-encoding']) : bytes.plain
  if (status === 200 && headers['if-none-match'] !== undefined) {
    const picked = pickBytes(headers, bytes)
    if (picked.status === 304) {
      response.writeHead(304, picked.headers).end()
      return
    }
  }
  if (status === 200 && headers.range !== undefined && bytes.brotli === undefined) {
    const range = parseRange(
      headers.range,
      headers['if-range'],
      bytes.plain.etag,
      bytes.plain.body.byteLength,
    )
    if (range !== undefined) {
      sendRange(request, response, bytes.plain, range)
      return
    }
  }
  response.writeHead(status, form.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(form.body)
}

function chooseForm(bytes: Bytes, accepted: string | undefined): Form {
  if (accepted === undefined) return bytes.plain
  if (bytes.brotli && takes(accepted, 'br')) return bytes.brotli
  if (bytes.gzip && takes(accepted, 'gzip')) return bytes.gzip
  return bytes.plain
}

function takes(accepted: string, encoding: string): boolean {
  return accepted.split(',').some(part => {
    const [name, quality] = part.trim().split(';')
    return name === encoding && !/^\s*q=0(\.0*)?$/.test(quality ?? '')
  })
}

function knows(header: string, bytes: Bytes): boolean {
  if (header === '*') return true
  const known = header.split(',').map(candidate => candidate.trim().replace(/^W\//, ''))
  return [bytes.plain, bytes.brotli, bytes.gzip].some(form => form !== undefined && known.includes(form.etag))
}

type Range = { start: number; end: number } | 'unsatisfiable'

function sendRange(request: IncomingMessage, response: ServerResponse, form: Form, range: Range): void {
  const total = form.body.byteLength
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${total}` }).end()
    return
  }
  const { start, end } = range
  response.writeHead(206, {
    ...form.headers,
    'content-range': `bytes ${start}-${end}/${total}`,
    'content-length': String(end - start + 1),
  })
  response.end(request.method === 'HEAD' ? undefined : form.body.subarray(start, end + 1))
}

// One range is served; several at once may be answered with the whole: RFC 9110 §14.2.
function parseRange(
  header: string,
  ifRange: string | string[] | undefined,
  etag: string,
  total: number,
): Range | undefined {
  if (ifRange !== undefined && ifRange !== etag) return undefined
  const parsed = /^bytes=(\d*)-(\d*)$/.exec(header)
  if (!parsed || (parsed[1] === '' && parsed[2] === '')) return undefined
  if (parsed[1] === '') {
    const length = Math.min(Number(parsed[2]), total)
    return length === 0 ? 'unsatisfiable' : { start: total - length, end: total - 1 }
  }
  const start = Number(parsed[1])
  const end = parsed[2] === '' ? total - 1 : Math.min(Number(parsed[2]), total - 1)
  if (start >= total) return 'unsatisfiable'
  return start > end ? undefined : { start, end }
}

/** A body that is too large to keep in memory: what it is, and how to read a part of it. */
export interface StreamedBytes {
  /** SHA-256 of the whole. */
  sha: string
  sizeBytes: number
  type: string
  open(range?: { start: number; end: number }): Readable
}

/** Sends a large body from where it lies: 304 when the browser has it, or the range that it asks for. */
export function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: StreamedBytes,
  options: BytesOptions,
  status = 200,
): void {
  const etag = `"${bytes.sha.slice(0, 32)}"`
  const headers = {
    'content-type': bytes.type,
    'cache-control': options.cacheControl,
    etag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    ...options.headers,
  }
  const known = request.headers['if-none-match']
  if (
    status === 200 &&
    known !== undefined &&
    (known === '*' || known.split(',').some(one => sameTag(one, etag)))
  ) {
    response.writeHead(304, headers).end()
    return
  }
  const asked = request.headers.range
  const range =
    status === 200 && asked && parseRange(asked, request.headers['if-range'], etag, bytes.sizeBytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${bytes.sizeBytes}` }).end()
    return
  }
  if (range) {
    const { start, end } = range
    const part = {
      'content-range': `bytes ${start}-${end}/${bytes.sizeBytes}`,
      'content-length': end - start + 1,
    }
    response.writeHead(206, { ...headers, ...part })
  } else response.writeHead(status, { ...headers, 'content-length': bytes.sizeBytes })
  if (request.method === 'HEAD') response.end()
  // A visitor who leaves half-way is no error, and a file that ends half-way is cut off rather than ended well.
  else pipeline(range ? bytes.open(range) : bytes.open(), response, () => {})
}

function sameTag(candidate: string, etag: string): boolean {
  return candidate.trim().replace(/^W\//, '') === etag
}
