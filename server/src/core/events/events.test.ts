import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/support/settlers.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { announce, type LiveEvent } from './events.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

// Opens the stream as somebody and gives the events as they come.
function listenAs(person: Person, workspaceId: string): Promise<{ heard: LiveEvent[]; close(): void }> {
  return new Promise((resolve, reject) => {
    const heard: LiveEvent[] = []
    const asked = request(
      {
        port: world.port,
        host: '127.0.0.1',
        path: `/api/w/${workspaceId}/events`,
        headers: {
          host: `${world.config.studioHost}:${world.port}`,
          cookie: `helder=${world.sessions[person]}`,
        },
      },
      response => {
        response.on('data', (chunk: Buffer) => {
          for (const line of chunk.toString().split('\n'))
            if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)))
          resolve({ heard, close: () => asked.destroy() })
        })
        response.on('error', () => {})
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 200) throw new Error('it did not happen')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

describe('live events', () => {
  it('reach the members of the workspace and nobody else, when the transaction commits', async () => {
    const bakery = await listenAs('bakeryEditor', world.bakery.workspaceId)
    const school = await listenAs('schoolOwner', world.school.workspaceId)
    const ctx = world.ctx(world.bakery.workspaceId)
    await ctx.write(tx => announce(tx, { topic: 'test.first', id: 'a' }))
    await ctx
      .write(async tx => {
        await announce(tx, { topic: 'test.rolled-back' })
        throw new Error('no')
      })
      .catch(() => {})
    await ctx.write(tx => announce(tx, { topic: 'test.last', progress: { done: 1, total: 2 } }))
    await until(() => bakery.heard.some(event => event.topic === 'test.last'))
    expect(bakery.heard).toEqual([
      { topic: 'test.first', id: 'a' },
      { topic: 'test.last', progress: { done: 1, total: 2 } },
    ])
    expect(school.heard).toEqual([])
    bakery.close()
    school.close()
  })
})
