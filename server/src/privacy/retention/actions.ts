import type { Ctx } from '../../core/ctx.ts'
import { removeUnusedOf } from '../../core/objects/objects.ts'
import { releaseExport } from '../exports/actions.ts'
import { unverifiedDays } from '../requests/rules.ts'
import { deleteUnverified, listStaleExports } from '../requests/store.ts'
import { sourcesOf } from '../subjects/actions.ts'

// A source removes so many rows in one transaction; a backlog takes several.
const mostRounds = 1000

/** Removes what is past its term in a workspace; gives how much went, by store. */
export async function expireWorkspace(ctx: Ctx): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const source of sourcesOf(ctx.services)) {
    for (let round = 0; round < mostRounds; round++) {
      const went = Object.entries(await ctx.write(tx => source.expire(tx)))
      for (const [store, count] of went) gone[store] = (gone[store] ?? 0) + count
      if (went.length === 0) break
    }
  }
  await expireRequests(ctx)
  return gone
}

async function expireRequests(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - unverifiedDays * 86_400_000)
  await ctx.write(tx => deleteUnverified(tx, before))
  const stale = await ctx.read(listStaleExports)
  for (const { requestId } of stale) await ctx.write(tx => releaseExport(tx, requestId))
  await removeUnusedOf(
    ctx,
    stale.flatMap(({ sha }) => sha ?? []),
  )
}
