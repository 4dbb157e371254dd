import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { job } from './jobs.ts'
import { startWorker } from './worker.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await openWorld()
  owner = await world.ownerClient()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

const done: string[] = []
const note = job('test.note', z.object({ name: z.string() }), async (_ctx, { name }) => {
  done.push(name)
})

async function queue(name: string): Promise<void> {
  await world.ctx(world.bakery.workspaceId).write(tx => tx.enqueue(note, { name }))
}

/** Leaves every job as a server does that was killed in the middle of it. */
async function lockByDeadWorker(): Promise<void> {
  await owner.query(
    "update graphile_worker._private_jobs set locked_by = 'worker-killed', locked_at = now(), attempts = 1",
  )
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue() && waited < 8000; waited += 20) await sleep(20)
}

describe('a worker', () => {
  it('does what a killed one was doing, and at once', async () => {
    await queue('left by a killed server')
    await lockByDeadWorker()
    const worker = await startWorker(world.services, world.connections.owner, [note])
    await until(() => done.length > 0)
    await worker.stop()
    expect(done).toEqual(['left by a killed server'])
  })

  it('leaves alone what another living one is doing', async () => {
    const first = await startWorker(world.services, world.connections.owner, [])
    await queue('in the hands of another')
    await lockByDeadWorker()
    const second = await startWorker(world.services, world.connections.owner, [note])
    await sleep(500)
    expect(done).not.toContain('in the hands of another')
    await second.stop()
    await first.stop()
    const third = await startWorker(world.services, world.connections.owner, [note])
    await until(() => done.includes('in the hands of another'))
    await third.stop()
    expect(done).toContain('in the hands of another')
  })

  it('outlives a database that drops it', async () => {
    const worker = await startWorker(world.services, world.connections.owner, [note])
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and datname = current_database() and usename = current_user`,
    )
    await queue('after the break')
    await until(() => done.includes('after the break'))
    await worker.stop()
    expect(done).toContain('after the break')
  })
})
