import { describe, expect, it } from 'vitest'
import { origin, readConfig } from './config.ts'

describe('settings', () => {
  it('have a sensible value each', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      studioHost: 'studio.localhost',
      sitesBase: 'localhost',
      seed: 'demo',
      backupDays: 14,
    })
    expect(readConfig({ PORT: '' }).port).toBe(4000)
  })

  it('that are wrong are all named at once', () => {
    expect(() => readConfig({ PORT: 'vier', HELDER_SEED: 'alles', DATABASE_URL: 'mysql://x' })).toThrow(
      /PORT=vier[\s\S]*HELDER_SEED=alles[\s\S]*DATABASE_URL/,
    )
  })

  it('keep the studio and the sites of clients on different domains', () => {
    expect(() =>
      readConfig({ HELDER_STUDIO_HOST: 'studio.helder.example', HELDER_SITES_BASE: 'sites.helder.example' }),
    ).toThrow(/share a domain/)
    expect(() =>
      readConfig({ HELDER_STUDIO_HOST: 'studio.helder.example', HELDER_SITES_BASE: 'mijnsite.example' }),
    ).not.toThrow()
  })

  it('give the addresses that people see', () => {
    const at = (environment: Record<string, string>) => origin(readConfig(environment), 'a.localhost')
    expect(at({})).toBe('http://a.localhost:4000')
    expect(at({ HELDER_SCHEME: 'https', HELDER_PUBLIC_PORT: '443' })).toBe('https://a.localhost')
  })
})
