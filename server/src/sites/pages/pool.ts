import type { Services } from '../../core/ctx.ts'
import { makeSandbox, type Sandbox } from './sandbox.ts'

const pools = new WeakMap<Services, Sandbox>()

/** The sandbox of this program: one for requests and jobs together, started when it is first needed. */
export function sandboxOf(services: Services): Sandbox {
  const known = pools.get(services)
  if (known) return known
  const made = makeSandbox(services.log)
  pools.set(services, made)
  return made
}

/** Ends the processes of the sandbox, if there are any. */
export async function stopSandbox(services: Services): Promise<void> {
  await pools.get(services)?.stop()
  pools.delete(services)
}
