import { text } from '@helder/words'
import {
  type Context,
  type Emitter,
  evalToken,
  Hash,
  type Liquid,
  Tag,
  type TagToken,
  type Token,
  type TopLevelToken,
} from 'liquidjs'
import { environmentOf } from '../environment.ts'
import { limits } from '../limits.ts'
import { Complaint } from '../problem.ts'

/** What follows the name of a snippet: `for articles as article` or `with article as item`. */
interface Binding {
  kind: 'for' | 'with'
  value: Token
  alias: string
}

/**
 * `{% render 'card', article: article %}`: a snippet of this site, which sees what it is given and no more. The
 * standard tag looks its file up in the engine; ours asks the environment, since sites share an engine.
 */
export class RenderTag extends Tag {
  readonly #name: string
  readonly #binding: Binding | undefined
  readonly #hash: Hash

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    const name = this.tokenizer.readQuoted()
    if (!name) throw new Complaint(nameMissing)
    this.#name = name.content
    this.#binding = this.#readBinding()
    this.#hash = new Hash(this.tokenizer)
  }

  #readBinding(): Binding | undefined {
    const { tokenizer } = this
    tokenizer.skipBlank()
    const begin = tokenizer.p
    const kind = tokenizer.readIdentifier().content
    if (kind === 'for' || kind === 'with') {
      const value = tokenizer.peek() === ':' ? undefined : tokenizer.readValue()
      if (value) {
        const as = tokenizer.readIdentifier().content
        const alias = as === 'as' ? tokenizer.readIdentifier().content : ''
        return { kind, value, alias: alias || lastPart(this.#name) }
      }
    }
    tokenizer.p = begin
    return undefined
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const environment = environmentOf(context)
    if (environment.depth >= limits.depth) throw new Complaint(goesRound(this.#name))
    const snippet = (yield environment.snippet(this.#name)) as Awaited<ReturnType<typeof environment.snippet>>
    if (!snippet) throw new Complaint(noSnippet(this.#name))
    environment.used.templates.set(snippet.path, snippet.linesBefore)
    const child = context.spawn()
    const scope = child.bottom() as Record<string, unknown>
    Object.assign(scope, yield this.#hash.render(context))
    environment.depth += 1
    try {
      if (this.#binding?.kind !== 'for') {
        if (this.#binding) scope[this.#binding.alias] = yield evalToken(this.#binding.value, context)
        yield this.liquid.renderer.renderTemplates(snippet.parts, child, emitter)
        return
      }
      const items = yield evalToken(this.#binding.value, context)
      for (const item of Array.isArray(items) ? items : []) {
        scope[this.#binding.alias] = item
        yield this.liquid.renderer.renderTemplates(snippet.parts, child, emitter)
      }
    } finally {
      environment.depth -= 1
    }
  }
}

function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name
}

const nameMissing = text(
  "Achter render hoort de naam van een snippet tussen aanhalingstekens, zoals {% render 'kaart' %}.",
  "After render comes the name of a snippet in quotes, like {% render 'card' %}.",
)

function noSnippet(name: string) {
  return text(
    `Er is geen snippet '${name}'. Maak snippets/${name}.liquid, of kies een andere naam.`,
    `There is no snippet '${name}'. Make snippets/${name}.liquid, or choose another name.`,
  )
}

function goesRound(name: string) {
  return text(
    `De snippet '${name}' roept zichzelf op, al dan niet langs een omweg, en is gestopt.`,
    `The snippet '${name}' renders itself, possibly by way of another, and was stopped.`,
  )
}
