import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { preferredLanguage, text } from '@helder/words'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Services } from '../ctx.ts'
import { notFound, OperatorError, Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import type { HostServer, SiteHost, Slice } from '../slice.ts'
import { answerClosed, type Closed } from './closed.ts'
import { answerHealth, asksHealth } from './health.ts'
import { describeInterface } from './openapi.ts'
import { problemBody, problemType } from './problems.ts'
import { registerRoute } from './registration.ts'
import { studioFiles } from './studio.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The site whose host was asked; null on the studio's host. */
    site: SiteHost | null
  }
}

/** The running interface to the world. */
export interface HttpServer {
  /** Fastify itself, for tests that speak HTTP without a socket. */
  app: FastifyInstance
  server: Server
  listen(): Promise<number>
  close(): Promise<void>
}

/** What the interface is made of. */
export interface HttpOptions {
  services: Services
  slices: Slice[]
  hosts: HostServer | undefined
  /** While this gives a reason, nobody gets in: erasures are being repeated after a restore, for instance. */
  closedBecause?: () => Closed | undefined
}

/** Makes the HTTP server: the studio and its interface on one host, the sites of clients on all others. */
export async function makeHttpServer(options: HttpOptions): Promise<HttpServer> {
  const { services } = options
  const dispatch: { fastify?: (request: IncomingMessage, response: ServerResponse) => void } = {}
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 120_000 }, (request, response) => {
    dispatch.fastify?.(request, response)
  })
  const app = fastify({
    serverFactory: handler => {
      dispatch.fastify = byHost(options, handler)
      return server
    },
    genReqId: () => newId(),
    trustProxy: services.config.trustProxy,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 1000 },
  })
  await prepare(app, options)
  return {
    app,
    server,
    listen: () => listen(app, services),
    async close() {
      server.closeAllConnections()
      await app.close()
    },
  }
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
}

// Pages of clients are the hot path: they are answered before Fastify has a look.
function byHost(
  options: HttpOptions,
  toFastify: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const { config } = options.services
  return (request: IncomingMessage, response: ServerResponse) => {
    const closed = options.closedBecause?.()
    if (closed) return answerClosed(request, response, closed)
    const host = hostOf(request)
    const ours = host === config.studioHost || request.url?.startsWith('/_helder/')
    if (ours || !options.hosts) toFastify(request, response)
    else if (asksHealth(request.url)) serveUnlessNobodys(options.hosts, request, response, host, toFastify)
    else options.hosts.serve(request, response, host)
  }
}

// Load balancers ask by an address, which is nobody's host. On a site the address is the site's own.
function serveUnlessNobodys(
  hosts: HostServer,
  request: IncomingMessage,
  response: ServerResponse,
  host: string,
  toFastify: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  hosts.find(host).then(
    site => (site === null ? toFastify(request, response) : hosts.serve(request, response, host)),
    () => toFastify(request, response),
  )
}

async function prepare(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const { services, slices } = options
  app.decorateRequest('site', null)
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(services, error, request, reply))
  app.setNotFoundHandler(request => {
    throw notFound(
      text(
        `Het adres ${request.method} ${request.url.split('?')[0]}`,
        `The address ${request.method} ${request.url.split('?')[0]}`,
      ),
    )
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    await placeRequest(options, request)
  })
  app.addHook('onResponse', async (request, reply) => logRequest(services, request, reply))
  await app.register(cookie)
  await app.register(rateLimit, {
    max: 1200,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      new Refusal('too-many', tooMany, { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
  await app.register(multipart, {
    limits: { fileSize: 20_000_000, files: 10, fields: 200, fieldSize: 200_000 },
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, groupPairs(new URLSearchParams(String(body)))),
  )
  // Bytes are read by the routes that take them, up to the size that their contract allows.
  app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null))
  for (const slice of slices) for (const route of slice.routes) registerRoute(app, services, route)
  // Made when it is first asked for: few ask, and it would hold up every start.
  let description: string | undefined
  app.get('/api/openapi.json', (_request, reply) => {
    description ??= JSON.stringify(describeInterface(slices, services.config))
    return reply.type('application/json').send(description)
  })
  answerHealth(app, services, options.hosts)
  await studioFiles(app, services)
}

const tooMany = text(
  'Er kwamen in korte tijd te veel verzoeken. Wacht een minuut en probeer het opnieuw.',
  'Too many requests came in a short time. Wait a minute and try again.',
)

function groupPairs(pairs: URLSearchParams): Record<string, string | string[]> {
  const grouped: Record<string, string | string[]> = Object.create(null)
  for (const name of new Set(pairs.keys())) {
    const values = pairs.getAll(name)
    grouped[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return grouped
}

// The studio answers on its own host only, and the addresses for visitors on a site's host only.
async function placeRequest({ services, hosts }: HttpOptions, request: FastifyRequest): Promise<void> {
  const host = hostOf(request.raw)
  const { studioHost } = services.config
  if (host === studioHost || asksHealth(request.url)) return
  const site = request.url.startsWith('/_helder/') ? await hosts?.find(host) : null
  if (!site) throw notFound(text('Deze website', 'This website'))
  request.site = site
}

function sendProblem(services: Services, error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = asRefusal(error)
  if (!(refusal instanceof Refusal)) {
    services.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'bug')
  } else if (refusal.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(refusal.retryAfterSeconds))
  }
  const language = preferredLanguage(request.headers['accept-language'])
  const body = problemBody(refusal, language, request.id)
  return reply
    .status(body.status)
    .header('content-type', problemType)
    .header('cache-control', 'no-store')
    .send(body)
}

// What Fastify itself refuses, in our own words.
function asRefusal(error: FastifyError): Error {
  if (error instanceof Refusal) return error
  switch (error.statusCode) {
    case 413:
      return new Refusal(
        'too-large',
        text('Dit is groter dan hier mag.', 'This is larger than is allowed here.'),
      )
    case 415:
      return new Refusal(
        'invalid',
        text('Deze soort inhoud wordt hier niet aangenomen.', 'This kind of content is not accepted here.'),
      )
    case 400:
      return new Refusal(
        'invalid',
        text(
          'Dit is geen geldige JSON of geen geldig adres.',
          'This is not valid JSON or not a valid address.',
        ),
      )
    default:
      return error
  }
}

function logRequest(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  services.log.debug(
    {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    'request',
  )
}

async function listen(app: FastifyInstance, { config }: Services): Promise<number> {
  try {
    await app.listen({ port: config.port, host: config.bind })
  } catch (error) {
    throw portTaken(error, config.port)
  }
  return (app.server.address() as AddressInfo).port
}

function portTaken(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error
  return new OperatorError(
    text(
      `Poort ${port} is bezet of niet toegestaan. Stop het andere programma, of kies een andere: PORT=4100 npm start.`,
      `Port ${port} is taken or not allowed. Stop the other program, or choose another: PORT=4100 npm start.`,
    ),
  )
}
