import { text } from '@helder/words'
import { Context, type Template as Parsed, toPromise } from 'liquidjs'
import type { Template } from './engine.ts'
import { engine } from './engine.ts'
import { bindEnvironment, type Environment } from './environment.ts'
import { TemplateFault } from './fault.ts'
import { limits } from './limits.ts'
import { BoundedEmitter, bindRoom, roomForPage } from './output.ts'
import { SafeHtml } from './printed.ts'
import { Complaint, problemOf } from './problem.ts'

/** What a page is made of. */
export interface PageParts {
  /** Absent for a page that is nothing but its layout, around `content`. */
  template: Template | undefined
  content?: string
  layout(name: string): Promise<Template | undefined>
  /** The layout that the page asks for; undefined for a page that is whole by itself. */
  layoutName: string | undefined
  /** What templates, layouts and snippets can name. */
  globals: object
  environment: Environment
}

/** Makes a page: its template, within its layout, within that one's layout. Throws a TemplateFault. */
export async function renderPage(parts: PageParts): Promise<string> {
  const { globals, environment } = parts
  bindEnvironment(globals, environment)
  bindRoom(globals, roomForPage())
  const { templates } = environment.used
  const first = new Context({}, engine.options, { globals, sync: false }, { liquid: engine })
  const render = async (template: Template, content: SafeHtml | undefined) => {
    templates.set(template.path, template.linesBefore)
    const scope = content === undefined ? {} : { content }
    const shared = { liquid: engine, renderLimit: first.renderLimit, memoryLimit: first.memoryLimit }
    const context = new Context(scope, engine.options, { globals, sync: false }, shared)
    return renderParts(template.parts, context)
  }
  try {
    let html = parts.template ? await render(parts.template, undefined) : (parts.content ?? '')
    let name = parts.layoutName
    for (let depth = 0; name !== undefined; depth++) {
      const layout = await parts.layout(name)
      if (!layout) throw new Complaint(noLayout(name))
      if (depth >= limits.depth) throw new Complaint(layoutsGoRound(name))
      html = await render(layout, new SafeHtml(html))
      name = layout.frontMatter.layout
    }
    return html
  } catch (error) {
    const lineOf = (path: string) => templates.get(path) ?? 0
    throw new TemplateFault(problemOf(error, parts.template?.path ?? '', lineOf))
  }
}

async function renderParts(templates: Parsed[], context: Context): Promise<string> {
  const emitter = new BoundedEmitter(context.globals)
  const steps = engine.renderer.renderTemplates(templates, context, emitter)
  await toPromise(steps as Generator<unknown, unknown, unknown>)
  return emitter.buffer
}

function noLayout(name: string) {
  return text(
    `Er is geen layout '${name}'. Maak layouts/${name}.liquid, of kies een andere naam.`,
    `There is no layout '${name}'. Make layouts/${name}.liquid, or choose another name.`,
  )
}

function layoutsGoRound(name: string) {
  return text(
    `De layout '${name}' staat, al dan niet langs een omweg, in zichzelf.`,
    `The layout '${name}' is, possibly by way of another, inside itself.`,
  )
}
