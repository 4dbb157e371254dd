import { visitorFieldTypes } from '@helder/liquid/forms'
import { type Text, text } from '@helder/words'
import { z } from 'zod'
import { audit } from '../../core/audit/audit.ts'
import { origin } from '../../core/config.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { isUuid, newId } from '../../core/ids.ts'
import { job } from '../../core/jobs/jobs.ts'
import { releaseObjects, removeUnused } from '../../core/objects/objects.ts'
import {
  type ContentProblem,
  contentChanges,
  type Definition,
  definitionsAt,
  draftProblems,
  type PinnedContent,
  pinContent,
} from '../../records/index.ts'
import { listFiles } from '../files/store.ts'
import { listReaders } from '../pages/content.ts'
import { getSite, pointLive, type SiteRow } from '../sites/store.ts'
import { buildJob, goLive } from './build.ts'
import { type ReleaseInputs, stateOf } from './rules.ts'
import type { SiteProblem } from './schema.ts'
import {
  getInputs,
  getRelease,
  insertRelease,
  listOutdated,
  listReleaseObjects,
  listReleaseRecords,
  listReleasesShowing,
  markWithdrawn,
  nextNumber,
  type ReleaseRow,
  releaseOwner,
} from './store.ts'

/** What a publication takes along. */
export interface PublicationChoice {
  note: string
  /** The files as they are worked on, rather than as visitors have them. */
  code: boolean
  /** The same for the definitions of collections and forms. */
  definitions: boolean
  /** Drafts to put on the site along with what is on it. */
  records: string[]
}

/** Publishes: pins what the release is made of, and has it built. Refuses what must not be published. */
export async function publishSite(ctx: Ctx, siteId: string, choice: PublicationChoice): Promise<string> {
  return ctx.write(async tx => {
    const site = await getSite(tx, siteId, true)
    const { definitions, records } = choice
    const pinned = await pinContent(tx, siteId, { definitions, drafts: records })
    const problems = await problemsOf(tx, site, choice, pinned.definitions)
    if (problems.length > 0) throw refusedBy(problems)
    const isFirst = site.liveReleaseId === null
    const files = choice.code || isFirst ? await workingFiles(tx, siteId) : await liveFiles(tx, site)
    return beginRelease(tx, site, { note: choice.note, files, pinned })
  })
}

async function problemsOf(
  tx: TxCtx,
  site: SiteRow,
  choice: PublicationChoice,
  definitions: PinnedContent['definitions'],
): Promise<ContentProblem[]> {
  const { problems } = await contentChanges(tx, site, tx.language)
  const forms = await formProblems(tx, definitions)
  const drafts = await draftProblems(tx, site, choice.records)
  return [
    // Problems of definitions, which are named by their key, stay away with the definitions.
    ...problems.filter(({ place }) => choice.definitions || isUuid(place)),
    ...forms.filter(({ severity }) => severity === 'error'),
    ...drafts,
  ]
}

function refusedBy(problems: ContentProblem[]): Refusal {
  return new Refusal(
    'invalid',
    text(
      'Er staat nog iets in de weg. Kijk de genoemde velden na en publiceer daarna opnieuw.',
      'Something stands in the way. Look at the fields that are named and publish again after that.',
    ),
    { fields: problems.map(({ place, message }) => ({ path: place, message })) },
  )
}

interface Beginning {
  note: string
  files: ReleaseInputs['files']
  pinned: PinnedContent
}

/** Writes down what a release is made of, and has it built. */
async function beginRelease(tx: TxCtx, site: SiteRow, { note, files, pinned }: Beginning): Promise<string> {
  const { siteId, name, slug, languages } = site
  const { config } = tx.services
  const releaseId = newId(tx.now.getTime())
  const number = await nextNumber(tx, siteId)
  const inputs: ReleaseInputs = {
    name,
    origin: origin(config, `${slug}.${config.sitesBase}`),
    languages,
    files,
    definitions: pinned.definitions,
    readers: await listReaders(tx),
  }
  await insertRelease(tx, { releaseId, siteId, number, note, inputs, records: pinned.records })
  await audit(tx, { action: 'sites.publication-asked', targetId: releaseId, detail: { number } })
  await tx.enqueue(buildJob, { releaseId }, { key: releaseId })
  await announce(tx, { topic: 'sites.release', id: releaseId })
  return releaseId
}

async function workingFiles(tx: TxCtx, siteId: string): Promise<ReleaseInputs['files']> {
  const files = await listFiles(tx, siteId)
  return Object.fromEntries(files.map(({ path, sha256, sizeBytes }) => [path, { sha256, sizeBytes }]))
}

/** The files that visitors see the result of; none where nothing is live. */
export async function liveFiles(tx: TxCtx, { liveReleaseId }: SiteRow): Promise<ReleaseInputs['files']> {
  return liveReleaseId === null ? {} : (await getInputs(tx, liveReleaseId)).files
}

/** What about the forms of a site deserves a look before it is published, besides what records says itself. */
export async function formProblems(
  tx: TxCtx,
  definitions: PinnedContent['definitions'],
): Promise<SiteProblem[]> {
  const forms = await definitionsAt(tx, { definitions, records: [] })
  return forms.filter(({ kind }) => kind === 'form').flatMap(unfillable)
}

function unfillable({ key, fields }: Definition): SiteProblem[] {
  return fields
    .filter(field => !visitorFieldTypes.has(field.type))
    .map(field => ({
      severity: field.required ? ('error' as const) : ('warning' as const),
      place: `${key}.${field.key}`,
      line: null,
      message: notForVisitors,
    }))
}

const notForVisitors = text(
  'Dit soort veld kan een bezoeker niet invullen; het staat niet in het formulier.',
  'A visitor can not fill in this type of field; it is not in the form.',
)

/** Puts an earlier release live again. */
export async function makeLive(ctx: Ctx, siteId: string, releaseId: string): Promise<void> {
  await ctx.write(async tx => {
    await getSite(tx, siteId, true)
    const release = await getRelease(tx, siteId, releaseId)
    const state = stateOf(release)
    if (state !== 'ready') throw new Refusal('conflict', notReady[state])
    const { definitions } = await getInputs(tx, releaseId)
    await goLive(tx, release, { definitions, records: await listReleaseRecords(tx, releaseId) })
  })
}

const notReady: Record<'building' | 'failed' | 'withdrawn', Text> = {
  building: text(
    'Deze uitgave wordt nog gebouwd. Wacht tot hij klaar is.',
    'This release is still being built. Wait until it is ready.',
  ),
  failed: text(
    'Deze uitgave is nooit af geweest. Kies een andere.',
    'This release was never whole. Choose another.',
  ),
  withdrawn: text(
    'Deze uitgave is er niet meer, omdat hij te oud is of iemand toonde die gewist is. Kies een andere.',
    'This release is gone, because it is too old or showed someone who was erased. Choose another.',
  ),
}

/** Takes releases away for good, with the bytes that nothing else shows. */
async function withdraw(ctx: Ctx, releases: string[]): Promise<void> {
  const shas = await ctx.write(async tx => {
    const held = await listReleaseObjects(tx, releases)
    await releaseObjects(tx, releaseOwner, releases)
    await markWithdrawn(tx, releases)
    for (const releaseId of releases) await announce(tx, { topic: 'sites.release', id: releaseId })
    return held
  })
  for (const sha of shas) await removeUnused(ctx, sha)
}

/**
 * Takes away every release that shows one of these records, and builds the site anew without them where it was live.
 * Gives how many went.
 */
export async function withdrawShowing(ctx: Ctx, recordIds: string[]): Promise<number> {
  const releases = await ctx.read(tx => listReleasesShowing(tx, recordIds))
  if (releases.length === 0) return 0
  await ctx.write(async tx => {
    for (const siteId of new Set(releases.map(release => release.siteId))) {
      await replaceLive(tx, siteId, releases)
    }
    await audit(tx, { action: 'sites.releases-withdrawn', detail: { count: releases.length } })
  })
  await withdraw(
    ctx,
    releases.map(({ releaseId }) => releaseId),
  )
  return releases.length
}

const withoutSomebody = 'Zonder iemand die gewist is · Without someone who was erased'

// What was about to be shown, or was, is made anew from the same files and definitions; the person is in neither.
async function replaceLive(tx: TxCtx, siteId: string, withdrawn: ReleaseRow[]): Promise<void> {
  const site = await getSite(tx, siteId, true)
  const going = withdrawn.filter(release => release.siteId === siteId)
  const wasLive = going.some(({ releaseId }) => releaseId === site.liveReleaseId)
  const last = going.findLast(
    release => stateOf(release) === 'building' || release.releaseId === site.liveReleaseId,
  )
  if (last === undefined) return
  const { files, definitions } = await getInputs(tx, last.releaseId)
  const { records } = await pinContent(tx, siteId, { definitions: false, drafts: [] })
  await beginRelease(tx, site, { note: withoutSomebody, files, pinned: { definitions, records } })
  if (!wasLive) return
  await pointLive(tx, siteId, null)
  await announce(tx, { topic: 'sites.site', id: siteId })
}

/** Builds what is live anew, from the same files and definitions: after something around them has changed. */
export async function rebuildLive(tx: TxCtx, siteId: string, note: string): Promise<void> {
  const site = await getSite(tx, siteId)
  if (site.liveReleaseId === null) return
  const { files, definitions } = await getInputs(tx, site.liveReleaseId)
  const records = await listReleaseRecords(tx, site.liveReleaseId)
  await beginRelease(tx, site, { note, files, pinned: { definitions, records } })
}

/** Takes away what lies too far back to be gone back to. */
export const pruneJob = job(
  'sites.prune',
  z.object({}),
  async ctx => {
    const outdated = await ctx.read(listOutdated)
    if (outdated.length > 0) await withdraw(ctx, outdated)
  },
  { cron: '20 3 * * *', each: 'workspace' },
)
