import { text } from '@helder/words'
import { Liquid, type Template as Parsed } from 'liquidjs'
import type { ParsedTemplate } from './environment.ts'
import { TemplateFault, type TemplateProblem } from './fault.ts'
import { ownFilters, standardFilters } from './filters.ts'
import { type FrontMatter, splitTemplate } from './front-matter.ts'
import { limits } from './limits.ts'
import { printed } from './printed.ts'
import { problemOf, tooDeep } from './problem.ts'
import { CaptureTag } from './tags/capture.ts'
import { FormTag } from './tags/form.ts'
import { RenderTag } from './tags/render.ts'

// The tags of Liquid itself that are offered; what they end with goes without saying.
const standardTags: readonly string[] = [
  'assign',
  'break',
  'case',
  'comment',
  'continue',
  'cycle',
  'decrement',
  'echo',
  'for',
  'if',
  'increment',
  'liquid',
  'raw',
  'tablerow',
  'unless',
  '#',
]

// Helder's own tags, by name.
const ownTags = { capture: CaptureTag, form: FormTag, render: RenderTag }

/** The engine that all templates of all sites are parsed and rendered by; it knows nothing of any site. */
export const engine = makeEngine()

function makeEngine(): Liquid {
  const made = new Liquid({
    // No template comes from a disk: an empty list takes the place of the file system.
    templates: {},
    outputEscape: printed,
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: limits.templateChars,
    renderLimit: limits.renderMs,
    memoryLimit: limits.memory,
  })
  for (const name of Object.keys(made.tags)) if (!standardTags.includes(name)) delete made.tags[name]
  for (const name of Object.keys(made.filters)) {
    if (!standardFilters.includes(name)) made.unregisterFilter(name)
  }
  for (const [name, tag] of Object.entries(ownTags)) made.registerTag(name, tag)
  for (const [name, filter] of Object.entries(ownFilters)) made.registerFilter(name, filter)
  return made
}

/** A file of a site, read as a template. */
export interface Template extends ParsedTemplate {
  frontMatter: FrontMatter
}

/** Reads a template; throws a TemplateFault when it can't be read. */
export function parseTemplate(path: string, source: string): Template {
  const { frontMatter, body, linesBefore } = splitTemplate(path, source)
  refuseCostly(path, body, linesBefore)
  try {
    const parts: Parsed[] = engine.parse(body, path)
    return { path, frontMatter, parts, linesBefore }
  } catch (error) {
    throw new TemplateFault(problemOf(error, path, () => linesBefore))
  }
}

/** What is wrong in a template before it is ever rendered. */
export function checkTemplate(path: string, source: string): TemplateProblem[] {
  try {
    parseTemplate(path, source)
    return []
  } catch (error) {
    return [problemOf(error, path, () => 0)]
  }
}

const marks = /\{\{|\{%-?\s*(?<closes>end)?(?<name>\w*)/g
const lines = /\n\s*(?<closes>end)?(?<name>\w+)/g
const blocks = new Set(['if', 'unless', 'for', 'case', 'capture', 'tablerow', 'comment', 'raw'])

// The parser takes seconds over twenty thousand blocks within each other, and then the stack is full; counting
// them first is cheap.
function refuseCostly(path: string, body: string, linesBefore: number): void {
  if (body.length > limits.templateChars) throw refused(path, linesBefore + 1, tooLarge)
  let count = 0
  let depth = 0
  for (const { index, closes, name } of marksIn(body)) {
    count += 1
    if (blocks.has(name)) depth += closes ? -1 : 1
    if (count <= limits.marks && depth <= limits.nesting) continue
    const line = linesBefore + body.slice(0, index).split('\n').length
    throw refused(path, line, depth > limits.nesting ? tooDeep : tooLarge)
  }
}

interface Mark {
  index: number
  closes: boolean
  name: string
}

function* marksIn(body: string): Generator<Mark> {
  for (const match of body.matchAll(marks)) {
    yield markOf(match, 0)
    if (match.groups?.name !== 'liquid') continue
    // This tag has a tag on each of its lines.
    const end = body.indexOf('%}', match.index)
    const inside = body.slice(match.index, end === -1 ? undefined : end)
    for (const line of inside.matchAll(lines)) yield markOf(line, match.index)
  }
}

function markOf(match: RegExpExecArray, offset: number): Mark {
  const { closes, name } = match.groups ?? {}
  return { index: offset + match.index, closes: closes !== undefined, name: name ?? '' }
}

function refused(path: string, line: number, message: { nl: string; en: string }): TemplateFault {
  return new TemplateFault({ path, line, column: 1, message })
}

const tooLarge = text(
  `Dit bestand is te groot voor een template: meer dan ${limits.templateChars} tekens of ${limits.marks} tags. Zet een deel in snippets.`,
  `This file is too large for a template: more than ${limits.templateChars} characters or ${limits.marks} tags. Put a part in snippets.`,
)
