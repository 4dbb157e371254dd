import type { visitorIdentity } from '@helder/server/core/identity/schema'
import { field, make, notice, show } from './dom.ts'
import { formOf } from './form-of.ts'
import { addStyle } from './style.ts'
import { call, linkTrouble, spoken } from './talk.ts'

type Contracts = typeof visitorIdentity

const texts = spoken({
  hello: { nl: (name: string) => `Dag ${name}`, en: (name: string) => `Hello ${name}` },
  signIn: { nl: 'Aanmelden', en: 'Sign in' },
  confirm: { nl: 'Adres bevestigen', en: 'Confirm address' },
  choose: { nl: 'Wachtwoord kiezen', en: 'Choose a password' },
  password: { nl: 'Nieuw wachtwoord', en: 'New password' },
  passwordHelp: {
    nl: 'Ten minste tien tekens. Een paar woorden achter elkaar onthoud je makkelijk.',
    en: 'At least ten characters. A few words in a row are easy to remember.',
  },
  busy: { nl: 'Een ogenblik …', en: 'One moment …' },
  broken: { nl: 'Deze link werkt niet', en: 'This link does not work' },
  another: { nl: 'Vraag een nieuwe link aan', en: 'Ask for a new link' },
})

const buttons = {
  'sign-in': texts.signIn,
  verify: texts.confirm,
  'change-email': texts.confirm,
  'set-password': texts.choose,
}

/** `<helder-link>`: the page behind a link in a mail. Its secret stands behind the `#`, which no server sees. */
class HelderLink extends HTMLElement {
  async connectedCallback(): Promise<void> {
    addStyle()
    const secret = location.hash.slice(1)
    try {
      const link = await call<Contracts['lookAtLink']>('POST', '/identity/links/look', { secret })
      this.showForm(secret, link)
    } catch (error) {
      show(
        this,
        make('h1', {}, texts.broken),
        notice(linkTrouble(error), 'bad'),
        make('p', {}, make('a', { href: '/_helder/account' }, texts.another)),
      )
    }
  }

  private showForm(secret: string, link: { purpose: keyof typeof buttons; name: string }): void {
    const asks = link.purpose === 'set-password'
    const form = formOf(
      { button: buttons[link.purpose], busy: texts.busy },
      asks &&
        field({
          name: 'password',
          label: texts.password,
          type: 'password',
          autocomplete: 'new-password',
          help: texts.passwordHelp,
        }),
      async values => {
        await call<Contracts['useLink']>('POST', '/identity/links/use', { ...values, secret })
        location.replace('/_helder/account')
      },
    )
    show(this, make('h1', {}, texts.hello(link.name)), form)
  }
}

customElements.define('helder-link', HelderLink)
