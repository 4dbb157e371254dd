import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speakRaw } from '../../../../test/support/speak.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { slices } from '../../slices.ts'
import { type App, makeApp } from '../app.ts'
import type { Closed } from './closed.ts'

let world: World
let app: App
let port: number
let closed: Closed | undefined
beforeAll(async () => {
  world = await openWorld()
  const { config, connections, services } = world
  app = await makeApp({ config, connections, slices, log: services.log, closedBecause: () => closed })
  port = await app.http.listen()
})
afterAll(async () => {
  await app?.stop()
  await world?.close()
})

const because = { nl: 'We wissen eerst <iets>.', en: 'First we erase something.' }
const ask = (host: string, path: string, headers = {}) => speakRaw(port, { host, path, headers })

describe('while Helder is closed', () => {
  it('nobody gets in, by whichever host or address, and a browser reads why', async () => {
    closed = { because, done: 2, total: 5 }
    for (const [host, path] of [
      ['studio.localhost', '/'],
      ['studio.localhost', '/api/me'],
      ['bakery.localhost', '/'],
      ['bakery.localhost', '/_helder/account'],
      ['elsewhere.example', '/'],
    ] as const) {
      const page = await ask(host, path, { accept: 'text/html,*/*' })
      expect(page.status).toBe(503)
      expect(page.headers).toMatchObject({ 'retry-after': '10', 'cache-control': 'no-store' })
      expect(page.text).toContain('We wissen eerst &lt;iets&gt;.')
      expect(page.text).toContain('First we erase something.')
    }
  })

  it('a program gets a problem in its language, and whoever watches the progress', async () => {
    const problem = await ask('studio.localhost', '/api/me', { 'accept-language': 'en' })
    expect(problem.headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(problem.text)).toMatchObject({ status: 503, detail: because.en })
    const health = await ask('any.host', '/health')
    expect(health.status).toBe(503)
    expect(JSON.parse(health.text)).toEqual({ ok: false, because: because.en, done: 2, total: 5 })
  })

  it('and opens when the reason is gone', async () => {
    closed = undefined
    expect((await ask('studio.localhost', '/health')).status).toBe(200)
  })
})
