import { text } from '@helder/words'
import { type RawBuilder, sql } from 'kysely'
import type { Ctx, TxCtx } from '../ctx.ts'
import { isDatabaseError } from '../data/database.ts'
import { Refusal } from '../errors.ts'
import { isUuid } from '../ids.ts'

/** Who needs an object: a kind of owner, such as `records.record`, and its id. */
export interface ObjectOwner {
  kind: string
  id: string
}

/**
 * Keeps bytes, for an owner if one is known yet. An object that the database knows is always in the store: the
 * bytes go first, and once its row is locked against the sweep they are looked for again.
 */
export async function keepObject(ctx: Ctx, bytes: Uint8Array, owner?: ObjectOwner): Promise<string> {
  const { objects } = ctx.services
  const sha = await objects.put(ctx.workspaceId, bytes)
  await ctx.write(async tx => {
    await insertObject(tx, sha, bytes.byteLength)
    if (!(await objects.has(tx.workspaceId, sha))) await objects.put(tx.workspaceId, bytes)
    if (owner) await useObject(tx, sha, owner)
  })
  return sha
}

async function insertObject(tx: TxCtx, sha: string, sizeBytes: number): Promise<void> {
  await tx.db
    .insertInto('objects.objects')
    .values({ workspace_id: tx.workspaceId, sha256: sha, size_bytes: sizeBytes, created_at: tx.now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'sha256']).doUpdateSet({ created_at: tx.now }))
    .execute()
}

/** How many rows go in one statement: PostgreSQL takes 65,535 values at once. */
const batch = 5000

/**
 * Keeps objects whose bytes were put in the store a moment ago, many at once. A sweep may have taken old bytes of the
 * same content just before their row was made young, so they are looked for once more; refuses where some are gone.
 */
export async function keepObjects(ctx: Ctx, kept: { sha: string; sizeBytes: number }[]): Promise<void> {
  const sizes = new Map(kept.map(({ sha, sizeBytes }) => [sha, sizeBytes]))
  // In one order everywhere, so that two uploads of the same files do not wait for each other in a ring.
  const shas = [...sizes.keys()].sort()
  await ctx.write(async tx => {
    for (let start = 0; start < shas.length; start += batch) {
      const rows = shas.slice(start, start + batch).map(sha => ({
        workspace_id: tx.workspaceId,
        sha256: sha,
        size_bytes: sizes.get(sha) ?? 0,
        created_at: tx.now,
      }))
      await tx.db
        .insertInto('objects.objects')
        .values(rows)
        .onConflict(conflict =>
          conflict.columns(['workspace_id', 'sha256']).doUpdateSet({ created_at: tx.now }),
        )
        .execute()
    }
  })
  for (const sha of shas) {
    if (!(await ctx.services.objects.has(ctx.workspaceId, sha))) throw new Refusal('unavailable', vanished)
  }
}

const vanished = text(
  'Een bestand werd opgeruimd terwijl het bewaard werd. Probeer het opnieuw.',
  'A file was cleaned up while it was being kept. Try again.',
)

/** Says that an owner needs an object, so that it stays. */
export async function useObject(tx: TxCtx, sha: string, owner: ObjectOwner): Promise<void> {
  await useObjects(tx, [sha], owner)
}

/** Says that an owner needs these objects; refuses where one is not there (any more). */
export async function useObjects(tx: TxCtx, shas: string[], owner: ObjectOwner): Promise<void> {
  await useEach(
    tx,
    owner.kind,
    shas.map(sha => ({ sha, ownerId: owner.id })),
  )
}

/** Says of many owners of one kind which object each of them needs; refuses where one is not there (any more). */
export async function useEach(
  tx: TxCtx,
  kind: string,
  uses: { sha: string; ownerId: string }[],
): Promise<void> {
  const wanted = [...new Set(uses.map(({ sha }) => sha))].sort()
  if (wanted.length === 0) return
  await holdObjects(tx, wanted)
  for (let start = 0; start < uses.length; start += batch) {
    const rows = uses.slice(start, start + batch).map(({ sha, ownerId }) => ({
      workspace_id: tx.workspaceId,
      sha256: sha,
      owner_kind: kind,
      owner_id: ownerId,
    }))
    await tx.db
      .insertInto('objects.uses')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

// A sweep that is about to remove one of them waits for this transaction, and then finds it in use.
async function holdObjects(tx: TxCtx, shas: string[]): Promise<void> {
  let held = 0
  for (let start = 0; start < shas.length; start += batch) {
    const rows = await tx.db
      .selectFrom('objects.objects')
      .select('sha256')
      .where('workspace_id', '=', tx.workspaceId)
      .where('sha256', 'in', shas.slice(start, start + batch))
      .forKeyShare()
      .execute()
    held += rows.length
  }
  if (held === shas.length) return
  throw new Refusal(
    'invalid',
    text('Dit bestand is er niet meer. Voeg het opnieuw toe.', 'This file is gone. Add it again.'),
  )
}

/** Says that owners need nothing any more; what nobody needs then goes at the next sweep. */
export async function releaseObjects(tx: TxCtx, kind: string, ownerIds: string[]): Promise<void> {
  if (ownerIds.length === 0) return
  await tx.db
    .deleteFrom('objects.uses')
    .where('workspace_id', '=', tx.workspaceId)
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', ownerIds)
    .execute()
}

/** What owners of a kind need. */
export async function listUses(tx: TxCtx, kind: string, ownerIds: string[]): Promise<string[]> {
  if (ownerIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('objects.uses')
    .select('sha256')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', ownerIds)
    .execute()
  return rows.map(row => row.sha256)
}

/** The objects that owners of a kind need. */
export async function listObjectsOf(
  tx: TxCtx,
  kind: string,
  ownerIds: string[],
): Promise<{ ownerId: string; sha: string }[]> {
  const known = ownerIds.filter(isUuid)
  if (known.length === 0) return []
  return tx.db
    .selectFrom('objects.uses')
    .select(['owner_id as ownerId', 'sha256 as sha'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', known)
    .execute()
}

/** Every object that something needs. */
export async function listUsedObjects(tx: TxCtx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('objects.uses')
    .select('sha256')
    .distinct()
    .where('workspace_id', '=', tx.workspaceId)
    .execute()
  return rows.map(row => row.sha256)
}

/** Whether the workspace has an object, and how large it is. */
export async function findObject(tx: TxCtx, sha: string): Promise<{ sizeBytes: number } | null> {
  const row = await tx.db
    .selectFrom('objects.objects')
    .select('size_bytes as sizeBytes')
    .where('workspace_id', '=', tx.workspaceId)
    .where('sha256', '=', sha)
    .executeTakeFirst()
  return row ?? null
}

/** How large objects are, by what they are; those that are not there are left out. */
export async function sizesOf(tx: TxCtx, shas: string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (let start = 0; start < shas.length; start += batch) {
    const rows = await tx.db
      .selectFrom('objects.objects')
      .select(['sha256', 'size_bytes as sizeBytes'])
      .where('workspace_id', '=', tx.workspaceId)
      .where('sha256', 'in', shas.slice(start, start + batch))
      .execute()
    for (const { sha256, sizeBytes } of rows) sizes.set(sha256, sizeBytes)
  }
  return sizes
}

/**
 * Removes the objects that nobody needs and that are older than `graceMinutes` (an upload is kept a while before
 * anything names it). Gives how many went.
 */
export async function sweepObjects(ctx: Ctx, graceMinutes: number): Promise<number> {
  const before = new Date(ctx.now.getTime() - graceMinutes * 60_000)
  return removeAll(ctx, await ctx.read(tx => listUnused(tx, sql<boolean>`o.created_at < ${before}`)))
}

/** Removes those of these objects that nobody needs any more, at once. Gives how many went. */
export async function removeUnusedOf(ctx: Ctx, shas: string[]): Promise<number> {
  if (shas.length === 0) return 0
  return removeAll(ctx, await ctx.read(tx => listUnused(tx, sql<boolean>`o.sha256 = any(${shas})`)))
}

async function removeAll(ctx: Ctx, shas: string[]): Promise<number> {
  let removed = 0
  for (const sha of shas) if (await removeUnused(ctx, sha)) removed += 1
  return removed
}

async function listUnused(tx: TxCtx, among: RawBuilder<boolean>): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('objects.objects as o')
    .select('o.sha256')
    .where('o.workspace_id', '=', tx.workspaceId)
    .where(among)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('objects.uses as u')
            .select('u.sha256')
            .whereRef('u.workspace_id', '=', 'o.workspace_id')
            .whereRef('u.sha256', '=', 'o.sha256'),
        ),
      ),
    )
    .execute()
  return rows.map(row => row.sha256)
}

/**
 * Removes an object unless something needs it; gives whether it went. The bytes go while the row is locked, so
 * that nobody can come to need them meanwhile; who came first keeps it by the foreign key.
 */
export async function removeUnused(ctx: Ctx, sha: string): Promise<boolean> {
  try {
    return await ctx.write(async tx => {
      const deleted = await tx.db
        .deleteFrom('objects.objects')
        .where('workspace_id', '=', tx.workspaceId)
        .where('sha256', '=', sha)
        .executeTakeFirst()
      if (deleted.numDeletedRows === 0n) return false
      await tx.services.objects.remove(tx.workspaceId, sha)
      return true
    })
  } catch (error) {
    if (isDatabaseError(error) && error.code === '23503') return false
    throw error
  }
}

const strayAgeMs = 24 * 3_600_000

/** Removes bytes that no row knows, a day after they were put: what a crash left. Gives how many went. */
export async function sweepStrays(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - strayAgeMs)
  let removed = 0
  for await (const { sha, keptAt } of ctx.services.objects.list(ctx.workspaceId)) {
    if (keptAt > before || (await ctx.read(tx => findObject(tx, sha))) !== null) continue
    await ctx.services.objects.remove(ctx.workspaceId, sha)
    removed += 1
  }
  return removed
}
