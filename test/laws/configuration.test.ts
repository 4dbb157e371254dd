import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { settings } from '../../server/src/core/config.ts'
import { configurationPage } from './configuration.ts'

const page = readFileSync('docs/configuration.md', 'utf8')

describe('the page of settings', () => {
  it('is made from the settings; if not, run `npm run describe`', () => {
    expect(page).toBe(configurationPage())
    for (const name of Object.keys(settings)) expect(page).toContain(`\`${name}\``)
  })

  it('is seen to be out of date when a setting is added, or says something else', () => {
    const added = {
      ...settings,
      HELDER_PLANTED: { schema: z.string().default('x'), about: 'A planted setting.' },
    }
    expect(configurationPage(added)).not.toBe(page)
    expect(configurationPage({ ...settings, PORT: { ...settings.PORT, about: 'Another port.' } })).not.toBe(
      page,
    )
  })
})
