import type { Reply } from '@helder/client'
import { getCollection, listCollections } from '@helder/server/records/collections/schema'
import { getSite } from '@helder/server/sites/sites/schema'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { Reading } from '../ui/loaded.tsx'

/** A site as its content needs to know it. */
export interface SiteFacts {
  siteId: string
  name: string
  /** The languages of the site, its own first. */
  languages: readonly string[]
  /** Where visitors find it; null for who may not see sites. */
  address: string | null
  isLive: boolean
}

/** Reads a site. Who may read content but no sites gets what can be said without it. */
export function useSite(siteId: string): Reading<SiteFacts> {
  const { can } = useWorkspace()
  const maySee = can('sites.sites.read')
  const reply = useReply(getSite, { params: { siteId } }, { topics: ['sites.site'], when: maySee })
  if (!maySee) {
    const data = { siteId, name: '', languages: ['nl'], address: null, isLive: false }
    return { data, problem: null, retry: () => {} }
  }
  const { data, problem, retry } = reply
  if (data === undefined) return { data, problem, retry }
  const { name, languages, address, live } = data
  return { data: { siteId, name, languages, address, isLive: live !== null }, problem, retry }
}

/** A collection or form as lists have it. */
export type ListedCollection = Reply<typeof listCollections>[number]

const listTopics = ['records.collection', 'records.record', 'records.submission']

/** Reads the collections and forms of a site, or of the whole workspace. */
export function useCollections(siteId?: string): Reading<ListedCollection[]> {
  const { can } = useWorkspace()
  const query = siteId === undefined ? {} : { siteId }
  return useReply(listCollections, { query }, { topics: listTopics, when: can('records.content.read') })
}

/** A collection or form with its definitions. */
export type WholeCollection = Reply<typeof getCollection>

/** A definition of a collection. */
export type Definition = WholeCollection['draft']

/** Reads a collection with its definitions. */
export function useCollection(collectionId: string | undefined): Reading<WholeCollection> {
  return useReply(
    getCollection,
    { params: { collectionId: collectionId ?? '' } },
    { topics: ['records.collection', 'sites.site'], when: collectionId !== undefined },
  )
}
