import { join } from 'node:path'
import pg from 'pg'
import { applicationRole } from './migrate.ts'
import { type Cluster, type ClusterOptions, initCluster, startCluster, superuser } from './postgres.ts'

/** The role that owns the tables in an embedded cluster; only migrations connect as it. */
const ownerRole = 'helder'

/** The two ways into a database: as its owner, for migrations and the queue, and as the application. */
export interface Connections {
  owner: pg.ClientConfig
  application: pg.ClientConfig
}

/** How to reach a database of an embedded cluster. */
export function embeddedConnections(cluster: Cluster, database = 'helder'): Connections {
  const host = cluster.socketFolder
  return {
    owner: { host, user: ownerRole, database },
    application: { host, user: applicationRole, database },
  }
}

/** Starts the embedded cluster of a data folder, made where it is missing. */
export async function startEmbedded(options: ClusterOptions): Promise<Cluster> {
  initCluster(options)
  const cluster = await startCluster(options)
  await ensureOwner(cluster)
  return cluster
}

/** How to reach the maintenance database of a cluster as superuser: to make databases and base backups. */
export function maintenance(cluster: Cluster, database = 'postgres'): pg.ClientConfig {
  return { host: cluster.socketFolder, user: superuser, database }
}

async function ensureOwner(cluster: Cluster): Promise<void> {
  const client = new pg.Client(maintenance(cluster))
  await client.connect()
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [ownerRole])
    if (roles.rowCount === 0) await client.query(`create role ${ownerRole} login createrole`)
    const databases = await client.query("select from pg_database where datname = 'helder'")
    if (databases.rowCount === 0) await client.query(`create database helder owner ${ownerRole}`)
  } finally {
    await client.end()
  }
}

/** The places of a data folder that the cluster uses. */
export function clusterPlaces(dataFolder: string): { folder: string; logFile: string } {
  return { folder: join(dataFolder, 'postgres'), logFile: join(dataFolder, 'logs', 'postgres.log') }
}
