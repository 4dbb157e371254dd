import type { Ctx, TxCtx } from '../ctx.ts'

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

/** Says that an owner needs an object, so that it stays. */
export async function useObject(tx: TxCtx, sha: string, owner: ObjectOwner): Promise<void> {
  await useObjects(tx, [sha], owner)
}

/** Says that an owner needs these objects. */
export async function useObjects(tx: TxCtx, shas: string[], owner: ObjectOwner): Promise<void> {
  if (shas.length === 0) return
  const rows = [...new Set(shas)].map(sha => ({
    workspace_id: tx.workspaceId,
    sha256: sha,
    owner_kind: owner.kind,
    owner_id: owner.id,
  }))
  await tx.db
    .insertInto('objects.uses')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
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

/**
 * Removes the objects that nobody needs and that are older than `graceMinutes` (an upload is kept a while before
 * anything names it). The bytes go while their rows are locked, so that nobody can come to need them meanwhile.
 * Gives how many went.
 */
export async function sweepObjects(ctx: Ctx, graceMinutes: number): Promise<number> {
  const before = new Date(ctx.now.getTime() - graceMinutes * 60_000)
  return ctx.write(async tx => {
    const orphans = await tx.db
      .deleteFrom('objects.objects as o')
      .where('workspace_id', '=', tx.workspaceId)
      .where('created_at', '<', before)
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
      .returning('sha256')
      .execute()
    for (const { sha256 } of orphans) await tx.services.objects.remove(tx.workspaceId, sha256)
    return orphans.length
  })
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
