import type { Field } from '@helder/fields'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCtx } from '../../server/src/core/ctx.ts'
import { makeCollection } from '../../server/src/records/index.ts'
import type { Person } from '../support/settlers.ts'
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
    title: 'Titel',
    text: 'Tekst',
    newItem: 'Nieuw item',
    saved: 'Opgeslagen',
    draft: 'Concept',
    changed: 'Veranderd',
    published: 'Gepubliceerd',
    publish: 'Publiceren',
    isThere: 'Staat op de website',
    lacking: /Eerst nog 1 veld invullen/,
    needed: 'Nodig om te publiceren',
    bold: 'Vet',
    more: 'Meer acties',
    versions: 'Versies',
    whatChanged: 'Wat er veranderde',
    first: 'De eerste versie.',
    goBack: 'Deze versie terugzetten',
    version: (number: number) => new RegExp(`^Versie ${number} `),
    takeOff: 'Van de site halen',
    bin: 'Naar de prullenbak',
    undo: 'Ongedaan maken',
    undone: 'Ongedaan gemaakt',
    close: 'Sluiten',
    conflict: 'Dit is ook ergens anders veranderd',
    keepMine: 'Mijn versie opslaan',
    language: 'nl',
  },
  en: {
    title: 'Title',
    text: 'Text',
    newItem: 'New item',
    saved: 'Saved',
    draft: 'Draft',
    changed: 'Changed',
    published: 'Published',
    publish: 'Publish',
    isThere: 'Is on the website',
    lacking: /First fill in 1 more field/,
    needed: 'Needed to publish',
    bold: 'Bold',
    more: 'More actions',
    versions: 'Versions',
    whatChanged: 'What changed',
    first: 'The first version.',
    goBack: 'Go back to this version',
    version: (number: number) => new RegExp(`^Version ${number} `),
    takeOff: 'Take off the site',
    bin: 'Move to the bin',
    undo: 'Undo',
    undone: 'Undone',
    close: 'Close',
    conflict: 'This was changed somewhere else as well',
    keepMine: 'Save my version',
    language: 'en',
  },
} as const

type Words = (typeof words)['nl' | 'en']

/** A window of somebody who has signed in already. */
async function windowOf(person: Person, looks: Looks) {
  const opened = await openWindow(browser, studio.origin, looks)
  await opened.context.addCookies([
    { name: 'helder', value: studio.settled.sessions[person], url: studio.origin },
  ])
  return opened
}

/** The page of a site as a visitor gets it. */
async function visit(slug: string, path: string) {
  const { status, body } = await speakRaw(studio.port, { host: `${slug}.${studio.config.sitesBase}`, path })
  return { status, body: body.toString() }
}

function addressOf(client: 'bakery' | 'school', recordId = ''): string {
  const { siteId, collectionId } = studio.settled[client].ids
  return `/w/${client}/sites/${siteId}/content/${collectionId}${recordId && `/${recordId}`}`
}

async function isSaved(page: Page, t: Words) {
  await page.getByRole('complementary').getByText(t.saved, { exact: true }).waitFor()
}

async function act(page: Page, t: Words, name: string) {
  await page.getByRole('button', { name: t.more }).click()
  await page.getByRole('menuitem', { name }).click()
}

describe.each([
  {
    language: 'nl',
    client: 'bakery',
    person: 'bakeryEditor',
    other: 'bakeryManager',
    looks: { width: 'desk', scheme: 'light' },
  },
  {
    language: 'en',
    client: 'school',
    person: 'schoolEditor',
    other: 'schoolEditor',
    looks: { width: 'phone', scheme: 'dark' },
  },
] as const)('an editor writes articles, in $language', ({ language, client, person, other, looks }) => {
  const t: Words = words[language]
  const shot = (page: Page, name: string) => picture(page, `content-${looks.width}-${language}-${name}`)
  let recordId = ''

  // An account speaks Dutch until its person says otherwise.
  async function enter(path: string) {
    const opened = await windowOf(person, { ...looks, language })
    const { page } = opened
    await page.goto('/account')
    await page.getByRole('radio', { name: /Nederlands|Dutch/ }).waitFor()
    if (language === 'en') await page.getByRole('radio', { name: /English|Engels/ }).check({ force: true })
    await page.locator(`html[lang="${language}"]`).waitFor()
    await page.goto(path)
    return opened
  }

  it('makes one, hears what it lacks, publishes it, and visitors read it', async () => {
    const { page, context, faults } = await enter(addressOf(client))
    await page.getByRole('row', { name: /Het eerste brood/ }).waitFor()
    await expectNoAxeViolations(page)
    await shot(page, 'list')
    await page.getByRole('link', { name: t.newItem }).click()
    const body = page.getByRole('textbox', { name: t.text, exact: true })
    await body.click()
    await page.keyboard.type('Wij bakken met ')
    await page.getByRole('button', { name: t.bold }).click()
    await page.keyboard.type('zuurdesem')
    await isSaved(page, t)
    await page.getByRole('button', { name: t.publish }).click()
    await page.getByText(t.lacking).waitFor()
    await page.getByText(t.needed).waitFor()
    await expectNoAxeViolations(page)
    await shot(page, 'lacking')

    // The focus is in the field that lacks its words.
    await page.keyboard.type('Brood van gisteren')
    await page.getByRole('heading', { name: 'Brood van gisteren', level: 2 }).waitFor()
    await isSaved(page, t)
    recordId = page.url().split('/').at(-1) ?? ''
    expect(recordId).toMatch(/^[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: t.publish }).click()
    await page.getByRole('button', { name: t.isThere }).waitFor()
    await expectNoAxeViolations(page)
    await shot(page, 'published')

    const { body: html } = await visit(client, '/nieuws/brood-van-gisteren')
    expect(html).toContain('<h1>Brood van gisteren</h1>')
    expect(html).toContain('<p>Wij bakken met <strong>zuurdesem</strong></p>')
    const elsewhere = await visit(client === 'bakery' ? 'school' : 'bakery', '/nieuws/brood-van-gisteren')
    expect(elsewhere.status).toBe(404)
    expect(faults).toEqual([])
    await context.close()
  })

  it('goes back to an earlier version', async () => {
    const { page, context, faults } = await enter(addressOf(client, recordId))
    const title = page.getByRole('textbox', { name: t.title, exact: true })
    await title.fill('Brood van morgen')
    await page.getByText(t.changed, { exact: true }).last().waitFor()
    await isSaved(page, t)
    await act(page, t, t.versions)
    await page.getByRole('heading', { name: t.whatChanged }).waitFor()
    await expect.poll(() => page.locator('ins').allTextContents()).toEqual(['morgen'])
    expect(await page.locator('del').allTextContents()).toEqual(['gisteren'])
    await expectNoAxeViolations(page)
    await shot(page, 'versions')
    await page.getByRole('link', { name: t.version(1) }).click()
    await page.getByText(t.first).waitFor()
    await page.getByRole('button', { name: t.goBack }).click()
    await expect.poll(() => title.inputValue()).toBe('Brood van gisteren')
    // What was gone back from stays.
    await act(page, t, t.versions)
    await page.getByRole('link', { name: t.version(3) }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('hears that the same was saved elsewhere, and chooses', async () => {
    const first = await enter(addressOf(client, recordId))
    const title = first.page.getByRole('textbox', { name: t.title, exact: true })
    await title.waitFor()
    // Somebody else, or the same person in another window.
    const theirWords: Words = other === person ? t : words.nl
    const second = await windowOf(other, { width: 'desk', scheme: 'dark' })
    await second.page.goto(addressOf(client, recordId))
    const theirs = second.page.getByRole('textbox', { name: theirWords.title, exact: true })
    await theirs.waitFor()
    // Whoever types at the same time does not get the other's words in between.
    await first.context.setOffline(true)
    await title.fill('Brood van mij')
    await theirs.fill('Brood van jou')
    await isSaved(second.page, theirWords)
    await first.context.setOffline(false)
    await first.page.getByText(t.conflict).waitFor()
    await expectNoAxeViolations(first.page)
    await shot(first.page, 'conflict')
    await first.page.getByRole('button', { name: t.keepMine }).click()
    await isSaved(first.page, t)
    await expect.poll(() => theirs.inputValue(), { timeout: 5_000 }).toBe('Brood van mij')
    expect(second.faults).toEqual([])
    await first.context.close()
    await second.context.close()
  })

  it('takes it off the site, throws it away, and thinks better of that', async () => {
    const { page, context, faults } = await enter(addressOf(client, recordId))
    await act(page, t, t.takeOff)
    await expect
      .poll(async () => (await visit(client, '/nieuws/brood-van-gisteren')).status, { timeout: 10_000 })
      .toBe(404)
    await page.getByRole('complementary').getByText(t.draft, { exact: true }).waitFor()
    await act(page, t, t.bin)
    await page.getByRole('row', { name: /Het eerste brood/ }).waitFor()
    await expect.poll(() => page.getByRole('row', { name: /Brood van mij/ }).count()).toBe(0)
    await page.getByRole('button', { name: t.undo }).last().click()
    await page.getByRole('row', { name: /Brood van mij/ }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

// A picture of two by one pixels.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwHwyBNBgAQ9oI+M2hsaUAAAAASUVORK5CYII=',
  'base64',
)

describe('the inputs of every type of field', () => {
  const { fields, filled } = everyType()
  let address = ''

  beforeAll(async () => {
    const { workspaceId, ids } = studio.settled.bakery
    const ctx = makeCtx({
      services: studio.services,
      workspaceId,
      actor: { kind: 'system', reason: 'a journey' },
      language: 'nl',
    })
    const collectionId = await makeCollection(ctx, {
      siteId: ids.siteId ?? '',
      kind: 'content',
      key: 'everything',
      name: { nl: 'Alles', en: 'Everything' },
      fields,
      privacy: {
        subjectField: null,
        purpose: { nl: 'om te proberen', en: 'to try' },
        erase: 'record',
        keepDays: null,
      },
      settings: {},
    })
    address = `/w/bakery/sites/${ids.siteId}/content/${collectionId}/new`
  })

  it('save what is typed, chosen, sent, added and moved, and show it again', async () => {
    const { page, context, faults } = await windowOf('bakeryEditor', {})
    await page.goto(address)
    const panel = page.getByRole('complementary')
    await panel.getByRole('textbox', { name: 'Titel' }).fill('Alles')
    for (const { input, value } of filled) await panel.locator(`[name="${input}"]`).fill(value)
    await panel.getByRole('radio', { name: 'Engels' }).check({ force: true })
    await panel.getByRole('textbox', { name: 'Titel' }).fill('Everything')
    await panel.getByRole('checkbox', { name: 'Ja' }).check()
    await panel.getByRole('radio', { name: 'Rood' }).check()
    await panel.getByRole('checkbox', { name: 'Blauw' }).check()
    await sendFiles(page)
    await refer(page)
    await addToLists(page)
    await isSaved(page, words.nl)
    await page.reload()
    expect(await panel.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Alles')
    for (const { input, value } of filled)
      expect(await panel.locator(`[name="${input}"]`).inputValue(), input).toBe(value)
    for (const name of ['Ja', 'Blauw'])
      expect(await panel.getByRole('checkbox', { name }).isChecked()).toBe(true)
    expect(await panel.getByRole('radio', { name: 'Rood' }).isChecked()).toBe(true)
    await panel.getByRole('link', { name: 'brief.txt' }).waitFor()
    const shown = '[data-field="picture"] img'
    await expect.poll(() => page.evaluate(`document.querySelector('${shown}').naturalWidth`)).toBe(2)
    await panel.getByRole('button', { name: 'Het eerste brood weghalen' }).waitFor()
    const links = panel.locator('[data-field^="links."] input')
    expect(
      await links.evaluateAll(inputs => inputs.map(input => (input as { value?: string }).value)),
    ).toEqual(['https://twee.example', 'https://een.example'])
    await panel.getByText('Citaat: Gezegd').waitFor()
    await expectNoAxeViolations(page)
    await picture(page, 'content-every-type', { fullPage: true })
    expect(faults).toEqual([])
    await context.close()
  })

  it('say what can not be saved, and save the rest', async () => {
    const { page, context } = await windowOf('bakeryEditor', {})
    await page.goto(address)
    const panel = page.getByRole('complementary')
    await panel.getByRole('textbox', { name: 'Titel' }).fill('Een half bedrag')
    await panel.locator('[name="price"]').fill('duur')
    await panel.getByText('Schrijf een bedrag als 12,50.').waitFor()
    await panel.getByText('Niet opgeslagen').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('row', { name: /Een half bedrag/ }).waitFor()
    await panel.locator('[name="price"]').fill('12,5')
    await isSaved(page, words.nl)
    await context.close()
  })

  async function sendFiles(page: Page) {
    const chooser = (field: string) => page.locator(`[data-field="${field}"] input[type="file"]`)
    await chooser('file').setInputFiles({
      name: 'brief.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hoi'),
    })
    await page.getByText('brief.txt').waitFor()
    await chooser('picture').setInputFiles({
      name: 'tekst.png',
      mimeType: 'image/png',
      buffer: Buffer.from('hoi'),
    })
    await page.getByText(/Dit is geen plaatje/).waitFor()
    await chooser('picture').setInputFiles({ name: 'stip.png', mimeType: 'image/png', buffer: png })
    await page.getByText('stip.png').waitFor()
  }

  async function refer(page: Page) {
    const box = page.getByRole('combobox', { name: 'Artikelen' })
    await box.fill('het eer')
    await page.getByRole('option', { name: 'Het eerste brood' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Het eerste brood weghalen' }).waitFor()
  }

  async function addToLists(page: Page) {
    const add = page.getByRole('button', { name: 'Link toevoegen' })
    for (const typed of ['https://een.example', 'https://twee.example']) {
      await add.click()
      await page.keyboard.type(typed)
    }
    await page.getByRole('button', { name: 'Link 2 verplaatsen' }).press('ArrowUp')
    await page.getByRole('button', { name: 'Link 1 verwijderen' }).press('Enter')
    // Where one was taken out, the next has the focus.
    await expect.poll(() => page.evaluate('document.activeElement.ariaLabel')).toBe('Link 1 verwijderen')
    await page.getByRole('button', { name: words.nl.undo }).last().click()
    await page.getByRole('button', { name: 'Citaat toevoegen' }).click()
    await page.keyboard.type('Gezegd')
  }
})

/** A field of every type, and what is typed into those that take a line. */
function everyType(): { fields: Field[]; filled: { input: string; value: string }[] } {
  const label = (nl: string) => ({ nl, en: nl })
  const privacy = { personal: false } as const
  const person = { personal: true, category: 'contact.email' } as const
  const options = [{ value: 'blauw', label: label('Blauw') }]
  const shades = ['Rood', 'Groen'].map(name => ({ value: name.toLowerCase(), label: label(name) }))
  const fields: Field[] = [
    {
      key: 'title',
      type: 'text',
      label: label('Titel'),
      privacy,
      indexed: true,
      localized: true,
      required: true,
    },
    { key: 'lines', type: 'text', label: label('Regels'), privacy, multiline: true },
    { key: 'number', type: 'number', label: label('Getal'), privacy, decimals: 2 },
    { key: 'price', type: 'money', label: label('Prijs'), privacy },
    { key: 'yes', type: 'boolean', label: label('Ja'), privacy },
    { key: 'day', type: 'date', label: label('Dag'), privacy },
    { key: 'moment', type: 'instant', label: label('Moment'), privacy },
    { key: 'one', type: 'choice', label: label('Eén'), privacy, options: shades },
    { key: 'many', type: 'choice', label: label('Veel'), privacy, options, many: true },
    { key: 'email', type: 'email', label: label('E-mailadres'), privacy: person },
    {
      key: 'phone',
      type: 'phone',
      label: label('Telefoon'),
      privacy: { ...person, category: 'contact.phone' },
    },
    { key: 'link', type: 'link', label: label('Verwijzing'), privacy },
    { key: 'file', type: 'file', label: label('Bestand'), privacy },
    { key: 'picture', type: 'image', label: label('Plaatje'), privacy },
    {
      key: 'articles',
      type: 'reference',
      label: label('Artikelen'),
      privacy,
      collection: 'articles',
      many: true,
    },
    {
      key: 'links',
      type: 'list',
      label: label('Links'),
      of: { key: 'link', type: 'link', label: label('Link'), privacy },
    },
    {
      key: 'size',
      type: 'group',
      label: label('Maten'),
      fields: [{ key: 'height', type: 'number', label: label('Hoogte'), privacy }],
    },
    {
      key: 'blocks',
      type: 'blocks',
      label: label('Blokken'),
      blocks: [
        {
          key: 'quote',
          label: label('Citaat'),
          fields: [
            { key: 'words', type: 'text', label: label('Woorden'), privacy },
            { key: 'rich', type: 'richText', label: label('Opgemaakt'), privacy },
          ],
        },
      ],
    },
  ]
  const filled = [
    { input: 'lines', value: 'Een\nen twee' },
    { input: 'number', value: '3,25' },
    { input: 'price', value: '12,50' },
    { input: 'day', value: '2026-11-22' },
    { input: 'moment', value: '2026-11-22T09:30' },
    { input: 'email', value: 'iemand@bakery.example' },
    { input: 'phone', value: '020 555 01 23' },
    { input: 'link', value: '/nieuws' },
    { input: 'size.height', value: '12' },
  ]
  return { fields, filled }
}
