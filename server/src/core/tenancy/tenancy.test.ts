import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import * as schema from './schema.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('who is who', () => {
  it('shows a member the workspaces they work in, with their role', async () => {
    const me = await world.as('bakeryEditor').call(schema.getMe, {})
    expect(me.account.email).toBe('eva@bakery.example')
    expect(me.workspaces.map(workspace => workspace.slug)).toEqual(['bakery'])
    expect(me.workspaces[0]?.role).toEqual({ nl: 'Redacteur', en: 'Editor' })
  })

  it('hides another workspace altogether', async () => {
    const outsider = { ...world.as('schoolOwner').speaker, workspaceId: world.bakery.workspaceId }
    const answer = await world.raw({
      host: outsider.host,
      path: `/api/w/${world.bakery.workspaceId}/tenancy/members`,
      headers: { cookie: `helder=${outsider.cookie}` },
    })
    expect(answer.status).toBe(404)
  })
})
