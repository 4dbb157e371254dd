import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import type { Queries } from '../../core/data/database.ts'
import { notFound } from '../../core/errors.ts'
import type { LedgerRequest } from '../erasures/ledger.ts'
import type { Failure } from './rules.ts'

const columns = [
  'request_id as requestId',
  'number',
  'kind',
  'site_id as siteId',
  'origin',
  'email',
  'language',
  'secret_hash as secretHash',
  'received_at as receivedAt',
  'verified_at as verifiedAt',
  'due_on as dueOn',
  'decided_at as decidedAt',
  'decided_by as decidedBy',
  'approved',
  'reason',
  'started_at as startedAt',
  'notice_id as noticeId',
  'finished_at as finishedAt',
  'failure',
  'export_sha256 as exportSha256',
  'export_until as exportUntil',
] as const

/** A request as it stands. */
export type RequestRow = Awaited<ReturnType<typeof getRequest>>

// What somebody must still do something about: decide, or see to it that it is carried out.
const isOpen = sql`(
  verified_at is not null and email is not null and finished_at is null and approved is not false
)`

/** The requests, those that are open first and what is due soonest before all; then the newest. */
export async function listRequests(tx: TxCtx) {
  return tx.db
    .selectFrom('privacy.requests')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy(isOpen, 'desc')
    .orderBy(sql`case when ${isOpen} then due_on end`)
    .orderBy(sql`case when ${isOpen} then number else -number end`)
    .limit(500)
    .execute()
}

export async function findRequest(tx: TxCtx, requestId: string) {
  return tx.db
    .selectFrom('privacy.requests')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

export async function getRequest(tx: TxCtx, requestId: string) {
  const row = await findRequest(tx, requestId)
  if (row === undefined) throw notFound(text('Dit verzoek', 'This request'))
  return row
}

/** Takes a request for a change: nobody else can change it until this transaction ends. */
export async function lockRequest(tx: TxCtx, requestId: string) {
  await sql`
    select from privacy.requests
    where workspace_id = ${tx.workspaceId} and request_id = ${requestId} for update`.execute(tx.db)
  return getRequest(tx, requestId)
}

/** The workspace and id of the request with a secret, in whichever workspace; needs the view over all. */
export async function findRequestBySecret(db: Queries, secretHash: string) {
  return db
    .selectFrom('privacy.requests')
    .select(['workspace_id as workspaceId', 'request_id as requestId'])
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
}

/** The number of the next request; holds off others who ask for one until this transaction ends. */
export async function nextNumber(tx: TxCtx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('privacy.requests ' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  )
  const row = await tx.db
    .selectFrom('privacy.requests')
    .select(eb => eb.fn.max('number').as('last'))
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** A new request. */
export interface RequestInput {
  requestId: string
  number: number
  kind: string
  siteId: string | null
  origin: string
  email: string
  language: string
  secretHash: string
  verifiedAt: Date | null
  dueOn: string | null
}

export async function insertRequest(tx: TxCtx, input: RequestInput): Promise<void> {
  await tx.db
    .insertInto('privacy.requests')
    .values({
      workspace_id: tx.workspaceId,
      request_id: input.requestId,
      number: input.number,
      kind: input.kind,
      site_id: input.siteId,
      origin: input.origin,
      email: input.email,
      language: input.language,
      secret_hash: input.secretHash,
      received_at: tx.now,
      verified_at: input.verifiedAt,
      due_on: input.dueOn,
    })
    .execute()
}

/** What may change of a request as it goes its way. */
export interface RequestChange {
  email?: null
  verified_at?: Date
  due_on?: string
  decided_at?: Date
  decided_by?: string | null
  approved?: boolean
  reason?: string | null
  started_at?: Date
  notice_id?: string
  finished_at?: Date
  export_sha256?: string | null
  export_until?: Date | null
}

export async function updateRequest(tx: TxCtx, requestId: string, change: RequestChange): Promise<void> {
  await tx.db
    .updateTable('privacy.requests')
    .set(change)
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .execute()
}

/** Notes why a request could not be carried out, or that nothing is in the way any more. */
export async function setFailure(tx: TxCtx, requestId: string, failure: Failure | null): Promise<void> {
  await tx.db
    .updateTable('privacy.requests')
    .set({ failure: failure === null ? null : JSON.stringify(failure) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .execute()
}

/** Puts back the request of an erasure that is repeated, or closes the one that came back with the database. */
export async function restoreRequest(tx: TxCtx, request: LedgerRequest, erasedAt: Date): Promise<void> {
  const closed = {
    email: null,
    verified_at: request.verifiedAt === null ? null : new Date(request.verifiedAt),
    due_on: request.dueOn,
    decided_at: request.decidedAt === null ? erasedAt : new Date(request.decidedAt),
    approved: true,
    started_at: erasedAt,
    finished_at: erasedAt,
    failure: null,
  }
  await tx.db
    .insertInto('privacy.requests')
    .values({
      workspace_id: tx.workspaceId,
      request_id: request.requestId,
      number: request.number,
      kind: 'erasure',
      origin: request.origin,
      language: request.language,
      secret_hash: request.secretHash,
      received_at: new Date(request.receivedAt),
      ...closed,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'request_id']).doUpdateSet(closed))
    .execute()
}

/** Removes what nobody ever confirmed; gives how many. */
export async function deleteUnverified(tx: TxCtx, before: Date): Promise<number> {
  const result = await tx.db
    .deleteFrom('privacy.requests')
    .where('workspace_id', '=', tx.workspaceId)
    .where('verified_at', 'is', null)
    .where('received_at', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** The requests whose export may no longer be fetched. */
export async function listStaleExports(tx: TxCtx): Promise<{ requestId: string; sha: string | null }[]> {
  return tx.db
    .selectFrom('privacy.requests')
    .select(['request_id as requestId', 'export_sha256 as sha'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('export_until', '<', tx.now)
    .where('export_sha256', 'is not', null)
    .execute()
}
