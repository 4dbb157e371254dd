import { preferredLanguage, text } from '@helder/words'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { origin } from '../config.ts'
import { type Actor, type Ctx, makeCtx, type Services } from '../ctx.ts'
import { notFound, Refusal } from '../errors.ts'
import { type Identity, identify } from '../identity/identify.ts'
import { isUuid, platformWorkspaceId } from '../ids.ts'
import { actorInWorkspace } from '../tenancy/access.ts'
import { Answer, type Http, type Input, type Route } from './route.ts'
import { check } from './validation.ts'

/** The path of a route as the server knows it: its area's base and its own path. */
export function fullPath(route: Route): string {
  const bases = { workspace: '/api/w/:workspaceId', account: '/api', open: '/api', visitor: '/_helder' }
  return bases[route.contract.area] + route.contract.path
}

/** Puts a route on the server: who asks, what was asked, may they, do it, answer. */
export function registerRoute(app: FastifyInstance, services: Services, route: Route): void {
  app.route({
    method: route.contract.method,
    url: fullPath(route),
    // An upload has a limit of its own, counted while it streams in.
    bodyLimit: route.contract.uploadBytes ?? 1_048_576,
    handler: async (request, reply) => {
      refuseWrongHost(route, request)
      const identity = await identify(services, realmOf(request), secretOf(services, request))
      const ctx = await ctxFor(services, route, request, identity)
      const input = readInput(route, request, await readBody(route, request))
      const result = await route.handle(ctx, input, httpFor(services, route, request, reply))
      return answer(reply, result)
    },
  })
}

function refuseWrongHost({ contract }: Route, request: FastifyRequest): void {
  if ((contract.area === 'visitor') !== (request.site !== null)) throw notFound()
  if (contract.method !== 'GET') refuseForeignPage(request)
}

// A page elsewhere can make a browser send a request with our cookie, but it can't hide where it comes from.
function refuseForeignPage(request: FastifyRequest): void {
  const { origin: from, 'sec-fetch-site': fetchSite, host } = request.headers
  const foreign =
    from === undefined ? fetchSite !== undefined && !own.has(String(fetchSite)) : hostPart(from) !== host
  if (!foreign) return
  throw new Refusal(
    'not-allowed',
    text(
      'Dit verzoek komt van een andere website en wordt niet uitgevoerd.',
      'This request comes from another website and is not carried out.',
    ),
  )
}

const own = new Set(['same-origin', 'none'])

function hostPart(from: string): string {
  return URL.canParse(from) ? new URL(from).host : 'nowhere'
}

/** Where the people who sign in on this host live: the platform, or the client whose site it is. */
function realmOf(request: FastifyRequest): string {
  return request.site?.workspaceId ?? platformWorkspaceId
}

/** The name of the cookie that holds a session. `__Host-` ties it to one host, and needs HTTPS. */
export function cookieName(services: Services): string {
  return services.config.scheme === 'https' ? '__Host-helder' : 'helder'
}

function secretOf(services: Services, request: FastifyRequest): string | undefined {
  const bearer = /^Bearer ([a-z2-7]{32})$/.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? request.cookies[cookieName(services)]
}

async function ctxFor(
  services: Services,
  route: Route,
  request: FastifyRequest,
  identity: Identity | null,
): Promise<Ctx> {
  const language = spokenBy(request, identity)
  const log = services.log.child({ requestId: request.id })
  if (route.contract.area !== 'workspace') {
    if ('signedIn' in route.access && identity === null) throw notSignedIn()
    return makeCtx({ services, workspaceId: realmOf(request), actor: actorOutside(identity), language, log })
  }
  const { workspaceId } = request.params as { workspaceId: string }
  if (identity === null) throw notSignedIn()
  const actor = isUuid(workspaceId) ? await actorInWorkspace(services, identity, workspaceId) : null
  if (actor === null) throw notFound(text('Deze werkruimte', 'This workspace'))
  if ('permission' in route.access && !actor.permissions.has(route.access.permission)) throw notAllowed()
  return makeCtx({ services, workspaceId, actor, language, log })
}

function spokenBy(request: FastifyRequest, identity: Identity | null) {
  const asked = request.headers['accept-language']
  return asked === undefined && identity !== null ? identity.language : preferredLanguage(asked)
}

// Outside a workspace nobody has permissions: a signed-in person can reach what is their own, by their id.
function actorOutside(identity: Identity | null): Actor {
  return identity === null
    ? { kind: 'visitor' }
    : { kind: 'account', accountId: identity.accountId, permissions: new Set() }
}

function notSignedIn(): Refusal {
  return new Refusal('not-signed-in', text('Meld je aan om verder te gaan.', 'Sign in to go on.'))
}

function notAllowed(): Refusal {
  return new Refusal(
    'not-allowed',
    text(
      'Je rol in deze werkruimte laat dit niet toe. Vraag de eigenaar om een andere rol.',
      'Your role in this workspace does not allow this. Ask the owner for another role.',
    ),
  )
}

async function readBody({ contract }: Route, request: FastifyRequest): Promise<unknown> {
  if (contract.body === undefined) return undefined
  return request.isMultipart() ? readMultipart(request) : request.body
}

async function readMultipart(request: FastifyRequest): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = Object.create(null)
  for await (const part of request.parts()) {
    const value =
      part.type === 'field'
        ? part.value
        : { name: part.filename, mediaType: part.mimetype, bytes: await part.toBuffer() }
    const before = fields[part.fieldname]
    fields[part.fieldname] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

function readInput({ contract }: Route, request: FastifyRequest, body: unknown): Input<Route['contract']> {
  return {
    params: contract.params ? check(contract.params, request.params) : {},
    query: contract.query ? check(contract.query, request.query) : {},
    body: contract.body ? check(contract.body, body) : undefined,
  } as Input<Route['contract']>
}

function httpFor(services: Services, route: Route, request: FastifyRequest, reply: FastifyReply): Http {
  const secure = services.config.scheme === 'https'
  return {
    requestId: request.id,
    ip: request.ip,
    headers: request.headers,
    siteId: request.site?.siteId,
    preview: request.site?.preview === true,
    origin: origin(services.config, (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()),
    sessionToken: secretOf(services, request),
    setSession(token) {
      const common = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
      if (token === null) reply.clearCookie(cookieName(services), common)
      else reply.setCookie(cookieName(services), token, { ...common, maxAge: 30 * 24 * 3600 })
    },
    upload: () => readUpload(request, route.contract.uploadBytes ?? 0),
  }
}

async function readUpload(request: FastifyRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.raw) {
    size += chunk.length
    if (size > limit) throw uploadTooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function uploadTooLarge(limit: number): Refusal {
  const megabytes = Math.floor(limit / 1_000_000)
  return new Refusal(
    'too-large',
    text(
      `Dit bestand is groter dan ${megabytes} MB. Maak het kleiner en probeer het opnieuw.`,
      `This file is larger than ${megabytes} MB. Make it smaller and try again.`,
    ),
  )
}

function answer(reply: FastifyReply, result: unknown): FastifyReply {
  // What one person may see is for no cache between us and them.
  reply.header('cache-control', 'no-store')
  if (result instanceof Answer) return reply.status(result.status).headers(result.headers).send(result.body)
  return result === undefined ? reply.status(204).send() : reply.send(result)
}

/** The schema of a path with only an id of a workspace: every path of the area `workspace` begins with it. */
export const workspaceParams = z.object({ workspaceId: z.uuid() })
