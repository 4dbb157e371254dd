import {
  type ParsedCronItem,
  parseCronItems,
  run,
  type TaskList,
  Logger as WorkerLogger,
} from 'graphile-worker'
import type pg from 'pg'
import { makeCtx, type Services, withoutWorkspace } from '../ctx.ts'
import { quietPool } from '../data/database.ts'
import { Refusal } from '../errors.ts'
import { platformWorkspaceId } from '../ids.ts'
import { listWorkspaceIds } from '../tenancy/store.ts'
import { type AnyJob, jobEnvelope } from './jobs.ts'

/** The running worker. */
export interface Worker {
  stop(): Promise<void>
}

/** Starts working through the queue with the jobs of all slices. */
export async function startWorker(
  services: Services,
  owner: pg.ClientConfig,
  jobs: AnyJob[],
): Promise<Worker> {
  const pool = quietPool({ ...owner, max: 6 })
  const leave = await enter(pool)
  const runner = await run({
    pgPool: pool,
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: Object.fromEntries(
      jobs.flatMap(job => [[job.name, runJob(services, job)], ...spread(services, job)]),
    ),
    parsedCronItems: parsedSchedule(jobs),
    logger: quietLogger(services),
  })
  return {
    async stop() {
      await runner.stop()
      leave()
      await pool.end()
    },
  }
}

// The number of an advisory lock that every living worker of this database shares.
const alive = 4_353_512

/**
 * Joins the workers of this database. A killed server leaves its jobs locked, by default for four hours; whoever
 * finds no other worker alive lets them go, so that they are done now. Gives how to leave.
 */
async function enter(pool: pg.Pool): Promise<() => void> {
  const client = await pool.connect()
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [alive])
  const alone = rows[0]?.alone === true
  if (alone) {
    await client.query(
      `select graphile_worker.force_unlock_workers(array(
         select locked_by from graphile_worker._private_jobs where locked_by is not null
         union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`,
    )
  }
  // The lock is the session's: it goes when this process does, in whatever way.
  await client.query('select pg_advisory_lock_shared($1)', [alive])
  if (alone) await client.query('select pg_advisory_unlock($1)', [alive])
  return () => client.release(true)
}

function runJob(services: Services, job: AnyJob): TaskList[string] {
  return async (given, helpers) => {
    const { workspaceId, payload } = jobEnvelope.parse(given)
    const log = services.log.child({ job: job.name, jobId: helpers.job.id, workspaceId })
    const ctx = makeCtx({
      services,
      workspaceId,
      actor: { kind: 'system', reason: job.name },
      language: 'nl',
      log,
    })
    try {
      await job.start(ctx, payload)
      log.debug('job done')
    } catch (error) {
      if (!(error instanceof Refusal)) {
        log.error({ err: error, attempt: helpers.job.attempts }, 'job failed')
        throw error
      }
      log.warn({ refusal: error.kind, message: error.message }, 'job refused')
    }
  }
}

// A scheduled job has a second task, which the clock calls: it puts the job in the queue for each workspace.
function spread(services: Services, job: AnyJob): [string, TaskList[string]][] {
  const { schedule } = job
  if (schedule === undefined) return []
  const task: TaskList[string] = async (_given, helpers) => {
    const workspaces =
      schedule.each === 'platform'
        ? [platformWorkspaceId]
        : await withoutWorkspace(services, 'scheduled work is done for all', 'read', listWorkspaceIds)
    for (const workspaceId of workspaces) {
      await helpers.addJob(job.name, { workspaceId, payload: {} }, { jobKey: `${workspaceId}:${job.name}` })
    }
  }
  return [[scheduleName(job), task]]
}

function scheduleName(job: AnyJob): string {
  return `${job.name}.scheduled`
}

function parsedSchedule(jobs: AnyJob[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.flatMap(job => (job.schedule ? [{ task: scheduleName(job), match: job.schedule.cron }] : [])),
  )
}

function quietLogger(services: Services) {
  // graphile-worker logs a failed job with its payload and error; ours is logged above, by id.
  return new WorkerLogger(scope => (level, message) => {
    if (level === 'error' && !message.startsWith('Failed task')) services.log.error({ scope }, message)
  })
}
