import type { Field, Values } from '@helder/fields'
import { inSiteLanguage } from '@helder/fields'
import type { FrontMatter } from '@helder/liquid/front-matter'
import { type Text, text } from '@helder/words'

/** A page template of a site, and what it says about itself. */
export interface PageTemplate {
  /** `pages/nieuws/[slug].liquid` */
  path: string
  frontMatter: FrontMatter
}

/** A collection whose records may have a page each; newest first, as everywhere. */
export interface PlannedCollection {
  key: string
  fields: Field[]
  records: { recordId: string; title: Record<string, string>; values: Values }[]
}

/** A page that a site has, in one language. */
export interface PlannedPage {
  template: string
  language: string
  /** The path as a person reads it, and the manifest has it: `/nieuws/crème`. */
  path: string
  /** The path as it stands in a link: `/nieuws/cr%C3%A8me`. */
  url: string
  /** The same page in each of its languages. */
  alternates: { language: string; url: string }[]
  record?: { collection: string; recordId: string }
  /** Shown where there is nothing else at an address. */
  notFound: boolean
}

/** Something that keeps the pages of a site from being planned. */
export interface PlanProblem {
  place: string
  message: Text
}

/** All pages of a site, and where each record has its own. */
export interface PagePlan {
  pages: PlannedPage[]
  /** By record, then by language, as it stands in a link. */
  addresses: Map<string, Record<string, string>>
  problems: PlanProblem[]
}

/** What the pages of a site are planned from. */
export interface PlanInput {
  languages: string[]
  templates: PageTemplate[]
  collections: PlannedCollection[]
  /** The addresses that are taken already, by files below `public/`. */
  taken: ReadonlySet<string>
}

/** Works out which pages a site has, and where. */
export function planPages(input: PlanInput): PagePlan {
  const plan: PagePlan = { pages: [], addresses: new Map(), problems: [] }
  const templates = [...input.templates].sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const template of templates) {
    const name = nameOf(template.path)
    if (name.field === null) planPage(plan, input, template)
    else planRecords(plan, input, template, name.field)
  }
  refuseClashes(plan, input.taken)
  return plan
}

function planPage(plan: PagePlan, input: PlanInput, template: PageTemplate): void {
  const languages = languagesOf(template, input.languages)
  const paths = languages.map(language => ({ language, path: pathOf(template, input, language) }))
  const alternates = paths.map(({ language, path }) => ({ language, url: urlOf(path) }))
  const notFound = template.path === 'pages/404.liquid'
  for (const { language, path } of paths) {
    plan.pages.push({ template: template.path, language, path, url: urlOf(path), alternates, notFound })
  }
}

function planRecords(plan: PagePlan, input: PlanInput, template: PageTemplate, field: string): void {
  const key = template.frontMatter.collection
  const collection = input.collections.find(candidate => candidate.key === key)
  if (collection === undefined) {
    plan.problems.push({ place: template.path, message: noCollection(key) })
    return
  }
  const languages = languagesOf(template, input.languages)
  const taken = new Set<string>()
  // The oldest first: a record keeps its address when a later one has the same title.
  for (const record of [...collection.records].reverse()) {
    const paths = languages.map(language => {
      const part = partOf(record, collection.fields, field, language, input.languages)
      const path = freePath(`${folderOf(template, input, language)}/${part}`, taken)
      taken.add(path)
      return { language, path }
    })
    const alternates = paths.map(({ language, path }) => ({ language, url: urlOf(path) }))
    for (const { language, path } of paths) {
      plan.pages.push({
        template: template.path,
        language,
        path,
        url: urlOf(path),
        alternates,
        record: { collection: collection.key, recordId: record.recordId },
        notFound: false,
      })
    }
    if (plan.addresses.has(record.recordId)) continue
    plan.addresses.set(
      record.recordId,
      Object.fromEntries(alternates.map(({ language, url }) => [language, url])),
    )
  }
}

function noCollection(key: string | undefined): Text {
  return key === undefined
    ? text(
        'Zeg tussen de regels --- van welke verzameling deze pagina is: collection: articles.',
        'Say between the lines --- of which collection this page is: collection: articles.',
      )
    : text(`Er is geen verzameling ${key}.`, `There is no collection ${key}.`)
}

function languagesOf({ frontMatter }: PageTemplate, languages: string[]): string[] {
  const wanted = frontMatter.languages
  return wanted ? languages.filter(language => wanted.includes(language)) : languages
}

interface TemplateName {
  /** The folders above it, below `pages/`. */
  folders: string[]
  /** The last part of its address; empty for the index of a folder. */
  last: string
  /** The field between the brackets, for a page per record. */
  field: string | null
}

function nameOf(path: string): TemplateName {
  const parts = path
    .replace(/^pages\//, '')
    .replace(/\.liquid$/, '')
    .split('/')
  const last = parts.at(-1) ?? ''
  const field = /^\[(\w+)\]$/.exec(last)?.[1] ?? null
  return { folders: parts.slice(0, -1), last: last === 'index' ? '' : last, field }
}

function pathOf(template: PageTemplate, input: PlanInput, language: string): string {
  const { folders, last } = nameOf(template.path)
  const above = folderPath(folders, input, language)
  const [first] = input.languages
  // The front page of another language is a folder, as that of the site is.
  if (last === '' && folders.length === 0) return language === first ? '/' : `/${language}/`
  if (last === '') return above
  return `${above}/${slugOf(template, language) ?? last}`
}

function folderOf(template: PageTemplate, input: PlanInput, language: string): string {
  return folderPath(nameOf(template.path).folders, input, language)
}

// A folder has the name that its own page gives it in a language, so that what is below it follows.
function folderPath(folders: string[], input: PlanInput, language: string): string {
  const [first] = input.languages
  const parts = folders.map((folder, index) => {
    const own = ['pages', ...folders.slice(0, index + 1)].join('/')
    const page = input.templates.find(
      ({ path }) => path === `${own}/index.liquid` || path === `${own}.liquid`,
    )
    return (page && slugOf(page, language)) ?? folder
  })
  return (language === first ? [] : [language])
    .concat(parts)
    .map(part => `/${part}`)
    .join('')
}

// A language that is not named keeps the name of the file.
function slugOf({ frontMatter: { slug } }: PageTemplate, language: string): string | undefined {
  const own = typeof slug === 'string' || slug === undefined ? slug : slug[language]
  return own === undefined ? undefined : addressPart(own)
}

function partOf(
  record: PlannedCollection['records'][number],
  fields: Field[],
  key: string,
  language: string,
  languages: string[],
): string {
  if (key === 'id') return record.recordId
  const field = fields.find(candidate => candidate.key === key)
  const value = field && inSiteLanguage(field, record.values[key], language, languages)
  const given = typeof value === 'string' ? addressPart(value) : ''
  return given || addressPart(record.title[language] ?? '') || record.recordId
}

const longestPart = 80

/** A title as it stands in an address: `Crème brûlée!` becomes `creme-brulee`. */
export function addressPart(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestPart)
    .replace(/-+$/, '')
}

function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path
  for (let number = 2; ; number++) if (!taken.has(`${path}-${number}`)) return `${path}-${number}`
}

/** A path as it stands in a link. */
export function urlOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function refuseClashes(plan: PagePlan, taken: ReadonlySet<string>): void {
  const owners = new Map<string, string>()
  for (const { path, template, notFound } of plan.pages) {
    if (notFound) continue
    const owner = taken.has(path) ? `public${path}` : owners.get(path)
    if (owner !== undefined && owner !== template) {
      plan.problems.push({ place: template, message: clash(path, owner) })
    }
    owners.set(path, template)
  }
}

function clash(path: string, owner: string): Text {
  return text(
    `Op ${path} staat al iets: ${owner}. Geef een van de twee een andere naam.`,
    `There is something at ${path} already: ${owner}. Give one of the two another name.`,
  )
}

/** The addresses of a file below `public/`: its own, and for an index that of its folder. */
export function publicAddresses(path: string): string[] {
  const own = `/${path.slice('public/'.length)}`
  const folder = /^(.*\/)index\.html$/.exec(own)?.[1]
  if (folder === undefined) return [own]
  return folder === '/' ? [own, '/'] : [own, folder, folder.slice(0, -1)]
}
