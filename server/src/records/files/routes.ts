import { type FileValue, valuesIn } from '@helder/fields'
import { text } from '@helder/words'
import type { Ctx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'
import { Answer, route } from '../../core/http/route.ts'
import type { Definition } from '../collections/rules.ts'
import { getDefinition } from '../collections/store.ts'
import { openRecord } from '../rows/actions.ts'
import type { RecordRow } from '../rows/store.ts'
import { getSubmission } from '../submissions/store.ts'
import { keepFile } from './actions.ts'
import * as schema from './schema.ts'

// Shown in the studio only as a picture, and for the rest handed over to be saved: a file of somebody else must
// not run as a page of the studio.
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

function download(ctx: Ctx, definition: Definition, values: RecordRow['values'], object: string): Answer {
  const file = valuesIn(definition.fields, values)
    .filter(({ field }) => field.type === 'file' || field.type === 'image')
    .map(({ value }) => value as FileValue)
    .find(value => value.object === object)
  const inText = JSON.stringify(values).includes(object)
  if (file === undefined && !inText) throw notFound(text('Dit bestand', 'This file'))
  const mediaType = file?.mediaType ?? 'application/octet-stream'
  const way = shownInline.has(mediaType) || file === undefined ? 'inline' : 'attachment'
  return new Answer(ctx.services.objects.stream(ctx.workspaceId, object), {
    'content-type': shownInline.has(mediaType) ? mediaType : 'application/octet-stream',
    'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(file?.name ?? object)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  })
}

export const routes = [
  route(schema.uploadFile, 'records.content.write', async (ctx, { query }, http) =>
    keepFile(ctx, query.name, await http.upload()),
  ),
  route(schema.downloadFile, 'records.content.read', async (ctx, { params }) => {
    const { record, definition } = await ctx.read(tx => openRecord(tx, params.recordId))
    return download(ctx, definition, record.values, params.object)
  }),
  route(schema.downloadSubmittedFile, 'records.submissions.read', async (ctx, { params }) => {
    const { definition, values } = await ctx.read(async tx => {
      const submission = await getSubmission(tx, params.recordId)
      return {
        definition: await getDefinition(tx, submission.collectionId, submission.definitionVersion),
        values: submission.values,
      }
    })
    return download(ctx, definition, values, params.object)
  }),
]
