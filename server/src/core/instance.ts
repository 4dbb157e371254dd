import { text } from '@helder/words'
import pg from 'pg'
import type { Config } from './config.ts'
import { archiveSettings } from './data/archiving.ts'
import { isDatabaseError } from './data/database.ts'
import { type Connections, clusterPlaces, embeddedConnections, startEmbedded } from './data/embedded.ts'
import { applicationRole, ensureApplicationRole, migrate, migrateJobs, notPermitted } from './data/migrate.ts'
import { type Cluster, socketFolderOf, stopCluster } from './data/postgres.ts'
import { lockDataFolder, lockHolder, prepareDataFolder } from './data-folder.ts'
import { OperatorError } from './errors.ts'
import { openKeys } from './keys.ts'

/** An installation that this process has: its data folder locked, its database running and up to date. */
export interface Instance {
  connections: Connections
  /** The embedded database; absent where DATABASE_URL names a server. */
  cluster: Cluster | undefined
  close(): Promise<void>
}

/** What opening may need to know. */
export interface OpenOptions {
  /** More lines for postgresql.conf, such as where WAL goes. */
  settings?: Record<string, string>
  /** Hears what is being done, for progress on screen. */
  tell?: (step: string) => void
  /** Leaves the database as it is: for a look at one that may not be in order. */
  asItIs?: boolean
}

/** Takes the installation for this process: the lock, the database, its roles, the migrations. */
export async function openInstance(config: Config, options: OpenOptions = {}): Promise<Instance> {
  prepareDataFolder(config.dataFolder)
  const unlock = lockDataFolder(config.dataFolder)
  try {
    const { connections, cluster } = await connect(config, options.settings)
    if (!options.asItIs) await prepareDatabase(config, connections, options.tell)
    return {
      connections,
      cluster,
      async close() {
        await cluster?.stop()
        unlock()
      },
    }
  } catch (error) {
    // Nobody would stop it later, and it would hold the folder.
    await stopCluster(clusterPlaces(config.dataFolder).folder)
    unlock()
    throw error
  }
}

async function connect(config: Config, settings: Record<string, string> | undefined) {
  if (config.databaseUrl !== undefined) {
    return { connections: serverConnections(config, config.databaseUrl), cluster: undefined }
  }
  const cluster = await startEmbedded({
    ...clusterPlaces(config.dataFolder),
    settings: { ...archiveSettings(config), ...settings },
  })
  return { connections: embeddedConnections(cluster), cluster }
}

// On a server elsewhere the application's role needs a password; the owner sets it, from a key of ours.
function serverConnections(config: Config, databaseUrl: string): Connections {
  const application = new URL(databaseUrl)
  application.username = applicationRole
  application.password = applicationPassword(config)
  return { owner: { connectionString: databaseUrl }, application: { connectionString: application.href } }
}

function applicationPassword(config: Config): string {
  return openKeys(config.keysFolder).get('database').toString('hex')
}

async function prepareDatabase(
  config: Config,
  { owner }: Connections,
  tell: OpenOptions['tell'] = () => {},
): Promise<void> {
  if (config.databaseUrl === undefined) return bringUpToDate(owner, undefined, tell)
  await refuseOldServer(owner)
  try {
    await bringUpToDate(owner, applicationPassword(config), tell)
  } catch (error) {
    throw isDatabaseError(error) && error.code === notPermitted
      ? lacksRights(error, config.databaseUrl)
      : error
  }
}

async function bringUpToDate(
  owner: pg.ClientConfig,
  password: string | undefined,
  tell: (step: string) => void,
): Promise<void> {
  await ensureApplicationRole(owner, password)
  await migrate(owner, undefined, tell)
  // Each time: a start that was killed may have got this far and no further.
  await migrateJobs(owner)
}

function lacksRights(error: Error, databaseUrl: string): OperatorError {
  const { username, pathname } = new URL(databaseUrl)
  const database = pathname.slice(1)
  const statements = [
    `alter role ${username} createrole`,
    `alter database ${database} owner to ${username}`,
    `grant ${applicationRole} to ${username} with admin option`,
  ]
  return new OperatorError(
    text(
      `De gebruiker in DATABASE_URL mag te weinig: ${error.message}. Laat de beheerder van de server uitvoeren wat ontbreekt:\n  ${statements.join(';\n  ')};`,
      `The user in DATABASE_URL may do too little: ${error.message}. Have whoever runs the server do what is missing:\n  ${statements.join(';\n  ')};`,
    ),
  )
}

const oldestMajor = 15

async function refuseOldServer(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    )
    const version = rows[0]?.version ?? 0
    if (version >= oldestMajor) return
    throw new OperatorError(
      text(
        `De database is PostgreSQL ${version}; Helder heeft ${oldestMajor} of nieuwer nodig.`,
        `The database is PostgreSQL ${version}; Helder needs ${oldestMajor} or newer.`,
      ),
    )
  } catch (error) {
    if (error instanceof OperatorError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(
      text(
        `De database in DATABASE_URL is niet te bereiken: ${reason}. Controleer het adres, de naam en het wachtwoord.`,
        `The database in DATABASE_URL can not be reached: ${reason}. Check the address, the name and the password.`,
      ),
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Takes part in the installation: through the Helder that runs on it, or by opening it where none does. */
export async function joinInstance(config: Config, options: OpenOptions = {}): Promise<Instance> {
  if (lockHolder(config.dataFolder) === undefined) return openInstance(config, options)
  const socketFolder = socketFolderOf(clusterPlaces(config.dataFolder).folder)
  const stop = async () => {}
  const connections =
    config.databaseUrl === undefined
      ? embeddedConnections({ socketFolder, stop })
      : serverConnections(config, config.databaseUrl)
  return { connections, cluster: undefined, close: stop }
}
