import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export { openBrowser } from '../../support/browser.ts'

/** How a page is looked at. */
export interface Looks {
  language?: 'nl' | 'en'
  scheme?: 'light' | 'dark'
  width?: 'desk' | 'phone'
}

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

/** Opens a window of somebody new: no cookies, nothing kept. What the page itself finds wrong fails the journey. */
export async function openWindow(
  browser: Browser,
  baseURL: string,
  { language = 'nl', scheme = 'light', width = 'desk' }: Looks = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: scheme,
    viewport: sizes[width],
    hasTouch: width === 'phone',
    isMobile: width === 'phone',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  // Two journeys share the machine.
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(`${page.url()}: ${error.stack ?? error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !isExpected(message.text()))
      faults.push(`${page.url()}: ${message.text()}`)
  })
  return { page, context, faults }
}

// A browser calls every answer of 400 and up an error; a refusal is an answer that the screen shows. And the small
// picture of a website runs no scripts, as it should.
function isExpected(text: string): boolean {
  return text.startsWith('Failed to load resource') || text.startsWith('Blocked script execution')
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** Fails when axe finds anything on what is shown now: WCAG A and AA, and its advice. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Evaluated rather than added as a script: the policy of the studio lets no script in.
  await page.evaluate(axe)
  // A page that is opened as a file may not ask for its own styles again.
  const preload = !page.url().startsWith('file:')
  const found = await page.evaluate(`axe.run(document, { iframes: false, preload: ${preload} })`)
  const { violations } = found as AxeResults
  if (violations.length === 0) return
  const told = violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(node => `    ${node.html.slice(0, 200)}\n      ${node.failureSummary ?? ''}`)
    return `  ${id}: ${help}\n${places.join('\n')}`
  })
  throw new Error(`axe finds fault with ${page.url()}:\n${told.join('\n')}`)
}

/** Keeps a picture of what is shown, where HELDER_PICTURES names a folder for them. */
export async function picture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  const folder = process.env.HELDER_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: options.fullPage ?? false })
}
