import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyContract, CallExtras, Given, Reply } from '@helder/client'
import pg from 'pg'
import { inject } from 'vitest'
import { type App, makeApp, openServices } from '../../server/src/core/app.ts'
import { type Config, readConfig } from '../../server/src/core/config.ts'
import { type Ctx, makeCtx, type Services } from '../../server/src/core/ctx.ts'
import { type Connections, embeddedConnections, maintenance } from '../../server/src/core/data/embedded.ts'
import { announce } from '../../server/src/core/events/events.ts'
import { newId } from '../../server/src/core/ids.ts'
import { jobEnvelope } from '../../server/src/core/jobs/jobs.ts'
import { makeLog } from '../../server/src/core/log.ts'
import { slices } from '../../server/src/slices.ts'
import { type Person, people, type Settled, settle } from './settlers.ts'
import { type RawAnswer, type RawRequest, type Speaker, speak, speakRaw } from './speak.ts'

/** What the filled database holds: ids by name, secrets of sessions by person. */
export type FilledWorld = Settled

/** The key that makes passwords of tests fast would weaken real ones, so tests make sessions instead. */
export interface World extends Settled {
  app: App
  services: Services
  config: Config
  connections: Connections
  port: number
  /** How far the server's clock is ahead of ours; move it to make time pass. */
  clock: { aheadMs: number }
  /** Speaks as one of the people. */
  as(person: Person): {
    call<C extends AnyContract>(contract: C, given: Given<C> & CallExtras): Promise<Reply<C>>
    speaker: Speaker
  }
  /** Speaks to any host, as nobody. */
  raw(request: RawRequest): Promise<RawAnswer>
  /** A ctx of the system in a workspace, to look behind the interface. */
  ctx(workspaceId: string): Ctx
  /** Does the jobs that wait, until none is due; a job that fails fails the test. */
  work(): Promise<void>
  /** Waits until the server has heard of every change that was made so far: its memory follows a moment later. */
  heard(): Promise<void>
  /** A connection as the owner of the tables, for faults that tests plant. */
  ownerClient(): Promise<pg.Client>
  close(): Promise<void>
}

function testConfig(folder: string): Config {
  return readConfig({ HELDER_DATA: folder, PORT: '0', HELDER_LOG_LEVEL: process.env.TEST_LOG ?? 'silent' })
}

/** Fills the database that every test file starts from: two workspaces, their people, their sites. */
export async function fillWorld(connections: Connections, folder: string): Promise<FilledWorld> {
  mkdirSync(folder, { recursive: true })
  const { services, close } = await openServices({
    config: testConfig(folder),
    connections,
    slices,
    log: makeLog('silent'),
  })
  const settled = await settle(services)
  await runJobs(services, connections)
  await close()
  return settled
}

let worlds = 0

/** Opens a world of its own for a test file: a copy of the filled database, a server on a free port. */
export async function openWorld(): Promise<World> {
  const name = `world_${process.pid}_${worlds++}`
  const runFolder = inject('runFolder')
  const filled = inject('filled')
  const cluster = { socketFolder: inject('socketFolder'), stop: async () => {} }
  await copyDatabase(maintenance(cluster), name)
  const folder = join(runFolder, name)
  if (existsSync(join(runFolder, 'filled'))) cpSync(join(runFolder, 'filled'), folder, { recursive: true })
  const connections = embeddedConnections(cluster, name)
  const config = testConfig(folder)
  const clock = { aheadMs: 0 }
  const app = await makeApp({
    config,
    connections,
    slices,
    log: makeLog(config.logLevel),
    now: () => new Date(Date.now() + clock.aheadMs),
  })
  const port = await app.http.listen()
  config.publicPort = port
  const { services } = app
  return {
    ...filled,
    app,
    services,
    config,
    connections,
    port,
    clock,
    as: person => {
      const speaker = speakerOf(filled, config, person)
      return { speaker, call: (contract, given) => speak(port, speaker, contract, given) }
    },
    raw: request => speakRaw(port, request),
    ctx: workspaceId =>
      makeCtx({
        services,
        workspaceId,
        actor: { kind: 'system', reason: 'a test' },
        language: 'en',
      }),
    async work() {
      await runJobs(services, connections)
      await untilHeard(services, filled.bakery.workspaceId)
    },
    heard: () => untilHeard(services, filled.bakery.workspaceId),
    async ownerClient() {
      const client = new pg.Client(connections.owner)
      await client.connect()
      return client
    },
    async close() {
      await app.stop()
      await dropDatabase(maintenance(cluster), name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// What is announced is heard in order: when this is, all before it was.
async function untilHeard(services: Services, workspaceId: string): Promise<void> {
  const id = newId()
  const ctx = makeCtx({ services, workspaceId, actor: { kind: 'system', reason: 'a test' }, language: 'en' })
  await new Promise<void>((resolve, reject) => {
    const stop = services.events.subscribe(event => {
      if (event.id !== id) return
      stop()
      resolve()
    })
    ctx.write(tx => announce(tx, { topic: 'test.heard', id })).catch(reject)
  })
}

function speakerOf(filled: FilledWorld, config: Config, person: Person): Speaker {
  const { workspace } = people[person]
  const isPlatform = workspace === 'platform'
  return {
    host: config.studioHost,
    cookie: filled.sessions[person],
    workspaceId: isPlatform ? filled.platform.workspaceId : filled[workspace].workspaceId,
  }
}

async function copyDatabase(admin: pg.ClientConfig, name: string): Promise<void> {
  await withAdmin(admin, client =>
    client.query(`create database ${name} template helder strategy file_copy owner helder`),
  )
}

async function dropDatabase(admin: pg.ClientConfig, name: string): Promise<void> {
  await withAdmin(admin, client => client.query(`drop database ${name} with (force)`))
}

async function withAdmin(
  admin: pg.ClientConfig,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

interface QueuedJob {
  id: string
  task_identifier: string
  payload: unknown
}

// The queue without its clock: what is due is done now, in order, and an error is the test's.
async function runJobs(services: Services, connections: Connections): Promise<void> {
  const jobs = new Map(slices.flatMap(slice => slice.jobs).map(job => [job.name, job]))
  const client = new pg.Client(connections.owner)
  await client.connect()
  try {
    for (let round = 0; round < 1000; round++) {
      const { rows } = await client.query<QueuedJob>(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs
           where run_at <= now() order by priority, run_at, id limit 1)
         returning j.id, t.identifier as task_identifier, j.payload`,
      )
      const [queued] = rows
      if (queued === undefined) return
      const job = jobs.get(queued.task_identifier)
      if (job === undefined) throw new Error(`no job is called ${queued.task_identifier}`)
      const { workspaceId, payload } = jobEnvelope.parse(queued.payload)
      const actor = { kind: 'system' as const, reason: job.name }
      await job.start(makeCtx({ services, workspaceId, actor, language: 'nl' }), payload)
    }
    throw new Error('the queue does not run empty')
  } finally {
    await client.end()
  }
}
