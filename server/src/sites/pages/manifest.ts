/** What is served at an address. */
export interface ManifestEntry {
  sha: string
  sizeBytes: number
  type: string
  /** `forever` for what has a mark of its content in its name. */
  cache: 'check' | 'forever'
  /** Thanks for a form, per key, in place of the form: the same page after somebody sent it. */
  sent?: Record<string, string>
}

/** Everything that a release serves, by path. Written once, read by every server. */
export interface Manifest {
  version: 1
  entries: Record<string, ManifestEntry>
  /** What is shown where there is nothing, by language; `*` for a file `404.html`. */
  notFound: Record<string, ManifestEntry>
  /** The layout around nothing, by language: for the pages that Helder adds to a site. */
  shells: Record<string, ManifestEntry>
  /** The first one is the site's own. */
  languages: string[]
}

/** Where the content of a shell goes. */
export const shellMark = '<!--helder:content-->'

/** What an address comes to. */
export type Found<E> =
  | { kind: 'entry'; path: string; entry: E }
  | { kind: 'redirect'; to: string }
  | { kind: 'not-found'; entry: E | undefined }

/** What there is by path, to look addresses up in. */
export interface Addresses<E = ManifestEntry> {
  entries: ReadonlyMap<string, E>
  /** By language; `*` for all. */
  notFound: ReadonlyMap<string, E>
  languages: readonly string[]
}

/** Prepares a manifest for looking addresses up. */
export function addressesOf(manifest: Manifest): Addresses {
  return {
    entries: new Map(Object.entries(manifest.entries)),
    notFound: new Map(Object.entries(manifest.notFound)),
    languages: manifest.languages,
  }
}

/** Looks up the path of a request, as it stands in the request line, without its query. */
export function lookUp<E>(addresses: Addresses<E>, asked: string): Found<E> {
  const path = decoded(asked)
  if (path === undefined) return missing(addresses, '/')
  const { entries } = addresses
  const exact = entries.get(path)
  if (exact) return { kind: 'entry', path, entry: exact }
  if (path.endsWith('/')) {
    const index = entries.get(`${path}index.html`)
    if (index) return { kind: 'entry', path: `${path}index.html`, entry: index }
    const page = path.replace(/\/+$/, '')
    // A page has one address; links with a slash too many find it.
    if (page !== '' && (entries.has(page) || entries.has(`${page}.html`)))
      return { kind: 'redirect', to: asked.replace(/\/+$/, '') }
    return missing(addresses, path)
  }
  const html = entries.get(`${path}.html`)
  if (html) return { kind: 'entry', path: `${path}.html`, entry: html }
  // Relative links in the index of a folder count from the folder.
  if (entries.has(`${path}/index.html`) || entries.has(`${path}/`))
    return { kind: 'redirect', to: `${asked}/` }
  return missing(addresses, path)
}

/** A path of a request as a person reads it; undefined where it is none. */
export function decoded(asked: string): string | undefined {
  if (!asked.includes('%')) return asked
  try {
    const path = decodeURIComponent(asked).normalize('NFC')
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

function missing<E>({ notFound, languages }: Addresses<E>, path: string): Found<E> {
  const [first = ''] = languages
  const language = languages.find(candidate => path.startsWith(`/${candidate}/`)) ?? first
  return { kind: 'not-found', entry: notFound.get(language) ?? notFound.get(first) ?? notFound.get('*') }
}
