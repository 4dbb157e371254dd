import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Person } from '../support/settlers.ts'
import { speakRaw } from '../support/speak.ts'
import { unzip } from '../support/zip.ts'
import { expectNoAxeViolations, type Looks, openBrowser, openWindow, picture } from './support/browser.ts'
import { linkIn } from './support/demo.ts'
import { type RunningStudio, startStudio } from './support/studio.ts'

let studio: RunningStudio
let browser: Browser

beforeAll(async () => {
  ;[studio, browser] = await Promise.all([startStudio(), openBrowser()])
  await Promise.all([siteIsOpen('bakery'), siteIsOpen('school')])
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

// The program puts the sites up when it has started: what the settlers ordered waits for it in the queue.
async function siteIsOpen(client: 'bakery' | 'school'): Promise<void> {
  const there = { host: `${client}.localhost`, path: '/contact' }
  await vi.waitUntil(async () => (await speakRaw(studio.port, there)).status === 200, { timeout: 30_000 })
}

const words = {
  nl: {
    name: 'Naam',
    email: 'E-mailadres',
    message: 'Bericht',
    sendForm: 'Versturen',
    thanks: /Dank je wel/,
    yourData: 'Jouw gegevens',
    see: 'Zien wat er over mij bewaard wordt',
    erase: 'Mijn gegevens laten wissen',
    sendRequest: 'Verzoek versturen',
    lookInMail: 'Kijk in je mail',
    mine: 'Ja, dit verzoek is van mij',
    confirmed: /Je verzoek is bevestigd/,
    ready: /Je gegevens staan klaar/,
    download: 'Gegevens downloaden',
    isErased: 'Je gegevens zijn gewist.',
    nothingFound: /Er is niets van je teruggevonden/,
    purpose: 'om je vraag te beantwoorden',

    wantsAccess: /Iemand wil zien wat je over diegene bewaart/,
    wantsErasure: /Iemand wil gewist worden/,
    wouldGive: 'Wat deze persoon zou krijgen',
    wouldErase: 'Wat er zou gebeuren',
    inForm: 'Wat je invulde in het formulier ‘Contact’',
    give: /dingen aan deze persoon geven/,
    canFetch: /De persoon kan het bestand ophalen/,
    eraseThings: /dingen over deze persoon wissen/,
    typeWord: /Typ/,
    doneErasing: /De controle vond niets terug/,
    seeProof: 'Bewijs bekijken',
    proof: 'Bewijs van wissing',
    erasures: 'Wissingen',
    nothing: 'Niets',
    write: 'Verzoek opschrijven',
    hisEmail: 'E-mailadres van deze persoon',
    refuse: 'Afwijzen',
    reason: 'Reden',
    sendRefusal: 'Afwijzing versturen',
    reasonRead: 'De reden die de persoon las:',
  },
  en: {
    name: 'Name',
    email: 'E-mail address',
    message: 'Message',
    sendForm: 'Send',
    thanks: /Thank you/,
    yourData: 'Your data',
    see: 'See what is held about me',
    erase: 'Have my data erased',
    sendRequest: 'Send the request',
    lookInMail: 'Look in your mail',
    mine: 'Yes, this request is mine',
    confirmed: /Your request is confirmed/,
    ready: /Your data is ready/,
    download: 'Download your data',
    isErased: 'Your data is erased.',
    nothingFound: /Nothing of yours was found/,
    purpose: 'to answer your question',

    wantsAccess: /Somebody wants to see what you hold about them/,
    wantsErasure: /Somebody wants to be erased/,
    wouldGive: 'What this person would get',
    wouldErase: 'What would happen',
    inForm: 'What you filled in on the form ‘Contact’',
    give: /things to this person/,
    canFetch: /The person can fetch the file/,
    eraseThings: /Erase \d+ things about this person/,
    typeWord: /Type/,
    doneErasing: /The check found nothing left/,
    seeProof: 'See the proof',
    proof: 'Proof of erasure',
    erasures: 'Erasures',
    nothing: 'Nothing',
    write: 'Write down a request',
    hisEmail: 'E-mail address of this person',
    refuse: 'Refuse',
    reason: 'Reason',
    sendRefusal: 'Send the refusal',
    reasonRead: 'The reason that the person read:',
  },
} as const

const owners = { bakery: 'bakeryOwner', school: 'schoolOwner' } as const

/** A window of somebody who has signed in already. */
async function windowOf(person: Person, looks: Looks = {}) {
  const opened = await openWindow(browser, studio.origin, looks)
  const value = studio.settled.sessions[person]
  await opened.context.addCookies([{ name: 'helder', value, url: studio.origin }])
  return opened
}

async function shows(page: Page, name: string | RegExp) {
  await page.getByRole('heading', { name }).first().waitFor()
}

describe.each([
  { language: 'nl', client: 'bakery' },
  { language: 'en', client: 'school' },
] as const)('somebody on the site of the $client, in $language', ({ language, client }) => {
  const t = words[language]
  const path = language === 'nl' ? '' : '/en'
  const contexts: BrowserContext[] = []
  const faults: string[][] = []

  function keep(opened: Awaited<ReturnType<typeof openWindow>>): Page {
    contexts.push(opened.context)
    faults.push(opened.faults)
    return opened.page
  }

  async function visit(looks: Looks = {}): Promise<Page> {
    return keep(
      await openWindow(browser, `http://${client}.localhost:${studio.port}`, { language, ...looks }),
    )
  }

  async function ownerWindow(looks: Looks = {}): Promise<Page> {
    const page = keep(await windowOf(owners[client], { language, ...looks }))
    // The language belongs to the account, whatever the browser asks for.
    await page.goto('/account')
    await page.getByRole('radio', { name: { nl: 'Nederlands', en: 'English' }[language] }).check()
    await shows(page, { nl: 'Mijn account', en: 'My account' }[language])
    return page
  }

  async function closeAll() {
    for (const context of contexts.splice(0)) await context.close()
    expect(faults.splice(0).flat()).toEqual([])
  }

  /** Fills in the form of the site, asks on the page about privacy, and confirms it by the mail. */
  async function askAs(page: Page, email: string, kind: 'see' | 'erase') {
    await page.goto(`${path}/contact`)
    await page.getByRole('textbox', { name: t.name }).fill('Anna Appel')
    await page.getByRole('textbox', { name: t.email }).fill(email)
    await page.getByRole('textbox', { name: t.message }).fill('Bakken jullie ook appeltaart?')
    await page.getByRole('button', { name: t.sendForm }).click()
    await page.getByText(t.thanks).waitFor()
    await page.goto('/_helder/privacy')
    await shows(page, t.yourData)
    await page.getByRole('radio', { name: t[kind] }).check()
    await page.getByRole('textbox', { name: t.email }).fill(email)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: t.sendRequest }).click()
    await shows(page, t.lookInMail)
    const { text } = await studio.mailTo(email, studio.settled[client].workspaceId)
    await page.goto(linkIn(text))
    await page.getByRole('button', { name: t.mine }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: t.mine }).click()
    await page.getByText(t.confirmed).waitFor()
  }

  it('asks what is held, and gets all of it and nothing of anyone else', async () => {
    const email = `anna@${client}-visitor.example`
    const visitor = await visit({ width: 'phone' })
    await askAs(visitor, email, 'see')

    const page = await ownerWindow()
    await page.goto(`/w/${client}`)
    await page.getByRole('link', { name: t.wantsAccess }).first().click()
    await shows(page, t.wouldGive)
    await page.getByText(email).first().waitFor()
    await page.getByText(t.inForm).waitFor()
    await expectNoAxeViolations(page)
    await picture(page, `privacy-access-${language}`)
    await page.getByRole('button', { name: t.give }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(email).waitFor()
    await expectNoAxeViolations(page)
    await dialog.getByRole('button', { name: t.give }).click()
    await page.getByText(t.canFetch).waitFor()
    await expectNoAxeViolations(page)

    // The page of the person turns by itself.
    await visitor.getByText(t.ready).waitFor()
    await expectNoAxeViolations(visitor)
    const [download] = await Promise.all([
      visitor.waitForEvent('download'),
      visitor.getByRole('button', { name: t.download }).click(),
    ])
    const files = await unzip(await readFile(await download.path()))
    expect([...files.keys()].sort()).toEqual(['data.csv', 'data.json', 'index.html'])
    for (const [name, content] of files) {
      expect(content, name).toContain('Bakken jullie ook appeltaart?')
      expect(content, name).not.toContain('vera@visitor.example')
    }
    expect(files.get('index.html')).toContain(t.purpose)
    const data = JSON.parse(files.get('data.json') ?? '{}')
    expect(data).toMatchObject({ person: email })
    const stores = data.items.map((item: { store: string }) => item.store)
    expect(stores).toContain(`records.records:${studio.settled[client].ids.contactId}`)
    await closeAll()
  })

  it('asks to be erased, and both sides keep the same proof', async () => {
    const email = `weg@${client}-visitor.example`
    const visitor = await visit()
    await askAs(visitor, email, 'erase')

    const page = await ownerWindow({ scheme: 'dark' })
    await page.goto(`/w/${client}`)
    await page.getByRole('link', { name: t.wantsErasure }).last().click()
    await shows(page, t.wouldErase)
    await page.getByText(email).first().waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: t.eraseThings }).click()
    const dialog = page.getByRole('dialog')
    const erase = dialog.getByRole('button', { name: t.eraseThings })
    expect(await erase.isDisabled()).toBe(true)
    await expectNoAxeViolations(page)
    await dialog.getByRole('textbox').fill(email)
    await erase.click()
    await page.getByText(t.doneErasing).waitFor({ timeout: 60_000 })
    expect(await page.getByText(email).count()).toBe(0)
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: t.seeProof }).click()
    await shows(page, t.proof)
    await page.getByText(t.inForm).first().waitFor()
    await expectNoAxeViolations(page)
    await picture(page, `privacy-proof-${language}`, { fullPage: true })
    const hash = /[0-9a-f]{64}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0]
    expect(hash).toBeDefined()

    await visitor.getByText(t.isErased).waitFor()
    await visitor.getByText(t.nothingFound).waitFor()
    await visitor.getByText(hash ?? '').waitFor()
    await expectNoAxeViolations(visitor)
    await visitor.setViewportSize({ width: 390, height: 844 })
    expect(await visitor.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await expectNoAxeViolations(visitor)

    await page.goto(`/w/${client}/privacy/erasures`)
    await shows(page, t.erasures)
    await page.getByRole('row').nth(1).getByText(t.nothing, { exact: true }).waitFor()
    await expectNoAxeViolations(page)
    await closeAll()
  })
})

describe('the page of a request', () => {
  it('says of a link that lost a piece what to do, and of a lost connection that it may be tried again', async () => {
    const { page, context } = await openWindow(browser, `http://bakery.localhost:${studio.port}`)
    await page.goto('/_helder/request#abc')
    await page.getByText('De link is niet volledig').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Doe een nieuw verzoek' }).click()
    await shows(page, words.nl.yourData)
    await page.route('**/privacy/requests/look', route => route.abort())
    await page.goto('/_helder/request#abc')
    await page.getByRole('button', { name: 'Opnieuw proberen' }).waitFor()
    await page.unroute('**/privacy/requests/look')
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
    await page.getByText('De link is niet volledig').waitFor()
    await context.close()
  })
})

describe('what comes in otherwise', () => {
  it('is written down by a command, and refused with a reason that the person reads', async () => {
    const { page, context, faults } = await windowOf('bakeryManager')
    await page.goto('/w/bakery/privacy')
    await shows(page, 'Wat wacht')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('Verzoek opschrijven')
    await page.getByRole('option', { name: 'Verzoek opschrijven' }).first().waitFor()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Verzoek opschrijven' })
    await dialog.getByRole('textbox').fill('balie')
    await expectNoAxeViolations(page)
    await dialog.getByRole('button', { name: 'Verzoek opschrijven' }).click()
    await dialog.getByText(/geen e-mailadres/).waitFor()
    await dialog.getByRole('textbox').fill('balie@visitor.example')
    await page.keyboard.press('Enter')
    await page.getByText('balie@visitor.example').first().waitFor()
    await page.getByRole('button', { name: 'Afwijzen' }).click()
    const refusal = page.getByRole('dialog', { name: 'Verzoek afwijzen' })
    await refusal.getByRole('button', { name: 'Afwijzing versturen' }).click()
    await refusal.getByText('Schrijf op waarom').waitFor()
    await expectNoAxeViolations(page)
    await refusal.getByRole('textbox').fill('We kunnen niet nagaan wie je bent.')
    await refusal.getByRole('button', { name: 'Afwijzing versturen' }).click()
    await page.getByText('De reden die de persoon las:').waitFor()
    await page.getByText('We kunnen niet nagaan wie je bent.').waitFor()
    const { text } = await studio.mailTo('balie@visitor.example', studio.settled.bakery.workspaceId)
    expect(text).toContain('We kunnen niet nagaan wie je bent.')
    await page.goto(linkIn(text))
    await page.getByText('We kunnen niet nagaan wie je bent.').waitFor()
    await expectNoAxeViolations(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('is not for those whose role has no say in it', async () => {
    const { page, context } = await windowOf('bakeryEditor')
    await page.goto('/w/bakery/privacy/requests')
    await shows(page, 'Dit hoort niet bij je rol')
    await context.close()
  })
})

describe('the register', () => {
  it('can be searched, narrowed down and taken along', async () => {
    const { page, context, faults } = await windowOf('bakeryOwner')
    await page.goto('/w/bakery/privacy/register')
    await page.getByRole('heading', { name: 'Wat je invulde in het formulier ‘Contact’' }).waitFor()
    await expectNoAxeViolations(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Als CSV downloaden' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toContain('om je vraag te beantwoorden')
    expect(csv).not.toContain(studio.settled.school.ids.contactId)
    await page.getByRole('searchbox', { name: 'Zoeken' }).fill('bericht contact')
    await page.getByText('1 soort gegevens op 1 plek').waitFor()
    expect(new URL(page.url()).searchParams.get('find')).toBe('bericht contact')
    await page.reload()
    await page.getByText('1 soort gegevens op 1 plek').waitFor()
    await page.getByRole('searchbox', { name: 'Zoeken' }).fill('eenhoorn')
    await shows(page, 'Niets gevonden')
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Alles tonen' }).click()
    await page.getByRole('combobox', { name: 'Soort' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('somebody with an account on the platform', () => {
  it('asks on the studio itself, and whoever runs it answers', async () => {
    const email = 'xander@foto.example'
    const asker = await windowOf('bakeryExpert', { width: 'phone' })
    await asker.page.goto('/account')
    await asker.page.getByRole('link', { name: 'Inzien of laten wissen' }).click()
    await shows(asker.page, words.nl.yourData)
    await expectNoAxeViolations(asker.page)
    await asker.page.getByRole('textbox', { name: words.nl.email }).fill(email)
    await asker.page.getByRole('button', { name: words.nl.sendRequest }).click()
    await shows(asker.page, words.nl.lookInMail)
    await expectNoAxeViolations(asker.page)
    await asker.page.goto(linkIn((await studio.mailTo(email)).text))
    await asker.page.getByRole('button', { name: words.nl.mine }).click()
    await asker.page.getByText(/Je verzoek ligt bij/).waitFor()
    await expectNoAxeViolations(asker.page)

    const { page, context, faults } = await windowOf('staffOwner')
    await page.goto('/w/platform/privacy/requests')
    await page
      .getByRole('link', { name: /Gegevens inzien/ })
      .first()
      .click()
    await page.getByRole('button', { name: words.nl.give }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.nl.give }).click()
    await page.getByText(words.nl.canFetch).waitFor()

    const [download] = await Promise.all([
      asker.page.waitForEvent('download'),
      asker.page.getByRole('button', { name: words.nl.download }).click(),
    ])
    const files = await unzip(await readFile(await download.path()))
    expect(files.get('data.json')).toContain('Xander Xeres')
    expect(files.get('data.json')).not.toContain('Eva Eclair')
    await expectNoAxeViolations(asker.page)
    expect([...faults, ...asker.faults]).toEqual([])
    await Promise.all([context.close(), asker.context.close()])
  })
})
