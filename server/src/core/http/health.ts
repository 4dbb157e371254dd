import type { FastifyInstance } from 'fastify'
import type { Services } from '../ctx.ts'
import type { HostServer } from '../slice.ts'

/** Whether a request asks how Helder is, or what it serves. */
export function asksHealth(url: string | undefined): boolean {
  return url !== undefined && /^\/health(\/host)?(\?|$)/.test(url)
}

/**
 * What the machinery around Helder asks: whether it can do its work, and, before a proxy gets a certificate for a
 * name, whether that name is served here: the studio's, a site's or a preview's.
 */
export function answerHealth(app: FastifyInstance, services: Services, hosts: HostServer | undefined): void {
  app.get('/health', async (_request, reply) => {
    const ok = await isDatabaseThere(services)
    return reply
      .status(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok })
  })
  app.get('/health/host', async (request, reply) => {
    const { domain } = request.query as { domain?: unknown }
    const served = typeof domain === 'string' && (await isServed(domain.toLowerCase(), services, hosts))
    return reply
      .status(served ? 200 : 404)
      .header('cache-control', 'no-store')
      .send({ served })
  })
}

async function isServed(host: string, { config }: Services, hosts: HostServer | undefined): Promise<boolean> {
  return host === config.studioHost || ((await hosts?.find(host)) ?? null) !== null
}

const patienceMs = 3000

// Who asks takes no answer for a no, but later than we can say it.
function isDatabaseThere({ database }: Services): Promise<boolean> {
  const reason = 'whether the database answers is nobody’s affair but the operator’s'
  const answer = database
    .transaction({ withoutWorkspace: reason }, 'read', async () => true)
    .catch(() => false)
  const late = new Promise<boolean>(resolve => setTimeout(resolve, patienceMs, false).unref())
  return Promise.race([answer, late])
}
