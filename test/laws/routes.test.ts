import { contract } from '@helder/client'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../server/src/core/config.ts'
import { open, route } from '../../server/src/core/http/route.ts'
import { job } from '../../server/src/core/jobs/jobs.ts'
import type { Slice } from '../../server/src/core/slice.ts'
import { slices } from '../../server/src/slices.ts'
import { sampleOf } from '../support/samples.ts'
import { interfaceFaults, routeFaults } from './routes.ts'

const config = readConfig({})

describe('every route', () => {
  it('names a permission or a reason, and begins with its slice', () => {
    expect(routeFaults(slices)).toEqual([])
  })

  it('is described, with schemas that work', () => {
    expect(interfaceFaults(slices, config)).toEqual([])
  })

  it('takes what its schema promises to take', () => {
    const refused = slices
      .flatMap(slice => slice.routes)
      .flatMap(({ contract: { method, path, params, query, body } }) =>
        [params, query, body].flatMap(schema => {
          const error = schema?.safeParse(sampleOf(schema)).error
          return error ? [`${method} ${path}: ${JSON.stringify(error.issues)}`] : []
        }),
      )
    expect(refused).toEqual([])
  })
})

const stated = (path: string, area: 'workspace' | 'open' = 'workspace', more = {}) =>
  contract({ area, method: 'GET', path, about: 'A planted address.', ...more })
const done = async () => undefined as never

function planted(extra: Partial<Slice>): Slice[] {
  return slices.map(slice => (slice.name === 'mail' ? { ...slice, ...merged(slice, extra) } : slice))
}

function merged(slice: Slice, extra: Partial<Slice>): Partial<Slice> {
  return {
    routes: [...slice.routes, ...(extra.routes ?? [])],
    jobs: [...slice.jobs, ...(extra.jobs ?? [])],
    permissions: [...slice.permissions, ...(extra.permissions ?? [])],
  }
}

const words = { nl: 'Iets', en: 'Something' }

describe('the law of routes sees', () => {
  it.each<[string, Partial<Slice>, RegExp]>([
    [
      'a permission that nobody states',
      { routes: [route(stated('/mail/x'), 'mail.burn', done)] },
      /mail\.burn, which nobody states/,
    ],
    [
      'a permission that no route asks for',
      { permissions: [{ key: 'mail.burn', name: words, roles: [] }] },
      /mail\.burn: a permission that no route/,
    ],
    [
      'an open route without a reason',
      { routes: [route(stated('/mail/x', 'open'), open(''), done)] },
      /open, and says not why/,
    ],
    [
      'an open route in a workspace',
      { routes: [route(stated('/mail/x'), open('because it is so'), done)] },
      /open to whoever is not a member/,
    ],
    [
      'a permission where nobody has any',
      { routes: [route(stated('/mail/x', 'open'), 'mail.read', done)] },
      /nobody has permissions/,
    ],
    [
      'an address of another slice',
      { routes: [route(stated('/office/x'), 'mail.read', done)] },
      /begins with \/mail\//,
    ],
    [
      'a job of another slice',
      { jobs: [job('office.send', z.object({}), async () => {})] },
      /a job of mail begins with/,
    ],
    [
      'a permission of another slice',
      { permissions: [{ key: 'office.read', name: words, roles: [] }] },
      /a permission of mail begins with/,
    ],
    [
      'an address that is answered twice',
      { routes: [route(stated('/mail/messages'), 'mail.read', done)] },
      /answered twice/,
    ],
  ])('%s', (_what, extra, expected) => {
    expect(routeFaults(planted(extra))).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })

  it('a route that is not described, and a schema that says nothing', () => {
    const silent = planted({
      routes: [route(stated('/mail/x', 'workspace', { reply: z.unknown() }), 'mail.read', done)],
    })
    expect(interfaceFaults(silent, config)).toEqual([expect.stringMatching(/says nothing/)])
    const described = interfaceFaults(silent, config, (_slices, given) => ({ paths: {}, given }))
    expect(described).toEqual(
      expect.arrayContaining([expect.stringMatching(/\/mail\/x: not in the description/)]),
    )
  })
})
