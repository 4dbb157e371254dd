import { isUtf8 } from 'node:buffer'
import type { TemplateProblem } from '@helder/liquid'
import type { PageOrder } from '@helder/sandbox/protocol'
import { type Text, text } from '@helder/words'
import type { Ctx } from '../../core/ctx.ts'
import { sha256 } from '../../core/ids.ts'
import { mediaTypeOf } from '../../core/media-types.ts'
import { sizesOf } from '../../core/objects/objects.ts'
import { problemsInTexts } from '../files/actions.ts'
import { roleOf } from '../files/rules.ts'
import { type AssembledSite, assembleSite, type SiteFile, type SiteRecipe } from '../pages/assemble.ts'
import { typeOfMedia } from '../pages/headers.ts'
import { type Manifest, type ManifestEntry, shellMark } from '../pages/manifest.ts'
import { sandboxOf } from '../pages/pool.ts'
import type { PlannedPage } from '../pages/rules.ts'
import { SandboxFault, type SiteSession } from '../pages/sandbox.ts'
import type { SiteProblem } from './schema.ts'

/** A release that can't be made, by what its makers wrote. */
export class BuildFault extends Error {
  readonly problems: SiteProblem[]

  constructor(problems: SiteProblem[]) {
    super('the release can not be built')
    this.name = 'BuildFault'
    this.problems = problems
  }
}

/** A site, rendered: what is served where, and the bytes that came of it. */
export interface RenderedSite {
  manifest: Manifest
  /** Objects that were made for it and put in the store. */
  made: SiteFile[]
  /** All objects that it shows. */
  shown: string[]
  pages: number
}

/** What a release may come to. */
const most = {
  pages: 20_000,
  bytes: 1_000_000_000,
  ms: 10 * 60_000,
  problems: 10,
  faultyPages: 30,
  writing: 16,
} as const

/** Renders a whole site and puts its bytes in the store. `tell` hears how far it is. Throws a BuildFault. */
export async function renderSite(
  ctx: Ctx,
  recipe: SiteRecipe,
  tell: (done: number, total: number) => Promise<void>,
): Promise<RenderedSite> {
  const site = await assembleSite(ctx, recipe, 'later')
  const problems = [...site.problems, ...(await problemsInAllTexts(ctx, recipe))]
  if (problems.length > 0) throw new BuildFault(problems.slice(0, most.problems).map(errorAt))
  if (site.plan.pages.length > most.pages) refuse('pages/', tooManyPages)
  const shelf = new Shelf(ctx)
  await serveFiles(shelf, recipe, site)
  await makePages(ctx, shelf, site, recipe.languages, tell)
  await shelf.settle()
  await shelf.measure()
  return {
    manifest: shelf.manifest(recipe.languages),
    made: shelf.made,
    shown: shelf.shown,
    pages: site.plan.pages.filter(page => !page.notFound).length,
  }
}

function errorAt({ path, line, message }: TemplateProblem): SiteProblem {
  return { severity: 'error', place: path, line, message }
}

function refuse(place: string, message: Text): never {
  throw new BuildFault([{ severity: 'error', place, line: null, message }])
}

async function problemsInAllTexts(ctx: Ctx, recipe: SiteRecipe): Promise<TemplateProblem[]> {
  const texts = Object.entries(recipe.files).filter(([path]) => roleOf(path) === 'text')
  const found = await Promise.all(
    texts.map(async ([path, { sha256 }]) => {
      const bytes = await ctx.services.objects.get(ctx.workspaceId, sha256)
      return problemsInTexts(path, bytes.toString('utf8'))
    }),
  )
  return found.flat()
}

const htmlType = 'text/html; charset=utf-8'
const mostSniffedBytes = 5_000_000

/** Everything that a release will serve, while it is being made. */
class Shelf {
  readonly made: SiteFile[] = []
  readonly notFound: Record<string, ManifestEntry> = {}
  readonly shells: Record<string, ManifestEntry> = {}
  readonly #ctx: Ctx
  readonly #entries = new Map<string, ManifestEntry>()
  readonly #writing = new Set<Promise<unknown>>()
  readonly #errors: unknown[] = []
  #madeBytes = 0

  constructor(ctx: Ctx) {
    this.#ctx = ctx
  }

  get shown(): string[] {
    const entries = [
      ...this.#entries.values(),
      ...Object.values(this.notFound),
      ...Object.values(this.shells),
    ]
    return [...new Set(entries.flatMap(({ sha, sent }) => [sha, ...Object.values(sent ?? {})]))]
  }

  serve(path: string, entry: ManifestEntry): void {
    this.#entries.set(path, entry)
  }

  /** Puts bytes in the store, and gives the entry to serve them by. */
  async put(content: string, type: string, cache: ManifestEntry['cache']): Promise<ManifestEntry> {
    const bytes = Buffer.from(content)
    const sha = sha256(bytes)
    await this.#write(bytes)
    this.made.push({ sha256: sha, sizeBytes: bytes.byteLength })
    this.#madeBytes += bytes.byteLength
    if (this.#madeBytes > most.bytes) refuse('pages/', tooMuch)
    return { sha, sizeBytes: bytes.byteLength, type, cache }
  }

  // The disk takes as long as the sandbox does; while it writes, the next pages are made.
  async #write(bytes: Buffer): Promise<void> {
    const writing = this.#ctx.services.objects
      .put(this.#ctx.workspaceId, bytes)
      .catch(error => this.#errors.push(error))
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
    if (this.#writing.size >= most.writing) await Promise.race(this.#writing)
  }

  /** Waits until everything is in the store. */
  async settle(): Promise<void> {
    await Promise.all(this.#writing)
    if (this.#errors.length > 0) throw this.#errors[0]
  }

  /** The entry to serve a file by that is there already. */
  async file({ sha256: sha, sizeBytes }: SiteFile, path: string, cache: ManifestEntry['cache']) {
    return { sha, sizeBytes, type: await this.#typeOf(path, sha, sizeBytes), cache }
  }

  // A file from elsewhere may be in another encoding, which its own words then tell the browser.
  async #typeOf(path: string, sha: string, sizeBytes: number): Promise<string> {
    const type = mediaTypeOf(path)
    if (!type.endsWith('; charset=utf-8') || sizeBytes > mostSniffedBytes) return type
    const bytes = await this.#ctx.services.objects.get(this.#ctx.workspaceId, sha)
    return isUtf8(bytes) ? type : type.replace('; charset=utf-8', '')
  }

  serveMedia(media: { object: string; name: string }[]): void {
    for (const { object, name } of media) {
      const path = `/media/${object}/${name}`
      // How large it is comes later, for all at once.
      this.serve(path, { sha: object, sizeBytes: 0, type: typeOfMedia(name), cache: 'forever' })
    }
  }

  /** Looks up how large the objects of records are. */
  async measure(): Promise<void> {
    const media = [...this.#entries].filter(([path]) => path.startsWith('/media/')).map(([, entry]) => entry)
    const shas = [...new Set(media.map(({ sha }) => sha))]
    const sizes = await this.#ctx.read(tx => sizesOf(tx, shas))
    for (const entry of media) entry.sizeBytes = sizes.get(entry.sha) ?? 0
  }

  manifest(languages: string[]): Manifest {
    return {
      version: 1,
      entries: Object.fromEntries([...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1))),
      notFound: this.notFound,
      shells: this.shells,
      languages,
    }
  }
}

async function serveFiles(shelf: Shelf, recipe: SiteRecipe, site: AssembledSite): Promise<void> {
  for (const [path, file] of Object.entries(recipe.files)) {
    if (roleOf(path) !== 'public') continue
    const entry = await shelf.file(file, path, 'check')
    const address = path.slice('public'.length).normalize('NFC')
    shelf.serve(address, entry)
    if (address === '/index.html') shelf.serve('/', entry)
    if (address === '/404.html') shelf.notFound['*'] = entry
  }
  for (const { address, body, forever } of site.assets) {
    const cache = forever ? 'forever' : 'check'
    const entry =
      'text' in body
        ? await shelf.put(body.text, mediaTypeOf(address), cache)
        : await shelf.file(body, address, cache)
    shelf.serve(address, entry)
  }
}

async function makePages(
  ctx: Ctx,
  shelf: Shelf,
  site: AssembledSite,
  languages: string[],
  tell: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const session = sandboxOf(ctx.services).open(site.facts, site.source, 'later')
  const began = performance.now()
  const { pages } = site.plan
  const faults: SiteProblem[] = []
  try {
    for (const [done, page] of pages.entries()) {
      await tell(done, pages.length)
      if (performance.now() - began > most.ms) refuse('pages/', tooSlow)
      const fault = await makePage(shelf, session, page).catch(faultOrThrow)
      if (fault) faults.push(fault)
      // A mistake in a layout is one on every page; nobody needs to read it more than once.
      if (distinct(faults).length >= most.problems || faults.length >= most.faultyPages) break
    }
    if (faults.length > 0) throw new BuildFault(distinct(faults))
    await makeShells(shelf, session, site, languages)
    await tell(pages.length, pages.length)
  } finally {
    session.close()
  }
}

function faultOrThrow(error: unknown): SiteProblem {
  if (error instanceof SandboxFault) return errorAt(error.problem)
  throw error
}

function distinct(problems: SiteProblem[]): SiteProblem[] {
  return [...new Map(problems.map(one => [`${one.place} ${one.line} ${one.message.en}`, one])).values()]
}

async function makePage(shelf: Shelf, session: SiteSession, page: PlannedPage): Promise<undefined> {
  const order: PageOrder = {
    template: page.template,
    language: page.language,
    address: page.url,
    alternates: page.alternates,
    ...(page.record ? { record: page.record } : {}),
  }
  const { html, forms, media } = await session.page(order)
  const entry = await shelf.put(html, htmlType, 'check')
  for (const key of forms) {
    const thanks = await session.page({ ...order, formState: { key, sent: true } })
    entry.sent = { ...entry.sent, [key]: (await shelf.put(thanks.html, htmlType, 'check')).sha }
  }
  shelf.serveMedia(media)
  if (page.notFound) shelf.notFound[page.language] = entry
  else shelf.serve(page.path, entry)
}

async function makeShells(
  shelf: Shelf,
  session: SiteSession,
  site: AssembledSite,
  languages: string[],
): Promise<void> {
  if (!Object.hasOwn(site.facts.templates, 'layouts/default.liquid')) return
  for (const language of languages) {
    const order = { template: null, content: shellMark, language, address: '', alternates: [] }
    const made = await session.page(order).catch(error => {
      throw new BuildFault([faultOrThrow(error)])
    })
    shelf.serveMedia(made.media)
    shelf.shells[language] = await shelf.put(made.html, htmlType, 'check')
  }
}

const tooManyPages = text(
  `Deze site heeft meer dan ${most.pages} pagina's. Toon een deel van de inhoud op gezamenlijke pagina's.`,
  `This site has more than ${most.pages} pages. Show a part of the content on shared pages.`,
)

const tooMuch = text(
  'De pagina’s samen zijn groter dan 1 GB. Toon een deel van de inhoud op gezamenlijke pagina’s.',
  'The pages together are larger than 1 GB. Show a part of the content on shared pages.',
)

const tooSlow = text(
  'Het bouwen duurde langer dan tien minuten en is gestopt. Kijk welke pagina zo veel werk is.',
  'Building took longer than ten minutes and was stopped. See which page is that much work.',
)
