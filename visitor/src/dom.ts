/** What may stand inside an element. */
export type Child = Node | string | null | undefined | false | Child[]

type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

/** Makes an element: `make('a', { href: '/' }, 'Home')`. A function is a listener: `{ click: () => … }`. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(key, value)
    else if (value !== undefined && value !== false)
      node.setAttribute(key, value === true ? '' : String(value))
  }
  append(node, children)
  return node
}

function append(node: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(node, child)
    else if (child) node.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  }
}

let lastId = 0

/** What a field of a form is made of. */
export interface FieldInput {
  name: string
  label: string
  type?: string
  value?: string
  help?: string
  autocomplete?: string
  required?: boolean
}

/** A labelled input with room for help and for an error, tied together for who can't see. */
export function field(input: FieldInput): HTMLElement {
  const id = `helder-${++lastId}`
  const described = [input.help && `${id}-help`, `${id}-error`].filter(Boolean).join(' ')
  return make(
    'div',
    { class: 'helder-field' },
    make('label', { for: id }, input.label),
    make('input', {
      id,
      name: input.name,
      type: input.type ?? 'text',
      value: input.value,
      autocomplete: input.autocomplete,
      required: input.required ?? true,
      'aria-describedby': described,
    }),
    input.help && make('p', { id: `${id}-help`, class: 'helder-help' }, input.help),
    make('p', { id: `${id}-error`, class: 'helder-error', hidden: true }),
  )
}

/** Shows errors at their fields, and puts the cursor in the first; gives whether every error had a field. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>): boolean {
  for (const input of form.querySelectorAll<HTMLInputElement>('[aria-invalid]')) clearError(input)
  const inputs = Object.entries(errors).map(([name, message]) => {
    const input = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)
    if (input) setError(input, message)
    return input
  })
  inputs.find(input => input !== null)?.focus()
  return inputs.length > 0 && inputs.every(input => input !== null)
}

function errorOf(input: HTMLInputElement): HTMLElement | null {
  // Of a set of choices the fieldset around them is described.
  const id = input.closest('[aria-describedby]')?.getAttribute('aria-describedby')?.split(' ').at(-1)
  return id ? document.getElementById(id) : null
}

function setError(input: HTMLInputElement, message: string): void {
  input.setAttribute('aria-invalid', 'true')
  const place = errorOf(input)
  if (!place) return
  place.textContent = message
  place.hidden = false
}

function clearError(input: HTMLInputElement): void {
  input.removeAttribute('aria-invalid')
  const place = errorOf(input)
  if (place) place.hidden = true
}

/** A line that is read aloud when it changes. */
export function notice(text = '', kind: 'good' | 'bad' | 'plain' = 'plain'): HTMLElement {
  return make('p', { class: `helder-notice helder-${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, text)
}

/**
 * Puts new content in an element and its heading in focus, as a page that was opened anew would have it. The first
 * time nothing is in focus yet, and nothing is taken from where the reader is.
 */
export function show(host: HTMLElement, ...children: Child[]): void {
  const isFirst = host.childElementCount === 0
  host.replaceChildren()
  append(host, children)
  const heading = host.querySelector<HTMLElement>('h1, h2')
  heading?.setAttribute('tabindex', '-1')
  if (!isFirst) heading?.focus()
}

/** What a submitted form holds. */
export function formValues(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}
