import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Ctx, makeCtx, type Services, withoutWorkspace } from '../../core/ctx.ts'
import { hashSecret } from '../../core/ids.ts'
import type { HostServer, SiteHost } from '../../core/slice.ts'
import { secretOf } from '../previews/rules.ts'
import { findPreview } from '../previews/store.ts'
import { findRelease } from '../releases/store.ts'
import { findSiteBySlug } from '../sites/store.ts'
import { LiveRelease } from './live.ts'
import type { Manifest } from './manifest.ts'
import { notices } from './notices.ts'
import { Shelf } from './shelf.ts'

/** What a host name leads to. */
interface FoundHost extends SiteHost {
  releaseId: string | null
  /** When a preview ends. */
  expiresAt: number
}

/** What is known of a host. */
interface KnownHost {
  checkedAt: number
  found: FoundHost | null
  /** Read when somebody first asks for a page of it. */
  release: LiveRelease | undefined
}

/** How long something is believed without asking the database, should an announcement have been missed. */
const believedMs = 30_000
const mostHosts = 5000
const mostReleases = 200
const mostBytes = 128_000_000

/** Serves the hosts of clients' sites: from memory, once somebody has asked. */
export interface SiteHosts extends HostServer {
  stop(): void
}

/** What answers a request for a preview. */
export type PreviewServer = (
  request: IncomingMessage,
  response: ServerResponse,
  site: SiteHost,
) => Promise<void>

/** Starts serving the hosts of clients' sites. */
export function serveHosts(services: Services, servePreview: PreviewServer): SiteHosts {
  const book = new HostBook(services)
  const releases = new ReleaseRoom(services)
  const stop = services.events.subscribe(({ topic, id, progress }) => {
    if (topic === 'sites.site') book.forget(id)
    // A release that was withdrawn must not stay in memory either.
    if (topic === 'sites.release' && id !== undefined && progress === undefined) releases.forget(id)
  })

  async function serveSlowly(request: IncomingMessage, response: ServerResponse, host: string) {
    const known = await book.know(host)
    const { found } = known
    if (found === null) return sendNotice(request, response, 404, notices.unknownHost)
    if (!readsOnly(request)) return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
    if (found.preview) {
      if (isOver(services, found)) return sendNotice(request, response, 410, notices.oldPreview)
      return servePreview(request, response, found)
    }
    if (found.releaseId === null) return sendNotice(request, response, 404, notices.notLive)
    known.release ??= await releases.open(found.workspaceId, found.releaseId)
    return known.release.send(request, response)
  }

  return {
    async find(host) {
      const { found } = await book.know(host)
      if (found === null || isOver(services, found)) return null
      const { workspaceId, siteId } = found
      return { workspaceId, siteId, ...(found.preview ? { preview: true } : {}) }
    },
    serve(request, response, host) {
      if (readsOnly(request) && book.atHand(host)?.release?.sendReady(request, response)) return
      serveSlowly(request, response, host).catch(error => {
        services.log.error({ err: error }, 'a page could not be served')
        if (response.headersSent) response.destroy()
        else sendNotice(request, response, 503, notices.trouble)
      })
    },
    stop,
  }
}

function readsOnly({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function isOver(services: Services, found: FoundHost): boolean {
  return found.expiresAt < services.now().getTime()
}

function readerOf(services: Services, workspaceId: string): Ctx {
  const actor = { kind: 'system' as const, reason: 'a visitor looks at a site' }
  return makeCtx({ services, workspaceId, actor, language: 'nl' })
}

/** Which host leads where. */
class HostBook {
  readonly #services: Services
  readonly #known = new Map<string, KnownHost>()
  /** Apart from the others, so that asking for names that do not exist pushes out none that do. */
  readonly #unknown = new Map<string, KnownHost>()
  readonly #asking = new Map<string, Promise<KnownHost>>()
  #changes = 0

  constructor(services: Services) {
    this.#services = services
  }

  /** What is known of a host; when that was some time ago, it is looked up again behind the scenes. */
  atHand(host: string): KnownHost | undefined {
    const known = this.#known.get(host)
    if (known && Date.now() - known.checkedAt > believedMs) this.#ask(host).catch(() => {})
    return known
  }

  async know(host: string): Promise<KnownHost> {
    const known = this.#known.get(host) ?? this.#unknown.get(host)
    return known && Date.now() - known.checkedAt < believedMs ? known : this.#ask(host)
  }

  forget(siteId: string | undefined): void {
    this.#changes += 1
    this.#unknown.clear()
    for (const [host, { found }] of this.#known) if (found?.siteId === siteId) this.#known.delete(host)
  }

  #ask(host: string): Promise<KnownHost> {
    const asking = this.#asking.get(host) ?? this.#learn(host).finally(() => this.#asking.delete(host))
    this.#asking.set(host, asking)
    return asking
  }

  async #learn(host: string): Promise<KnownHost> {
    const before = this.#changes
    const found = await findHost(this.#services, host)
    const had = this.#known.get(host)
    const release = had?.found?.releaseId === found?.releaseId ? had?.release : undefined
    const learned: KnownHost = { checkedAt: Date.now(), found, release }
    // What changed while the answer was on its way may have made it old.
    if (this.#changes !== before) return learned
    const book = found === null ? this.#unknown : this.#known
    if (book.size >= mostHosts) book.clear()
    if (found === null) this.#known.delete(host)
    book.set(host, learned)
    return learned
  }
}

const byName = 'the host of a request says which workspace it is for'

async function findHost(services: Services, host: string): Promise<FoundHost | null> {
  const { sitesBase } = services.config
  if (!host.endsWith(`.${sitesBase}`)) return null
  const label = host.slice(0, -sitesBase.length - 1)
  const secret = secretOf(label)
  return withoutWorkspace(services, byName, 'read', async queries => {
    if (secret === undefined) {
      const site = await findSiteBySlug(queries, label)
      if (!site) return null
      const { workspaceId, siteId, liveReleaseId } = site
      return { workspaceId, siteId, releaseId: liveReleaseId, expiresAt: Number.POSITIVE_INFINITY }
    }
    const preview = await findPreview(queries, hashSecret(secret))
    if (!preview) return null
    const { workspaceId, siteId, expiresAt } = preview
    return { workspaceId, siteId, releaseId: null, preview: true, expiresAt: expiresAt.getTime() }
  })
}

/** The releases that are being looked at. */
class ReleaseRoom {
  readonly #services: Services
  readonly #open = new Map<string, Promise<LiveRelease>>()
  readonly #shelf = new Shelf(mostBytes)

  constructor(services: Services) {
    this.#services = services
  }

  open(workspaceId: string, releaseId: string): Promise<LiveRelease> {
    const known = this.#open.get(releaseId)
    if (known) return known
    if (this.#open.size >= mostReleases) this.#open.clear()
    const opened = this.#read(workspaceId, releaseId)
    this.#open.set(releaseId, opened)
    opened.catch(() => this.#open.delete(releaseId))
    return opened
  }

  forget(releaseId: string): void {
    const opened = this.#open.get(releaseId)
    this.#open.delete(releaseId)
    opened?.then(
      release => release.drop(),
      () => {},
    )
  }

  async #read(workspaceId: string, releaseId: string): Promise<LiveRelease> {
    const release = await readerOf(this.#services, workspaceId).read(tx => findRelease(tx, releaseId))
    if (!release || release.manifestSha === null) throw new Error('a release without its pages is live')
    const bytes = await this.#services.objects.get(workspaceId, release.manifestSha)
    const manifest: Manifest = JSON.parse(bytes.toString('utf8'))
    return new LiveRelease(this.#services, workspaceId, manifest, this.#shelf)
  }
}

const noticeHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
}

const noticePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"

/** Sends a page of Helder's own; in a preview with our script in it. */
export function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  html: string,
  { scripts = false }: { scripts?: boolean } = {},
): void {
  const body = Buffer.from(html)
  const headers: Record<string, string> = {
    ...noticeHeaders,
    'content-security-policy': scripts ? `${noticePolicy}; script-src 'self'` : noticePolicy,
    ...(status === 503 ? { 'retry-after': '60' } : {}),
  }
  response.writeHead(status, { ...headers, 'content-length': body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : body)
}
