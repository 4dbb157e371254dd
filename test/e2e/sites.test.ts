import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packZip } from '../../server/src/sites/files/pack.ts'
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
    newSite: 'Nieuwe website',
    name: 'Naam',
    starter: /Eenvoudig begin/,
    make: 'Website maken',
    notLive: 'Deze website is nog niet open',
    toCode: 'Code en voorbeeld',
    files: 'Bestanden',
    contentOf: (path: string) => `Inhoud van ${path}`,
    saved: 'Opgeslagen',
    noProblems: 'Geen problemen',
    problem: '1 probleem',
    unclosed: /wordt nergens gesloten/,
    preview: /^Voorbeeld van/,
    publish: 'Publiceren',
    note: /Notitie/,
    isLive: (number: number) => `Uitgave ${number} is live`,
    close: 'Sluiten',
    releases: 'Uitgaven',
    makeLive: 'Weer live zetten: uitgave 1',
    isLiveAgain: /Uitgave 1 is weer live/,
    settings: 'Instellingen',
    zip: 'ZIP-bestand',
    replace: 'Vervangen door deze ZIP',
    bring: /Een website die je al hebt/,
    zipMissing: 'Kies een ZIP, of begin met iets anders.',
    ready: '2 bestanden staan klaar',
    edit: 'Bewerken',
    view: 'Voorbeeld',
    views: 'Wat je ziet',
    upload: 'Bestanden uploaden',
    uploaded: '1 bestand geüpload',
    newFile: 'Nieuw bestand',
    removed: /is verwijderd$/,
    versions: 'Oudere versies',
    restore: 'Deze versie terugzetten',
    restored: /is teruggezet$/,
    keepMine: 'Verder met mijn tekst',
  },
  en: {
    newSite: 'New website',
    name: 'Name',
    starter: /Plain start/,
    make: 'Make the website',
    notLive: 'This website is not open yet',
    toCode: 'Code and preview',
    files: 'Files',
    contentOf: (path: string) => `Content of ${path}`,
    saved: 'Saved',
    noProblems: 'No problems',
    problem: '1 problem',
    unclosed: /is not closed anywhere/,
    preview: /^Preview of/,
    publish: 'Publish',
    note: /Note/,
    isLive: (number: number) => `Release ${number} is live`,
    close: 'Close',
    releases: 'Releases',
    makeLive: 'Put live again: release 1',
    isLiveAgain: /Release 1 is live again/,
    settings: 'Settings',
    zip: 'ZIP file',
    replace: 'Replace by this ZIP',
    bring: /A website that you have/,
    zipMissing: 'Choose a ZIP, or begin with something else.',
    ready: '2 files are ready',
    edit: 'Edit',
    view: 'Preview',
    views: 'What you see',
    upload: 'Upload files',
    uploaded: '1 file uploaded',
    newFile: 'New file',
    removed: /is removed$/,
    versions: 'Older versions',
    restore: 'Restore this version',
    restored: /is restored$/,
    keepMine: 'Go on with my text',
  },
} as const

/** A window of somebody who has signed in, in the language of their account. */
async function windowOf(person: keyof RunningStudio['settled']['sessions'], looks: Looks = {}) {
  const opened = await openWindow(browser, studio.origin, looks)
  const value = studio.settled.sessions[person]
  await opened.context.addCookies([{ name: 'helder', value, url: studio.origin }])
  const { page } = opened
  // The language belongs to the account, whatever the browser asks for.
  await page.goto('/account')
  const { language = 'nl' } = looks
  await page.getByRole('radio', { name: { nl: 'Nederlands', en: 'English' }[language] }).check()
  await page.getByRole('heading', { name: { nl: 'Mijn account', en: 'My account' }[language] }).waitFor()
  return opened
}

const patience = { timeout: 10_000 }

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(':focus')).count()) > 0
}

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator) {
  await target.waitFor()
  const page = target.page()
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(target)) return
    // In code Tab indents, unless Escape came before.
    if (await hasFocus(page.locator('.cm-content'))) await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${target}`)
}

/** Goes to a screen or does something by the palette. */
async function byPalette(page: Page, query: string) {
  await page.keyboard.press('Control+k')
  const input = page.getByRole('combobox', { name: /Zoek of ga|Search or go/ })
  await expect.poll(() => hasFocus(input), patience).toBe(true)
  await page.keyboard.type(query)
  await page.getByRole('option', { name: query }).first().waitFor()
  await page.keyboard.press('Enter')
}

/** What a page says to its visitors now. */
async function visit(slug: string, path = '/'): Promise<string> {
  const { status, text } = await speakRaw(studio.port, { host: `${slug}.${studio.config.sitesBase}`, path })
  return `${status} ${text}`
}

// A picture of a live site is its page without its scripts, which a browser mentions.
function isOfPicture(fault: string): boolean {
  return fault.includes('Blocked script execution')
}

const index = 'pages/index.liquid'

/** A picture of one pixel. */
const point =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

describe.each([
  { language: 'nl', person: 'bakeryOwner', client: 'bakery', slug: 'proef' },
  { language: 'en', person: 'schoolOwner', client: 'school', slug: 'trial' },
] as const)(
  'from an example to a website that visitors see, in $language, by keyboard only',
  ({ language, person, client, slug }) => {
    const t = words[language]

    it('works, and axe finds nothing on the way', async () => {
      const { page, context, faults } = await windowOf(person, { language })
      await makeSite(page)
      const preview = await openCode(page)
      await write(page, preview, '<p>Zonsopgang</p>')
      await meetProblem(page)
      await publish(page, 1)
      expect(await visit(slug)).toContain('Zonsopgang')
      await write(page, preview, '<p>Zonsondergang</p>')
      expect(await visit(slug)).not.toContain('Zonsondergang')
      await publish(page, 2)
      expect(await visit(slug)).toContain('Zonsondergang')
      await rollBack(page)
      expect(await visit(slug)).not.toContain('Zonsondergang')
      expect(faults.filter(fault => !isOfPicture(fault))).toEqual([])
      await context.close()
    })

    async function makeSite(page: Page) {
      await page.goto(`/w/${client}/sites`)
      const button = page.getByRole('link', { name: t.newSite })
      await button.waitFor()
      await expectNoAxeViolations(page)
      await picture(page, `sites-list-${language}`)
      await tabTo(button)
      await page.keyboard.press('Enter')
      await tabTo(page.getByRole('textbox', { name: t.name, exact: true }))
      await page.keyboard.type(slug)
      const starter = page.getByRole('radio', { name: t.starter })
      await tabTo(page.getByRole('radio').and(page.locator(':checked')))
      while (!(await starter.isChecked())) await page.keyboard.press('ArrowDown')
      await expectNoAxeViolations(page)
      await picture(page, `sites-new-${language}`)
      await tabTo(page.getByRole('button', { name: t.make }))
      await page.keyboard.press('Enter')
      await page.getByText(t.notLive).waitFor()
      await expectNoAxeViolations(page)
      await picture(page, `sites-overview-${language}`)
    }

    async function openCode(page: Page): Promise<FrameLocator> {
      await byPalette(page, t.toCode)
      const preview = page.frameLocator('iframe')
      await page.getByRole('textbox', { name: t.contentOf(index) }).waitFor()
      await preview.getByRole('heading', { name: slug }).waitFor()
      await expectNoAxeViolations(page)
      await picture(page, `sites-code-${language}`)
      return preview
    }

    async function write(page: Page, preview: FrameLocator, text: string) {
      await tabTo(page.getByRole('treeitem', { name: 'index.liquid', selected: true }))
      await page.keyboard.press('Enter')
      const editor = page.getByRole('textbox', { name: t.contentOf(index) })
      await expect.poll(() => hasFocus(editor), patience).toBe(true)
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText(text)
      await preview.getByText(text.replace(/<.*?>/g, '')).waitFor({ timeout: 3000 })
      await page.getByRole('status').filter({ hasText: t.saved }).waitFor()
    }

    // What can not be read is said at its line, and keeps nothing from being saved.
    async function meetProblem(page: Page) {
      await page.keyboard.insertText('\n{% if x %}')
      const button = page.getByRole('button', { name: t.problem })
      await tabTo(button)
      await page.keyboard.press('Enter')
      await tabTo(page.getByRole('button', { name: t.unclosed }))
      await expectNoAxeViolations(page)
      await picture(page, `sites-problem-${language}`)
      await page.keyboard.press('Enter')
      const editor = page.getByRole('textbox', { name: t.contentOf(index) })
      await expect.poll(() => hasFocus(editor), patience).toBe(true)
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: t.noProblems }).waitFor()
    }

    async function publish(page: Page, number: number) {
      await page.keyboard.press('Escape')
      await byPalette(page, t.publish)
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: t.note }).waitFor()
      await expectNoAxeViolations(page)
      await picture(page, `sites-publish-${number}-${language}`)
      await tabTo(dialog.getByRole('textbox', { name: t.note }))
      await page.keyboard.type('Proef')
      await page.keyboard.press('Enter')
      await dialog.getByText(t.isLive(number)).waitFor({ timeout: 30_000 })
      await expectNoAxeViolations(page)
      await picture(page, `sites-published-${number}-${language}`)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    }

    async function rollBack(page: Page) {
      await byPalette(page, t.releases)
      const button = page.getByRole('button', { name: t.makeLive })
      await button.waitFor()
      await expectNoAxeViolations(page)
      await picture(page, `sites-releases-${language}`)
      await tabTo(button)
      await page.keyboard.press('Enter')
      await page.getByText(t.isLiveAgain).waitFor()
    }
  },
)

describe('the files of a website', () => {
  const t = words.nl
  let siteId: string

  /** The code of the site of the bakery, in a window of somebody who may write in it. */
  async function openFile(path: string, looks: Looks = {}) {
    const opened = await windowOf('bakeryOwner', looks)
    const { page } = opened
    await page.goto('/w/bakery/sites')
    await page.getByRole('link', { name: 'De Kruimel', exact: true }).click()
    await page.getByRole('heading', { name: 'De Kruimel' }).waitFor()
    siteId = /sites\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''
    await page.goto(`/w/bakery/sites/${siteId}/code/${path}`)
    return { ...opened, editor: page.getByRole('textbox', { name: t.contentOf(path) }) }
  }

  async function type(page: Page, editor: Locator, text: string) {
    await editor.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText(text)
  }

  it('never overwrites what somebody else saved', async () => {
    const [mine, theirs] = [await openFile('assets/main.css'), await openFile('assets/main.css')]
    await Promise.all([mine.editor.waitFor(), theirs.editor.waitFor()])
    await mine.context.setOffline(true)
    await type(mine.page, mine.editor, '/* van mij */')
    const saved = theirs.page.waitForResponse(response => response.request().method() === 'PUT')
    await type(theirs.page, theirs.editor, '/* van hen */')
    expect((await saved).status()).toBe(200)
    await mine.context.setOffline(false)
    const keep = mine.page.getByRole('button', { name: t.keepMine })
    await keep.waitFor()
    await mine.page.getByText('/* van hen */').waitFor()
    await expectNoAxeViolations(mine.page)
    await picture(mine.page, 'sites-conflict')
    await keep.click()
    await mine.page.getByRole('status').filter({ hasText: t.saved }).waitFor()
    // The other one had nothing to lose, and follows.
    await theirs.editor.getByText('/* van mij */').waitFor()
    await mine.page.getByRole('button', { name: t.versions }).click()
    await mine.page.getByRole('button', { name: t.restore }).waitFor()
    await mine.page.getByText('/* van hen */').waitFor()
    await expectNoAxeViolations(mine.page)
    await picture(mine.page, 'sites-versions')
    await mine.page.getByRole('button', { name: t.restore }).click()
    await mine.page.getByText(t.restored).waitFor()
    await theirs.editor.getByText('/* van hen */').waitFor()
    await Promise.all([mine.context.close(), theirs.context.close()])
  })

  it('show at once in the preview, which keeps its place', async () => {
    const { page, context, editor } = await openFile('pages/index.liquid')
    await editor.waitFor()
    const preview = page.frameLocator('iframe')
    await editor.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('<div style="height: 3000px">Hoog</div>')
    await preview.getByText('Hoog').waitFor()
    const inside = (expression: string) =>
      page
        .frames()
        .find(frame => frame.url().includes('//preview--'))
        ?.evaluate(expression)
    const top = () => inside('Math.round(scrollY)')
    // The page may come once more for what was told meanwhile; somebody who scrolls is not that fast.
    await page.waitForTimeout(1500)
    await inside('scrollTo(0, 800)')
    await page.keyboard.insertText('{% if x %}')
    await preview.getByRole('button', { name: /index.liquid/ }).waitFor()
    await page.keyboard.insertText('{% endif %}Mooi')
    await preview.getByText('Mooi').waitFor()
    await expect.poll(top, patience).toBe(800)
    // Where something is wrong leads to its line, in the preview as well.
    await page.keyboard.insertText('{% oeps %}')
    await preview.getByRole('button', { name: /index.liquid/ }).click()
    await expect.poll(() => hasFocus(editor), patience).toBe(true)
    await context.close()
  })

  it('are made, moved, removed and brought back by keys', async () => {
    const { page, context, faults } = await openFile('pages/index.liquid')
    const tree = page.getByRole('tree')
    await tabTo(page.getByRole('button', { name: t.newFile }))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('textbox').fill('snippets/groet.liquid')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Enter')
    const editor = page.getByRole('textbox', { name: t.contentOf('snippets/groet.liquid') })
    await expect.poll(() => hasFocus(editor), patience).toBe(true)
    await page.keyboard.insertText('Dag')
    await page.getByRole('status').filter({ hasText: t.saved }).waitFor()
    await tree.getByRole('treeitem', { name: /groet/ }).focus()
    await page.keyboard.press('F2')
    await page.getByRole('dialog').getByRole('textbox').fill('snippets/welkom.liquid')
    await page.keyboard.press('Enter')
    // What is open goes along, text and all.
    await page
      .getByRole('textbox', { name: t.contentOf('snippets/welkom.liquid') })
      .getByText('Dag')
      .waitFor()
    await expect.poll(() => tree.getByRole('treeitem', { name: /groet/ }).count(), patience).toBe(0)
    await tree.getByRole('treeitem', { name: /welkom/ }).focus()
    await page.keyboard.press('Delete')
    await page.getByText(t.removed).waitFor()
    await expect.poll(() => tree.getByRole('treeitem', { name: /welkom/ }).count(), patience).toBe(0)
    await page.keyboard.press('Control+z')
    await tree.getByRole('treeitem', { name: /welkom/ }).click()
    await page
      .getByRole('textbox', { name: t.contentOf('snippets/welkom.liquid') })
      .getByText('Dag')
      .waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('are uploaded by choosing or dropping them, and a picture is shown as it is', async () => {
    const { page, context, faults } = await openFile('pages/index.liquid')
    const file = { name: 'punt.png', mimeType: 'image/png', buffer: Buffer.from(point, 'base64') }
    await page.getByLabel(t.upload).setInputFiles(file)
    await page.getByText(t.uploaded).first().waitFor()
    const line = page.getByRole('treeitem', { name: /punt\.png/ })
    await line.waitFor()
    // They go to the folder of the line that one is on.
    expect(await line.getAttribute('title')).toBe('pages/punt.png')
    const transfer = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob('${point}'), letter => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], 'stip.png', { type: 'image/png' }))
      return transfer
    })()`)
    const assets = page.getByRole('treeitem', { name: 'assets' })
    await assets.dispatchEvent('drop', { dataTransfer: transfer })
    const dropped = page.getByRole('treeitem', { name: /stip\.png/ })
    await dropped.click()
    expect(await dropped.getAttribute('title')).toBe('assets/stip.png')
    await page.getByRole('img', { name: /assets\/stip\.png/ }).waitFor()
    await page.getByText(/1 bij 1 pixels/).waitFor()
    await expectNoAxeViolations(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it.each([
    { width: 'phone', scheme: 'light' },
    { width: 'phone', scheme: 'dark' },
    { width: 'desk', scheme: 'dark' },
  ] as const)('are for every screen: $width, $scheme', async looks => {
    const name = `sites-code-${looks.width}-${looks.scheme}`
    const { page, context, editor, faults } = await openFile('pages/index.liquid', looks)
    await editor.waitFor()
    await expectNoAxeViolations(page)
    await picture(page, name)
    if (looks.width === 'phone') {
      for (const view of [t.files, t.view]) {
        await page.getByRole('group', { name: t.views }).getByText(view, { exact: true }).tap()
        await page.getByRole(view === t.files ? 'tree' : 'region', { name: view }).waitFor()
        await expectNoAxeViolations(page)
        await picture(page, `${name}-${view}`)
      }
    }
    for (const part of ['', '/preview', '/releases', '/settings']) {
      await page.goto(`/w/bakery/sites/${siteId}${part}`)
      await page.getByRole('heading', { name: /De Kruimel/ }).waitFor()
      await expectNoAxeViolations(page)
      await picture(page, `sites${part.replace('/', '-')}-${looks.width}-${looks.scheme}`)
    }
    expect(faults.filter(fault => !isOfPicture(fault))).toEqual([])
    await context.close()
  })
})

describe('a website that is there already', () => {
  it('comes as a ZIP, and visitors see it only when it is published', async () => {
    const t = words.nl
    const { page, context, faults } = await windowOf('bakeryOwner')
    await page.goto('/w/bakery/sites/new')
    await page.getByRole('textbox', { name: t.name, exact: true }).fill('Oude site')
    await page.getByRole('radio', { name: t.bring }).check()
    await page.getByRole('button', { name: t.make }).click()
    await page.getByText(t.zipMissing).waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel(t.zip).setInputFiles({
      name: 'oud.zip',
      mimeType: 'application/zip',
      buffer: packZip([
        {
          path: 'index.html',
          bytes: Buffer.from('<!doctype html><title>Oud</title><h1>Mijn oude site</h1>'),
        },
        { path: 'style.css', bytes: Buffer.from('h1 { color: green }') },
      ]),
    })
    await picture(page, 'sites-zip')
    await page.getByRole('button', { name: t.make }).click()
    await page.getByText(t.ready).waitFor()
    expect(await visit('oude-site')).not.toContain('Mijn oude site')
    await page.getByRole('button', { name: t.publish }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t.publish }).click()
    await dialog.getByText(t.isLive(1)).waitFor({ timeout: 30_000 })
    expect(await visit('oude-site')).toContain('Mijn oude site')
    expect(faults.filter(fault => !isOfPicture(fault))).toEqual([])
    await context.close()
  })
})
