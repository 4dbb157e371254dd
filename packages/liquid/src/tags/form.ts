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
import { formHtml } from '../form-html.ts'
import { Complaint } from '../problem.ts'

/** Where the script of a custom element for visitors is. */
export function visitorScript(name: string): string {
  return `/_helder/visitor/${name}.js`
}

/** `{% form 'contact' %}`: a form of the site, whole. */
export class FormTag extends Tag {
  readonly #key: Token
  readonly #hash: Hash

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    const key = this.tokenizer.readValue()
    if (!key) throw new Complaint(keyMissing)
    this.#key = key
    this.#hash = new Hash(this.tokenizer)
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const environment = environmentOf(context)
    const key = String(yield evalToken(this.#key, context))
    const form = environment.form(key)
    if (!form) throw new Complaint(noForm(key))
    const options = (yield this.#hash.render(context)) as Record<string, unknown>
    environment.used.forms.add(key)
    emitter.write(
      formHtml(form, {
        language: environment.language,
        address: environment.address,
        state: environment.formState,
        ...(typeof options.class === 'string' ? { className: options.class } : {}),
      }),
    )
    if (environment.used.scripts.has('form')) return
    environment.used.scripts.add('form')
    emitter.write(`<script type="module" src="${visitorScript('form')}"></script>`)
  }
}

const keyMissing = text(
  "Achter form hoort de naam van een formulier, zoals {% form 'contact' %}.",
  "After form comes the name of a form, like {% form 'contact' %}.",
)

function noForm(key: string) {
  return text(
    `Er is geen formulier '${key}'. Maak het in de studio, of kies een andere naam.`,
    `There is no form '${key}'. Make it in the studio, or choose another name.`,
  )
}
