import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { Answer, open, type Route, route } from '../../core/http/route.ts'
import { getWorkspace, listMemberAccounts } from '../../core/tenancy/store.ts'
import { proofOf } from '../erasures/rules.ts'
import { listErasures, listRepetitions } from '../erasures/store.ts'
import { givenOf } from '../exports/rules.ts'
import { findSubject } from '../subjects/actions.ts'
import { outcomesOf } from '../subjects/rules.ts'
import {
  askRequest,
  confirmRequest,
  decideRequest,
  deciding,
  kindOf,
  openExport,
  openRequest,
  requestBySecret,
} from './actions.ts'
import { type Failure, failureText, stateOf } from './rules.ts'
import * as schema from './schema.ts'
import { getRequest, listRequests, type RequestRow } from './store.ts'

function summary(row: RequestRow) {
  return {
    requestId: row.requestId,
    number: row.number,
    kind: kindOf(row),
    state: stateOf(row),
    email: row.email,
    receivedAt: row.receivedAt.toISOString(),
    dueOn: row.dueOn,
    finishedAt: answeredAt(row)?.toISOString() ?? null,
  }
}

// A no is carried out by saying it.
function answeredAt(row: RequestRow): Date | null {
  return row.finishedAt ?? (stateOf(row) === 'refused' ? row.decidedAt : null)
}

async function proofFor(tx: TxCtx, requestId: string) {
  return proofOf(await listErasures(tx, requestId), await listRepetitions(tx))
}

// What is held is shown once the asker has shown who they are, and until it is dealt with.
async function planFor(tx: TxCtx, row: RequestRow) {
  const open = ['waiting', 'approved', 'working', 'failed'].includes(stateOf(row))
  if (!open || row.email === null) return []
  const held = await findSubject(tx, { emails: new Set([row.email]), accounts: new Set() })
  return outcomesOf(kindOf(row) === 'access' ? givenOf(held.items) : held.items)
}

async function whole(tx: TxCtx, requestId: string) {
  const row = await getRequest(tx, requestId)
  const names = new Map((await listMemberAccounts(tx)).map(member => [member.account_id, member.name]))
  return {
    ...summary(row),
    reason: row.reason,
    decidedBy: names.get(row.decidedBy ?? '') ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    plan: await planFor(tx, row),
    proof: await proofFor(tx, requestId),
    exportUntil: row.exportUntil?.toISOString() ?? null,
    failure: row.failure === null ? null : failureText(row.failure as Failure),
  }
}

async function lookAt(ctx: Ctx, secret: string) {
  const found = await requestBySecret(ctx, secret)
  return found.ctx.read(async tx => {
    const row = await getRequest(tx, found.requestId)
    return {
      number: row.number,
      kind: kindOf(row),
      state: stateOf(row),
      controller: (await getWorkspace(tx)).name,
      receivedAt: row.receivedAt.toISOString(),
      dueOn: row.dueOn,
      reason: stateOf(row) === 'refused' ? row.reason : null,
      proof: await proofFor(tx, found.requestId),
      exportUntil: row.exportUntil?.toISOString() ?? null,
    }
  })
}

async function download(ctx: Ctx, secret: string): Promise<Answer> {
  const { ctx: there, sha, number } = await openExport(ctx, secret)
  return new Answer(ctx.services.objects.stream(there.workspaceId, sha), {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="helder-${number}.zip"`,
    'x-content-type-options': 'nosniff',
  })
}

const everyone = open('anyone may ask what is held about them; tries are counted')
const bySecret = open('whoever has the link from the mail is the one who asked; it holds 160 bits')

function personRoutes(contracts: ReturnType<typeof schema.personContracts>): Route[] {
  return [
    route(contracts.request, everyone, async (ctx, { body }, http) => askRequest(ctx, body, http)),
    route(contracts.confirm, bySecret, async (ctx, { body }) => confirmRequest(ctx, body.secret)),
    route(contracts.look, bySecret, async (ctx, { body }) => lookAt(ctx, body.secret)),
    route(contracts.download, bySecret, async (ctx, { body }) => download(ctx, body.secret)),
  ]
}

export const routes = [
  route(schema.listRequests, 'privacy.requests.read', async ctx =>
    (await ctx.read(listRequests)).map(summary),
  ),
  route(schema.getRequest, 'privacy.requests.read', (ctx, { params }) =>
    ctx.snapshot(tx => whole(tx, params.requestId)),
  ),
  route(schema.openRequest, deciding, async (ctx, { body }) => ({ requestId: await openRequest(ctx, body) })),
  route(schema.decideRequest, deciding, async (ctx, { params, body }) =>
    decideRequest(ctx, params.requestId, body),
  ),
  ...personRoutes(schema.visitorRequests),
  ...personRoutes(schema.platformRequests),
]
