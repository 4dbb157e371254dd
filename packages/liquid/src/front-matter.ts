import { text } from '@helder/words'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { TemplateFault } from './fault.ts'
import { limits } from './limits.ts'

const perLanguage = z.union([z.string().max(500), z.record(z.string(), z.string().max(500))])

/** What a page says about itself above its template, between two lines of `---`. */
export const frontMatter = z.looseObject({
  /** The name of a layout; `none` for a page that is whole by itself. Absent: `default`, where there is one. */
  layout: z.string().max(100).optional(),
  /** One for all languages, or one per language. */
  title: perLanguage.optional(),
  description: perLanguage.optional(),
  /** The collection whose records each get a page. */
  collection: z.string().max(40).optional(),
  /** The last part of the address, where it differs from the name of the file. */
  slug: perLanguage.optional(),
  /** The languages that the page is made in. Absent: all of the site. */
  languages: z.array(z.string().max(20)).max(20).optional(),
})

/** What a page says about itself. */
export type FrontMatter = z.output<typeof frontMatter>

/** A template apart from its front matter. */
export interface SplitTemplate {
  frontMatter: FrontMatter
  body: string
  /** How many lines of the file come before the body. */
  linesBefore: number
}

const fence = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/

/** Takes the front matter off a template; throws a TemplateFault when it can't be read. */
export function splitTemplate(path: string, source: string): SplitTemplate {
  const match = fence.exec(source)
  if (!match) return { frontMatter: {}, body: source, linesBefore: 0 }
  const whole = match[0]
  return {
    frontMatter: readFrontMatter(path, match[1] ?? ''),
    body: source.slice(whole.length),
    linesBefore: whole.split('\n').length - 1,
  }
}

function readFrontMatter(path: string, source: string): FrontMatter {
  if (source.length > limits.frontMatterChars) throw fault(path, 1, 1, tooLong)
  const given = parseYaml(path, source)
  const result = frontMatter.safeParse(given ?? {})
  if (result.success) return result.data
  const key = String(result.error.issues[0]?.path[0] ?? '')
  const line = source.split('\n').findIndex(candidate => candidate.startsWith(`${key}:`))
  throw fault(path, line + 2, 1, wrongValue(key))
}

function parseYaml(path: string, source: string): unknown {
  try {
    // Few aliases: a document of a kilobyte must not unfold into one of a gigabyte.
    return parse(source, { maxAliasCount: 20, logLevel: 'silent' })
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw fault(path, 1, 1, notYaml('YAML'))
    const [{ line, col } = { line: 1, col: 1 }] = error.linePos ?? []
    throw fault(path, line + 1, col, notYaml(error.message.split(' at line')[0] ?? ''))
  }
}

function fault(
  path: string,
  line: number,
  column: number,
  message: { nl: string; en: string },
): TemplateFault {
  return new TemplateFault({ path, line, column, message })
}

const tooLong = text(
  'Wat tussen de regels --- staat is te lang.',
  'What stands between the lines --- is too long.',
)

function notYaml(reason: string) {
  return text(
    `Wat tussen de regels --- staat kan niet gelezen worden: ${reason}.`,
    `What stands between the lines --- can not be read: ${reason}.`,
  )
}

function wrongValue(key: string) {
  return key === ''
    ? text(
        'Tussen de regels --- horen regels als "title: Welkom".',
        'Between the lines --- belong lines like "title: Welcome".',
      )
    : text(`Bij '${key}' hoort iets anders.`, `'${key}' should be something else.`)
}

/** A value that may differ per language, in one of them, or in the first that has it. */
export function inPageLanguage(
  value: string | Record<string, string> | undefined,
  language: string,
  languages: readonly string[],
): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  const wanted = [language, ...languages].find(candidate => Object.hasOwn(value, candidate))
  return wanted === undefined ? undefined : value[wanted]
}
