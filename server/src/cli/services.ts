import { text } from '@helder/words'
import { openServices } from '../core/app.ts'
import { type Config, readConfig } from '../core/config.ts'
import { type Ctx, makeCtx, type Services } from '../core/ctx.ts'
import type { Connections } from '../core/data/embedded.ts'
import { lockHolder } from '../core/data-folder.ts'
import { OperatorError } from '../core/errors.ts'
import { joinInstance } from '../core/instance.ts'
import { makeLog } from '../core/log.ts'
import { findWorkspaceId } from '../core/tenancy/index.ts'
import { slices } from '../slices.ts'
import { terminalLanguage } from './terminal.ts'

/** The installation that a command works on. */
export interface Joined {
  config: Config
  connections: Connections
  /** A server runs on it, and works through what is put in the queue. */
  isServed: boolean
}

/** Runs with the services of this installation, whether or not a server runs on it. */
export async function withServices<T>(work: (services: Services, joined: Joined) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const isServed = lockHolder(config.dataFolder) !== undefined
  const { connections, close } = await joinInstance(config)
  try {
    const opened = await openServices({ config, connections, slices, log: makeLog('warn') })
    try {
      return await work(opened.services, { config, connections, isServed })
    } finally {
      await opened.close()
    }
  } finally {
    await close()
  }
}

/** The ctx of a command in a workspace. */
export function commandCtx(services: Services, workspaceId: string): Ctx {
  const actor = { kind: 'system', reason: 'the command line' } as const
  return makeCtx({ services, workspaceId, actor, language: terminalLanguage() })
}

/** The workspace of a slug; refuses one that is not there. */
export async function namedWorkspace(services: Services, slug: string): Promise<string> {
  const workspaceId = await findWorkspaceId(services, slug)
  if (workspaceId !== null) return workspaceId
  if (slug === 'platform') throw new OperatorError(neverStarted)
  throw new OperatorError(
    text(
      `Er is geen werkruimte ${slug}. Welke er zijn: npx helder workspace list.`,
      `There is no workspace ${slug}. Which there are: npx helder workspace list.`,
    ),
  )
}

// The operator's own workspace is made by the first start.
const neverStarted = text(
  'Hier is Helder nog niet gestart. Start het één keer met npm start, en geef dit commando opnieuw.',
  'Helder has not been started here yet. Start it once with npm start, and give this command again.',
)
