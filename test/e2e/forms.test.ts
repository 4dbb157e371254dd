import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCtx } from '../../server/src/core/ctx.ts'
import { packZip } from '../../server/src/sites/files/pack.ts'
import { publishSite, uploadSite } from '../../server/src/sites/index.ts'
import { siteFiles } from '../support/settlers.ts'
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
    forms: 'Formulieren',
    newForm: 'Nieuw formulier',
    formName: 'Hoe heet het formulier?',
    why: /^Waarom vraag je dit\?/,
    make: 'Maken',
    addField: 'Veld toevoegen',
    question: 'Wat wil je weten?',
    add: 'Toevoegen',
    publish: 'Publiceren',
    waits: 'Publiceren wacht nog hierop',
    say: /zegt dit iets over een persoon/,
    undeclared: 'Zegt nog niets over privacy',
    take: 'Voorstel overnemen',
    no: 'Nee',
    because: /Waarom zegt dit niets/,
    sentence: 'Jouw e-mailadres, om je in te schrijven. Bewaard tot 90 dagen na ontvangst.',
    saved: 'Opgeslagen',
    live: 'Zo staat het op de website',
    move: (name: string) => `${name} verplaatsen`,
    removeField: 'Veld weghalen',
    removed: (name: string) => `‘${name}’ is weggehaald`,
    undo: 'Ongedaan maken',
    send: 'Versturen',
    thanks: 'Dank je wel. Je bericht is verstuurd.',
    inbox: 'Postvak',
    unread: /^Ongelezen: /,
    remove: 'Weggooien',
    binned: 'In de prullenbak gelegd',
    reply: 'Antwoorden',
    markUnread: 'Ongelezen maken',
    waiting: '2 ongelezen inzendingen',
    goes: /Deze inzending gaat vanzelf weg op/,
  },
  en: {
    forms: 'Forms',
    newForm: 'New form',
    formName: 'What is the form called?',
    why: /^Why do you ask this\?/,
    make: 'Make',
    addField: 'Add a field',
    question: 'What do you want to know?',
    add: 'Add',
    publish: 'Publish',
    waits: 'Publishing still waits for this',
    say: /does this say something about a person/,
    undeclared: 'Says nothing about privacy yet',
    take: 'Take the suggestion',
    no: 'No',
    because: /Why does this say nothing/,
    sentence: 'Your e-mail address, om je in te schrijven. Kept until 90 days after it came in.',
    saved: 'Saved',
    live: 'This is how it is on the website',
    move: (name: string) => `Move ${name}`,
    removeField: 'Remove the field',
    removed: (name: string) => `‘${name}’ is removed`,
    undo: 'Undo',
    send: 'Send',
    thanks: 'Thank you. Your message has been sent.',
    inbox: 'Inbox',
    unread: /^Unread: /,
    remove: 'Throw away',
    binned: 'Put in the bin',
    reply: 'Reply',
    markUnread: 'Mark as unread',
    waiting: '2 unread submissions',
    goes: /This submission goes by itself on/,
  },
} as const

/** A window of somebody who has signed in already. */
async function windowOf(person: keyof RunningStudio['settled']['sessions'], looks: Looks = {}) {
  const opened = await openWindow(browser, studio.origin, looks)
  const value = studio.settled.sessions[person]
  await opened.context.addCookies([{ name: 'helder', value, url: studio.origin }])
  return opened
}

describe.each([
  { language: 'nl', client: 'bakery', other: 'schoolOwner', person: 'bakeryOwner', path: '/inschrijven' },
  { language: 'en', client: 'school', other: 'bakeryOwner', person: 'schoolOwner', path: '/en/inschrijven' },
] as const)('a form in $language', ({ language, client, other, person, path }) => {
  const t = words[language]
  const visitor = `wilma@${client}.example`

  it('says what it asks and why before visitors meet it, and brings what they fill in', async () => {
    const { page, context, faults } = await windowOf(person, { language })
    const siteId = studio.settled[client].ids.siteId ?? ''
    if (language === 'en') await chooseEnglish(page)
    await makeForm(page, siteId)
    await addPersonalFields(page)
    await arrange(page)
    await publish(page)
    await placeOnPage(siteId)
    await fillIn()
    await readAndThrowAway(page)
    expect(faults).toEqual([])
    await context.close()
    await nobodyElseSees()
  })

  // The accounts of the settled world speak Dutch.
  async function chooseEnglish(page: Page) {
    await page.goto('/account')
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('heading', { name: 'My account' }).waitFor()
    await page.getByText('Saved').first().waitFor()
  }

  async function makeForm(page: Page, siteId: string) {
    await page.goto(`/w/${client}/sites/${siteId}/forms`)
    await page.getByRole('heading', { name: t.forms, level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Contact' }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: t.newForm }).click()
    await page.getByRole('textbox', { name: t.formName }).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.type('Inschrijven')
    await page.getByRole('textbox', { name: t.why }).fill('om je in te schrijven')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Inschrijven', level: 1 }).waitFor()
    await expectNoAxeViolations(page)
  }

  async function addField(page: Page, name: string) {
    await page.getByRole('button', { name: t.addField }).click()
    await page.getByRole('textbox', { name: t.question }).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.type(name)
    await page.getByRole('button', { name: t.add, exact: true }).click()
    await page.getByRole('button', { name: new RegExp(`^${name}`), expanded: true }).waitFor()
  }

  async function addPersonalFields(page: Page) {
    await addField(page, 'E-mailadres')
    await page.getByText(t.waits).waitFor()
    await page.getByText(t.undeclared).waitFor()
    await expectNoAxeViolations(page)
    await picture(page, `forms-waits-${language}`)
    // Publishing leads to what it waits for rather than going on without.
    await page.getByRole('button', { name: t.publish, exact: true }).click()
    const question = page.getByRole('radio').first()
    await expect.poll(() => question.evaluate(one => one.matches(':focus')), { timeout: 5_000 }).toBe(true)
    await page.getByText(t.live).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t.take }).click()
    await page.getByText(t.sentence, { exact: false }).first().waitFor()
    await page.getByText(t.waits).waitFor({ state: 'detached' })
    await addField(page, 'Aantal personen')
    await page.getByRole('radio', { name: t.no, exact: true }).check()
    await page.getByText(t.waits).waitFor({ state: 'detached' })
    await expectNoAxeViolations(page)
    await picture(page, `forms-declared-${language}`)
  }

  // An address that is said to be nobody's needs a reason; moving and taking away go by keyboard.
  async function arrange(page: Page) {
    const fields = page.getByRole('list', { name: /Velden|Fields/, exact: true })
    const names = () =>
      fields
        .getByRole('button', { expanded: false })
        .or(fields.getByRole('button', { expanded: true }))
        .allInnerTexts()
    await page.getByRole('button', { name: t.move('Aantal personen') }).focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await names())[0], { timeout: 5_000 }).toMatch(/^Aantal personen/)
    await addField(page, 'Telefoonnummer')
    await page.getByRole('radio', { name: t.no, exact: true }).check()
    await page.getByRole('textbox', { name: t.because }).waitFor()
    await page.getByText(t.waits).waitFor()
    await page.getByRole('button', { name: t.removeField }).click()
    await page.getByText(t.removed('Telefoonnummer')).waitFor()
    await page.getByText(t.waits).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByText(t.waits).waitFor()
    await page.getByRole('button', { name: /^Telefoonnummer/, expanded: false }).click()
    await page.getByRole('button', { name: t.removeField }).click()
    await page.getByText(t.waits).waitFor({ state: 'detached' })
  }

  async function publish(page: Page) {
    await page.getByText(t.saved).first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: /^Aantal personen/, expanded: false }).waitFor()
    await page.getByRole('button', { name: t.publish, exact: true }).click()
    await page.getByText(t.live).waitFor({ timeout: 30_000 })
    await expectNoAxeViolations(page)
  }

  // What whoever builds the website does: the form gets a place on a page, and the code is published.
  async function placeOnPage(siteId: string) {
    const { services, settled } = studio
    const { workspaceId } = settled[client]
    const actor = { kind: 'system', reason: 'a journey' } as const
    const ctx = makeCtx({ services, workspaceId, actor, language: 'nl' })
    const text = "---\ntitle: Inschrijven\n---\n<h1>Inschrijven</h1>{% form 'inschrijven' %}"
    const files = Object.entries({ ...siteFiles, 'pages/inschrijven.liquid': text })
    await uploadSite(
      ctx,
      siteId,
      packZip(files.map(([at, words]) => ({ path: at, bytes: Buffer.from(words) }))),
    )
    await publishSite(ctx, siteId, { note: '', code: true, definitions: true, records: [] })
  }

  async function fillIn() {
    const address = `http://${client}.localhost:${studio.port}${path}`
    const { page, context } = await openWindow(browser, address, { language })
    await expect
      .poll(async () => (await page.goto(address))?.status(), { timeout: 30_000, interval: 500 })
      .toBe(200)
    await page
      .getByText(t.sentence.split('.')[0] ?? '', { exact: false })
      .first()
      .waitFor({ state: 'attached' })
    await page.getByRole('textbox', { name: /Aantal personen/ }).fill('3')
    await page.getByRole('textbox', { name: /E-mailadres/ }).fill(visitor)
    // A person takes longer than a program.
    await page.waitForTimeout(2_500)
    await page.getByRole('button', { name: t.send }).click()
    await page.getByText(t.thanks).waitFor()
    await context.close()
  }

  async function readAndThrowAway(page: Page) {
    await page.goto(`/w/${client}`)
    await page.getByRole('link', { name: t.waiting }).last().waitFor()
    await page.goto(`/w/${client}/inbox`)
    await page.getByRole('heading', { name: t.inbox, level: 1 }).waitFor()
    const row = page.getByRole('row', { name: visitor })
    await row.getByText(t.unread).waitFor()
    await expectNoAxeViolations(page)
    await row.getByRole('link').click()
    const panel = page.getByRole('complementary')
    await panel.getByText(t.goes).waitFor()
    await panel.getByRole('link', { name: t.reply }).waitFor()
    // Opened is read.
    await row.getByText(t.unread).waitFor({ state: 'detached' })
    await expectNoAxeViolations(page)
    await picture(page, `inbox-${language}`)
    await panel.getByRole('button', { name: t.markUnread }).click()
    await row.getByText(t.unread).waitFor()
    // The list may hear of it before the panel closes, and what is open already is not opened by its link.
    await panel.getByRole('button', { name: t.markUnread }).waitFor({ state: 'detached' })
    await row.getByRole('link').click()
    await panel.getByRole('button', { name: t.remove }).click()
    await page.getByText(t.binned).waitFor()
    await row.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t.undo }).click()
    await row.waitFor()
    await expectNoAxeViolations(page)
  }

  async function nobodyElseSees() {
    const { page, context } = await windowOf(other, { language })
    const slug = client === 'bakery' ? 'school' : 'bakery'
    await page.goto(`/w/${slug}/inbox`)
    await page.getByRole('row', { name: /vera@visitor.example/ }).waitFor()
    expect(await page.getByRole('row', { name: visitor }).count()).toBe(0)
    await context.close()
  }
})

describe('a collection', () => {
  it('is set up on the same screen, with fields in fields, and goes for good with a typed word', async () => {
    const { page, context, faults } = await windowOf('bakeryDeveloper')
    const siteId = studio.settled.bakery.ids.siteId ?? ''
    await page.goto(`/w/bakery/sites/${siteId}/content`)
    await page.getByRole('link', { name: 'Nieuwe verzameling' }).click()
    await page.getByRole('textbox', { name: 'Hoe heet de verzameling?' }).fill('Bakkers')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Bakkers', level: 1 }).waitFor()
    await add(page, page, 'Naam')
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    await page.getByText('Zeg waarom je deze gegevens vraagt').waitFor()
    await page.getByRole('textbox', { name: 'Waarvoor bewaar je dit?', exact: true }).fill('om ze te tonen')
    await page.getByText('Zeg waarom je deze gegevens vraagt').waitFor({ state: 'detached' })
    await add(page, page, 'Verhaal', 'Blokken')
    await add(page, page.locator('[data-path="verhaal"]'), 'Plaatje', 'Plaatje')
    await page.getByRole('button', { name: /^Plaatje/, expanded: true }).waitFor()
    await page.getByText('Plaatje: zegt dit iets over een persoon?').waitFor()
    await expectNoAxeViolations(page)
    await picture(page, 'collection-setup', { fullPage: true })
    await page.getByRole('radio', { name: 'Nee', exact: true }).check()
    await page.getByText('Publiceren wacht nog hierop').waitFor({ state: 'detached' })
    await page.getByText('Opgeslagen').first().waitFor()
    await page.getByRole('button', { name: 'Verzameling weghalen' }).click()
    await page.getByRole('textbox', { name: /Typ ‘bakkers’/ }).fill('bakkers')
    await page.getByRole('dialog').getByRole('button', { name: 'Verzameling weghalen' }).click()
    await page.getByText('‘Bakkers’ is weggehaald').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  async function add(page: Page, within: Page | Locator, name: string, kind?: string) {
    await within.getByRole('button', { name: 'Veld toevoegen' }).last().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Hoe heet het?' }).fill(name)
    if (kind) await dialog.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
    await dialog.getByRole('button', { name: 'Toevoegen', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  }
})

describe('two people at one form', () => {
  it('see what the other does, and choose when both did something', async () => {
    const siteId = studio.settled.bakery.ids.siteId ?? ''
    const address = `/w/bakery/sites/${siteId}/forms/${studio.settled.bakery.ids.contactId}`
    const windows = await Promise.all([windowOf('bakeryOwner'), windowOf('bakeryManager')])
    const [one, other] = windows.map(({ page }) => page)
    if (one === undefined || other === undefined) throw new Error('two windows were opened')
    const button = (page: Page) =>
      page.getByRole('textbox', { name: 'Wat staat er op de knop?', exact: true })
    await Promise.all([one.goto(address), other.goto(address)])
    await button(other).waitFor()
    await button(one).fill('Stuur op')
    await expect.poll(() => button(other).inputValue(), { timeout: 10_000 }).toBe('Stuur op')
    await Promise.all([button(one).fill('Van de een'), button(other).fill('Van de ander')])
    const [behind, ahead] = await Promise.race([
      one
        .getByText('Houd die van mij')
        .waitFor()
        .then(() => [one, other] as const),
      other
        .getByText('Houd die van mij')
        .waitFor()
        .then(() => [other, one] as const),
    ])
    await expectNoAxeViolations(behind)
    const mine = await button(behind).inputValue()
    await behind.getByRole('button', { name: 'Houd die van mij' }).click()
    await expect.poll(() => button(ahead).inputValue(), { timeout: 10_000 }).toBe(mine)
    for (const { context, faults } of windows) {
      expect(faults).toEqual([])
      await context.close()
    }
  })
})

describe('the inbox on a phone', () => {
  it('shows one thing at a time, in the dark as well', async () => {
    const { page, context, faults } = await windowOf('bakeryEditor', { width: 'phone', scheme: 'dark' })
    await page.goto('/w/bakery/inbox')
    await page.getByRole('link', { name: /vera@visitor.example/ }).click()
    const panel = page.getByRole('complementary')
    await panel.getByRole('link', { name: 'vera@visitor.example' }).waitFor()
    await expectNoAxeViolations(page)
    await picture(page, 'inbox-phone')
    await panel.getByRole('link', { name: 'Sluiten' }).click()
    await page.getByRole('heading', { name: 'Postvak', level: 1 }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})
