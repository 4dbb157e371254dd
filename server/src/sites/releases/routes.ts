import type { TxCtx } from '../../core/ctx.ts'
import { route } from '../../core/http/route.ts'
import { listMemberAccounts } from '../../core/tenancy/store.ts'
import { contentChanges, pinDrafts } from '../../records/index.ts'
import { listFiles } from '../files/store.ts'
import { getSite } from '../sites/store.ts'
import { formProblems, liveFiles, makeLive, publishSite } from './actions.ts'
import { fileChanges, stateOf } from './rules.ts'
import * as schema from './schema.ts'
import { getRelease, listReleases, type ReleaseRow } from './store.ts'

function shown(row: ReleaseRow, names: ReadonlyMap<string, string>, liveReleaseId: string | null) {
  return {
    releaseId: row.releaseId,
    number: row.number,
    note: row.note,
    by: names.get(row.createdBy ?? '') ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    state: stateOf(row),
    live: row.releaseId === liveReleaseId,
    pages: row.pages,
    problems: row.problems,
  }
}

async function namesOf(tx: TxCtx): Promise<Map<string, string>> {
  return new Map((await listMemberAccounts(tx)).map(row => [row.account_id, row.name]))
}

/** The addresses of publishing. */
export const routes = [
  route(schema.listChanges, 'sites.sites.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const site = await getSite(tx, params.siteId)
      const working = (await listFiles(tx, params.siteId)).map(file => [file.path, file.sha256] as const)
      const live = Object.entries(await liveFiles(tx, site)).map(
        ([path, file]) => [path, file.sha256] as const,
      )
      const content = await contentChanges(tx, site, ctx.language)
      const { definitions } = await pinDrafts(tx, params.siteId)
      const inTheWay = content.problems.map(({ place, message }) => ({
        severity: 'error' as const,
        place,
        line: null,
        message,
      }))
      return {
        files: fileChanges(Object.fromEntries(working), Object.fromEntries(live)),
        records: content.records,
        collections: content.collections,
        problems: [...inTheWay, ...(await formProblems(tx, definitions))],
      }
    }),
  ),
  route(schema.publishSite, 'sites.releases.publish', async (ctx, { params, body }) => ({
    releaseId: await publishSite(ctx, params.siteId, body),
  })),
  route(schema.listReleases, 'sites.sites.read', async (ctx, { params, query }) =>
    ctx.read(async tx => {
      const { liveReleaseId } = await getSite(tx, params.siteId)
      const names = await namesOf(tx)
      const rows = await listReleases(tx, { siteId: params.siteId, ...query })
      return rows.map(row => shown(row, names, liveReleaseId))
    }),
  ),
  route(schema.getRelease, 'sites.sites.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const { liveReleaseId } = await getSite(tx, params.siteId)
      const row = await getRelease(tx, params.siteId, params.releaseId)
      return shown(row, await namesOf(tx), liveReleaseId)
    }),
  ),
  route(schema.makeLive, 'sites.releases.publish', async (ctx, { params }) =>
    makeLive(ctx, params.siteId, params.releaseId),
  ),
]
