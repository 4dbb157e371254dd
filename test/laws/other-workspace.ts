import type { AnyContract } from '@helder/client'
import { z } from 'zod'
import { fullPath } from '../../server/src/core/http/registration.ts'
import type { Route } from '../../server/src/core/http/route.ts'
import type { Slice } from '../../server/src/core/slice.ts'
import { type Known, sampleOf } from '../support/samples.ts'

/** A request that a route may get, and what was taken from a client to make it. */
export interface Attempt {
  route: Route
  /** `their address`: below the client's workspace. `their id`: below one's own, with an id of the client. */
  kind: 'their address' | 'their id'
  method: string
  url: string
  body: unknown
  /** The ids of the client that are in the address, and those in the query or the body. */
  inPath: string[]
  elsewhere: string[]
}

/** The same parameter means something else here. */
const meanings: [prefix: string, parameter: string, meaning: string][] = [
  ['/records/submissions/', 'recordId', 'submissionId'],
]

/** The value of a parameter of a path, of something that belongs to a client; undefined where none is settled. */
export function idFor(
  contract: AnyContract,
  parameter: string,
  ids: Record<string, string>,
): string | undefined {
  const meaning = meanings.find(([prefix, name]) => contract.path.startsWith(prefix) && name === parameter)
  return ids[meaning?.[2] ?? parameter]
}

// A place in a list to go on from is not a thing that one asks for; and which workspace staff look into is what they
// are for: that is tried where support sessions are.
const notAskedFor = new Set(['before', 'after', 'workspaceId'])

/** Writes that keep an id without looking whether it is one's own, and why nothing comes of it. */
const keptUnseen: Record<string, string> = {
  'POST /records/collections':
    'the id of a site only groups collections; a site of another is never read by it',
}

/** Parameters and fields that hold an id, and for which no client has anything: what is not tried is not known. */
export function unsettled(slices: Slice[], ids: Record<string, string>): string[] {
  return slices.flatMap(slice =>
    slice.routes.flatMap(route => {
      const { contract } = route
      const named = [...contract.path.matchAll(/:(\w+)|\*/g)].map(match => match[1] ?? '*')
      const names = [...named, ...uuidFields(contract.query), ...uuidFields(contract.body)]
      return names
        .filter(name => !notAskedFor.has(name) && idFor(contract, name, ids) === undefined)
        .map(
          name =>
            `${contract.method} ${fullPath(route)}: no client has a ${name}; settle one in test/support`,
        )
    }),
  )
}

function uuidFields(schema: z.ZodType | undefined): string[] {
  if (schema === undefined) return []
  const found = new Set<string>()
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('format' in value && value.format === 'uuid' && name !== '') found.add(name)
    const { properties = {}, ...rest } = value as { properties?: Record<string, unknown> }
    for (const [key, inner] of Object.entries(properties)) visit(inner, key)
    for (const inner of Object.values(rest).flat()) visit(inner, name)
  }
  visit(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'ref' }), '')
  return [...found]
}

/** Every request that could reach what is a client's: by its address, and by its ids below one's own workspace. */
export function attemptsOn(
  slices: Slice[],
  client: { workspaceId: string; ids: Record<string, string> },
  ownWorkspaceId: string,
): Attempt[] {
  const routes = slices.flatMap(slice => slice.routes).filter(({ contract }) => contract.area !== 'visitor')
  const theirs = routes
    .filter(({ contract }) => contract.area === 'workspace')
    .map(route => attempt(route, 'their address', client.workspaceId, client.ids))
  const own = routes.map(route => attempt(route, 'their id', ownWorkspaceId, client.ids))
  return [...theirs, ...own.filter(({ inPath, elsewhere }) => inPath.length + elsewhere.length > 0)]
}

/** A request to a route with a client's ids wherever one fits. */
export function attempt(
  route: Route,
  kind: Attempt['kind'],
  workspaceId: string,
  ids: Record<string, string>,
): Attempt {
  const { contract } = route
  const inPath: string[] = []
  const path = fullPath(route).replace(/:(\w+)|\*/g, (_whole, name: string | undefined) => {
    if (name === 'workspaceId') return workspaceId
    const id = idFor(contract, name ?? '*', ids) ?? 'none'
    if (isId(id)) inPath.push(id)
    return encodeURIComponent(id)
  })
  const known = knownIds(contract, ids)
  const query = contract.query ? (sampleOf(contract.query, known) as Record<string, string>) : {}
  const body = contract.body ? sampleOf(contract.body, known) : undefined
  const search = new URLSearchParams(query)
  const sent = JSON.stringify([query, body])
  return {
    route,
    kind,
    method: contract.method,
    url: `${path}${search.size > 0 ? `?${search}` : ''}`,
    body,
    inPath,
    elsewhere: Object.values(ids).filter(id => isId(id) && sent.includes(id)),
  }
}

function knownIds(contract: AnyContract, ids: Record<string, string>): Known {
  const names = [...uuidFields(contract.query), ...uuidFields(contract.body)]
  const found = names.flatMap(name => (ids[name] === undefined ? [] : [[name, ids[name]]]))
  // What everyone may give away, so that a refusal is about the id.
  return { ...Object.fromEntries(found), permissions: ['tenancy.settings.read'] }
}

// Numbers, paths and digests are only unique within something that has an id.
function isId(value: string): boolean {
  return /^[0-9a-f-]{36}$/.test(value)
}

/** What came back. */
export interface Answered {
  attempt: Attempt
  /** Who asked, in words. */
  speaker: string
  signedIn: boolean
  /** Whether the speaker's role allows the route in their own workspace. */
  allowed: boolean
  status: number
  text: string
}

/** Answers by which somebody learns or changes anything of a client that is not theirs. */
export function foreignFaults(answers: Answered[], client: { ids: Record<string, string> }): string[] {
  const theirs = Object.values(client.ids).filter(isId)
  return answers.flatMap(answer => {
    const { attempt: tried, speaker, status, text } = answer
    const name = `${tried.method} ${fullPath(tried.route)} with ${tried.kind}, as ${speaker}`
    // What one sent oneself may come back; anything else of theirs was learnt.
    const told = theirs.find(id => status < 300 && text.includes(id) && !tried.elsewhere.includes(id))
    if (told !== undefined) return [`${name}: the answer tells of ${told}`]
    const expected = expectedOf(answer)
    return expected.includes(status)
      ? []
      : [`${name}: answered with ${status} instead of ${expected.join(' or ')}`]
  })
}

function expectedOf({ attempt: { kind, method, route, inPath }, signedIn, allowed }: Answered): number[] {
  const { area } = route.contract
  if (area === 'open') return [200, 204, 404, 410, 422]
  if (!signedIn) return [401]
  if (kind === 'their address') return [404]
  if (!allowed) return [403]
  if (inPath.length > 0) return [404]
  // A list may be empty for an id in the query; a write that takes one in its body must look whose it is.
  const harmless = method === 'GET' || `${method} ${route.contract.path}` in keptUnseen
  return harmless ? [200, 204, 404, 422] : [404, 422]
}
