import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoAxeViolations, openBrowser, openWindow, picture } from './support/browser.ts'
import { type Demo, linkIn, type Signed, speakIn, startDemo } from './support/demo.ts'

/**
 * The signature demo: a personal field is added to a form in the browser and published, a visitor fills it in, that
 * person is erased, the backup from before is restored, and the person is still gone, with the proof on screen.
 */
let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.remove()
})

const words = {
  nl: {
    site: 'Kwekerij Zonneveld',
    forms: 'Formulieren',
    addField: 'Veld toevoegen',
    question: 'Wat wil je weten?',
    field: 'Telefoonnummer',
    add: 'Toevoegen',
    publish: 'Publiceren',
    waits: 'Publiceren wacht nog hierop',
    take: 'Voorstel overnemen',
    live: 'Zo staat het op de website',
    formPage: '/contact',
    name: 'Naam',
    email: 'E-mailadres',
    message: 'Bericht',
    send: 'Versturen',
    thanks: /Dank je wel/,
    yourData: 'Jouw gegevens',
    erase: 'Mijn gegevens laten wissen',
    sendRequest: 'Verzoek versturen',
    lookInMail: 'Kijk in je mail',
    mine: 'Ja, dit verzoek is van mij',
    confirmed: /Je verzoek is bevestigd/,
    wantsErasure: /Iemand wil gewist worden/,
    wouldErase: 'Wat er zou gebeuren',
    eraseThings: /dingen? over deze persoon wissen/,
    doneErasing: /De controle vond niets terug/,
    seeProof: 'Bewijs bekijken',
    proof: 'Bewijs van wissing',
    isErased: 'Je gegevens zijn gewist.',
    once: '1 keer',
    repeated: /reservekopie teruggezet/,
    inbox: 'Postvak',
  },
  en: {
    site: 'Kwekerij Zonneveld',
    forms: 'Forms',
    addField: 'Add a field',
    question: 'What do you want to know?',
    field: 'Telephone number',
    add: 'Add',
    publish: 'Publish',
    waits: 'Publishing still waits for this',
    take: 'Take the suggestion',
    live: 'This is how it is on the website',
    formPage: '/en/contact',
    name: 'Name',
    email: 'E-mail address',
    message: 'Message',
    send: 'Send',
    thanks: /Thank you/,
    yourData: 'Your data',
    erase: 'Have my data erased',
    sendRequest: 'Send the request',
    lookInMail: 'Look in your mail',
    mine: 'Yes, this request is mine',
    confirmed: /Your request is confirmed/,
    wantsErasure: /Somebody wants to be erased/,
    wouldErase: 'What would happen',
    eraseThings: /Erase \d+ things? about this person/,
    doneErasing: /The check found nothing left/,
    seeProof: 'See the proof',
    proof: 'Proof of erasure',
    isErased: 'Your data is erased.',
    once: '1 time',
    repeated: /backup was restored/,
    inbox: 'Inbox',
  },
} as const

/** Every table of the database in which somebody's words still occur. */
async function tablesWith(words: string[]): Promise<string[]> {
  return demo.helder.asSuperuser(async client => {
    const { rows } = await client.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { name } of rows) {
      const { rows: held } = await client.query(
        `select 1 from ${name} t where ${words.map((_, at) => `t::text ilike '%' || $${at + 1} || '%'`).join(' or ')} limit 1`,
        words,
      )
      if (held.length > 0) found.push(name)
    }
    return found
  })
}

describe.each([
  { language: 'nl', person: 'Sien Schouten', email: 'sien@schouten.example', phone: '+31612345670' },
  { language: 'en', person: 'Alec Archer', email: 'alec@archer.example', phone: '+31687654320' },
] as const)('the signature demo, in $language', ({ language, person, email, phone }) => {
  const t = words[language]
  const shot = (page: Page, name: string) => picture(page, `erased-${name}-${language}`)
  let owner: Signed
  let visitor: Signed
  let before: Date
  let requestAddress = ''

  beforeAll(async () => {
    // A link works once; every start prints new ones.
    if (language === 'en') await demo.stop().then(() => demo.restart())
    owner = await demo.signIn(browser, 'Marit Zonneveld', { language })
    await speakIn(owner.page, language)
    visitor = await openWindow(browser, demo.site('zonneveld'), { language })
  }, 120_000)
  afterAll(async () => {
    await owner?.context.close()
    await visitor?.context.close()
  })

  it('adds a personal field to a form; publishing waits until it says why', async () => {
    const { page } = owner
    await page.goto('/w/zonneveld/sites')
    await page.getByRole('link', { name: t.site }).first().click()
    await page.getByRole('link', { name: t.forms }).first().click()
    await page.getByRole('link', { name: 'Contact' }).first().click()
    await page.getByRole('button', { name: t.addField }).click()
    await page.getByRole('textbox', { name: t.question }).fill(t.field)
    await page.getByRole('button', { name: t.add, exact: true }).click()
    await page.getByText(t.waits).waitFor()
    await expectNoAxeViolations(page)
    await shot(page, '1-waits')
    await page.getByRole('button', { name: t.take }).click()
    await page.getByText(t.waits).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t.publish, exact: true }).click()
    await page.getByText(t.live).waitFor({ timeout: 30_000 })
    await expectNoAxeViolations(page)
    await shot(page, '2-published')
    expect(owner.faults).toEqual([])
  })

  it('lets a visitor fill it in, who reads why it is asked', async () => {
    const { page } = visitor
    await page.goto(t.formPage)
    await page.getByRole('textbox', { name: t.name }).fill(person)
    await page.getByRole('textbox', { name: t.email }).fill(email)
    await page.getByRole('textbox', { name: t.message }).fill('Hebben jullie ook vijgen?')
    await page.getByRole('textbox', { name: t.field }).fill(phone)
    await page.getByRole('textbox', { name: t.field }).scrollIntoViewIfNeeded()
    await expectNoAxeViolations(page)
    await shot(page, '3-visitor')
    await page.getByRole('button', { name: t.send }).click()
    await page.getByText(t.thanks).waitFor()
    expect(visitor.faults).toEqual([])
    const { page: studio } = owner
    await studio.goto('/w/zonneveld/inbox')
    await studio.getByText(person).first().waitFor()
    expect(await tablesWith([email, phone])).toContain('records.revisions')
  })

  it('is backed up while the person is in it', async () => {
    const { code, output } = await demo.helder.run(['backup'])
    expect(output).toMatch(/Backup \d{8}T\d{6}Z/)
    expect(code).toBe(0)
    await sleep(1100)
    before = new Date()
    await sleep(1100)
  })

  it('erases the person who asks for it, with the proof on both screens', async () => {
    const { page } = visitor
    await page.goto('/_helder/privacy')
    await page.getByRole('heading', { name: t.yourData }).first().waitFor()
    await page.getByRole('radio', { name: t.erase }).check()
    await page.getByRole('textbox', { name: t.email }).fill(email)
    await page.getByRole('button', { name: t.sendRequest }).click()
    await page.getByRole('heading', { name: t.lookInMail }).waitFor()
    requestAddress = linkIn((await demo.mailTo(email, 'zonneveld')).text)
    await page.goto(requestAddress)
    await page.getByRole('button', { name: t.mine }).click()
    await page.getByText(t.confirmed).waitFor()

    const { page: studio } = owner
    await studio.goto('/w/zonneveld')
    await studio.getByRole('link', { name: t.wantsErasure }).first().click()
    await studio.getByRole('heading', { name: t.wouldErase }).waitFor()
    await shot(studio, '4-request')
    await studio.getByRole('button', { name: t.eraseThings }).click()
    const dialog = studio.getByRole('dialog')
    await dialog.getByRole('textbox').fill(email)
    await dialog.getByRole('button', { name: t.eraseThings }).click()
    await studio.getByText(t.doneErasing).waitFor({ timeout: 60_000 })
    await studio.getByRole('link', { name: t.seeProof }).click()
    await studio.getByRole('heading', { name: t.proof }).waitFor()
    await expectNoAxeViolations(studio)
    await shot(studio, '5-proof')
    await page.getByText(t.isErased).waitFor()
    expect(await tablesWith([email, phone, person])).toEqual([])
  })

  it('restores the backup from before, and the person is still gone', async () => {
    await demo.stop()
    const { code, output } = await demo.helder.run(['restore', '--at', before.toISOString()])
    expect(output).toMatch(/Restored from backup/)
    expect(code).toBe(0)
    await demo.restart()
    expect(demo.server.output()).toMatch(/All erasures were repeated/)
    expect(await tablesWith([email, phone, person])).toEqual([])

    // Who was signed in is so no more: a restore would bring back sessions that had been ended.
    await owner.context.close()
    owner = await demo.signIn(browser, 'Marit Zonneveld', { language })
    const { page } = owner
    await speakIn(page, language)
    await page.goto('/w/zonneveld/privacy/erasures')
    await page.getByRole('table').getByText(t.once).first().waitFor()
    await expectNoAxeViolations(page)
    await shot(page, '6-erasures')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { name: t.proof }).waitFor()
    await page.getByText(t.repeated).first().waitFor()
    await expectNoAxeViolations(page)
    await page.getByText(t.repeated).first().scrollIntoViewIfNeeded()
    await shot(page, '7-still-gone')
    await page.goto('/w/zonneveld/inbox')
    await page.getByRole('heading', { name: t.inbox }).waitFor()
    expect(await page.getByText(person).count()).toBe(0)
  })
})
