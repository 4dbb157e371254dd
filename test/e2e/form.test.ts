import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as submissions from '../../server/src/records/submissions/schema.ts'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
let page: Page
beforeAll(async () => {
  world = await openWorld()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

const address = (path: string) => `http://bakery.localhost:${world.port}${path}`
let said: string[]
async function open(
  path: string,
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<void> {
  const { width = 1440, ...rest } = options
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...rest })
  page = await context.newPage()
  said = []
  page.on('console', message => {
    const isOurs = message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')
    if (isOurs) said.push(message.text())
  })
  page.on('pageerror', error => said.push(error.message))
  await page.goto(address(path))
}
afterEach(() => page?.context().close())

async function inbox(): Promise<string[]> {
  const query = { siteId: world.bakery.ids.siteId ?? '' }
  const { submissions: list } = await world.as('bakeryOwner').call(submissions.listSubmissions, { query })
  return list.map(({ summary }) => summary)
}

const hasFocus = (element: { matches(selector: string): boolean }) => element.matches(':focus')
const box = (name: string) => page.getByRole('textbox', { name })

describe.each([
  {
    language: 'Dutch',
    path: '/contact',
    name: 'Naam',
    email: 'E-mailadres',
    send: 'Versturen',
    fill: 'Vul dit in.',
    thanks: 'Dank je wel. Je bericht is verstuurd.',
    why: 'Waarom vragen we dit?',
    mail: 'Dit is geen e-mailadres.',
  },
  {
    language: 'English',
    path: '/en/contact',
    name: 'Name',
    email: 'E-mail address',
    send: 'Send',
    fill: 'Fill this in.',
    thanks: 'Thank you. Your message has been sent.',
    why: 'Why do we ask this?',
    mail: 'This is not an e-mail address.',
  },
])('a form in $language', words => {
  beforeEach(() => open(words.path))

  it('says at its fields what is wrong, and gives thanks in its place, by keyboard alone', async () => {
    expect(await accessibilityFaults(page)).toEqual([])
    await box(words.name).focus()
    await page.keyboard.press('Enter')
    await page.getByText(words.fill).first().waitFor()
    expect(await box(words.name).evaluate(hasFocus)).toBe(true)
    expect(await box(words.name).getAttribute('aria-invalid')).toBe('true')
    expect(await accessibilityFaults(page)).toEqual([])

    await page.keyboard.type(`Kees ${words.language}`)
    await box(words.email).fill('kees')
    await page.keyboard.press('Enter')
    await page.getByText(words.mail).waitFor()
    expect(await box(words.email).evaluate(hasFocus)).toBe(true)
    expect(await box(words.name).getAttribute('aria-invalid')).toBeNull()

    await box(words.email).fill('kees@visitor.example')
    await page.getByRole('button', { name: words.send }).click()
    const thanks = page.getByRole('status')
    await thanks.getByText(words.thanks).waitFor()
    expect(await thanks.evaluate(hasFocus)).toBe(true)
    expect(await page.locator('form').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await inbox()).toContain(`Kees ${words.language} · kees@visitor.example`)
    // The no of the server to what was not filled in is an error to the console, and nothing else is.
    expect(said.filter(line => !line.includes('422'))).toEqual([])
  })

  it('explains each personal field to whoever asks', async () => {
    const why = page.getByText(words.why)
    expect(await why.count()).toBe(3)
    await why.first().click()
    await page
      .getByText(/90 (dagen|days)/)
      .first()
      .waitFor()
  })
})

describe('a form where things go wrong', () => {
  it('keeps what was typed when there is no answer', async () => {
    await open('/contact')
    await box('Naam').fill('Nico Niemand')
    await box('E-mailadres').fill('nico@visitor.example')
    // What was asked for when somebody began is there before the line goes dead.
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('alert').getByText('Er kwam geen antwoord.').waitFor()
    expect(await box('Naam').inputValue()).toBe('Nico Niemand')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByText('Dank je wel.').waitFor()
  })

  it('works without a script: the page comes back with what is wrong, and then with thanks', async () => {
    await open('/contact', { javaScriptEnabled: false })
    await box('Naam').fill('Zonder Script')
    await box('E-mailadres').fill('zonder@visitor')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('alert').waitFor()
    expect(await box('Naam').inputValue()).toBe('Zonder Script')
    await page
      .getByRole('alert')
      .getByRole('link', { name: /E-mailadres/ })
      .click()
    await box('E-mailadres').fill('zonder@visitor.example')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('status').getByText('Dank je wel.').waitFor()
    expect(new URL(page.url()).search).toBe('?sent=contact')
    expect(await inbox()).toContain('Zonder Script · zonder@visitor.example')
  })

  it('fits a phone', async () => {
    await open('/contact', { width: 390 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
