import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speakRaw } from '../support/speak.ts'
import { unzip } from '../support/zip.ts'
import { expectNoAxeViolations, openBrowser, openWindow, picture } from './support/browser.ts'
import { type Demo, linkIn, type Signed, speakIn, startDemo } from './support/demo.ts'

/**
 * The main job, on the program as its first start leaves it: a builder changes a template and sees it, an editor
 * writes, both are published, a visitor asks something, reads what is held, and is erased.
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
    code: 'Code',
    contentOf: 'Inhoud van pages/index.liquid',
    saved: 'Opgeslagen',
    preview: /^Voorbeeld van/,
    content: 'Inhoud',
    news: 'Nieuws',
    article: 'De kas van 1931 is weer dicht',
    path: '/nieuws/de-kas-van-1931-is-weer-dicht',
    summary: 'In het kort',
    publish: /^Publiceren/,
    isLive: /^Uitgave \d+ is live$/,
    contact: '/contact',
    name: 'Naam',
    email: 'E-mailadres',
    message: 'Bericht',
    send: 'Versturen',
    thanks: /Dank je wel/,
    newSubmission: 'Nieuwe inzending',
    see: 'Zien wat er over mij bewaard wordt',
    erase: 'Mijn gegevens laten wissen',
    sendRequest: 'Verzoek versturen',
    lookInMail: 'Kijk in je mail',
    mine: 'Ja, dit verzoek is van mij',
    confirmed: /Je verzoek is bevestigd/,
    wantsAccess: /Iemand wil zien wat je over diegene bewaart/,
    give: /aan deze persoon geven/,
    download: 'Gegevens downloaden',
    wantsErasure: /Iemand wil gewist worden/,
    eraseThings: /dingen? over deze persoon wissen/,
    doneErasing: /De controle vond niets terug/,
    seeProof: 'Bewijs bekijken',
    proof: 'Bewijs van wissing',
    isErased: 'Je gegevens zijn gewist.',
  },
  en: {
    code: 'Code',
    contentOf: 'Content of pages/index.liquid',
    saved: 'Saved',
    preview: /^Preview of/,
    content: 'Content',
    news: 'News',
    article: /De kas van 1931|The glasshouse of 1931/,
    path: '/nieuws/de-kas-van-1931-is-weer-dicht',
    summary: 'In short',
    publish: /^Publish/,
    isLive: /^Release \d+ is live$/,
    contact: '/en/contact',
    name: 'Name',
    email: 'E-mail address',
    message: 'Message',
    send: 'Send',
    thanks: /Thank you/,
    newSubmission: 'New submission',
    see: 'See what is held about me',
    erase: 'Have my data erased',
    sendRequest: 'Send the request',
    lookInMail: 'Look in your mail',
    mine: 'Yes, this request is mine',
    confirmed: /Your request is confirmed/,
    wantsAccess: /Somebody wants to see what you hold about them/,
    give: /things? to this person/,
    download: 'Download your data',
    wantsErasure: /Somebody wants to be erased/,
    eraseThings: /Erase \d+ things? about this person/,
    doneErasing: /The check found nothing left/,
    seeProof: 'See the proof',
    proof: 'Proof of erasure',
    isErased: 'Your data is erased.',
  },
} as const

/** What a visitor gets, without anything that a browser keeps. */
async function visit(path: string): Promise<string> {
  const host = `zonneveld.${demo.helder.config.sitesBase}`
  return (await speakRaw(demo.helder.port, { host, path })).text
}

describe.each([
  {
    language: 'nl',
    email: 'wil@wandelaar.example',
    heading: 'Kom eens kijken',
    sentence: 'Alles zit er weer in.',
  },
  {
    language: 'en',
    email: 'pat@passer-by.example',
    heading: 'Come and look',
    sentence: 'Het glas zit er weer in, tot de laatste ruit.',
  },
] as const)('the main job, in $language', ({ language, email, heading, sentence }) => {
  const t = words[language]
  const shot = (page: Page, name: string) => picture(page, `job-${name}-${language}`)
  let builder: Signed
  let editor: Signed
  let owner: Signed
  let visitor: Signed

  beforeAll(async () => {
    if (language === 'en') await demo.stop().then(() => demo.restart())
    builder = await demo.signIn(browser, 'Dewi Bouwman', { language })
    editor = await demo.signIn(browser, 'Joost Zonneveld', { language })
    owner = await demo.signIn(browser, 'Marit Zonneveld', { language, scheme: 'dark' })
    for (const { page } of [builder, editor, owner]) await speakIn(page, language)
    visitor = await openWindow(browser, demo.site('zonneveld'), { language, width: 'phone' })
  }, 120_000)
  afterAll(async () => {
    for (const window of [builder, editor, owner, visitor]) await window?.context.close()
  })

  async function openSite(page: Page) {
    await page.goto('/w/zonneveld/sites')
    await page.getByRole('link', { name: 'Kwekerij Zonneveld', exact: true }).first().click()
  }

  it('changes a template, and the preview beside it follows', async () => {
    const { page, faults } = builder
    await openSite(page)
    await page.getByRole('link', { name: t.code, exact: true }).first().click()
    await page
      .getByRole('treeitem', { name: /index\.liquid/ })
      .last()
      .click()
    const code = page.getByRole('textbox', { name: t.contentOf })
    await code.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(`\n<section class="wide"><h2>${heading}</h2></section>`)
    const preview = page.frameLocator('iframe').last()
    await preview.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded()
    await page.getByText(t.saved).first().waitFor()
    await expectNoAxeViolations(page)
    await shot(page, '1-code')
    expect(await visit('/')).not.toContain(heading)
    expect(faults).toEqual([])
  })

  it('edits an article as an editor, who may do no more than that', async () => {
    const { page, faults } = editor
    await openSite(page)
    await page.getByRole('link', { name: t.content, exact: true }).first().click()
    await page.getByRole('link', { name: t.news, exact: true }).click()
    await page.getByRole('link', { name: t.article }).first().click()
    const summary = page.getByRole('textbox', { name: t.summary, exact: true })
    await summary.fill(sentence)
    await page.getByRole('complementary').getByText(t.saved, { exact: true }).waitFor()
    await expectNoAxeViolations(page)
    await shot(page, '2-article')
    expect(await visit(t.path)).not.toContain(sentence)
    expect(faults).toEqual([])
  })

  it('publishes, and the public address shows both', async () => {
    const { page, faults } = owner
    await openSite(page)
    await page.getByRole('button', { name: t.publish }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText(/index\.liquid|1 bestand|1 file/)
      .first()
      .waitFor()
    await expectNoAxeViolations(page)
    // What is still worked on stays at home unless somebody takes it along.
    await dialog.getByRole('checkbox', { name: /1931/ }).check()
    await shot(page, '3-publish')
    await dialog.getByRole('button', { name: t.publish }).click()
    await dialog.getByText(t.isLive).waitFor({ timeout: 60_000 })
    await expectNoAxeViolations(page)
    expect(await visit('/')).toContain(heading)
    expect(await visit(t.path)).toContain(sentence)
    expect(faults).toEqual([])
  })

  it('takes a question by the contact form, on a phone and by keyboard, and tells the owner', async () => {
    const { page, faults } = visitor
    await page.goto(t.contact)
    const first = page.getByRole('textbox', { name: t.name })
    await first.focus()
    await page.keyboard.type('Wil Wandelaar')
    for (const [field, value] of [
      [t.email, email],
      [t.message, 'Is het pad naar de kas begaanbaar?'],
    ] as const) {
      const input = page.getByRole('textbox', { name: field })
      for (let presses = 0; presses < 10; presses++) {
        if (await input.evaluate(one => one.matches(':focus'))) break
        await page.keyboard.press('Tab')
      }
      await page.keyboard.type(value)
    }
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: t.send }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(t.thanks).waitFor()
    expect(faults).toEqual([])

    const { page: studio } = owner
    await studio.goto('/w/zonneveld/mail')
    await studio.getByText(t.newSubmission).first().waitFor()
    const letter = await demo.mailTo('marit@zonneveld.example', 'zonneveld')
    expect(letter.text).not.toContain(email)
    await studio.goto(linkIn(letter.text))
    await studio.getByText('Is het pad naar de kas begaanbaar?').first().waitFor()
    await expectNoAxeViolations(studio)
    await shot(studio, '4-inbox')
  })

  async function ask(kind: 'see' | 'erase') {
    const { page } = visitor
    await page.goto('/_helder/privacy')
    await page.getByRole('radio', { name: t[kind] }).check()
    await page.getByRole('textbox', { name: t.email }).fill(email)
    await page.getByRole('button', { name: t.sendRequest }).click()
    await page.getByRole('heading', { name: t.lookInMail }).waitFor()
    await page.goto(linkIn((await demo.mailTo(email, 'zonneveld')).text))
    await page.getByRole('button', { name: t.mine }).click()
    await page.getByText(t.confirmed).waitFor()
  }

  it('shows the visitor what is held about them', async () => {
    await ask('see')
    const { page } = owner
    await page.goto('/w/zonneveld')
    await page.getByRole('link', { name: t.wantsAccess }).first().click()
    await page.getByRole('button', { name: t.give }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.give }).click()
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.getByRole('button', { name: t.download }).click(),
    ])
    const files = await unzip(await readFile(await download.path()))
    expect(files.get('data.json')).toContain('Is het pad naar de kas begaanbaar?')
    expect(files.get('index.html')).toContain('Wil Wandelaar')
    expect(files.get('data.json')).not.toContain('kessels')
  })

  it('erases the visitor, with proof on both screens', async () => {
    await ask('erase')
    const { page, faults } = owner
    await page.goto('/w/zonneveld')
    await page.getByRole('link', { name: t.wantsErasure }).first().click()
    await page.getByRole('button', { name: t.eraseThings }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(email)
    await dialog.getByRole('button', { name: t.eraseThings }).click()
    await page.getByText(t.doneErasing).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: t.seeProof }).click()
    await page.getByRole('heading', { name: t.proof }).waitFor()
    await expectNoAxeViolations(page)
    await shot(page, '5-proof')
    await visitor.page.getByText(t.isErased).waitFor()
    await expectNoAxeViolations(visitor.page)
    await page.goto('/w/zonneveld/inbox')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await page.getByText('Is het pad naar de kas begaanbaar?').count()).toBe(0)
    expect(faults).toEqual([])
  })
})
