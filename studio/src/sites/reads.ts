import type { Reply } from '@helder/client'
import { listPages } from '@helder/server/sites/pages/schema'
import { listChanges } from '@helder/server/sites/releases/schema'
import { getSite, listSites } from '@helder/server/sites/sites/schema'
import { useReply } from '../core/api.tsx'
import type { Topic } from '../core/topics.ts'

/** A website, as its screens know it. */
export type Site = Reply<typeof getSite>

/** What would change for visitors, and what stands in the way. */
export type Changes = Reply<typeof listChanges>

/** What decides how the files and content of a site differ from what visitors see. */
const changing: Topic[] = ['sites.file', 'sites.site', 'records.record', 'records.collection']

/** The websites of the workspace. */
export function useSites(when = true) {
  return useReply(listSites, {}, { topics: ['sites.site'], when })
}

/** One website. */
export function useSiteReply(siteId: string) {
  return useReply(getSite, { params: { siteId } }, { topics: ['sites.site'] })
}

/** What waits on a site to be published. */
export function useChanges(siteId: string, when = true) {
  return useReply(listChanges, { params: { siteId } }, { topics: changing, when })
}

/** The pages that are being made, and what is wrong in the files. */
export function usePages(siteId: string) {
  return useReply(listPages, { params: { siteId } }, { topics: changing, keepLast: true })
}

/** How the reading of what waits is shared between one site and many. */
export const changeTopics = changing
