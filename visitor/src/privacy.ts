import type { visitorRequests } from '@helder/server/privacy/requests/schema'
import { field, make, notice, show } from './dom.ts'
import { formOf } from './form-of.ts'
import { addStyle } from './style.ts'
import { call, language, spoken } from './talk.ts'

const texts = spoken({
  title: { nl: 'Jouw gegevens', en: 'Your data' },
  about: {
    nl: 'Je mag weten wat wij over je bewaren, en je mag ons vragen het te wissen. Je krijgt binnen een maand antwoord. Het kost niets.',
    en: 'You may know what we hold about you, and you may ask us to erase it. You get an answer within a month. It costs nothing.',
  },
  what: { nl: 'Wat wil je?', en: 'What would you like?' },
  access: { nl: 'Zien wat er over mij bewaard wordt', en: 'See what is held about me' },
  erasure: { nl: 'Mijn gegevens laten wissen', en: 'Have my data erased' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  emailHelp: {
    nl: 'Het adres waarmee je bij ons bekend bent. Je krijgt een link, zodat niemand anders dit voor jou kan vragen.',
    en: 'The address by which we know you. You get a link, so that nobody else can ask this for you.',
  },
  send: { nl: 'Verzoek versturen', en: 'Send the request' },
  busy: { nl: 'Een ogenblik …', en: 'One moment …' },
  sent: { nl: 'Kijk in je mail', en: 'Look in your mail' },
  sentAbout: {
    nl: 'We hebben je een link gestuurd. Je verzoek begint te lopen als je die opent.',
    en: 'We sent you a link. Your request starts when you open it.',
  },
})

/** `<helder-privacy>`: asks what is held about one, or to be erased. */
class HelderPrivacy extends HTMLElement {
  connectedCallback(): void {
    addStyle()
    const form = formOf(
      { button: texts.send, busy: texts.busy },
      [
        make(
          'fieldset',
          { class: 'helder-choice' },
          make('legend', {}, texts.what),
          this.choice('access', texts.access, true),
          this.choice('erasure', texts.erasure, false),
        ),
        field({
          name: 'email',
          label: texts.email,
          type: 'email',
          autocomplete: 'email',
          help: texts.emailHelp,
        }),
      ],
      async values => {
        await call<typeof visitorRequests.request>('POST', '/privacy/requests', { ...values, language })
        show(this, make('h1', {}, texts.sent), notice(texts.sentAbout, 'good'))
      },
    )
    show(this, make('h1', {}, texts.title), make('p', {}, texts.about), form)
  }

  private choice(value: string, label: string, checked: boolean): HTMLElement {
    return make('label', {}, make('input', { type: 'radio', name: 'kind', value, checked }), label)
  }
}

customElements.define('helder-privacy', HelderPrivacy)
