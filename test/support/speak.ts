import { request as httpRequest } from 'node:http'
import { type AnyContract, addressOf, type CallExtras, type Given, Problem, type Reply } from '@helder/client'

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number
  headers: Record<string, string>
  /** Every Set-Cookie header, whole. */
  cookies: string[]
  body: Buffer
  text: string
}

/** A request as it goes over the wire; `host` is who is asked, on the one port of the test. */
export interface RawRequest {
  method?: string
  host: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Speaks HTTP with a server on loopback, to any host name. */
export function speakRaw(port: number, asked: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method: asked.method ?? 'GET',
        path: asked.path,
        headers: { host: `${asked.host}:${port}`, ...asked.headers },
        agent: false,
      },
      response => {
        const chunks: Buffer[] = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const body = Buffer.concat(chunks)
          const headers = Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          )
          const cookies = response.headers['set-cookie'] ?? []
          resolve({ status: response.statusCode ?? 0, headers, cookies, body, text: body.toString('utf8') })
        })
      },
    )
    request.on('error', reject)
    request.end(asked.body)
  })
}

/** Whoever speaks: with a session, a language, in a workspace. */
export interface Speaker {
  host: string
  cookie?: string
  token?: string
  language?: string
  workspaceId?: string
}

/** Calls a contract as somebody; gives its reply, or throws the Problem that came back. */
export async function speak<C extends AnyContract>(
  port: number,
  speaker: Speaker,
  contract: C,
  given: Given<C> & CallExtras,
): Promise<Reply<C>> {
  const answer = await speakContract(port, speaker, contract, given)
  if (answer.status >= 400) throw new Problem(JSON.parse(answer.text))
  const isJson = answer.headers['content-type']?.startsWith('application/json')
  return (answer.status === 204 ? undefined : isJson ? JSON.parse(answer.text) : answer.body) as Reply<C>
}

/** Calls a contract as somebody, and gives the answer as it came. */
export function speakContract(
  port: number,
  speaker: Speaker,
  contract: AnyContract,
  given: { params?: unknown; query?: unknown; body?: unknown } & CallExtras,
): Promise<RawAnswer> {
  const headers: Record<string, string> = { 'accept-language': speaker.language ?? 'en' }
  if (speaker.cookie) headers.cookie = `helder=${speaker.cookie}`
  if (speaker.token) headers.authorization = `Bearer ${speaker.token}`
  const upload = given.upload instanceof Uint8Array ? Buffer.from(given.upload) : undefined
  const body = upload ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  if (body !== undefined) headers['content-type'] = upload ? 'application/octet-stream' : 'application/json'
  return speakRaw(port, {
    method: contract.method,
    host: speaker.host,
    path: addressOf(contract, given as Parameters<typeof addressOf>[1], speaker),
    headers,
    ...(body === undefined ? {} : { body }),
  })
}
