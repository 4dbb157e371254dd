import type { Label } from '@helder/fields'
import type { Text } from '@helder/words'
import type { TxCtx } from '../../core/ctx.ts'
import { destroyCollection } from '../collections/actions.ts'
import { type Definition, definitionProblems, titleOf } from '../collections/rules.ts'
import {
  type CollectionRow,
  findCollectionByKey,
  getDefinition,
  listCollections,
  listDefinitions,
  updateLive,
} from '../collections/store.ts'
import { missingIn } from '../rows/actions.ts'
import { setWanted } from '../rows/store.ts'
import { type ContentStanding, changeOf } from './rules.ts'
import { type ContentRecord, listRevisionsAt, listStandings, setPublished } from './store.ts'

/** What a release shows: which version of each definition, which revision of each record. Ids and numbers only. */
export interface PinnedContent {
  definitions: { collectionId: string; version: number }[]
  records: { recordId: string; number: number }[]
}

/** What goes along with a publication. */
export interface ContentChoice {
  /** The definitions as they are worked on, rather than as visitors have them. */
  definitions: boolean
  /** Drafts to put on the site from now on. */
  drafts: string[]
}

/** Pins what a publication will show. */
export async function pinContent(tx: TxCtx, siteId: string, choice: ContentChoice): Promise<PinnedContent> {
  const standings = await listStandings(tx, siteId)
  const known = new Set(standings.filter(standing => !standing.inBin).map(standing => standing.recordId))
  const drafts = new Set(choice.drafts.filter(recordId => known.has(recordId)))
  await setWanted(tx, [...drafts], 'newest')
  const records = standings.flatMap(standing => {
    const number = drafts.has(standing.recordId) ? standing.draftNumber : standing.wantedNumber
    return standing.inBin || number === null ? [] : [{ recordId: standing.recordId, number }]
  })
  return { definitions: versions(await listCollections(tx, { siteId }), choice.definitions), records }
}

function versions(collections: CollectionRow[], drafts: boolean): PinnedContent['definitions'] {
  return collections.flatMap(({ collectionId, draftVersion, liveVersion }) => {
    const version = drafts ? draftVersion : liveVersion
    return version === null ? [] : [{ collectionId, version }]
  })
}

/** Pins the newest of everything: what a preview shows. */
export async function pinDrafts(tx: TxCtx, siteId: string): Promise<PinnedContent> {
  const standings = await listStandings(tx, siteId)
  return {
    definitions: versions(await listCollections(tx, { siteId }), true),
    records: standings
      .filter(standing => !standing.inBin)
      .map(({ recordId, draftNumber }) => ({ recordId, number: draftNumber })),
  }
}

/** The definitions that were pinned. */
export async function definitionsAt(tx: TxCtx, pinned: PinnedContent): Promise<Definition[]> {
  return listDefinitions(tx, pinned.definitions)
}

/** The records that were pinned, of one collection, newest first; what was erased since is gone. */
export async function recordsAt(
  tx: TxCtx,
  pinned: PinnedContent,
  collectionId: string,
): Promise<ContentRecord[]> {
  return listRevisionsAt(tx, collectionId, pinned.records)
}

/** Notes that a site shows what was pinned. */
export async function markPublished(tx: TxCtx, siteId: string, pinned: PinnedContent): Promise<void> {
  await setPublished(tx, siteId, pinned.records)
  for (const { collectionId, version } of pinned.definitions) await updateLive(tx, collectionId, version)
}

/** A thing that keeps a site from being published. */
export interface ContentProblem {
  /** A record's id or a form's key. */
  place: string
  message: Text
}

/** What visitors would see change in the content of a site. */
export interface ContentChanges {
  records: {
    recordId: string
    collectionId: string
    collection: Label
    title: string
    change: 'added' | 'changed' | 'removed'
    draft: boolean
  }[]
  collections: { collectionId: string; kind: 'content' | 'form'; name: Label }[]
  problems: ContentProblem[]
}

/** A site as its content needs to know it: which languages it speaks, its own first. */
export interface ContentSite {
  siteId: string
  languages: readonly string[]
}

/** What visitors would see change in the content of a site, said in a language, and what stands in the way. */
export async function contentChanges(
  tx: TxCtx,
  { siteId, languages }: ContentSite,
  language: string,
): Promise<ContentChanges> {
  const collections = await listCollections(tx, { siteId })
  const drafts = await listDefinitions(tx, versions(collections, true))
  const byId = new Map(drafts.map(draft => [draft.collectionId, draft]))
  const standings = await listStandings(tx, siteId)
  const changed = new Set(
    collections.filter(row => row.draftVersion !== row.liveVersion).map(row => row.collectionId),
  )
  const own = drafts.filter(draft => changed.has(draft.collectionId))
  return {
    records: standings.flatMap(standing => {
      const definition = byId.get(standing.collectionId)
      const change = changeOf(standing)
      return definition && change ? [{ ...shown(standing, definition, language), ...change }] : []
    }),
    collections: own.map(({ collectionId, kind, name }) => ({ collectionId, kind, name })),
    problems: [
      ...own.flatMap(problemsOfDefinition),
      ...standings.flatMap(standing =>
        problemsOfRecord(standing, byId.get(standing.collectionId), languages),
      ),
    ],
  }
}

function shown(standing: ContentStanding, definition: Definition, language: string) {
  return {
    recordId: standing.recordId,
    collectionId: standing.collectionId,
    collection: definition.name,
    title: titleOf(definition, standing.values, language),
  }
}

function problemsOfDefinition(definition: Definition): ContentProblem[] {
  return definitionProblems(definition.kind, definition).map(({ path, message }) => ({
    place: `${definition.key}.${path}`,
    message,
  }))
}

// Only of what would go along: a draft that nobody names may lack what it likes.
function problemsOfRecord(
  standing: ContentStanding,
  definition: Definition | undefined,
  languages: readonly string[],
): ContentProblem[] {
  if (!definition || standing.inBin || standing.wantedNumber !== standing.draftNumber) return []
  return missingIn(definition, standing.values, languages).map(({ message }) => ({
    place: standing.recordId,
    message,
  }))
}

/** What the named drafts still lack before they can be on the site. */
export async function draftProblems(
  tx: TxCtx,
  { siteId, languages }: ContentSite,
  recordIds: string[],
): Promise<ContentProblem[]> {
  const named = new Set(recordIds)
  const drafts = await listDefinitions(tx, versions(await listCollections(tx, { siteId }), true))
  const byId = new Map(drafts.map(draft => [draft.collectionId, draft]))
  const standings = (await listStandings(tx, siteId)).filter(standing => named.has(standing.recordId))
  return standings.flatMap(standing => {
    const definition = byId.get(standing.collectionId)
    return definition
      ? missingIn(definition, standing.values, languages).map(({ message }) => ({
          place: standing.recordId,
          message,
        }))
      : []
  })
}

/** The form of a site as visitors meet it; null where it is not live. */
export async function liveForm(tx: TxCtx, siteId: string, key: string): Promise<Definition | null> {
  const collection = await findCollectionByKey(tx, siteId, key)
  if (collection === null || collection.kind !== 'form' || collection.liveVersion === null) return null
  return getDefinition(tx, collection.collectionId, collection.liveVersion)
}

/** Removes everything that a site has here: collections, records, submissions. */
export async function removeSiteContent(tx: TxCtx, siteId: string): Promise<void> {
  for (const { collectionId } of await listCollections(tx, { siteId }))
    await destroyCollection(tx, collectionId)
}
