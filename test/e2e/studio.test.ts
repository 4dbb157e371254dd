import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speakRaw } from '../support/speak.ts'
import { expectNoAxeViolations, type Looks, openBrowser, openWindow, picture } from './support/browser.ts'
import { type RunningStudio, startStudio } from './support/studio.ts'

let studio: RunningStudio
let browser: Browser

beforeAll(async () => {
  ;[studio, browser] = await Promise.all([startStudio(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const words = {
  nl: {
    email: 'E-mailadres',
    sendLink: 'Stuur me een link om aan te melden',
    checkMail: 'Kijk in je mail',
    signInAs: /Aanmelden als/,
    waits: 'Wat wacht',
    members: 'Leden',
    invite: 'Iemand uitnodigen',
    send: 'Uitnodiging sturen',
    editor: /Redacteur/,
    outsider: /van buiten/,
    confirm: /Ik weet dit/,
    confirmFirst: /Bevestig dat je dat weet/,
    sent: (email: string) => `De uitnodiging voor ${email} is verstuurd`,
    waitingFor: 'Wachten op antwoord',
    workOn: /Werk mee aan/,
    yourName: 'Je naam',
    accept: 'Uitnodiging aannemen',
    roles: 'Rollen',
    account: 'Mijn account',
    name: 'Naam',
    saved: 'Opgeslagen',
    signOut: 'Afmelden',
    signIn: 'Aanmelden',
  },
  en: {
    email: 'E-mail address',
    sendLink: 'Send me a link to sign in',
    checkMail: 'Look in your mail',
    signInAs: /Sign in as/,
    waits: 'What waits',
    members: 'Members',
    invite: 'Invite someone',
    send: 'Send the invitation',
    editor: /Editor/,
    outsider: /from outside/,
    confirm: /I know this/,
    confirmFirst: /Confirm that you know this/,
    sent: (email: string) => `The invitation to ${email} is sent`,
    waitingFor: 'Waiting for an answer',
    workOn: /Work on/,
    yourName: 'Your name',
    accept: 'Accept the invitation',
    roles: 'Roles',
    account: 'My account',
    name: 'Name',
    saved: 'Saved',
    signOut: 'Sign out',
    signIn: 'Sign in',
  },
} as const

/** A window of somebody who has signed in already. */
async function windowOf(person: keyof RunningStudio['settled']['sessions'], looks: Looks = {}) {
  const opened = await openWindow(browser, studio.origin, looks)
  const value = studio.settled.sessions[person]
  await opened.context.addCookies([{ name: 'helder', value, url: studio.origin }])
  return opened
}

async function shows(page: Page, name: string | RegExp, role: 'heading' | 'button' | 'status' = 'heading') {
  await page.getByRole(role, { name }).first().waitFor()
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(':focus')).count()) > 0
}

/** Presses Tab until something with this name has the focus, as somebody without a mouse does. */
async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'radio' | 'checkbox' | 'link',
  name: string | RegExp,
) {
  const target = page.getByRole(role, { name }).first()
  await target.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${role} ${name}`)
}

/** Goes to a screen or does something by the palette. */
async function byPalette(page: Page, query: string) {
  await page.keyboard.press('Control+k')
  await expect
    .poll(() => hasFocus(page.getByRole('combobox', { name: /Zoek of ga|Search or go/ })))
    .toBe(true)
  await page.keyboard.type(query)
  await page.getByRole('option', { name: query }).first().waitFor()
  await page.keyboard.press('Enter')
}

function linkIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  if (link === undefined) throw new Error(`no link in: ${text}`)
  return new URL(link).pathname + new URL(link).hash
}

describe.each([
  { language: 'nl', email: 'berta@bakery.example', slug: 'bakery', client: 'bakery' },
  { language: 'en', email: 'rik@school.example', slug: 'school', client: 'school' },
] as const)(
  'from signing in to signing out, in $language, by keyboard only',
  ({ language, email, slug, client }) => {
    const t = words[language]
    const invited = `nieuw@${slug}.example`

    it('works, and axe finds nothing on the way', async () => {
      const { page, context, faults } = await openWindow(browser, studio.origin, { language })
      await signInByLink(page)
      await inviteOutsider(page)
      await acceptElsewhere()
      await page.getByRole('row', { name: /Nina Nieuw/ }).waitFor()
      await lookAround(page)
      await signOut(page)
      expect(faults).toEqual([])
      await context.close()
    })

    async function signInByLink(page: Page) {
      await page.goto('/')
      await shows(page, t.signIn)
      await tabTo(page, 'textbox', t.email)
      await page.keyboard.type(email)
      await tabTo(page, 'button', t.sendLink)
      await page.keyboard.press('Enter')
      await shows(page, t.checkMail)
      await expectNoAxeViolations(page)
      const { text } = await studio.mailTo(email)
      await page.goto(linkIn(text))
      await shows(page, t.signInAs, 'button')
      await expectNoAxeViolations(page)
      await tabTo(page, 'button', t.signInAs)
      await page.keyboard.press('Enter')
      await shows(page, /Wat wacht|What waits/)
      await expectNoAxeViolations(page)
    }

    async function inviteOutsider(page: Page) {
      // The account speaks Dutch; this person reads the other language from now on.
      if (language === 'en') await byPalette(page, 'Mijn account').then(() => chooseEnglish(page))
      await page.goto(`/w/${slug}`)
      await shows(page, t.waits)
      await byPalette(page, t.members)
      await shows(page, t.members)
      await expectNoAxeViolations(page)
      await byPalette(page, t.invite)
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      // Whoever types before the field has the focus loses letters, as a machine that is busy shows.
      await expect.poll(() => hasFocus(dialog.getByRole('textbox').first())).toBe(true)
      await page.keyboard.type(invited)
      await tabTo(page, 'radio', /Eigenaar|Owner/)
      await page.getByRole('radio', { name: /Eigenaar|Owner/ }).waitFor()
      for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowDown')
      expect(await page.getByRole('radio', { name: t.editor }).isChecked()).toBe(true)
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Enter')
      // Without the confirmation the server says no, beside the box that it is about, and the focus goes there.
      await dialog.getByText(t.confirmFirst).waitFor()
      const confirm = dialog.getByRole('checkbox', { name: t.confirm })
      expect(await hasFocus(confirm)).toBe(true)
      await expectNoAxeViolations(page)
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.getByText(t.sent(invited)).waitFor()
      await dialog.waitFor({ state: 'detached' })
      await shows(page, t.waitingFor)
      await expectNoAxeViolations(page)
    }

    async function chooseEnglish(page: Page) {
      await shows(page, 'Mijn account')
      await tabTo(page, 'radio', 'Nederlands')
      await page.keyboard.press('ArrowDown')
      await shows(page, 'My account')
    }

    // The list of whoever invited changes by itself when the invited person comes in.
    async function acceptElsewhere() {
      const { text } = await studio.mailTo(invited, studio.settled[client].workspaceId)
      const { page, context, faults } = await openWindow(browser, studio.origin, { language, width: 'phone' })
      await page.goto(linkIn(text))
      await shows(page, t.workOn)
      await expectNoAxeViolations(page)
      await tabTo(page, 'textbox', t.yourName)
      await page.keyboard.type('Nina Nieuw')
      await page.keyboard.press('Enter')
      await shows(page, /Nina/)
      await expectNoAxeViolations(page)
      expect(faults).toEqual([])
      await context.close()
    }

    async function lookAround(page: Page) {
      await byPalette(page, t.roles)
      await shows(page, t.roles)
      await expectNoAxeViolations(page)
      await byPalette(page, t.account)
      await shows(page, t.account)
      await expectNoAxeViolations(page)
      await tabTo(page, 'textbox', t.name)
      await page.keyboard.press('End')
      await page.keyboard.type(' de Eerste')
      await page.keyboard.press('Tab')
      await page.getByText(t.saved).first().waitFor()
      await page.reload()
      expect(await page.getByRole('textbox', { name: t.name }).inputValue()).toMatch(/de Eerste$/)
    }

    async function signOut(page: Page) {
      await byPalette(page, t.signOut)
      await shows(page, t.signIn)
      await page.goto(`/w/${slug}/settings/members`)
      await shows(page, t.signIn)
    }
  },
)

describe('a link by mail', () => {
  it('works once, and says so the second time with a way on', async () => {
    const link = await studio.linkFor('bakeryEditor')
    const first = await openWindow(browser, studio.origin)
    await first.page.goto(link)
    await first.page.getByRole('button', { name: /Aanmelden als Eva/ }).click()
    await shows(first.page, 'Wat wacht')
    const second = await openWindow(browser, studio.origin)
    await second.page.goto(link)
    await shows(second.page, 'Deze link werkt niet')
    await second.page.getByText('Deze link is al gebruikt').waitFor()
    await expectNoAxeViolations(second.page)
    await second.page.getByRole('link', { name: 'Nieuwe link aanvragen' }).click()
    await shows(second.page, 'Aanmelden')
    await Promise.all([first.context.close(), second.context.close()])
  })

  it('that lost a piece on the way is told apart from a used one', async () => {
    const { page, context } = await openWindow(browser, studio.origin, { language: 'en' })
    await page.goto('/link#abc')
    await page.getByText('The link is not complete').waitFor()
    await context.close()
  })

  it('can set a password, which then signs in', async () => {
    const { page, context } = await openWindow(browser, studio.origin, { language: 'en' })
    await page.goto('/sign-in')
    await page.getByRole('button', { name: /Forgot/ }).click()
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('xander@foto.example')
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await shows(page, 'Look in your mail')
    await page.goto(linkIn((await studio.mailTo('xander@foto.example')).text))
    await page.getByLabel('New password').fill('kort')
    await page.getByRole('button', { name: 'Save the password' }).click()
    await page.getByText('Use at least 10 characters').waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel('New password').fill('drie bomen aan het water')
    await page.getByRole('button', { name: 'Save the password' }).click()
    await shows(page, /Xander/)
    await context.clearCookies()
    await page.goto('/sign-in?next=%2Faccount')
    await page.getByRole('textbox', { name: /E-mail/ }).fill('xander@foto.example')
    await page.getByLabel(/^(Wachtwoord|Password)$/).fill('drie bomen aan het water')
    await page.keyboard.press('Enter')
    await shows(page, /Mijn account|My account/)
    await context.close()
  })
})

describe('members', () => {
  it('get another role where they stand, and it can be undone', async () => {
    const { page, context, faults } = await windowOf('bakeryOwner')
    await page.goto('/w/bakery/settings/members')
    await page.getByRole('button', { name: 'Rol van Dirk Deeg: Bouwer' }).click()
    await expectNoAxeViolations(page)
    await page.getByRole('menuitemradio', { name: 'Redacteur' }).click()
    await page.getByText('Dirk Deeg is nu redacteur').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('Ongedaan gemaakt').waitFor()
    await page.getByRole('button', { name: 'Rol van Dirk Deeg: Bouwer' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('leave only after a typed word, and the last owner not at all', async () => {
    const { page, context } = await windowOf('bakeryOwner')
    await page.goto('/w/bakery/settings/members')
    await page.getByRole('button', { name: /Acties voor Berta/ }).click()
    await page.getByRole('menuitem', { name: 'Zelf vertrekken' }).click()
    const dialog = page.getByRole('dialog')
    const leave = dialog.getByRole('button', { name: 'Zelf vertrekken' })
    expect(await leave.isDisabled()).toBe(true)
    const name = await page.getByRole('button', { name: /jouw menu/ }).getAttribute('aria-label')
    await dialog.getByRole('textbox').fill((name ?? '').replace(': jouw menu', ''))
    await leave.click()
    await page.getByText('Dit is de enige eigenaar').waitFor()
    await context.close()
  })

  it('are managed by whoever may, and only seen by others', async () => {
    const { page, context } = await windowOf('bakeryDeveloper')
    await page.goto('/w/bakery/settings/members')
    await page.getByRole('row', { name: /Mats Meel/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Iemand uitnodigen' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /Rol van/ }).count()).toBe(0)
    await page.goto('/w/bakery/settings/audit')
    await shows(page, 'Dit hoort niet bij je rol')
    await expectNoAxeViolations(page)
    await context.close()
  })
})

describe('another client', () => {
  it('is not there, for whoever does not work there', async () => {
    const { page, context } = await windowOf('bakeryOwner')
    await page.goto('/w/school/settings/members')
    await shows(page, 'Deze pagina is er niet')
    expect(await page.getByText('Rik Rector').count()).toBe(0)
    await expectNoAxeViolations(page)
    await context.close()
  })
})

/** Looks into the bakery with a reason, after one that is too short. */
async function startLooking(page: Page): Promise<void> {
  await page.goto('/w/platform/platform')
  await page.getByRole('button', { name: 'Meekijken in Bakkerij De Kruimel' }).click()
  await page.getByRole('textbox', { name: 'Reden' }).fill('kort')
  await page.getByRole('button', { name: 'Beginnen met meekijken' }).click()
  await page.getByText('Gebruik ten minste 10 tekens').waitFor()
  await page.getByRole('textbox', { name: 'Reden' }).fill('Vraag 1204: de uitnodiging komt niet aan')
  await page.getByRole('button', { name: 'Beginnen met meekijken' }).click()
  await page.getByText('Je kijkt mee in Bakkerij De Kruimel').waitFor()
}

describe('looking in', () => {
  it('happens with a reason, reads only, can be left, and the owner sees it at once and can end it', async () => {
    const owner = await windowOf('bakeryOwner')
    await owner.page.goto('/w/bakery')
    await shows(owner.page, 'Wat wacht')
    const staff = await windowOf('staffSupport')
    await startLooking(staff.page)
    await expectNoAxeViolations(staff.page)
    await staff.page.goto('/w/bakery/settings/members')
    await staff.page.getByRole('row', { name: /Mats Meel/ }).waitFor()
    expect(await staff.page.getByRole('button', { name: 'Iemand uitnodigen' }).count()).toBe(0)
    await staff.page.getByRole('button', { name: 'Stoppen met meekijken' }).click()
    await staff.page.waitForURL(/\/w\/platform$/)
    await startLooking(staff.page)
    await owner.page.getByText('Vraag 1204: de uitnodiging komt niet aan').first().click()
    const mine = owner.page.getByRole('row', { name: /Vraag 1204/ })
    await mine.getByRole('button', { name: 'Nu beëindigen' }).click()
    await owner.page.getByText('Het meekijken is beëindigd').waitFor()
    await staff.page.reload()
    await shows(staff.page, 'Deze pagina is er niet')
    expect([...owner.faults, ...staff.faults]).toEqual([])
    await Promise.all([owner.context.close(), staff.context.close()])
  })
})

describe('the outbox', () => {
  it('is gone through by arrow keys, opens beside the list, and gives the focus back', async () => {
    const { page, context, faults } = await windowOf('staffOwner')
    await page.goto('/w/platform/mail')
    await page.getByText('Mail gaat hier de deur niet uit').waitFor()
    const rows = page.locator('tbody a')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    const subject = (await rows.nth(1).textContent()) ?? ''
    await page.keyboard.press('Enter')
    await shows(page, subject)
    await expect.poll(() => page.title()).toContain(subject)
    await page.frameLocator('iframe').getByText('Dag ').first().waitFor()
    await expectNoAxeViolations(page)
    await page.getByText('Als tekst').click()
    await page.locator('pre').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('pre').waitFor({ state: 'detached' })
    expect(await hasFocus(rows.nth(1))).toBe(true)
    await page.goBack()
    await shows(page, subject)
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('without a connection', () => {
  it('says so, keeps what was typed and the focus, and saves when it is back', async () => {
    const { page, context } = await windowOf('bakeryManager')
    await page.goto('/w/bakery/settings/workspace')
    const name = page.getByRole('textbox', { name: 'Naam van de organisatie' })
    await name.waitFor()
    await context.setOffline(true)
    await page.getByText('Geen verbinding. Wat je ziet').waitFor()
    await name.fill('Bakkerij De Kruimel en Zoon')
    await page.getByText('Niet opgeslagen').waitFor()
    expect(await hasFocus(name)).toBe(true)
    await expectNoAxeViolations(page)
    await context.setOffline(false)
    await page.getByText('Opgeslagen', { exact: true }).waitFor()
    await expect.poll(() => page.getByText('Bakkerij De Kruimel en Zoon').count()).toBeGreaterThan(0)
    await name.fill('Bakkerij De Kruimel')
    await page.getByText('Opgeslagen', { exact: true }).waitFor()
    await context.close()
  })
})

describe('a screen that is not there yet', () => {
  it('says that the server does not answer, and comes when it does again', async () => {
    const { page, context } = await windowOf('bakeryManager')
    await page.goto('/w/bakery')
    await shows(page, 'Wat wacht')
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Uitgaande mail' }).click()
    await page.getByText('Dit scherm kon niet worden opgehaald').waitFor()
    await expectNoAxeViolations(page)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
    await shows(page, 'Uitgaande mail')
    await context.close()
  })
})

describe('a session that was ended elsewhere', () => {
  it('asks to sign in, and goes on where one was', async () => {
    const { page, context } = await openWindow(browser, studio.origin)
    await page.goto(await studio.linkFor('schoolTeacher'))
    await page.getByRole('button', { name: /Aanmelden als/ }).click()
    await shows(page, 'Wat wacht')
    await page.goto('/w/school/settings/members?sort=-email')
    await page.getByRole('row', { name: /Lot Leraar/ }).waitFor()
    await context.clearCookies()
    // Something that counts beside the rail may have asked the server before the click does.
    const link = page.getByRole('link', { name: 'Werkruimte', exact: true })
    await link.click({ timeout: 2_000 }).catch(() => undefined)
    await shows(page, 'Aanmelden')
    expect(new URL(page.url()).searchParams.get('next')).toMatch(/^\/w\/school\/settings/)
    await context.close()
  })
})

describe('the files of the studio', () => {
  it('come however often they are asked for, since an office shares one address', async () => {
    const statuses = new Set<number>()
    for (let at = 0; at < 1300; at++) {
      const path = at % 2 === 0 ? '/favicon.svg' : '/sign-in'
      statuses.add((await speakRaw(studio.port, { host: studio.config.studioHost, path })).status)
    }
    expect([...statuses]).toEqual([200])
  })
})

const screens = {
  nobody: ['/sign-in', '/link#abc', '/invitation#abc'],
  bakeryOwner: [
    '/workspaces',
    '/account',
    '/w/bakery',
    '/w/bakery/mail',
    '/w/bakery/settings/workspace',
    '/w/bakery/settings/members',
    '/w/bakery/settings/roles',
    '/w/bakery/settings/tokens',
    '/w/bakery/settings/support',
    '/w/bakery/settings/audit',
    '/w/bakery/nowhere',
  ],
  staffOwner: ['/workspaces/new', '/w/platform', '/w/platform/platform', '/w/platform/settings/roles'],
} as const

describe.each([
  { width: 'desk', scheme: 'light', language: 'nl' },
  { width: 'desk', scheme: 'dark', language: 'en' },
  { width: 'phone', scheme: 'light', language: 'en' },
  { width: 'phone', scheme: 'dark', language: 'nl' },
] as const)('every screen, $width, $scheme', looks => {
  it('has nothing for axe to find, and fits its width', async () => {
    for (const [person, paths] of Object.entries(screens)) {
      const { page, context, faults } =
        person === 'nobody'
          ? await openWindow(browser, studio.origin, looks)
          : await windowOf(person as 'bakeryOwner' | 'staffOwner', looks)
      for (const path of paths) {
        await page.goto(path)
        await page.getByRole('heading').first().waitFor()
        await isReady(page)
        await expectNoAxeViolations(page)
        await expectToFit(page)
        await picture(page, `${looks.width}-${looks.scheme}${path.replace(/\W+/g, '-')}`)
      }
      expect(faults).toEqual([])
      await context.close()
    }
  })
})

/** Waits until everything on the screen has been read. */
async function isReady(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[data-loading]').count()).toBe(0)
}

async function expectToFit(page: Page): Promise<void> {
  const [wide, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  )
  expect(wide, `${page.url()} is wider than its window`).toBeLessThanOrEqual(window)
}
