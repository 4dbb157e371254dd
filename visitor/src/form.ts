import { showErrors } from './dom.ts'
import { addStyle } from './style.ts'
import { language, spoken, Trouble } from './talk.ts'

const texts = spoken({
  busy: { nl: 'Versturen …', en: 'Sending …' },
  offline: {
    nl: 'Er kwam geen antwoord. Controleer je verbinding en probeer het opnieuw; wat je typte staat er nog.',
    en: 'There was no answer. Check your connection and try again; what you typed is still there.',
  },
  large: { nl: 'Dit bestand is te groot.', en: 'This file is too large.' },
})

/** `<helder-form>`: around a form of the site. It sends without leaving the page, and says what is wrong at its field. */
class HelderForm extends HTMLElement {
  #form: HTMLFormElement | null = null
  #stamp: Promise<Stamp> | undefined

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    this.#form = form
    addStyle()
    // The server says what is wrong in words of its own, at the field, in the language of the page.
    form.noValidate = true
    this.addEventListener('focusin', () => void this.#begin(form).catch(() => {}))
    form.addEventListener('submit', event => {
      event.preventDefault()
      void this.#send()
    })
    this.querySelector<HTMLElement>('.helder-problems')?.focus()
  }

  // When somebody began is asked of the server, which signs it: a program that fills in forms has no patience.
  #begin(form: HTMLFormElement): Promise<Stamp> {
    this.#stamp ??= fetchStamp(form).catch(error => {
      this.#stamp = undefined
      throw error
    })
    return this.#stamp
  }

  // Whoever had everything filled in already, by the browser perhaps, waits the moment that the server expects.
  async #wait(form: HTMLFormElement): Promise<void> {
    const { value, at } = await this.#begin(form)
    form.querySelector<HTMLInputElement>('[name="_stamp"]')?.setAttribute('value', value)
    const left = at + leastMs - performance.now()
    if (left > 0) await new Promise(resolve => setTimeout(resolve, left))
  }

  async #send(): Promise<void> {
    const form = this.#form
    const button = form?.querySelector<HTMLButtonElement>('[type="submit"]')
    if (!form || !button || button.disabled) return
    this.querySelector('.helder-problems')?.remove()
    const said = button.textContent
    button.disabled = true
    button.textContent = texts.busy
    try {
      if (this.#refuseLarge(form)) return
      await this.#wait(form)
      this.#thank(form, await post(form))
    } catch (error) {
      this.#tell(form, error instanceof Trouble ? error : new Trouble(0, texts.offline))
    } finally {
      button.disabled = false
      button.textContent = said
    }
  }

  // Nobody waits for an upload to hear that it was in vain.
  #refuseLarge(form: HTMLFormElement): boolean {
    const large = [...form.querySelectorAll<HTMLInputElement>('input[data-max-bytes]')].filter(
      input => (input.files?.[0]?.size ?? 0) > Number(input.dataset.maxBytes),
    )
    if (large.length === 0) return false
    showErrors(form, Object.fromEntries(large.map(input => [input.name, texts.large])))
    return true
  }

  #thank(form: HTMLFormElement, thanks: string): void {
    const done = document.createElement('div')
    done.className = 'helder-thanks'
    done.tabIndex = -1
    done.setAttribute('role', 'status')
    // Put in place first and filled after that: what appears with its words in it is not read aloud.
    form.replaceWith(done)
    const line = document.createElement('p')
    line.textContent = thanks
    done.append(line)
    done.focus()
  }

  #tell(form: HTMLFormElement, trouble: Trouble): void {
    if (showErrors(form, trouble.fields)) return
    const place = document.createElement('div')
    place.className = 'helder-problems helder-notice helder-bad'
    place.tabIndex = -1
    place.setAttribute('role', 'alert')
    form.prepend(place)
    place.textContent = trouble.message
    place.focus()
  }
}

/** The moment at which somebody began, as the server signed it and as this page counts. */
interface Stamp {
  value: string
  at: number
}

/** A little longer than the server asks for, which counts from a moment earlier. */
const leastMs = 2100

async function fetchStamp(form: HTMLFormElement): Promise<Stamp> {
  const answer = await fetch(`${form.action}/stamp`, { headers: { accept: 'application/json' } })
  const { stamp } = await answer.json()
  return { value: stamp, at: performance.now() }
}

async function post(form: HTMLFormElement): Promise<string> {
  const data = new FormData(form)
  const multipart = form.enctype === 'multipart/form-data'
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json', 'accept-language': language },
    // Without files the plain encoding is a quarter of the size.
    body: multipart ? data : new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
  })
  const reply = await answer.json()
  if (!answer.ok) throw new Trouble(answer.status, reply.detail ?? texts.offline, reply.fields)
  return reply.thanks
}

customElements.define('helder-form', HelderForm)
