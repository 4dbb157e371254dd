import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildStale } from '../../scripts/prepare.mjs'
import { embeddedConnections, startEmbedded } from '../../server/src/core/data/embedded.ts'
import { ensureApplicationRole, migrate, migrateJobs } from '../../server/src/core/data/migrate.ts'
import { type FilledWorld, fillWorld } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run: the cluster's, and the files of the filled world. */
    runFolder: string
    socketFolder: string
    filled: FilledWorld
  }
}

/** Starts one throwaway cluster and fills one database: every test file works on a copy of that. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Sites are rendered by a program of its own and load scripts, which tests of the server need as the server does;
  // some tests start the server itself as it is built.
  await buildStale(['server', 'sandbox', 'visitor'])
  const runFolder = mkdtempSync(join(tmpdir(), 'helder-test-'))
  const cluster = await startEmbedded({
    folder: join(runFolder, 'postgres'),
    logFile: join(runFolder, 'postgres.log'),
    throwaway: true,
    settings: { max_connections: '200' },
  })
  const connections = embeddedConnections(cluster)
  await ensureApplicationRole(connections.owner)
  await migrate(connections.owner)
  await migrateJobs(connections.owner)
  const filled = await fillWorld(connections, join(runFolder, 'filled'))
  project.provide('runFolder', runFolder)
  project.provide('socketFolder', cluster.socketFolder)
  project.provide('filled', filled)
  return async () => {
    await cluster.stop()
    rmSync(runFolder, { recursive: true, force: true })
  }
}
