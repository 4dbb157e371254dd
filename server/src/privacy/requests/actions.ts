import { isLanguage, type Language, type Text, text } from '@helder/words'
import { z } from 'zod'
import { audit } from '../../core/audit/audit.ts'
import { origin } from '../../core/config.ts'
import { asSystem, type Ctx, type TxCtx, withoutWorkspace } from '../../core/ctx.ts'
import { invalidField, notFound, Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import type { Http } from '../../core/http/route.ts'
import { refuseTooManyTries } from '../../core/identity/tries.ts'
import { hashSecret, newId, platformWorkspaceId, secretFrom } from '../../core/ids.ts'
import { job } from '../../core/jobs/jobs.ts'
import { deliver, sendMail } from '../../core/mail/index.ts'
import type { Letter } from '../../core/mail/letter.ts'
import { permissionsOf } from '../../core/tenancy/rules.ts'
import { getWorkspace, listMemberAccounts, listMembers, listRoles } from '../../core/tenancy/store.ts'
import { eraseSubject } from '../erasures/actions.ts'
import { catchUp } from '../erasures/repeat.ts'
import { buildExport } from '../exports/actions.ts'
import { BlindScan, type Tell } from '../scans/scan.ts'
import {
  arrivedLetter,
  confirmLetter,
  erasedLetter,
  type LetterInput,
  openedLetter,
  readyLetter,
  refusedLetter,
} from './letters.ts'
import { dueOn, exportDays, type Failure, stateOf } from './rules.ts'
import type { RequestKind } from './schema.ts'
import {
  findRequest,
  findRequestBySecret,
  getRequest,
  insertRequest,
  lockRequest,
  nextNumber,
  type RequestRow,
  setFailure,
  updateRequest,
} from './store.ts'

/** The permission to decide on requests. */
export const deciding = 'privacy.requests.write'

/** A request as somebody makes it. */
export interface Asked {
  kind: RequestKind
  email: string
  language: Language
}

/** Takes a request, and mails a link that shows that the address is the asker's; the same for everyone. */
export async function askRequest(ctx: Ctx, asked: Asked, http: Http): Promise<void> {
  await refuseTooManyTries(ctx, 'privacy-request', asked.email, http.ip)
  await ctx.write(async tx => {
    const requestId = await writeDown(tx, asked, { siteId: http.siteId ?? null, origin: http.origin })
    await audit(tx, { action: 'privacy.requested', targetId: requestId, detail: { kind: asked.kind } })
    await mailPerson(tx, await getRequest(tx, requestId), 'confirm', confirmLetter)
  })
}

/** Writes down a request that came in otherwise, by somebody who made sure who asks. */
export async function openRequest(ctx: Ctx, asked: Asked): Promise<string> {
  return ctx.write(async tx => {
    const { config } = tx.services
    const place = { siteId: null, origin: origin(config, config.studioHost) }
    const requestId = await writeDown(tx, asked, place, tx.now)
    await audit(tx, { action: 'privacy.request-opened', targetId: requestId, detail: { kind: asked.kind } })
    await announce(tx, { topic: 'privacy.request', id: requestId })
    await mailPerson(tx, await getRequest(tx, requestId), 'opened', openedLetter)
    return requestId
  })
}

async function writeDown(
  tx: TxCtx,
  asked: Asked,
  place: { siteId: string | null; origin: string },
  verifiedAt?: Date,
): Promise<string> {
  const requestId = newId(tx.now.getTime())
  await insertRequest(tx, {
    ...asked,
    ...place,
    requestId,
    number: await nextNumber(tx),
    secretHash: hashSecret(secretOf(tx, requestId)),
    verifiedAt: verifiedAt ?? null,
    dueOn: verifiedAt ? dueOn(verifiedAt) : null,
  })
  return requestId
}

// Made again from a key rather than kept, so that every letter can have the link and nothing holds it.
function secretOf(tx: TxCtx, requestId: string): string {
  return secretFrom(tx.services.keys.hmac('requests', requestId))
}

function pageOf(tx: TxCtx, request: RequestRow): string {
  const path = request.siteId === null ? '/request' : '/_helder/request'
  return `${request.origin}${path}#${secretOf(tx, request.requestId)}`
}

async function mailPerson(
  tx: TxCtx,
  request: RequestRow,
  template: string,
  write: (input: LetterInput) => Letter,
): Promise<string> {
  const { email } = request
  if (email === null) throw new Error('a request without an address can not be answered by mail')
  const language = isLanguage(request.language) ? request.language : 'nl'
  const letter = write({
    kind: kindOf(request),
    controller: (await getWorkspace(tx)).name,
    address: pageOf(tx, request),
    language,
  })
  return sendMail(tx, { to: email, template: `privacy.${template}`, language, letter })
}

/** What a request asks. */
export function kindOf(request: Pick<RequestRow, 'kind'>): RequestKind {
  return request.kind === 'access' ? 'access' : 'erasure'
}

/**
 * Finds a request by the secret of its page, in the workspace whose site was asked; the studio's host serves the
 * requests of all. Gives it with a ctx in its workspace.
 */
export async function requestBySecret(ctx: Ctx, secret: string): Promise<{ ctx: Ctx; requestId: string }> {
  const reason = 'a request is found by its secret before its workspace is known'
  const found = await withoutWorkspace(ctx.services, reason, 'read', db =>
    findRequestBySecret(db, hashSecret(secret)),
  )
  const here = ctx.workspaceId === platformWorkspaceId || found?.workspaceId === ctx.workspaceId
  if (found === undefined || !here) throw new Refusal('not-found', unknownLink)
  const there = asSystem(ctx, found.workspaceId, 'a person looks at their own request')
  return { ctx: there, requestId: found.requestId }
}

const unknownLink = text(
  'Deze link klopt niet, of het verzoek is niet op tijd bevestigd. Kopieer de link helemaal uit de mail, of doe je verzoek opnieuw.',
  'This link is not right, or the request was not confirmed in time. Copy all of the link from the mail, or ask again.',
)

/** Notes that the address is the asker's, and tells whoever decides; a second time changes nothing. */
export async function confirmRequest(ctx: Ctx, secret: string): Promise<void> {
  const found = await requestBySecret(ctx, secret)
  await found.ctx.write(async tx => {
    const request = await lockRequest(tx, found.requestId)
    if (request.verifiedAt !== null) return
    await updateRequest(tx, request.requestId, { verified_at: tx.now, due_on: dueOn(tx.now) })
    await audit(tx, { action: 'privacy.request-confirmed', targetId: request.requestId })
    await announce(tx, { topic: 'privacy.request', id: request.requestId })
    await tellDeciders(tx, request)
  })
}

// That something came and by when it must be answered; never from whom.
async function tellDeciders(tx: TxCtx, request: RequestRow): Promise<void> {
  const { config, permissions } = tx.services
  const workspace = await getWorkspace(tx)
  const isPlatform = tx.workspaceId === platformWorkspaceId
  const roles = (await listRoles(tx)).filter(role =>
    permissionsOf(role, permissions, isPlatform).has(deciding),
  )
  const roleIds = new Set(roles.map(role => role.roleId))
  const deciders = new Set(
    (await listMembers(tx)).filter(member => roleIds.has(member.roleId)).map(member => member.accountId),
  )
  const address = `${origin(config, config.studioHost)}/w/${workspace.slug}/privacy/requests/${request.requestId}`
  for (const member of await listMemberAccounts(tx)) {
    if (!deciders.has(member.account_id)) continue
    const language = isLanguage(member.language) ? member.language : 'nl'
    const letter = arrivedLetter({
      kind: kindOf(request),
      workspace: workspace.name,
      dueOn: dueOn(tx.now),
      address,
      language,
    })
    await sendMail(tx, { to: member.email, template: 'privacy.arrived', language, letter })
  }
}

/** Approves or refuses a request; approving one that failed has it carried out again. */
export async function decideRequest(
  ctx: Ctx,
  requestId: string,
  decision: { approve: boolean; reason: string },
): Promise<void> {
  if (!decision.approve && decision.reason === '') throw invalidField('reason', reasonNeeded)
  await ctx.write(async tx => {
    const request = await lockRequest(tx, requestId)
    const state = stateOf(request)
    if (state === 'failed' && decision.approve) return retry(tx, request)
    if (state !== 'waiting') throw new Refusal('conflict', notWaiting[state])
    await updateRequest(tx, requestId, {
      decided_at: tx.now,
      decided_by: tx.actor.kind === 'account' ? tx.actor.accountId : null,
      approved: decision.approve,
      reason: decision.reason === '' ? null : decision.reason,
    })
    const action = decision.approve ? 'privacy.request-approved' : 'privacy.request-refused'
    await audit(tx, { action, targetId: requestId })
    await announce(tx, { topic: 'privacy.request', id: requestId })
    if (decision.approve) await tx.enqueue(carryOut, { requestId }, { key: requestId })
    else
      await mailPerson(tx, request, 'refused', input => refusedLetter({ ...input, reason: decision.reason }))
  })
}

async function retry(tx: TxCtx, request: RequestRow): Promise<void> {
  await setFailure(tx, request.requestId, null)
  await audit(tx, { action: 'privacy.request-retried', targetId: request.requestId })
  await announce(tx, { topic: 'privacy.request', id: request.requestId })
  await tx.enqueue(carryOut, { requestId: request.requestId }, { key: request.requestId })
}

const reasonNeeded = text(
  'Schrijf op waarom: wie het vroeg moet dat kunnen lezen.',
  'Write down why: whoever asked must be able to read it.',
)

const notWaiting: Record<Exclude<ReturnType<typeof stateOf>, 'waiting'>, Text> = {
  unverified: text(
    'Het e-mailadres is nog niet bevestigd. Wacht tot de vrager op de link in de mail klikt.',
    'The e-mail address is not confirmed yet. Wait until the asker uses the link in the mail.',
  ),
  approved: text('Dit verzoek is al goedgekeurd.', 'This request was approved already.'),
  working: text('Dit verzoek wordt al uitgevoerd.', 'This request is being carried out already.'),
  done: text('Dit verzoek is al uitgevoerd.', 'This request was carried out already.'),
  refused: text(
    'Dit verzoek is al afgewezen. Laat de vrager een nieuw verzoek doen.',
    'This request was refused already. Have the asker make a new one.',
  ),
  lapsed: text(
    'Deze persoon is intussen gewist, op een ander verzoek. Er is niets meer over om dit verzoek voor uit te voeren.',
    'This person was erased since, by another request. There is nothing left to carry this request out for.',
  ),
  failed: text(
    'Het uitvoeren van dit verzoek is begonnen en niet gelukt; afwijzen kan niet meer. Voer het opnieuw uit.',
    'Carrying out this request was begun and failed; it can not be refused any more. Carry it out again.',
  ),
}

/** Carries out an approved request. Run twice, the second run finds it done, or goes on where the first stopped. */
export const carryOut = job(
  'privacy.carry-out',
  z.object({ requestId: z.uuid() }),
  async (ctx, { requestId }) => {
    const request = await ctx.write(tx => begin(tx, requestId))
    if (request === null) return
    try {
      if (request.kind === 'access') await handOver(ctx, request)
      else await erase(ctx, request)
    } catch (error) {
      await fail(ctx, requestId, error instanceof BlindScan ? blindFailure(error) : { kind: 'bug' })
      // A scan that is blind stays so until somebody looks; anything else may pass.
      if (!(error instanceof BlindScan)) throw error
      ctx.log.error({ requestId, places: error.places }, 'the scan is blind')
    }
  },
)

/** A request that is being carried out, with the address that it needs for that. */
type Working = RequestRow & { email: string }

async function begin(tx: TxCtx, requestId: string): Promise<Working | null> {
  const request = await lockRequest(tx, requestId)
  const state = stateOf(request)
  if (!['approved', 'working', 'failed'].includes(state)) return null
  const { email } = request
  if (email === null) return null
  if (state === 'approved') {
    await updateRequest(tx, requestId, { started_at: tx.now })
    if (request.kind === 'erasure') {
      await updateRequest(tx, requestId, { notice_id: await mailPerson(tx, request, 'erased', erasedLetter) })
    }
  }
  await setFailure(tx, requestId, null)
  await announce(tx, { topic: 'privacy.request', id: requestId })
  return { ...(await getRequest(tx, requestId)), email }
}

async function fail(ctx: Ctx, requestId: string, failure: Failure): Promise<void> {
  await ctx.write(async tx => {
    await setFailure(tx, requestId, failure)
    await audit(tx, { action: 'privacy.request-failed', targetId: requestId, detail: { why: failure.kind } })
    await announce(tx, { topic: 'privacy.request', id: requestId })
  })
}

function blindFailure(error: BlindScan): Failure {
  return { kind: 'blind', places: error.places.map(place => ({ place, count: 1 })) }
}

async function handOver(ctx: Ctx, request: Working): Promise<void> {
  const sha = await buildExport(ctx, request)
  const until = new Date(ctx.services.now().getTime() + exportDays * 86_400_000)
  await ctx.write(async tx => {
    await updateRequest(tx, request.requestId, {
      export_sha256: sha,
      export_until: until,
      finished_at: tx.services.now(),
    })
    await audit(tx, { action: 'privacy.exported', targetId: request.requestId })
    await announce(tx, { topic: 'privacy.request', id: request.requestId })
    await mailPerson(tx, request, 'ready', input => readyLetter({ ...input, until }))
  })
}

async function erase(ctx: Ctx, request: Working): Promise<void> {
  await deliverNotice(ctx, request)
  // A crash may have left the ledger ahead; what it says must be done before anything is added to it.
  await catchUp(ctx.services, false)
  if ((await ctx.read(tx => findRequest(tx, request.requestId)))?.email === null) return
  const order = { email: request.email, request: remembered(request) }
  const failure = await eraseSubject(ctx, order, progressOf(ctx, request.requestId))
  if (failure !== null) return fail(ctx, request.requestId, failure)
  await ctx.write(async tx => {
    await updateRequest(tx, request.requestId, {
      email: null,
      reason: null,
      finished_at: tx.services.now(),
    })
    await announce(tx, { topic: 'privacy.request', id: request.requestId })
  })
}

const progressMs = 500

// A person looking on sees it move, and the database is not asked for every table and file.
function progressOf(ctx: Ctx, requestId: string): Tell {
  let toldAt = 0
  return async (done, total) => {
    const now = performance.now()
    if (done < total && now - toldAt < progressMs) return
    toldAt = now
    await ctx.write(tx =>
      announce(tx, { topic: 'privacy.request', id: requestId, progress: { done, total } }),
    )
  }
}

function remembered(request: Working) {
  return {
    requestId: request.requestId,
    number: request.number,
    language: request.language,
    origin: request.origin,
    secretHash: request.secretHash,
    receivedAt: request.receivedAt.toISOString(),
    verifiedAt: request.verifiedAt?.toISOString() ?? null,
    dueOn: request.dueOn,
    decidedAt: request.decidedAt?.toISOString() ?? null,
  }
}

// How long an erasure waits for a mail server that does not answer. After that the person still has their page.
const noticeMinutes = 30

// The notice goes with the rest, so it must have left before.
async function deliverNotice(ctx: Ctx, request: Working): Promise<void> {
  if (request.noticeId === null || ctx.services.config.smtpUrl === undefined) return
  try {
    await deliver.start(ctx, { messageId: request.noticeId })
  } catch (error) {
    const waited = ctx.services.now().getTime() - (request.startedAt?.getTime() ?? 0)
    if (waited < noticeMinutes * 60_000) throw error
    ctx.log.warn({ requestId: request.requestId }, 'the notice of an erasure could not be sent')
  }
}

/** The file of an access request, for whoever has the secret of its page. */
export async function openExport(
  ctx: Ctx,
  secret: string,
): Promise<{ ctx: Ctx; sha: string; number: number }> {
  const found = await requestBySecret(ctx, secret)
  const request = await found.ctx.read(tx => getRequest(tx, found.requestId))
  if (request.kind !== 'access') throw notFound(text('Dit bestand', 'This file'))
  const { exportSha256, exportUntil } = request
  if (request.finishedAt === null) throw new Refusal('conflict', notReady)
  if (exportSha256 === null || exportUntil === null || exportUntil < ctx.now)
    throw new Refusal('gone', exportGone)
  return { ctx: found.ctx, sha: exportSha256, number: request.number }
}

const notReady = text(
  'Je gegevens staan nog niet klaar. Je krijgt een mail zodra het zover is.',
  'Your data is not ready yet. You get a mail as soon as it is.',
)
const exportGone = text(
  'Dit bestand is verwijderd: het stond een week klaar. Doe je verzoek opnieuw om het nog eens te krijgen.',
  'This file was removed: it was ready for a week. Ask again to get it once more.',
)
