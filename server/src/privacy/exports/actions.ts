import { isLanguage, type Text } from '@helder/words'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { keepObject, releaseObjects } from '../../core/objects/objects.ts'
import type { FoundItem, RegisterEntry } from '../../core/personal-data.ts'
import { getWorkspace } from '../../core/tenancy/store.ts'
import { type ZipFile, zip } from '../../core/zip.ts'
import { rolesThatSee } from '../register/actions.ts'
import { updateRequest } from '../requests/store.ts'
import { findSubject, listRegister } from '../subjects/actions.ts'
import { exportPage } from './page.ts'
import { asCsv, filePaths, givenOf } from './rules.ts'

/** The kind of owner under which the file of an export is kept. */
export const exportKind = 'privacy.export'

/** What an export is made for. */
export interface ExportOrder {
  requestId: string
  email: string
  language: string
}

/** Gathers what is held about somebody, as one archive, and keeps it with the request. Gives its digest. */
export async function buildExport(ctx: Ctx, order: ExportOrder): Promise<string> {
  const { items, register, controller, seenBy } = await ctx.snapshot(tx => gather(tx, order))
  const paths = filePaths(items)
  const language = isLanguage(order.language) ? order.language : 'nl'
  const sentences = sentencesOf(register, seenBy)
  const at = ctx.services.now()
  const page = exportPage({ controller, email: order.email, at, language, items, sentences, paths })
  const files: ZipFile[] = [
    { path: 'index.html', bytes: Buffer.from(page) },
    { path: 'data.json', bytes: Buffer.from(asJson({ controller, order, at, items, register, paths })) },
    { path: 'data.csv', bytes: Buffer.from(asCsv(items)) },
  ]
  for (const [sha, path] of paths) {
    files.push({ path, bytes: await ctx.services.objects.get(ctx.workspaceId, sha) })
  }
  return keepObject(ctx, await zip(files, at), { kind: exportKind, id: order.requestId })
}

async function gather(tx: TxCtx, order: ExportOrder) {
  const held = await findSubject(tx, { emails: new Set([order.email]), accounts: new Set() })
  const register = await listRegister(tx)
  const { name } = await getWorkspace(tx)
  return { items: givenOf(held.items), register, controller: name, seenBy: await rolesThatSee(tx) }
}

function sentencesOf(register: RegisterEntry[], seenBy: (seenWith: string[]) => Text[]) {
  return new Map(
    register.map(({ store, purpose, keep, seenWith }) => [
      store,
      { purpose, keep, seenBy: seenBy(seenWith) },
    ]),
  )
}

function asJson(input: {
  controller: string
  order: ExportOrder
  at: Date
  items: FoundItem[]
  register: RegisterEntry[]
  paths: Map<string, string>
}): string {
  const { controller, order, at, items, register, paths } = input
  const stores = new Set(items.map(item => item.store))
  const document = {
    format: 'helder.personal-data/1',
    controller,
    person: order.email,
    madeAt: at.toISOString(),
    items: items.map(({ store, id, about, purpose, facts, objects }) => ({
      store,
      id,
      about,
      purpose,
      facts,
      files: objects.map(({ sha, name }) => ({ path: paths.get(sha), sha256: sha, name })),
    })),
    register: register.filter(entry => stores.has(entry.store)),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Lets go of the file of an export; the bytes go when nothing else needs them. */
export async function releaseExport(tx: TxCtx, requestId: string): Promise<void> {
  await releaseObjects(tx, exportKind, [requestId])
  await updateRequest(tx, requestId, { export_sha256: null, export_until: null })
}
