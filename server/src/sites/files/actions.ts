import { posix } from 'node:path'
import type { TemplateProblem } from '@helder/liquid'
import { type Text, text } from '@helder/words'
import { audit } from '../../core/audit/audit.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { isDuplicate } from '../../core/data/database.ts'
import { invalidField, notFound, Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { keepObject, keepObjects } from '../../core/objects/objects.ts'
import { sandboxOf } from '../pages/pool.ts'
import { SandboxFault } from '../pages/sandbox.ts'
import { getSite } from '../sites/store.ts'
import { openArchive } from './archive.ts'
import { placeUpload, roleOf } from './rules.ts'
import { type FilePut, findFile, getFileVersion, listFiles, putFiles, removeFiles } from './store.ts'

/** What came of saving a file. */
export interface SavedFile {
  version: number
  sha256: string
  problems: TemplateProblem[]
}

/** Saves a file; somebody else's newer version is a conflict. What is wrong in it is said, and keeps nothing from being saved. */
export async function writeFile(
  ctx: Ctx,
  input: { siteId: string; path: string; bytes: Buffer; base?: number | undefined },
): Promise<SavedFile> {
  const { siteId, path, bytes } = input
  await ctx.read(tx => getSite(tx, siteId))
  const sha256 = await keepObject(ctx, bytes)
  const version = await ctx.write(tx =>
    putFile(tx, siteId, { path, sha256, sizeBytes: bytes.byteLength }, input.base),
  )
  return { version, sha256, problems: await problemsIn(ctx, path, bytes) }
}

async function putFile(tx: TxCtx, siteId: string, file: FilePut, base: number | undefined): Promise<number> {
  const current = await findFile(tx, siteId, file.path, true)
  if (base !== undefined && base !== (current?.version ?? 0)) throw new Refusal('conflict', newerVersion)
  if (current?.sha256 === file.sha256) return current.version
  try {
    const versions = await putFiles(tx, siteId, [file])
    await announceFiles(tx, siteId)
    return versions.get(file.path) ?? 1
  } catch (error) {
    // Somebody else made the same file at the same moment.
    if (isDuplicate(error, 'file_versions_pkey')) throw new Refusal('conflict', newerVersion)
    throw error
  }
}

const newerVersion = text(
  'Iemand anders heeft dit bestand intussen bewaard. Haal die versie op en breng je verandering daarin aan.',
  'Somebody else has saved this file meanwhile. Get that version and make your change in it.',
)

async function announceFiles(tx: TxCtx, siteId: string): Promise<void> {
  await announce(tx, { topic: 'sites.file', id: siteId })
}

const mostCheckedBytes = 1_000_000

/** What is wrong in a file by itself: a template that can't be read, a script that can't be built. */
async function problemsIn(ctx: Ctx, path: string, bytes: Buffer): Promise<TemplateProblem[]> {
  if (bytes.byteLength > mostCheckedBytes) return []
  const source = bytes.toString('utf8')
  const sandbox = sandboxOf(ctx.services)
  const role = roleOf(path)
  try {
    if (role === 'template') return await sandbox.check('render', path, source)
    if (role === 'asset' && /\.(tsx?|m?js|jsx|css)$/.test(path))
      return await sandbox.check('bundle', path, source)
  } catch (error) {
    if (error instanceof SandboxFault) return [error.problem]
    throw error
  }
  return role === 'text' ? problemsInTexts(path, source) : []
}

/** What is wrong in a file of texts. */
export function problemsInTexts(path: string, source: string): TemplateProblem[] {
  const fault = (message: Text) => [{ path, line: 1, column: 1, message }]
  try {
    const read: unknown = JSON.parse(source)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? [] : fault(notTexts)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return fault(text(`Dit is geen JSON: ${reason}.`, `This is not JSON: ${reason}.`))
  }
}

const notTexts = text(
  'Hier hoort een groep teksten: { "sleutel": "tekst" }.',
  'This should be a group of texts: { "key": "text" }.',
)

/** Removes a file; its versions stay. */
export async function removeFile(ctx: Ctx, siteId: string, path: string): Promise<void> {
  await ctx.write(async tx => {
    const current = await findFile(tx, siteId, path, true)
    if (current === undefined) throw notFound(text('Dit bestand', 'This file'))
    await removeFiles(tx, siteId, [path])
    await announceFiles(tx, siteId)
  })
}

/** Gives a file, or everything below a folder, another path. */
export async function moveFile(ctx: Ctx, siteId: string, from: string, to: string): Promise<void> {
  await ctx.write(async tx => {
    await getSite(tx, siteId, true)
    if (to === from || to.startsWith(`${from}/`)) throw invalidField('to', intoItself)
    const files = await listFiles(tx, siteId)
    const moving = files.filter(({ path }) => path === from || path.startsWith(`${from}/`))
    if (moving.length === 0) throw notFound(text('Dit bestand', 'This file'))
    const puts = moving.map(({ path, sha256, sizeBytes }) => ({
      path: posix.join(to, path.slice(from.length)),
      sha256,
      sizeBytes,
    }))
    const taken = new Set(files.map(({ path }) => path))
    const clash = puts.find(({ path }) => taken.has(path))
    if (clash) throw invalidField('to', alreadyThere(clash.path))
    await removeFiles(
      tx,
      siteId,
      moving.map(({ path }) => path),
    )
    await putFiles(tx, siteId, puts)
    await announceFiles(tx, siteId)
  })
}

const intoItself = text('Kies een ander pad.', 'Choose another path.')

function alreadyThere(path: string): Text {
  return text(`${path} is er al. Kies een ander pad.`, `${path} is there already. Choose another path.`)
}

/** Makes an older version of a file the newest one. */
export async function restoreFile(ctx: Ctx, siteId: string, path: string, version: number): Promise<number> {
  return ctx.write(async tx => {
    await getSite(tx, siteId)
    const old = await getFileVersion(tx, siteId, path, version)
    return putFile(tx, siteId, { path, ...old }, undefined)
  })
}

/** What an upload came to. */
export interface Uploaded {
  files: number
  sizeBytes: number
  left: string[]
}

/** Replaces the files of a site by those in a ZIP: of a folder of Helder's, or of a static site as it is. */
export async function uploadSite(ctx: Ctx, siteId: string, zip: Buffer): Promise<Uploaded> {
  await ctx.read(tx => getSite(tx, siteId))
  const archive = await openArchive(zip)
  try {
    if (archive.entries.length === 0) throw new Refusal('invalid', emptyZip)
    const places = placeUpload(archive.entries.map(({ path }) => path))
    const puts: FilePut[] = []
    for (const entry of archive.entries) {
      const bytes = await entry.read()
      const sha256 = await ctx.services.objects.put(ctx.workspaceId, bytes)
      puts.push({ path: places.get(entry.path) ?? entry.path, sha256, sizeBytes: bytes.byteLength })
    }
    await keepObjects(
      ctx,
      puts.map(({ sha256, sizeBytes }) => ({ sha: sha256, sizeBytes })),
    )
    await ctx.write(tx => replaceFiles(tx, siteId, puts))
    const sizeBytes = puts.reduce((total, file) => total + file.sizeBytes, 0)
    return { files: puts.length, sizeBytes, left: archive.left }
  } finally {
    archive.close()
  }
}

const emptyZip = text(
  'In deze ZIP zit geen bestand dat bij een site hoort.',
  'This ZIP has no file that belongs to a site.',
)

/** Makes these the files of a site; what stays the same keeps its version. */
export async function replaceFiles(tx: TxCtx, siteId: string, puts: FilePut[]): Promise<void> {
  await getSite(tx, siteId, true)
  const wanted = new Map(puts.map(file => [file.path, file]))
  const current = await listFiles(tx, siteId)
  const same = new Set(
    current.filter(file => wanted.get(file.path)?.sha256 === file.sha256).map(file => file.path),
  )
  await removeFiles(
    tx,
    siteId,
    current.filter(({ path }) => !wanted.has(path)).map(({ path }) => path),
  )
  await putFiles(
    tx,
    siteId,
    [...wanted.values()].filter(({ path }) => !same.has(path)),
  )
  await audit(tx, { action: 'sites.files-replaced', targetId: siteId, detail: { files: wanted.size } })
  await announceFiles(tx, siteId)
}
