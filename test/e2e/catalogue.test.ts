import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioConfig } from '../../scripts/studio.mjs'
import { expectNoAxeViolations, openBrowser, openWindow, picture } from './support/browser.ts'

let browser: Browser
let server: PreviewServer
let origin: string
const folder = mkdtempSync(join(tmpdir(), 'helder-catalogue-'))

beforeAll(async () => {
  const config = studioConfig({ catalogue: true, logLevel: 'silent' })
  await build({ ...config, build: { ...config.build, outDir: folder } })
  server = await preview({
    ...config,
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  })
  origin = server.resolvedUrls?.local[0] ?? ''
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([
  { width: 'desk', scheme: 'light', language: 'nl' },
  { width: 'desk', scheme: 'dark', language: 'en' },
  { width: 'phone', scheme: 'light', language: 'en' },
  { width: 'phone', scheme: 'dark', language: 'nl' },
] as const)('the kit, $width, $scheme', looks => {
  it('has nothing for axe to find, in any state', async () => {
    const { page, context, faults } = await openWindow(browser, origin, looks)
    await page.goto('/catalogue')
    await page.getByRole('heading', { name: /Catalogus|Catalogue/ }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: /Iets doen dat|Do something that/ }).click()
    await page.getByRole('button', { name: /Iets laten mislukken|Let something fail/ }).click()
    const mark = page.getByRole('button', { name: /Persoonsgegeven|Personal data/ }).first()
    await mark.focus()
    await page
      .getByText(/E-mailadres van de indiener|E-mail address of the sender/)
      .filter({ visible: true })
      .waitFor()
    await expectNoAxeViolations(page)
    await picture(page, `catalogue-${looks.width}-${looks.scheme}`)
    await page.getByRole('button', { name: /Site verwijderen|Remove the site/ }).click()
    await page.getByRole('dialog').waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: /Sneltoetsen|Shortcuts/ }).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('the table of the kit', () => {
  it('selects by Space and ranges by Shift, and sorts by its heads', async () => {
    const { page, context } = await openWindow(browser, origin, { language: 'en' })
    await page.goto('/catalogue')
    const names = () => page.locator('tbody').first().getByRole('rowheader').allTextContents()
    await page.getByRole('link', { name: 'Akkerviooltje' }).waitFor()
    const checked = () => page.locator('tbody').first().getByRole('checkbox', { checked: true }).count()
    expect(await names()).toEqual(['Akkerviooltje', 'Éénbes', 'Moerasspirea', 'Zonnehoed'])
    await page.locator('tbody a').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect(await checked()).toBe(2)
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Space')
    expect(await checked()).toBe(4)
    await page.getByRole('button', { name: 'Stock' }).click()
    expect((await names())[0]).toBe('Éénbes')
    await page.getByRole('button', { name: 'Stock' }).click()
    expect((await names())[0]).toBe('Zonnehoed')
    expect(await page.getByRole('columnheader', { name: 'Stock' }).getAttribute('aria-sort')).toBe(
      'descending',
    )
    await context.close()
  })
})

describe('undoing', () => {
  it('takes Ctrl Z as well as the button', async () => {
    const { page, context } = await openWindow(browser, origin, { language: 'en' })
    await page.goto('/catalogue')
    await page.getByRole('button', { name: 'Do something that can be undone' }).click()
    await page.getByText('The plant is removed').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Undone', { exact: true }).waitFor()
    await page.getByText('The plant is removed').waitFor({ state: 'detached' })
    await context.close()
  })
})
