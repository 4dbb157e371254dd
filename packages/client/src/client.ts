import type { AnyContract, Given, Reply } from './contract.ts'

/** An answer that is not a success: RFC 9457 problem details, as the server sends them. */
export class Problem extends Error {
  readonly status: number
  readonly kind: string
  /** What is wrong with which field, by path: `name`, `fields.0.key`. */
  readonly fields: Record<string, string>
  readonly requestId: string | undefined

  constructor(details: ProblemDetails) {
    super(details.detail)
    this.name = 'Problem'
    this.status = details.status
    this.kind = details.type.split('/').at(-1) ?? 'bug'
    this.fields = Object.fromEntries((details.fields ?? []).map(field => [field.path, field.message]))
    this.requestId = details.requestId
  }
}

interface ProblemDetails {
  type: string
  status: number
  detail: string
  fields?: { path: string; message: string }[]
  requestId?: string
}

/** Where a client speaks to, and how. */
export interface ClientOptions {
  /** The origin of the studio; empty in a browser that is already there. */
  origin?: string
  /** The workspace whose addresses are called. */
  workspaceId?: string
  /** The language of messages. */
  language?: string
  /** A key for programs. */
  token?: string
  /** What to say when there was no answer at all. */
  offline?: string
}

/** Calls contracts, and gives what they promise or throws a Problem. */
export type Call = <C extends AnyContract>(contract: C, given: Given<C> & CallExtras) => Promise<Reply<C>>

/** What goes with a call besides the contract's own parts. */
export interface CallExtras {
  signal?: AbortSignal
  upload?: Blob | Uint8Array
}

/** Makes a client. */
export function client(options: ClientOptions): Call {
  return async (contract, given) => {
    const response = await send(
      addressOf(contract, given, options),
      request(contract, given, options),
      options,
    )
    if (response.status === 204) return undefined as never
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok) throw await problemOf(response, type)
    return (type.startsWith('application/json') ? await response.json() : await response.blob()) as never
  }
}

async function send(url: string, init: RequestInit, options: ClientOptions): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    const detail = options.offline ?? 'The server did not answer. Check the connection and try again.'
    throw new Problem({ type: 'offline', status: 0, detail })
  }
}

async function problemOf(response: Response, type: string): Promise<Problem> {
  if (type.startsWith('application/problem+json'))
    return new Problem((await response.json()) as ProblemDetails)
  return new Problem({ type: 'bug', status: response.status, detail: response.statusText })
}

function request(
  contract: AnyContract,
  given: { body?: unknown } & CallExtras,
  options: ClientOptions,
): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.language) headers['accept-language'] = options.language
  if (options.token) headers.authorization = `Bearer ${options.token}`
  if (given.body !== undefined) headers['content-type'] = 'application/json'
  if (given.upload !== undefined) headers['content-type'] = 'application/octet-stream'
  const body = given.upload ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  return {
    method: contract.method,
    headers,
    ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
    ...(given.signal ? { signal: given.signal } : {}),
  }
}

/** The address of a contract with its parts filled in: for links and downloads as well as for calls. */
export function addressOf(
  contract: AnyContract,
  given: { params?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined },
  options: Pick<ClientOptions, 'origin' | 'workspaceId'> = {},
): string {
  const path = contract.path.replace(/:(\w+)|\*/g, (whole, name: string | undefined) => {
    const value = String(given.params?.[name ?? '*'] ?? '')
    return whole === '*' ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const search = query.size > 0 ? `?${query}` : ''
  return `${options.origin ?? ''}${baseOf(contract, options.workspaceId)}${path}${search}`
}

function baseOf(contract: AnyContract, workspaceId: string | undefined): string {
  if (contract.area === 'visitor') return '/_helder'
  if (contract.area !== 'workspace') return '/api'
  if (workspaceId === undefined) throw new Error(`${contract.path} needs a workspace`)
  return `/api/w/${workspaceId}`
}
