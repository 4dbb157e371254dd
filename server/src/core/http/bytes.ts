import type { IncomingMessage, ServerResponse } from 'node:http'
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

/** Makes bytes ready to be sent. */
export async function prepareBytes(body: Buffer, type: string, options: BytesOptions): Promise<Bytes> {
  const digest = sha256(body).slice(0, 32)
  const worthIt = body.byteLength >= 600 && compressible.test(type)
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

/** Sends prepared bytes: 304 when the browser has them, the smallest form it takes, or the range it asks for. */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Bytes,
  status = 200,
): void {
  const { headers } = request
  const form = bytes.brotli ? chooseForm(bytes, headers['accept-encoding']) : bytes.plain
  if (status === 200 && headers['if-none-match'] !== undefined && knows(headers['if-none-match'], bytes)) {
    const { 'content-length': _length, ...rest } = form.headers
    response.writeHead(304, rest).end()
    return
  }
  if (status === 200 && headers.range !== undefined && bytes.brotli === undefined) {
    const range = parseRange(headers.range, String(headers['if-range'] ?? ''), bytes.plain)
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
function parseRange(header: string, ifRange: string, form: Form): Range | undefined {
  if (ifRange !== '' && ifRange !== form.etag) return undefined
  const parsed = /^bytes=(\d*)-(\d*)$/.exec(header)
  if (!parsed || (parsed[1] === '' && parsed[2] === '')) return undefined
  const total = form.body.byteLength
  if (parsed[1] === '') {
    const length = Math.min(Number(parsed[2]), total)
    return length === 0 ? 'unsatisfiable' : { start: total - length, end: total - 1 }
  }
  const start = Number(parsed[1])
  const end = parsed[2] === '' ? total - 1 : Math.min(Number(parsed[2]), total - 1)
  if (start >= total) return 'unsatisfiable'
  return start > end ? undefined : { start, end }
}
