import { checkTemplate, TemplateFault } from '@helder/liquid'
import type { Order, SandboxKind } from './protocol.ts'
import { closeSession, makePage, openSession } from './render.ts'
import { hear, send, serverFor } from './server.ts'

const kind: SandboxKind = process.argv[2] === 'bundle' ? 'bundle' : 'render'

async function obey(order: Order): Promise<void> {
  switch (order.do) {
    case 'answer':
      return hear(order.ask, order.value)
    case 'open':
      return openSession(order.session, order.facts, serverFor(0))
    case 'close':
      return closeSession(order.session)
    case 'page': {
      const page = await makePage(order.session, order.page, serverFor(order.job))
      return send({ say: 'page', job: order.job, page })
    }
    case 'check': {
      const problems = await check(order.path, order.source)
      return send({ say: 'checked', job: order.job, problems })
    }
    case 'bundle': {
      const { makeBundle } = await import('./bundle.ts')
      const bundle = await makeBundle(order.order, serverFor(order.job))
      return send({ say: 'bundle', job: order.job, bundle })
    }
  }
}

async function check(path: string, source: string) {
  if (kind === 'render') return checkTemplate(path, source)
  const { checkSource } = await import('./bundle.ts')
  return checkSource(path, source)
}

process.on('message', (order: Order) => {
  obey(order).catch(error => {
    const job = 'job' in order ? order.job : 0
    if (error instanceof TemplateFault) send({ say: 'fault', job, problem: error.problem })
    else
      send({ say: 'bug', job, message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
  })
})
// A server that is gone wants nothing any more.
process.on('disconnect', () => process.exit(0))
// What comes in on a signal from the terminal is for the server, which ends this process itself.
process.on('SIGINT', () => {})
send({ say: 'ready' })
