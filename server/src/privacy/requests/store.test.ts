import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { type Asked, openRequest } from './actions.ts'
import { listRequests, type RequestChange, setFailure, updateRequest } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

it('lists what is open first, soonest due before all, and what failed is open', async () => {
  const school = world.ctx(world.school.workspaceId)
  const made = async (email: string, change: RequestChange) => {
    const asked: Asked = { kind: 'erasure', email: `${email}@visitor.example`, language: 'nl' }
    const requestId = await openRequest(school, asked)
    await school.write(tx => updateRequest(tx, requestId, change))
    return requestId
  }
  const decided = { decided_at: school.now, approved: true, started_at: school.now }
  await made('later', { due_on: '2031-02-03' })
  await made('refused', { due_on: '2031-01-01', decided_at: school.now, approved: false })
  await made('sooner', { due_on: '2031-02-01' })
  await made('sooner-too', { due_on: '2031-02-01' })
  await made('lapsed', { due_on: '2031-01-03', email: null })
  await made('done', { due_on: '2031-01-02', ...decided, finished_at: school.now })
  const failed = await made('failed', { due_on: '2031-02-02', ...decided })
  await school.write(tx => setFailure(tx, failed, { kind: 'bug' }))
  const names = (await school.read(listRequests))
    .map(({ email }) => email?.split('@')[0] ?? 'erased')
    .filter(name => name !== 'vera')
  expect(names).toEqual(['sooner', 'sooner-too', 'failed', 'later', 'done', 'erased', 'refused'])
})
