import type { CollectionFacts, FormFacts, FormState, RecordFacts, TemplateProblem } from '@helder/liquid'

/** What a sandbox is for: one renders templates and may touch nothing, the other bundles and may start esbuild. */
export type SandboxKind = 'render' | 'bundle'

/** A site as its pages see it. Files are named by the SHA-256 of their bytes, and fetched when they are needed. */
export interface SiteFacts {
  name: string
  /** The public address, without a slash at its end. */
  origin: string
  /** The first one is the site's own. */
  languages: string[]
  /** The moment that counts as now. */
  now: string
  /** Layouts, snippets and pages, by path. */
  templates: Record<string, string>
  /** The files of `locales/`, by language. */
  texts: Record<string, string>
  /** The public addresses of files in `assets/`, by path below it. */
  assets: Record<string, string>
  collections: CollectionFacts[]
  forms: FormFacts[]
}

/** A page to make. */
export interface PageOrder {
  /** The path of the template; null for the layout alone, around `content`. */
  template: string | null
  content?: string
  language: string
  address: string
  /** The same page in each language. */
  alternates: { language: string; url: string }[]
  /** The record that the page is about. */
  record?: { collection: string; recordId: string }
  formState?: FormState
}

/** A page that was made. */
export interface MadePage {
  html: string
  /** The keys of the forms on it. */
  forms: string[]
  /** The objects that it shows. */
  media: { object: string; name: string }[]
}

/** What is bundled: all files of `assets/` by path below it, and where those that are not bundled are served. */
export interface BundleOrder {
  files: Record<string, string>
  addresses: Record<string, string>
}

/** What came out of the bundler. */
export interface MadeBundle {
  /** `source` is the path of the entry point below `assets/`; null for a part that several share. */
  outputs: { address: string; source: string | null; text: string }[]
  problems: TemplateProblem[]
}

/** What the server sends. */
export type Order =
  | { do: 'open'; session: string; facts: SiteFacts }
  | { do: 'close'; session: string }
  | { do: 'page'; job: number; session: string; page: PageOrder }
  | { do: 'check'; job: number; path: string; source: string }
  | { do: 'bundle'; job: number; order: BundleOrder }
  | { do: 'answer'; ask: number; value: string | RecordFacts[] | null }

/** What a sandbox may ask for while it works: the text of a file, or the records of a collection. */
export type Wish = { kind: 'source'; sha: string } | { kind: 'records'; collection: string }

/** What a sandbox sends. */
export type Word =
  | { say: 'ready' }
  | { say: 'ask'; job: number; ask: number; wish: Wish }
  | { say: 'page'; job: number; page: MadePage }
  | { say: 'checked'; job: number; problems: TemplateProblem[] }
  | { say: 'bundle'; job: number; bundle: MadeBundle }
  | { say: 'fault'; job: number; problem: TemplateProblem }
  | { say: 'bug'; job: number; message: string }
