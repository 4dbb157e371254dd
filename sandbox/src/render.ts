import {
  type Environment,
  facts,
  formObject,
  inPageLanguage,
  type Library,
  openLibrary,
  type RecordFacts,
  renderPage,
  type Template,
} from '@helder/liquid'
import type { MadePage, PageOrder, SiteFacts } from './protocol.ts'
import type { Server } from './server.ts'
import { templateOf } from './templates.ts'

/** A site that pages are being made of. */
interface Session {
  facts: SiteFacts
  libraries: Map<string, Library>
  /** What was fetched of the content, once for all languages. */
  records: Map<string, Promise<RecordFacts[]>>
  texts: Map<string, Promise<Record<string, unknown>>>
  /** What the site turned out to show, since it was last told. */
  media: Map<string, { object: string; name: string }>
  /** The server, as the job that runs now reaches it. */
  server: Server
}

const sessions = new Map<string, Session>()

/** Opens a site, so that pages can be made of it. */
export function openSession(id: string, siteFacts: SiteFacts, server: Server): void {
  const empty = { libraries: new Map(), records: new Map(), texts: new Map(), media: new Map() }
  sessions.set(id, { facts: siteFacts, ...empty, server })
}

/** Forgets a site. */
export function closeSession(id: string): void {
  sessions.delete(id)
}

/** Makes a page. Throws a TemplateFault. */
export async function makePage(id: string, order: PageOrder, server: Server): Promise<MadePage> {
  const session = sessions.get(id)
  if (session === undefined) throw new Error('a page of a site that is not open')
  session.server = server
  const template = order.template === null ? undefined : await templateAt(session, order.template)
  const environment = await environmentFor(session, order)
  const html = await renderPage({
    template,
    ...(order.content === undefined ? {} : { content: order.content }),
    layout: name => templateAt(session, `layouts/${name}.liquid`),
    layoutName: layoutOf(session, template),
    globals: await globalsFor(session, order, template, environment),
    environment,
  })
  const media = [...session.media.values()]
  return { html, forms: [...environment.used.forms], media }
}

async function templateAt(session: Session, path: string): Promise<Template | undefined> {
  const { templates } = session.facts
  const sha = Object.hasOwn(templates, path) ? templates[path] : undefined
  return sha === undefined ? undefined : templateOf(path, sha, one => session.server.source(one))
}

function layoutOf({ facts: { templates } }: Session, template: Template | undefined): string | undefined {
  const asked = template?.frontMatter.layout
  if (asked === 'none') return undefined
  return asked ?? (Object.hasOwn(templates, 'layouts/default.liquid') ? 'default' : undefined)
}

async function environmentFor(session: Session, order: PageOrder): Promise<Environment> {
  const { facts: site } = session
  const [first = ''] = site.languages
  const own = await textsOf(session, order.language)
  const fallback = order.language === first ? own : await textsOf(session, first)
  return {
    language: order.language,
    languages: site.languages,
    now: new Date(site.now),
    origin: site.origin,
    address: order.address,
    snippet: name => templateAt(session, `snippets/${name}.liquid`),
    translate: key => textAt(own, key) ?? textAt(fallback, key),
    asset: path => (Object.hasOwn(site.assets, path) ? site.assets[path] : undefined),
    mediaAddress: (object, name) => mediaAddress(session, object, name),
    form: key => site.forms.find(form => form.key === key),
    formState: order.formState,
    used: { forms: new Set(), scripts: new Set(), templates: new Map() },
    depth: 0,
  }
}

async function textsOf(session: Session, language: string): Promise<Record<string, unknown>> {
  const known = session.texts.get(language) ?? readTexts(session, language)
  session.texts.set(language, known)
  return known
}

async function readTexts({ facts: { texts }, server }: Session, language: string) {
  const sha = Object.hasOwn(texts, language) ? texts[language] : undefined
  if (sha === undefined) return {}
  try {
    const read: unknown = JSON.parse(await server.source(sha))
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    // The server has said that the file is no JSON when it was saved, and says so again when it is published.
    return {}
  }
}

/** A text by its key; `menu.home` stands in a group `menu`, or under that very name. */
function textAt(texts: Record<string, unknown>, key: string): string | undefined {
  let value: unknown = Object.hasOwn(texts, key) ? texts[key] : texts
  if (value !== texts) return typeof value === 'string' ? value : undefined
  for (const part of key.split('.')) {
    const isGroup = typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    value = isGroup ? (value as Record<string, unknown>)[part] : undefined
  }
  return typeof value === 'string' ? value : undefined
}

function mediaAddress(session: Session, object: string, name: string): string {
  const address = `/media/${object}/${encodeURIComponent(name)}`
  session.media.set(address, { object, name })
  return address
}

function recordsOf(session: Session, key: string): Promise<RecordFacts[]> {
  const known = session.records.get(key) ?? session.server.records(key)
  session.records.set(key, known)
  return known
}

function libraryFor(session: Session, language: string): Library {
  const known = session.libraries.get(language)
  if (known) return known
  const made = openLibrary({
    language,
    languages: session.facts.languages,
    collections: session.facts.collections,
    load: key => recordsOf(session, key),
    mediaAddress: (object, name) => mediaAddress(session, object, name),
  })
  session.libraries.set(language, made)
  return made
}

async function globalsFor(
  session: Session,
  order: PageOrder,
  template: Template | undefined,
  environment: Environment,
): Promise<object> {
  const { facts: site } = session
  const { language } = order
  const library = libraryFor(session, language)
  const record = order.record && (await library.record(order.record.collection, order.record.recordId))
  const said = template?.frontMatter ?? {}
  const spoken = (value: Parameters<typeof inPageLanguage>[0]) =>
    inPageLanguage(value, language, site.languages)
  const page = facts({
    ...Object.fromEntries(Object.entries(said).map(([key, value]) => [key, () => value])),
    title: () => spoken(said.title) ?? (record as { title?: string } | undefined)?.title,
    description: () => spoken(said.description),
    url: () => order.address,
    language: () => language,
  })
  return facts({
    site: () =>
      facts({
        name: () => site.name,
        url: () => site.origin,
        languages: () => site.languages,
        language: () => site.languages[0],
      }),
    page: () => page,
    record: () => record,
    language: () => language,
    languages: () => site.languages,
    alternates: () =>
      order.alternates.map(other =>
        facts({
          language: () => other.language,
          url: () => other.url,
          current: () => other.language === language,
        }),
      ),
    collections: () => library.collections,
    forms: () =>
      facts(
        Object.fromEntries(
          site.forms.map(form => [form.key, () => formObject(form, language, environment.formState)]),
        ),
      ),
  })
}
