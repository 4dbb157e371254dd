import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../support/settlers.ts'
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

describe('backups', () => {
  it('are made at the press of a button, and say how to go back', async () => {
    const { page, context, faults } = await windowOf('staffAdmin')
    await page.goto('/w/platform')
    await page.getByRole('link', { name: /Er is nog geen reservekopie gemaakt/ }).click()
    await shows(page, 'Er is nog geen reservekopie')
    await expectNoAxeViolations(page)
    // Somebody who looks on in another window sees it come.
    const other = await windowOf('staffOwner', { width: 'phone', scheme: 'dark' })
    await other.page.goto('/w/platform/operations')
    await shows(other.page, 'Er is nog geen reservekopie')

    await page.getByRole('button', { name: 'Nu een reservekopie maken' }).click()
    await page.getByRole('status').getByText('De reservekopie wordt gemaakt').waitFor()
    // As long as PostgreSQL takes to hand over its last changes, on a machine that does more.
    await page.getByText('De reservekopie is klaar').waitFor({ timeout: 120_000 })
    await shows(page, 'Waar je naar terug kunt')
    const table = page.getByRole('table', { name: 'Reservekopieën' })
    expect(await table.getByRole('row').count()).toBe(2)
    await page.getByText(studio.config.backupsFolder).waitFor()
    await page.getByText('npx helder restore --at latest').waitFor()
    await page.getByText('Er is nog nooit iets teruggezet').waitFor()
    await expectNoAxeViolations(page)
    await picture(page, 'operations')

    await shows(other.page, 'Waar je naar terug kunt')
    await expectNoAxeViolations(other.page)
    expect([...faults, ...other.faults]).toEqual([])
    await Promise.all([context.close(), other.context.close()])
  })

  it('give the very command for a moment, and none for a moment that is not there', async () => {
    const { page, context, faults } = await windowOf('staffAdmin')
    await page.goto('/w/platform/operations')
    await page.getByRole('radio', { name: 'Een moment dat ik kies' }).check()
    const moment = page.getByLabel('Moment', { exact: true })
    await moment.fill('2020-01-02T03:04')
    await page.getByText('Naar dit moment kun je niet terug').waitFor()
    expect(await page.getByText('npx helder restore').count()).toBe(0)
    await expectNoAxeViolations(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('are the operator’s alone', async () => {
    const { page, context } = await windowOf('staffSupport')
    await page.goto('/w/platform/operations')
    await shows(page, 'Dit hoort niet bij je rol')
    await context.close()
    const owner = await windowOf('bakeryOwner')
    await owner.page.goto('/w/bakery/operations')
    await shows(owner.page, 'Dit hoort niet bij je rol')
    expect(await owner.page.getByRole('link', { name: 'Beheer' }).count()).toBe(0)
    await owner.context.close()
  })
})
