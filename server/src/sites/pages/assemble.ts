import type { TemplateProblem } from '@helder/liquid'
import { TemplateFault } from '@helder/liquid/fault'
import { type FrontMatter, splitTemplate } from '@helder/liquid/front-matter'
import type { MadeBundle, SiteFacts } from '@helder/sandbox/protocol'
import type { Text } from '@helder/words'
import type { Ctx } from '../../core/ctx.ts'
import { sha256 } from '../../core/ids.ts'
import type { ContentRecord } from '../../records/index.ts'
import { type Definition, definitionsAt, type PinnedContent, recordsAt } from '../../records/index.ts'
import { isEntryPoint, roleOf } from '../files/rules.ts'
import { collectionFacts, formFacts, plannedRecord, recordFacts } from './content.ts'
import { sandboxOf } from './pool.ts'
import { type PagePlan, type PageTemplate, planPages, publicAddresses } from './rules.ts'
import { SandboxFault, type SiteSource, type Urgency } from './sandbox.ts'

/** A file that a site is made of. */
export interface SiteFile {
  sha256: string
  sizeBytes: number
}

/** What a site is made of: everything that its pages depend on. */
export interface SiteRecipe {
  name: string
  origin: string
  languages: string[]
  files: Record<string, SiteFile>
  pinned: PinnedContent
  /** The names of the roles that see what visitors send. */
  readers: Text[]
  /** The moment that counts as now. */
  now: Date
}

/** A file that is served as it is, or a bundle that was made. */
export interface ServedAsset {
  address: string
  /** What it is named by in `asset_url`, below `assets/`; null for a part that bundles share. */
  names: string[]
  forever: boolean
  body: { sha256: string; sizeBytes: number } | { text: string }
}

/** A site put together, ready for its pages to be made. */
export interface AssembledSite {
  facts: SiteFacts
  source: SiteSource
  plan: PagePlan
  assets: ServedAsset[]
  /** What is wrong with it, before any page was made. */
  problems: TemplateProblem[]
}

/** The scripts, styles and pictures of a site by themselves. */
export async function assembleAssets(
  ctx: Ctx,
  recipe: SiteRecipe,
  urgency: Urgency,
): Promise<Pick<AssembledSite, 'assets' | 'problems'>> {
  const bundle = await bundleAssets(ctx, recipe, readerOf(ctx), urgency)
  return { assets: assetsOf(recipe, bundle), problems: bundle.problems }
}

function readerOf({ services: { objects }, workspaceId }: Ctx): (sha: string) => Promise<string> {
  return async sha => (await objects.get(workspaceId, sha)).toString('utf8')
}

/** Puts a site together: reads what its pages say about themselves, plans them, and bundles its assets. */
export async function assembleSite(ctx: Ctx, recipe: SiteRecipe, urgency: Urgency): Promise<AssembledSite> {
  const read = readerOf(ctx)
  const content = await openContent(ctx, recipe)
  const [pages, bundle] = await Promise.all([
    readPages(recipe, sha => frontMatterOf(ctx.workspaceId, sha, read)),
    bundleAssets(ctx, recipe, read, urgency),
  ])
  const planned = pages.templates.flatMap(({ frontMatter }) => frontMatter.collection ?? [])
  const plan = planPages({
    languages: recipe.languages,
    templates: pages.templates,
    collections: await content.planned(new Set(planned)),
    taken: new Set(
      Object.keys(recipe.files)
        .filter(path => roleOf(path) === 'public')
        .flatMap(publicAddresses),
    ),
  })
  const assets = assetsOf(recipe, bundle)
  return {
    facts: factsOf(recipe, content.definitions, assets),
    source: { source: read, records: key => content.records(key, plan) },
    plan,
    assets,
    problems: [...pages.problems, ...bundle.problems, ...plan.problems.map(atTop)],
  }
}

function atTop({ place, message }: { place: string; message: Text }): TemplateProblem {
  return { path: place, line: 1, column: 1, message }
}

interface OpenContent {
  definitions: Definition[]
  /** The records of these collections, for the plan of pages. */
  planned(keys: ReadonlySet<string>): Promise<Parameters<typeof planPages>[0]['collections']>
  /** The records of a collection as templates have them. */
  records(key: string, plan: PagePlan): Promise<ReturnType<typeof recordFacts>[]>
}

async function openContent(ctx: Ctx, recipe: SiteRecipe): Promise<OpenContent> {
  const { pinned, languages } = recipe
  const definitions = await ctx.read(tx => definitionsAt(tx, pinned))
  const fetched = new Map<string, Promise<ContentRecord[]>>()
  const fetch = (definition: Definition) => {
    const known =
      fetched.get(definition.key) ?? ctx.read(tx => recordsAt(tx, pinned, definition.collectionId))
    fetched.set(definition.key, known)
    return known
  }
  const byKey = new Map(definitions.filter(({ kind }) => kind === 'content').map(one => [one.key, one]))
  return {
    definitions,
    planned: keys =>
      Promise.all(
        [...byKey.values()]
          .filter(({ key }) => keys.has(key))
          .map(async definition => ({
            key: definition.key,
            fields: definition.fields,
            records: (await fetch(definition)).map(record => plannedRecord(definition, record, languages)),
          })),
      ),
    async records(key, plan) {
      const definition = byKey.get(key)
      if (definition === undefined) return []
      const records = await fetch(definition)
      return records.map(record =>
        recordFacts(definition, record, languages, plan.addresses.get(record.recordId)),
      )
    },
  }
}

async function readPages(
  recipe: SiteRecipe,
  read: (sha: string) => Promise<(path: string) => FrontMatter>,
): Promise<{ templates: PageTemplate[]; problems: TemplateProblem[] }> {
  const templates: PageTemplate[] = []
  const problems: TemplateProblem[] = []
  for (const [path, file] of Object.entries(recipe.files)) {
    if (!/^pages\/.*\.liquid$/.test(path)) continue
    try {
      templates.push({ path, frontMatter: (await read(file.sha256))(path) })
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error
      problems.push(error.problem)
    }
  }
  return { templates, problems }
}

// What a page says about itself is the same as long as the file is: a preview reads only what changed.
const frontMatters = new Map<string, (path: string) => FrontMatter>()
const mostFrontMatters = 20_000

async function frontMatterOf(
  workspaceId: string,
  sha: string,
  read: (sha: string) => Promise<string>,
): Promise<(path: string) => FrontMatter> {
  const key = `${workspaceId} ${sha}`
  const known = frontMatters.get(key)
  if (known) return known
  const made = splitOnce(await read(sha))
  if (frontMatters.size >= mostFrontMatters) frontMatters.clear()
  frontMatters.set(key, made)
  return made
}

function splitOnce(source: string): (path: string) => FrontMatter {
  try {
    const { frontMatter } = splitTemplate('', source)
    return () => frontMatter
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    const { problem } = error
    return path => {
      throw new TemplateFault({ ...problem, path })
    }
  }
}

/** The most code that is bundled; a site that has more is built before it is uploaded. */
const mostBundledBytes = 10_000_000

// A bundle is the same as long as the files of assets/ are; a preview bundles only after a change in them.
const bundles = new Map<string, MadeBundle>()
const mostBundles = 100

async function bundleAssets(
  ctx: Ctx,
  recipe: SiteRecipe,
  read: (sha: string) => Promise<string>,
  urgency: Urgency,
): Promise<MadeBundle> {
  const assets = Object.entries(recipe.files).filter(([path]) => roleOf(path) === 'asset')
  if (!assets.some(([path]) => isEntryPoint(path))) return { outputs: [], problems: [] }
  const code = assets.filter(([path]) => codeFile.test(path))
  const bytes = code.reduce((total, [, file]) => total + file.sizeBytes, 0)
  if (bytes > mostBundledBytes)
    return { outputs: [], problems: [atTop({ place: 'assets/', message: tooMuchCode })] }
  const key = sha256(JSON.stringify([ctx.workspaceId, ...assets.map(([path, file]) => [path, file.sha256])]))
  const known = bundles.get(key)
  if (known) return known
  const below = (path: string) => path.slice('assets/'.length)
  const order = {
    files: Object.fromEntries(assets.map(([path, file]) => [below(path), file.sha256])),
    addresses: Object.fromEntries(assets.map(([path, file]) => [below(path), hashedAddress(path, file)])),
  }
  try {
    const made = await sandboxOf(ctx.services).bundle(order, { source: read }, urgency)
    if (bundles.size >= mostBundles) bundles.clear()
    bundles.set(key, made)
    return made
  } catch (error) {
    if (error instanceof SandboxFault) return { outputs: [], problems: [error.problem] }
    throw error
  }
}

const codeFile = /\.(tsx?|m?js|jsx|css|json|txt)$/

const tooMuchCode: Text = {
  nl: 'In assets/ staat meer dan 10 MB aan scripts en stijlen. Bouw ze zelf, en zet het resultaat in public/.',
  en: 'There is more than 10 MB of scripts and styles in assets/. Build them yourself, and put the result in public/.',
}

function hashedAddress(path: string, { sha256: sha }: SiteFile): string {
  const dot = path.lastIndexOf('.')
  const [name, extension] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, '']
  return `/${name}.${sha.slice(0, 10)}${extension}`
}

function assetsOf(recipe: SiteRecipe, { outputs }: MadeBundle): ServedAsset[] {
  const served = outputs.flatMap(({ address, source, text }): ServedAsset[] => {
    const names = source === null ? [] : [...new Set([source, source.replace(/\.(tsx?|jsx|mjs)$/, '.js')])]
    // Under its plain name too, for links that were written by hand.
    const plain = names.map(name => ({
      address: `/assets/${name}`,
      names: [],
      forever: false,
      body: { text },
    }))
    return [
      { address, names, forever: true, body: { text } },
      ...plain.filter(({ address: at }) => /\.(js|css)$/.test(at)),
    ]
  })
  const files = Object.entries(recipe.files).filter(
    ([path]) => roleOf(path) === 'asset' && !isEntryPoint(path) && !/\.tsx?$/.test(path),
  )
  return [
    ...served,
    ...files.flatMap(([path, file]): ServedAsset[] => [
      {
        address: hashedAddress(path, file),
        names: [path.slice('assets/'.length)],
        forever: true,
        body: file,
      },
      { address: `/${path}`, names: [], forever: false, body: file },
    ]),
  ]
}

function factsOf(recipe: SiteRecipe, definitions: Definition[], assets: ServedAsset[]): SiteFacts {
  const files = Object.entries(recipe.files)
  const shasOf = (role: 'template' | 'text') => files.filter(([path]) => roleOf(path) === role)
  return {
    name: recipe.name,
    origin: recipe.origin,
    languages: recipe.languages,
    now: recipe.now.toISOString(),
    templates: Object.fromEntries(shasOf('template').map(([path, file]) => [path, file.sha256])),
    texts: Object.fromEntries(
      shasOf('text').map(([path, file]) => [path.slice('locales/'.length, -'.json'.length), file.sha256]),
    ),
    assets: Object.fromEntries(assets.flatMap(({ names, address }) => names.map(name => [name, address]))),
    collections: definitions.filter(({ kind }) => kind === 'content').map(collectionFacts),
    forms: definitions.filter(({ kind }) => kind === 'form').map(form => formFacts(form, recipe.readers)),
  }
}
