import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../server/src/core/config.ts'
import { expectNoAxeViolations, type Looks, openBrowser, openWindow, picture } from './support/browser.ts'

const folder = join(projectFolder, 'packages/maths/try')
const file = (name: string, state: Record<string, string> = {}) =>
  `${pathToFileURL(join(folder, 'dist', name)).href}#${new URLSearchParams(state)}`

let browser: Browser
beforeAll(async () => {
  execFileSync(process.execPath, [join(folder, 'build.mjs')])
  browser = await openBrowser()
})
afterAll(() => browser?.close())

// Opens a built page as a file; it asks for nothing else.
async function open(url: string, looks: Looks) {
  const { page, context, faults } = await openWindow(browser, 'http://nowhere.example', looks)
  page.on('request', request => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`asks for ${request.url()}`)
  })
  await page.goto(url)
  await page.locator('h1').waitFor()
  return { page, context, faults }
}

// Goes on with the keyboard until something has the focus.
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not come to ${selector}`)
}

async function retype(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

// A field takes keys from the frame after it has come into the page.
const takesKeys = (field: string) =>
  `document.activeElement === document.querySelector('${field}') && document.activeElement.shadowRoot.activeElement !== null`

const words = {
  nl: {
    right: /✓ Goed/,
    wrong: /✗ Fout/,
    refused: /! Niet na te kijken/,
    other: 'en',
    title: 'Marking answers',
    tree: 'Boom',
  },
  en: {
    right: /✓ Right/,
    wrong: /✗ Wrong/,
    refused: /! Can’t be checked/,
    other: 'nl',
    title: 'Antwoorden nakijken',
    tree: 'Tree',
  },
} as const

describe.each(['nl', 'en'] as const)('the page to try answers on, in %s, by keyboard', language => {
  const say = words[language]

  it('checks an answer that is typed, and says why', async () => {
    const { page, context, faults } = await open(file('index.html'), { language })
    const result = page.locator('.verdict')
    expect(await result.textContent()).toMatch(say.right)
    await tabTo(page, '#test')
    await page.keyboard.type('FacForm')
    await tabTo(page, '#example')
    await page.keyboard.press('Enter')
    await expect.poll(() => result.textContent()).toMatch(say.wrong)
    expect(await page.locator('.reason').textContent()).toMatch(/2/)
    expect(await page.locator('.reason').textContent()).not.toMatch(/^\w+\.\w+$/)
    await retype(page, '#student-typed', '2(x + 2)(x + 1)')
    await expect.poll(() => result.textContent()).toMatch(say.right)
    await retype(page, '#student-typed', '2(x + 2')
    await expect.poll(() => result.textContent()).toMatch(say.refused)
    expect(await page.locator('#student-problem').textContent()).not.toBe('')
    await expectNoAxeViolations(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('takes a formula from the field, and shows how it was read', async () => {
    const { page, context, faults } = await open(
      file('index.html', { test: 'AlgEquiv', t: 'x/2', s: '', as: 'text' }),
      { language },
    )
    await tabTo(page, '#teacher-typed')
    await page.keyboard.press('Tab')
    await page.keyboard.type('x/2')
    await expect.poll(() => page.locator('#student-typed').inputValue()).toMatch(/x\s*\/\s*2/)
    await expect.poll(() => page.locator('.verdict').textContent()).toMatch(say.right)
    expect(await page.getByRole('group', { name: say.tree }).first().textContent()).toBe('÷x2')
    expect(await page.locator('.formula').count()).toBe(2)
    await tabTo(page, 'summary')
    await page.keyboard.press('Enter')
    expect(await page.locator('details dl').first().textContent()).toContain('\\frac')
    await tabTo(page, '#notation-text')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('#student-typed').inputValue()).toBe('\\frac{x}{2}')
    expect(faults).toEqual([])
    await context.close()
  })

  it('reads decimals as people of a language write them, or as they choose', async () => {
    const written = { nl: '2,5x', en: '2.5x' }[language]
    const { page, context, faults } = await open(
      file('index.html', { test: 'AlgEquiv', t: '5x/2', s: written, as: 'text' }),
      { language },
    )
    await expect.poll(() => page.locator('.verdict').textContent()).toMatch(say.right)
    const other = { nl: 'point', en: 'comma' }[language]
    await tabTo(page, '[name=decimal]:checked')
    await page.keyboard.press(language === 'nl' ? 'ArrowRight' : 'ArrowLeft')
    expect(await page.locator(`#decimal-${other}`).isChecked()).toBe(true)
    expect(await page.locator('#student-typed').inputValue()).toMatch(
      { nl: /^2\.5\s*\*?\s*x$/, en: /^2,5\s*\*?\s*x$/ }[language],
    )
    await expect.poll(() => page.locator('.verdict').textContent()).toMatch(say.right)
    await page.goto(file('index.html', { test: 'AlgEquiv', t: '5x/2', s: '2,5x', as: 'text', d: 'point' }))
    await expect.poll(() => page.locator('.verdict').textContent()).toMatch(say.refused)
    expect(faults).toEqual([])
    await context.close()
  })

  it('keeps what it shows in its address, also in the other language', async () => {
    const state = { test: 'LowestTerms', t: '3/4', s: '6/8', as: 'text' }
    const { page, context, faults } = await open(file('index.html', state), { language })
    await expect.poll(() => page.locator('.verdict').textContent()).toMatch(say.wrong)
    await tabTo(page, `button[lang=${say.other}]`)
    await page.keyboard.press('Enter')
    expect(await page.locator('h1').textContent()).toBe(say.title)
    expect(await page.locator('html').getAttribute('lang')).toBe(say.other)
    await retype(page, '#student-typed', '3/4')
    await expect.poll(() => page.locator('.verdict').textContent()).toMatch(words[say.other].right)
    await page.reload()
    expect(await page.locator('h1').textContent()).toBe(say.title)
    expect(await page.locator('#student-typed').inputValue()).toBe('3/4')
    expect(await page.locator('#test').inputValue()).toBe('LowestTerms')
    expect(faults).toEqual([])
    await context.close()
  })
})

describe.each(['nl', 'en'] as const)('the page to try worked solutions on, in %s, by keyboard', language => {
  const say = words[language]

  it('judges each line, and names a mistake', async () => {
    const { page, context, faults } = await open(file('steps.html'), { language })
    const verdicts = () => page.locator('.step .verdict').allTextContents()
    await expect.poll(verdicts).toHaveLength(3)
    for (const verdict of await verdicts()) expect(verdict).toMatch(say.right)
    await retype(page, '#line-0-typed', 'x + 3 = 5')
    await retype(page, '#line-1-typed', 'x = 5 + 3')
    await expect.poll(async () => (await verdicts())[0]).toMatch(/✗/)
    const reason = await page.locator('.step .reason').first().textContent()
    expect(reason?.length).toBeGreaterThan(30)
    await retype(page, '#line-1-typed', 'x = 5 - 3')
    await expect.poll(async () => (await verdicts())[0]).toMatch(say.right)
    expect(faults).toEqual([])
    await context.close()
  })

  it('makes a line with Enter, in either way of entering, and removes one', async () => {
    const state = { task: 'expand', l: '(x + 1)^2', as: 'text' }
    const { page, context, faults } = await open(file('steps.html', state), { language })
    await tabTo(page, '#line-0-typed')
    await page.keyboard.press('Enter')
    await page.keyboard.type('x^2 + 2x + 1')
    await expect.poll(() => page.locator('.step .verdict').first().textContent()).toMatch(say.right)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(takesKeys('.lines li:nth-child(3) math-field'))).toBe(true)
    await page.keyboard.type('1+2x')
    await expect.poll(() => page.locator('#line-2-typed').inputValue()).toMatch(/^1\s*\+\s*2/)
    expect(await page.locator('.lines li').count()).toBe(3)
    await tabTo(page, '.lines li:last-child button')
    await page.keyboard.press('Enter')
    expect(await page.locator('.lines li').count()).toBe(2)
    await page.reload()
    expect(await page.locator('#line-1-typed').inputValue()).toBe('x^2 + 2x + 1')
    await expectNoAxeViolations(page)
    expect(faults).toEqual([])
    await context.close()
  })

  it('gives hints up to the line itself, and says when it is done', async () => {
    const state = { task: 'equation', l: 'x^2 = 9', as: 'text' }
    const { page, context, faults } = await open(file('steps.html', state), { language })
    await expect.poll(() => page.locator('.end').textContent()).toMatch(/…/)
    for (let presses = 0; presses < 6 && (await page.locator('#take').count()) === 0; presses++) {
      await tabTo(page, '#hint')
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('.hints li').count()).toBeGreaterThan(1)
    await expectNoAxeViolations(page)
    await tabTo(page, '#take')
    await page.keyboard.press('Enter')
    expect(await page.locator('.lines li').count()).toBe(2)
    await expect.poll(() => page.locator('.step .verdict').first().textContent()).toMatch(say.right)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('x = 3 or x = -3')
    await expect.poll(() => page.locator('.end').textContent()).toMatch(/✓/)
    expect(faults).toEqual([])
    await context.close()
  })

  it('has an example for every kind of task, whose lines can be judged', async () => {
    const { page, context, faults } = await open(file('steps.html'), { language })
    for (const kind of await page
      .locator('#task option')
      .evaluateAll(all => all.map(one => one.getAttribute('value') ?? ''))) {
      await page.locator('#task').selectOption(kind)
      await page.locator('#example').click()
      await expect.poll(() => page.locator('.step .verdict').count(), { message: kind }).toBeGreaterThan(0)
      expect(await page.locator('.problem:not(:empty)').count(), kind).toBe(0)
      for (const verdict of await page.locator('.step .verdict').allTextContents())
        expect(verdict, kind).not.toMatch(/\?/)
    }
    expect(faults).toEqual([])
    await context.close()
  })
})

describe.each([
  { language: 'nl', scheme: 'light', width: 'desk' },
  { language: 'en', scheme: 'dark', width: 'phone' },
] as const)('both pages, $language, $scheme, $width', looks => {
  it.each(['index.html', 'steps.html'])('%s has nothing that axe finds fault with, and fits', async name => {
    const { page, context, faults } = await open(file(name), looks)
    await page.locator('.verdict').first().waitFor()
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await expectNoAxeViolations(page)
    await picture(page, `try-${name}-${looks.language}-${looks.scheme}-${looks.width}`, { fullPage: true })
    expect(faults).toEqual([])
    await context.close()
  })
})

it('every test has an example that can be checked', async () => {
  const { page, context, faults } = await open(file('index.html'), { language: 'en' })
  const names = await page
    .locator('#test option')
    .evaluateAll(options => options.map(option => option.textContent ?? ''))
  expect(names.length).toBeGreaterThan(35)
  for (const name of names) {
    await page.locator('#test').selectOption(name)
    await page.locator('#example').click()
    await expect.poll(() => page.locator('.verdict').textContent(), { message: name }).toMatch(/Right|Wrong/)
    expect(await page.locator('.reason').textContent(), name).not.toMatch(/^\w+\.\w+$/)
  }
  expect(faults).toEqual([])
  await context.close()
})
