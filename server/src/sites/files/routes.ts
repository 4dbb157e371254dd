import { Answer, route } from '../../core/http/route.ts'
import { mediaTypeOf } from '../../core/media-types.ts'
import { listMemberAccounts } from '../../core/tenancy/store.ts'
import { liveFiles } from '../releases/actions.ts'
import { fileChanges } from '../releases/rules.ts'
import { getSite } from '../sites/store.ts'
import { moveFile, removeFile, restoreFile, uploadSite, writeFile } from './actions.ts'
import { typeOfFile } from './rules.ts'
import * as schema from './schema.ts'
import { getFile, getFileVersion, listFiles, listFileVersions } from './store.ts'

/** The addresses of a site's files. */
export const routes = [
  route(schema.listFiles, 'sites.files.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const site = await getSite(tx, params.siteId)
      const files = await listFiles(tx, params.siteId)
      const working = Object.fromEntries(files.map(file => [file.path, file.sha256]))
      const live = Object.entries(await liveFiles(tx, site)).map(
        ([path, file]) => [path, file.sha256] as const,
      )
      const changes = new Map(
        fileChanges(working, Object.fromEntries(live)).map(({ path, change }) => [path, change]),
      )
      return files.map(file => {
        const change = changes.get(file.path)
        return {
          ...file,
          mediaType: typeOfFile(file.path, mediaTypeOf),
          changedAt: file.changedAt.toISOString(),
          change: change === 'added' || change === 'changed' ? change : ('none' as const),
        }
      })
    }),
  ),
  route(schema.readFile, 'sites.files.read', async (ctx, { params, query }) => {
    const path = params['*']
    const file = await ctx.read(async tx => {
      await getSite(tx, params.siteId)
      return query.version === undefined
        ? getFile(tx, params.siteId, path)
        : getFileVersion(tx, params.siteId, path, query.version)
    })
    // What clients wrote is never a page of the studio: it comes as bytes to be saved.
    return new Answer(ctx.services.objects.stream(ctx.workspaceId, file.sha256), {
      'content-type': 'application/octet-stream',
      'content-length': String(file.sizeBytes),
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  }),
  route(schema.writeFile, 'sites.files.write', async (ctx, { params, query }, http) => {
    const bytes = await http.upload()
    const { siteId } = params
    const saved = await writeFile(ctx, { siteId, path: params['*'], bytes, base: query.base })
    const problems = saved.problems.map(({ line, column, message }) => ({
      line,
      column,
      message: message[ctx.language],
    }))
    return { ...saved, problems }
  }),
  route(schema.removeFile, 'sites.files.write', async (ctx, { params }) =>
    removeFile(ctx, params.siteId, params['*']),
  ),
  route(schema.moveFile, 'sites.files.write', async (ctx, { params, body }) =>
    moveFile(ctx, params.siteId, body.from, body.to),
  ),
  route(schema.listFileVersions, 'sites.files.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      await getSite(tx, params.siteId)
      const names = new Map((await listMemberAccounts(tx)).map(row => [row.account_id, row.name]))
      const versions = await listFileVersions(tx, params.siteId, params['*'])
      return versions.map(({ version, sha256, sizeBytes, changedBy, changedAt }) => ({
        version,
        removed: sha256 === null,
        sizeBytes,
        by: names.get(changedBy ?? '') ?? null,
        changedAt: changedAt.toISOString(),
      }))
    }),
  ),
  route(schema.restoreFile, 'sites.files.write', async (ctx, { params, body }) => ({
    version: await restoreFile(ctx, params.siteId, body.path, body.version),
  })),
  route(schema.uploadSite, 'sites.files.write', async (ctx, { params }, http) =>
    uploadSite(ctx, params.siteId, await http.upload()),
  ),
]
