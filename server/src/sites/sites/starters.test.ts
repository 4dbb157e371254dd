import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { getCollection, listCollections } from '../../records/collections/schema.ts'
import * as releases from '../releases/schema.ts'
import * as sites from './schema.ts'
import { listStarters } from './starters.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const developer = () => world.as('bakeryDeveloper')
const starters = await listStarters()

describe('a starter', () => {
  it('is offered with its name in both languages', async () => {
    const offered = await developer().call(sites.listStarters, {})
    expect(offered.map(({ key }) => key)).toEqual(['nursery', 'plain', 'school'])
    for (const { name, about } of offered)
      expect([name.nl, name.en, about.nl, about.en].every(Boolean)).toBe(true)
  })

  for (const { key, about } of starters) {
    it(`${key} is a whole site once it is published with its content`, async () => {
      const slug = `begin-${key}`
      const { languages } = about
      const { siteId } = await developer().call(sites.makeSite, {
        body: { name: 'Begin', slug, languages, starter: key },
      })
      for (const form of await developer().call(listCollections, { query: { siteId, kind: 'form' } })) {
        const { draft } = await developer().call(getCollection, {
          params: { collectionId: form.collectionId },
        })
        // Whoever makes the site hears of what comes in.
        expect(draft.settings.form?.notify).toEqual([world.accounts.bakeryDeveloper])
      }
      const { records } = await developer().call(releases.listChanges, { params: { siteId } })
      const drafts = records.map(({ recordId }) => recordId)
      const { releaseId } = await developer().call(releases.publishSite, {
        params: { siteId },
        body: { records: drafts },
      })
      await world.work()
      const release = await developer().call(releases.getRelease, { params: { siteId, releaseId } })
      expect(release.problems).toEqual([])
      expect(release.state).toBe('ready')

      const seen = new Set<string>()
      const waiting = ['/']
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        if (seen.has(path)) continue
        seen.add(path)
        const answer = await world.raw({ host: `${slug}.localhost`, path })
        expect([path, answer.status]).toEqual([path, 200])
        if (!answer.headers['content-type']?.startsWith('text/html')) continue
        for (const [, found = ''] of answer.text.matchAll(/(?:href|src)="(\/(?!_helder)[^"#]*)/g))
          waiting.push(found)
      }
      expect(seen.size).toBeGreaterThan(3)
    })
  }
})
