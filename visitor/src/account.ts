import type { visitorIdentity } from '@helder/server/core/identity/schema'
import { field, make, notice, show } from './dom.ts'
import { formOf } from './form-of.ts'
import { addStyle } from './style.ts'
import { call, language, spoken, Trouble } from './talk.ts'

type Contracts = typeof visitorIdentity

const texts = spoken({
  signIn: { nl: 'Aanmelden', en: 'Sign in' },
  busy: { nl: 'Een ogenblik …', en: 'One moment …' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  password: { nl: 'Wachtwoord', en: 'Password' },
  name: { nl: 'Naam', en: 'Name' },
  mailLink: { nl: 'Mail mij een link', en: 'Mail me a link' },
  withPassword: { nl: 'Met een wachtwoord', en: 'With a password' },
  withLink: { nl: 'Zonder wachtwoord', en: 'Without a password' },
  linkHelp: {
    nl: 'Je krijgt een link waarmee je je aanmeldt. Hij werkt één keer.',
    en: 'You get a link that signs you in. It works once.',
  },
  linkSent: {
    nl: 'Als dit adres hier bekend is, staat er nu een link in je mail.',
    en: 'If this address is known here, there is a link in your mail now.',
  },
  newAccount: { nl: 'Account maken', en: 'Make an account' },
  accountMade: {
    nl: 'Kijk in je mail: met de link daarin bevestig je je adres.',
    en: 'Look in your mail: the link in it confirms your address.',
  },
  back: { nl: 'Terug', en: 'Back' },
  yours: { nl: 'Jouw account', en: 'Your account' },
  save: { nl: 'Bewaren', en: 'Save' },
  saved: { nl: 'Bewaard.', en: 'Saved.' },
  signOut: { nl: 'Afmelden', en: 'Sign out' },
  devices: { nl: 'Waar je bent aangemeld', en: 'Where you are signed in' },
  thisOne: { nl: 'dit apparaat', en: 'this device' },
  end: { nl: 'Afmelden', en: 'Sign out' },
  newPassword: { nl: 'Nieuw wachtwoord', en: 'New password' },
  currentPassword: { nl: 'Huidig wachtwoord', en: 'Current password' },
  passwordHelp: {
    nl: 'Ten minste tien tekens. Een paar woorden achter elkaar onthoud je makkelijk.',
    en: 'At least ten characters. A few words in a row are easy to remember.',
  },
  changePassword: { nl: 'Wachtwoord veranderen', en: 'Change password' },
  passwordChanged: {
    nl: 'Je wachtwoord is veranderd. Andere apparaten zijn afgemeld.',
    en: 'Your password has changed. Other devices are signed out.',
  },
  yourData: { nl: 'Jouw gegevens inzien of laten wissen', en: 'See your data or have it erased' },
})

/** `<helder-account>`: signing in to a client's site, and what one can do when signed in. */
class HelderAccount extends HTMLElement {
  async connectedCallback(): Promise<void> {
    addStyle()
    try {
      await this.showAccount()
    } catch (error) {
      if (error instanceof Trouble && error.status === 401) this.showSignIn()
      else show(this, notice(error instanceof Error ? error.message : '', 'bad'))
    }
  }

  private showSignIn(): void {
    const form = formOf(
      { button: texts.signIn, busy: texts.busy },
      [
        field({ name: 'email', label: texts.email, type: 'email', autocomplete: 'email' }),
        field({
          name: 'password',
          label: texts.password,
          type: 'password',
          autocomplete: 'current-password',
        }),
      ],
      async values => {
        await call<Contracts['signIn']>('POST', '/identity/sign-in', values)
        await this.showAccount()
      },
    )
    const others = make(
      'p',
      { class: 'helder-actions' },
      make('button', { type: 'button', class: 'helder-plain', click: () => this.showLink() }, texts.withLink),
      make(
        'button',
        { type: 'button', class: 'helder-plain', click: () => this.showSignUp() },
        texts.newAccount,
      ),
    )
    show(this, make('h1', {}, texts.signIn), form, others)
  }

  private showLink(): void {
    const form = formOf(
      { button: texts.mailLink, busy: texts.busy },
      field({
        name: 'email',
        label: texts.email,
        type: 'email',
        autocomplete: 'email',
        help: texts.linkHelp,
      }),
      async values => {
        await call<Contracts['sendLink']>('POST', '/identity/links/send', { ...values, purpose: 'sign-in' })
        show(this, make('h1', {}, texts.signIn), notice(texts.linkSent, 'good'))
      },
    )
    show(this, make('h1', {}, texts.signIn), form, this.backButton())
  }

  private showSignUp(): void {
    const form = formOf(
      { button: texts.newAccount, busy: texts.busy },
      [
        field({ name: 'name', label: texts.name, autocomplete: 'name' }),
        field({ name: 'email', label: texts.email, type: 'email', autocomplete: 'email' }),
      ],
      async values => {
        await call<Contracts['signUp']>('POST', '/identity/sign-up', { ...values, language })
        show(this, make('h1', {}, texts.newAccount), notice(texts.accountMade, 'good'))
      },
    )
    show(this, make('h1', {}, texts.newAccount), form, this.backButton())
  }

  private backButton(): HTMLElement {
    const click = () => this.showSignIn()
    return make('p', {}, make('button', { type: 'button', class: 'helder-plain', click }, texts.back))
  }

  private async showAccount(): Promise<void> {
    const account = await call<Contracts['getAccount']>('GET', '/identity/account')
    const sessions = await call<Contracts['listSessions']>('GET', '/identity/sessions')
    const saved = notice('', 'good')
    const form = formOf(
      { button: texts.save, busy: texts.busy, also: this.signOutButton() },
      [
        field({ name: 'name', label: texts.name, autocomplete: 'name', value: account.name }),
        make('dl', { class: 'helder-facts' }, make('dt', {}, texts.email), make('dd', {}, account.email)),
      ],
      async ({ name }) => {
        await call<Contracts['changeAccount']>('PATCH', '/identity/account', { name })
        saved.textContent = texts.saved
      },
    )
    show(
      this,
      make('h1', {}, texts.yours),
      form,
      saved,
      make('h2', {}, texts.changePassword),
      this.passwordForm(account.hasPassword),
      make('h2', {}, texts.devices),
      make(
        'ul',
        {},
        sessions.map(session => this.sessionItem(session)),
      ),
      make('p', {}, make('a', { href: '/_helder/privacy' }, texts.yourData)),
    )
  }

  private signOutButton(): HTMLElement {
    const click = async () => {
      await call<Contracts['signOut']>('POST', '/identity/sign-out')
      this.showSignIn()
    }
    return make('button', { type: 'button', class: 'helder-plain', click }, texts.signOut)
  }

  private passwordForm(hasPassword: boolean): HTMLElement {
    const done = notice('', 'good')
    const form = formOf(
      { button: texts.changePassword, busy: texts.busy },
      [
        hasPassword &&
          field({
            name: 'current',
            label: texts.currentPassword,
            type: 'password',
            autocomplete: 'current-password',
          }),
        field({
          name: 'next',
          label: texts.newPassword,
          type: 'password',
          autocomplete: 'new-password',
          help: texts.passwordHelp,
        }),
      ],
      async values => {
        await call<Contracts['changePassword']>('PUT', '/identity/account/password', values)
        form.reset()
        done.textContent = texts.passwordChanged
      },
    )
    return make('div', {}, form, done)
  }

  private sessionItem(session: { sessionId: string; device: string; current: boolean }): HTMLElement {
    if (session.current) return make('li', {}, `${session.device} (${texts.thisOne})`)
    const item: HTMLElement = make(
      'li',
      {},
      `${session.device} `,
      make(
        'button',
        {
          type: 'button',
          class: 'helder-plain',
          click: async () => {
            await call<Contracts['endSession']>('DELETE', `/identity/sessions/${session.sessionId}`)
            item.remove()
          },
        },
        texts.end,
      ),
    )
    return item
  }
}

customElements.define('helder-account', HelderAccount)
