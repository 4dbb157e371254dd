import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Services } from './ctx.ts'
import { openDatabase } from './data/database.ts'
import type { Connections } from './data/embedded.ts'
import { startEvents } from './events/events.ts'
import { type HttpOptions, type HttpServer, makeHttpServer } from './http/server.ts'
import { startWorker } from './jobs/worker.ts'
import { openKeys } from './keys.ts'
import type { Log } from './log.ts'
import { folderStore } from './objects/store.ts'
import type { Slice, SliceRuntime } from './slice.ts'

/** What an app is made of. */
export interface AppOptions {
  config: Config
  connections: Connections
  slices: Slice[]
  log: Log
  now?: () => Date
}

/** Opens what every request and job needs; `close` lets go of it. */
export async function openServices(
  options: AppOptions,
): Promise<{ services: Services; close(): Promise<void> }> {
  const { config, connections, slices, log } = options
  const database = openDatabase(connections.application)
  const events = await startEvents(database, log)
  const services: Services = {
    config,
    database,
    events,
    log,
    objects: folderStore(join(config.dataFolder, 'objects')),
    keys: openKeys(config.keysFolder),
    permissions: slices.flatMap(slice => slice.permissions),
    personalData: slices.map(slice => slice.personalData),
    now: options.now ?? (() => new Date()),
  }
  return {
    services,
    async close() {
      await events.close()
      await database.close()
    },
  }
}

/** The running program, but for its queue. */
export interface App {
  services: Services
  http: HttpServer
  /** Starts working through the queue. */
  startWorker(): Promise<void>
  stop(): Promise<void>
}

/** Puts the program together; nothing listens yet. */
export async function makeApp(
  options: AppOptions & { closedBecause?: HttpOptions['closedBecause'] },
): Promise<App> {
  const { services, close } = await openServices(options)
  const runtimes: SliceRuntime[] = []
  for (const slice of options.slices) if (slice.start) runtimes.push(await slice.start(services))
  const http = await makeHttpServer({
    services,
    slices: options.slices,
    hosts: runtimes.find(runtime => runtime.hosts)?.hosts,
    ...(options.closedBecause ? { closedBecause: options.closedBecause } : {}),
  })
  let stopWorker = async () => {}
  return {
    services,
    http,
    async startWorker() {
      const worker = await startWorker(
        services,
        options.connections.owner,
        options.slices.flatMap(slice => slice.jobs),
      )
      stopWorker = worker.stop
    },
    async stop() {
      await http.close()
      await stopWorker()
      for (const runtime of runtimes) await runtime.stop?.()
      await close()
    },
  }
}
