import type { Field, Label } from '@helder/fields'
import type { Context, Template as Parsed } from 'liquidjs'
import type { FormFacts, FormState } from './form-facts.ts'

/** A template, parsed: what liquidjs renders, and the line of its file on which it begins, from 0. */
export interface ParsedTemplate {
  path: string
  parts: Parsed[]
  linesBefore: number
}

/** A collection as a site has it. */
export interface CollectionFacts {
  key: string
  name: Label
  fields: Field[]
  /** One record, such as the texts of a home page, rather than a list. */
  single: boolean
}

/** A record as it is put on a site. */
export interface RecordFacts {
  recordId: string
  title: Record<string, string>
  values: Record<string, unknown>
  createdAt: string
  updatedAt: string
  /** Its own page per language, where it has one. */
  addresses: Record<string, string>
}

/** Where tags and filters find what belongs to the page that is being made. */
export interface Environment {
  language: string
  languages: readonly string[]
  /** The moment that counts as now, so that the same release gives the same bytes. */
  now: Date
  /** The public address of the site, without a slash at its end. */
  origin: string
  /** The address of the page. */
  address: string
  snippet(name: string): Promise<ParsedTemplate | undefined>
  /** A text of `locales/`, in the language of the page or the site's own. */
  translate(key: string): string | undefined
  /** The address under which a file of `assets/` is served; undefined where there is none. */
  asset(path: string): string | undefined
  mediaAddress(object: string, name: string): string
  form(key: string): FormFacts | undefined
  formState: FormState | undefined
  /** What the page turned out to need; filled while it is made. */
  used: {
    forms: Set<string>
    scripts: Set<string>
    /** The files that were rendered, and how many lines of each come before its template. */
    templates: Map<string, number>
  }
  /** How many snippets deep the rendering is. */
  depth: number
}

const environments = new WeakMap<object, Environment>()

/** Ties an environment to the global variables of a rendering: the one thing that all its contexts share. */
export function bindEnvironment(globals: object, environment: Environment): void {
  environments.set(globals, environment)
}

/** The environment of the page that is being made. */
export function environmentOf(context: Pick<Context, 'globals'>): Environment {
  const found = environments.get(context.globals)
  if (found === undefined) throw new Error('a template is rendered without its environment')
  return found
}
