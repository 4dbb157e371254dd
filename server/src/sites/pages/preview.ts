import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TemplateProblem } from '@helder/liquid'
import type { PageOrder } from '@helder/sandbox/protocol'
import { preferredLanguage } from '@helder/words'
import { origin } from '../../core/config.ts'
import { type Ctx, makeCtx, type Services, type TxCtx } from '../../core/ctx.ts'
import { prepareBytes, sendBytes, sendStream } from '../../core/http/bytes.ts'
import { mediaTypeOf } from '../../core/media-types.ts'
import { findObject } from '../../core/objects/objects.ts'
import type { SiteHost } from '../../core/slice.ts'
import { pinDrafts } from '../../records/index.ts'
import { roleOf } from '../files/rules.ts'
import { listFiles } from '../files/store.ts'
import { getSite } from '../sites/store.ts'
import {
  type AssembledSite,
  assembleAssets,
  assembleSite,
  type ServedAsset,
  type SiteRecipe,
} from './assemble.ts'
import { listReaders } from './content.ts'
import { followed } from './follow.ts'
import { siteHeaders, typeOfMedia } from './headers.ts'
import { sendNotice } from './host.ts'
import { type Addresses, decoded, lookUp } from './manifest.ts'
import { notices, problemsPage } from './notices.ts'
import { sandboxOf } from './pool.ts'
import type { PlannedPage } from './rules.ts'
import { SandboxFault } from './sandbox.ts'

/** What a preview can show at an address. */
type Shown =
  | { kind: 'page'; page: PlannedPage }
  | { kind: 'file'; path: string; sha256: string; sizeBytes: number }

/** The working files and drafts of a site, as its pages need them. */
export async function workingRecipe(tx: TxCtx, siteId: string): Promise<SiteRecipe> {
  const site = await getSite(tx, siteId)
  const files = await listFiles(tx, siteId)
  const { config } = tx.services
  return {
    name: site.name,
    origin: origin(config, `${site.slug}.${config.sitesBase}`),
    languages: site.languages,
    files: Object.fromEntries(files.map(({ path, sha256, sizeBytes }) => [path, { sha256, sizeBytes }])),
    pinned: await pinDrafts(tx, siteId),
    readers: await listReaders(tx),
    now: tx.now,
  }
}

/** Answers requests for what is being worked on: made when it is asked for, by what publishes too, and never kept. */
export function previewServer(services: Services) {
  return async (request: IncomingMessage, response: ServerResponse, site: SiteHost): Promise<void> => {
    const language = preferredLanguage(request.headers['accept-language'])
    const actor = { kind: 'system' as const, reason: 'a preview is looked at' }
    const ctx = makeCtx({ services, workspaceId: site.workspaceId, actor, language })
    await new Look(ctx, request, response).show(site.siteId)
  }
}

/** A page of an upload that is larger is shown without following what is worked on. */
const mostFollowedBytes = 5_000_000

class Look {
  readonly #ctx: Ctx
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #path: string
  readonly #query: URLSearchParams

  constructor(ctx: Ctx, request: IncomingMessage, response: ServerResponse) {
    this.#ctx = ctx
    this.#request = request
    this.#response = response
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
    this.#path = path
    this.#query = new URLSearchParams(query)
  }

  get #studio(): string {
    const { config } = this.#ctx.services
    return origin(config, config.studioHost)
  }

  async show(siteId: string): Promise<void> {
    const media = /^\/media\/([0-9a-f]{64})\/([^/]+)$/.exec(decoded(this.#path) ?? '')
    if (media) return this.#showObject(media[1] ?? '', media[2] ?? '')
    const recipe = await this.#ctx.read(tx => workingRecipe(tx, siteId))
    // Scripts and styles need nothing of pages and content, and a page asks for several.
    if (this.#path.startsWith('/assets/')) {
      const { assets, problems } = await assembleAssets(this.#ctx, recipe, 'now')
      return this.#showAsset(assets, problems)
    }
    await this.#showAddress(recipe, await assembleSite(this.#ctx, recipe, 'now'))
  }

  async #showObject(sha: string, name: string): Promise<void> {
    const object = await this.#ctx.read(tx => findObject(tx, sha))
    if (object === null) return this.#notice(404, notices.notFound)
    this.#send({ sha256: sha, sizeBytes: object.sizeBytes }, typeOfMedia(name))
  }

  async #showAsset(assets: ServedAsset[], problems: TemplateProblem[]): Promise<void> {
    const asked = decoded(this.#path)
    const asset = assets.find(({ address }) => address === asked)
    if (asset === undefined) {
      return problems.length > 0 ? this.#problems(problems) : this.#notice(404, notices.notFound)
    }
    const type = mediaTypeOf(asset.address)
    if ('text' in asset.body) await this.#sendBytes(Buffer.from(asset.body.text), type, 200)
    else this.#send(asset.body, type)
  }

  async #showAddress(recipe: SiteRecipe, site: AssembledSite): Promise<void> {
    const found = lookUp(addressesOf(recipe, site), this.#path)
    if (found.kind === 'redirect') {
      this.#response.writeHead(302, { location: found.to, 'cache-control': 'no-store' }).end()
      return
    }
    const { entry } = found
    const status = found.kind === 'entry' ? 200 : 404
    // A page that is not there may be missing because of a mistake elsewhere.
    if (status === 404 && site.problems.length > 0) return this.#problems(site.problems)
    if (entry === undefined) return this.#notice(404, notices.notFound)
    if (entry.kind === 'file') return this.#showFile(entry, status)
    const inTheWay = site.problems.filter(({ path }) => path.startsWith('assets/'))
    if (inTheWay.length > 0) return this.#problems(inTheWay)
    await this.#showPage(site, entry.page, status)
  }

  async #showFile(file: Extract<Shown, { kind: 'file' }>, status: number): Promise<void> {
    const type = mediaTypeOf(file.path)
    if (!type.startsWith('text/html') || file.sizeBytes > mostFollowedBytes)
      return this.#send(file, type, status)
    const html = await this.#ctx.services.objects.get(this.#ctx.workspaceId, file.sha256)
    await this.#sendPage(html, status)
  }

  async #showPage(site: AssembledSite, page: PlannedPage, status: number): Promise<void> {
    const session = sandboxOf(this.#ctx.services).open(site.facts, site.source, 'now')
    try {
      const { html } = await session.page(this.#orderOf(page))
      await this.#sendPage(Buffer.from(html), status)
    } catch (error) {
      if (!(error instanceof SandboxFault)) throw error
      this.#problems([error.problem])
    } finally {
      session.close()
    }
  }

  #orderOf(page: PlannedPage): PageOrder {
    const sent = this.#query.get('sent')
    return {
      template: page.template,
      language: page.language,
      address: page.url,
      alternates: page.alternates,
      ...(page.record ? { record: page.record } : {}),
      ...(sent === null ? {} : { formState: { key: sent, sent: true as const } }),
    }
  }

  #headers(type: string): Record<string, string> {
    // The name of the host is a secret: it goes to no other site, and to no search engine.
    return {
      ...siteHeaders(this.#ctx.services.config, type),
      'x-robots-tag': 'noindex',
      'referrer-policy': 'same-origin',
    }
  }

  #sendPage(html: Buffer, status: number): Promise<void> {
    return this.#sendBytes(followed(html, this.#studio), 'text/html; charset=utf-8', status)
  }

  async #sendBytes(body: Buffer, type: string, status: number): Promise<void> {
    const options = { cacheControl: 'no-store', headers: this.#headers(type), effort: 1 }
    sendBytes(this.#request, this.#response, await prepareBytes(body, type, options), status)
  }

  #send({ sha256: sha, sizeBytes }: { sha256: string; sizeBytes: number }, type: string, status = 200): void {
    const { objects } = this.#ctx.services
    const open = (range?: { start: number; end: number }) => objects.stream(this.#ctx.workspaceId, sha, range)
    const options = { cacheControl: 'no-store', headers: this.#headers(type) }
    sendStream(this.#request, this.#response, { sha, sizeBytes, type, open }, options, status)
  }

  #problems(problems: TemplateProblem[]): void {
    this.#notice(500, problemsPage(problems, this.#ctx.language), true)
  }

  #notice(status: number, html: string, isBroken = false): void {
    const page = followed(Buffer.from(html), this.#studio, isBroken).toString('utf8')
    sendNotice(this.#request, this.#response, status, page, { scripts: true })
  }
}

function addressesOf(recipe: SiteRecipe, { plan }: AssembledSite): Addresses<Shown> {
  const entries = new Map<string, Shown>()
  const notFound = new Map<string, Shown>()
  for (const [path, file] of Object.entries(recipe.files)) {
    if (roleOf(path) !== 'public') continue
    const shown: Shown = { kind: 'file', path, ...file }
    const address = path.slice('public'.length).normalize('NFC')
    entries.set(address, shown)
    if (address === '/index.html') entries.set('/', shown)
    if (address === '/404.html') notFound.set('*', shown)
  }
  for (const page of plan.pages) {
    if (page.notFound) notFound.set(page.language, { kind: 'page', page })
    else entries.set(page.path, { kind: 'page', page })
  }
  return { entries, notFound, languages: recipe.languages }
}
