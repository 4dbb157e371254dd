import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isObject, type Values } from '@helder/fields'
import { text } from '@helder/words'
import { z } from 'zod'
import { projectFolder } from '../../core/config.ts'
import type { Ctx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'
import { keepObjects } from '../../core/objects/objects.ts'
import { definitionBody, keepFile, makeCollection, makeRecord } from '../../records/index.ts'
import { replaceFiles } from '../files/actions.ts'

const bothLanguages = z.object({ nl: z.string(), en: z.string() })

/**
 * What a starter says about itself in `starter.json`. A value `{ "media": "bread.jpg", "alt": "…" }` in a record is a
 * file of the starter's folder `media/`.
 */
const starterFile = z.object({
  name: bothLanguages,
  about: bothLanguages,
  languages: z.array(z.string()),
  collections: z.array(
    definitionBody.extend({
      kind: z.enum(['content', 'form']),
      key: z.string(),
      records: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
})

/** A site that one can begin from. */
export interface Starter {
  key: string
  folder: string
  about: z.output<typeof starterFile>
}

const starters = join(projectFolder, 'starters')

/** The sites that one can begin from, by key. */
export async function listStarters(): Promise<Starter[]> {
  if (!existsSync(starters)) return []
  const keys = (await readdir(starters)).filter(key => existsSync(join(starters, key, 'starter.json')))
  return Promise.all(keys.sort().map(readStarter))
}

async function readStarter(key: string): Promise<Starter> {
  const folder = join(starters, key)
  const about = starterFile.parse(JSON.parse(await readFile(join(folder, 'starter.json'), 'utf8')))
  return { key, folder, about }
}

/** A starter by its key; refuses when there is none. */
export async function findStarter(key: string): Promise<Starter> {
  const found = (await listStarters()).find(starter => starter.key === key)
  if (found === undefined) throw notFound(text('Dit begin', 'This starter'))
  return found
}

/**
 * Fills an empty site with the files, collections and records of a starter; nothing is published. The accounts of
 * `notify` hear of what comes in by its forms.
 */
export async function fillFromStarter(
  ctx: Ctx,
  siteId: string,
  { folder, about }: Starter,
  notify: string[],
): Promise<void> {
  await putFiles(ctx, siteId, join(folder, 'files'))
  for (const { records, ...collection } of about.collections) {
    const { form } = collection.settings
    const settings = { ...collection.settings, ...(form ? { form: { ...form, notify } } : {}) }
    const collectionId = await makeCollection(ctx, { ...collection, settings, siteId })
    // A list shows the newest first, and a starter is read from above.
    for (const values of [...records].reverse()) {
      await makeRecord(ctx, collectionId, await withMedia(ctx, folder, values))
    }
  }
}

async function putFiles(ctx: Ctx, siteId: string, folder: string): Promise<void> {
  const entries = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : []
  const puts = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const place = join(entry.parentPath, entry.name)
        const bytes = await readFile(place)
        const sha256 = await ctx.services.objects.put(ctx.workspaceId, bytes)
        return { path: relative(folder, place), sha256, sizeBytes: bytes.byteLength }
      }),
  )
  await keepObjects(
    ctx,
    puts.map(({ sha256, sizeBytes }) => ({ sha: sha256, sizeBytes })),
  )
  await ctx.write(tx => replaceFiles(tx, siteId, puts))
}

async function withMedia(ctx: Ctx, folder: string, values: Values): Promise<Values> {
  const fill = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(fill))
    if (!isObject(value)) return value
    if (typeof value.media === 'string') return keepMedia(ctx, folder, value.media, value.alt)
    const entries = Object.entries(value).map(async ([key, inner]) => [key, await fill(inner)] as const)
    return Object.fromEntries(await Promise.all(entries))
  }
  return (await fill(values)) as Values
}

async function keepMedia(ctx: Ctx, folder: string, name: string, alt: unknown) {
  const kept = await keepFile(ctx, name, await readFile(join(folder, 'media', name)))
  return { ...kept, ...(typeof alt === 'string' ? { alt } : {}) }
}
