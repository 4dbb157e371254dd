import { Readable } from 'node:stream'
import { Answer, route } from '../http/route.ts'
import type { Slice } from '../slice.ts'
import { streamEvents } from './schema.ts'

// Proxies close a connection on which nothing happens, often after a minute.
const beatMs = 25_000

/** The stream of changes for the studio. */
export const liveEvents: Slice = {
  name: 'events',
  routes: [
    route(streamEvents, 'tenancy.settings.read', async ctx => {
      const stream = new Readable({ read() {} })
      stream.push(': open\n\n')
      const stop = ctx.services.events.subscribe(({ workspaceId, ...event }) => {
        if (workspaceId === ctx.workspaceId) stream.push(`data: ${JSON.stringify(event)}\n\n`)
      })
      const beat = setInterval(() => stream.push(': still here\n\n'), beatMs)
      stream.on('close', () => {
        stop()
        clearInterval(beat)
      })
      return new Answer(stream, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
    }),
  ],
  jobs: [],
  permissions: [],
  personalData: {
    tables: {},
    jobs: {},
    objects: {},
    nothing: 'topics and ids pass through, and nothing is kept',
  },
}
