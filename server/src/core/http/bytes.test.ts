import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speakRaw } from '../../../../test/support/speak.ts'
import { prepareBytes, sendBytes } from './bytes.ts'

const text = Buffer.from('Brood en banket. '.repeat(200))
const picture = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))

let server: Server
let port: number
beforeAll(async () => {
  const cacheControl = 'public, max-age=60'
  const page = await prepareBytes(text, 'text/html; charset=utf-8', { cacheControl })
  const image = await prepareBytes(picture, 'image/png', { cacheControl })
  server = createServer((request, response) =>
    sendBytes(request, response, request.url === '/page' ? page : image),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server?.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  speakRaw(port, { host: 'x.localhost', path, headers, method })

describe('bytes', () => {
  it('come in the smallest form that is taken, each with an ETag of its own', async () => {
    const plain = await ask('/page')
    const brotli = await ask('/page', { 'accept-encoding': 'gzip, deflate, br' })
    const gzip = await ask('/page', { 'accept-encoding': 'gzip, br;q=0' })
    expect(plain.body.equals(text)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(text)).toBe(true)
    expect(gunzipSync(gzip.body).equals(text)).toBe(true)
    expect(new Set([plain, brotli, gzip].map(answer => answer.headers.etag)).size).toBe(3)
    expect(plain.headers.vary).toBe('accept-encoding')
  })

  it('are not sent again to who has them, in whichever form', async () => {
    const { headers } = await ask('/page', { 'accept-encoding': 'br' })
    const again = await ask('/page', { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect(again.headers.etag).toBe(headers.etag)
    const weak = await ask('/page', { 'if-none-match': `"other", W/${headers.etag}` })
    expect(weak.status).toBe(304)
    expect((await ask('/page', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('have a head without a body', async () => {
    const head = await ask('/page', {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(text.length),
    ])
  })

  it.each([
    ['bytes=0-9', 206, 0, 10],
    ['bytes=990-', 206, 990, 1000],
    ['bytes=-10', 206, 990, 1000],
    ['bytes=5-5000', 206, 5, 1000],
    ['bytes=9-5', 200, 0, 1000],
    ['bytes=0-1,5-6', 200, 0, 1000],
    ['pages=1', 200, 0, 1000],
  ])('of a picture come in parts: %s', async (range, status, start, end) => {
    const answer = await ask('/picture', { range })
    expect(answer.status).toBe(status)
    expect(answer.body.equals(picture.subarray(start, end))).toBe(true)
    if (status === 206) expect(answer.headers['content-range']).toBe(`bytes ${start}-${end - 1}/1000`)
  })

  it('beyond the end are not there, and a part of something else is not given', async () => {
    expect((await ask('/picture', { range: 'bytes=1000-' })).status).toBe(416)
    expect((await ask('/picture', { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
    expect((await ask('/picture', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
  })
})
