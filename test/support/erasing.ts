import type { Ctx } from '../../server/src/core/ctx.ts'
import { insertAccount, insertSession } from '../../server/src/core/identity/store.ts'
import { hashSecret, newId } from '../../server/src/core/ids.ts'
import { openRequest } from '../../server/src/privacy/index.ts'
import { decideRequest } from '../../server/src/privacy/requests/actions.ts'
import { stateOf } from '../../server/src/privacy/requests/rules.ts'
import { getRequest } from '../../server/src/privacy/requests/store.ts'
import { liveForm, submit } from '../../server/src/records/index.ts'
import type { World } from './world.ts'

/** A customer of a client: an account, a session, and a submission of the contact form. */
export async function settleCustomer(
  ctx: Ctx,
  siteId: string,
  person: { email: string; name: string },
): Promise<{ accountId: string; submissionId: string }> {
  const accountId = newId()
  await ctx.write(async tx => {
    await insertAccount(tx, { ...person, accountId, language: 'nl', passwordHash: null, verifiedAt: tx.now })
    await insertSession(tx, {
      sessionId: newId(),
      accountId,
      tokenHash: hashSecret(newId()),
      device: 'Firefox · Linux',
      expiresAt: new Date(tx.now.getTime() + 86_400_000),
    })
  })
  const definition = await ctx.read(tx => liveForm(tx, siteId, 'contact'))
  if (definition === null) throw new Error('the contact form is not live')
  const submissionId = await submit(ctx, { definition, values: { ...person, message: 'Hallo' } })
  return { accountId, submissionId }
}

/** Has somebody erased by the bakery, and gives where the request stands afterwards. */
export async function eraseByBakery(world: World, email: string) {
  const ctx = world.ctx(world.bakery.workspaceId)
  const requestId = await openRequest(ctx, { kind: 'erasure', email, language: 'nl' })
  await decideRequest(ctx, requestId, { approve: true, reason: '' })
  await world.work()
  return requestAt(world, requestId)
}

/** Approves a request once more, and gives where it stands afterwards. */
export async function tryAgain(world: World, requestId: string) {
  const ctx = world.ctx(world.bakery.workspaceId)
  await decideRequest(ctx, requestId, { approve: true, reason: '' })
  await world.work()
  return requestAt(world, requestId)
}

async function requestAt(world: World, requestId: string) {
  const row = await world.ctx(world.bakery.workspaceId).read(tx => getRequest(tx, requestId))
  return { ...row, state: stateOf(row) }
}
