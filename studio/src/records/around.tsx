import { said } from '@helder/fields'
import { listRecords } from '@helder/server/records/rows/schema'
import { listSites } from '@helder/server/sites/sites/schema'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { call, useCaller, useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { useCommandSource, useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import type { CommandSource } from '../ui/commands/store.ts'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { type ListedCollection, useCollections } from './site.ts'
import { texts } from './texts.ts'

/** Around every screen of a workspace: the way to each form and collection, and to items by their title. */
export function Around() {
  const { data } = useCollections()
  const collections = data ?? none
  useCollectionCommands(collections)
  useSiteCommands()
  useItemSource(collections)
  return null
}

const none: ListedCollection[] = []

function useCollectionCommands(collections: readonly ListedCollection[]): void {
  const t = useTexts(texts)
  const language = useLanguage()
  const navigate = useNavigate()
  const { slug, can } = useWorkspace()
  const maySetUp = can('records.definitions.write')
  const mayWrite = can('records.content.write')
  const commands = useMemo(
    () =>
      collections.flatMap((one): Command[] => {
        const name = said(one.name, language)
        const { siteId, collectionId } = one
        const params = { slug, siteId, collectionId }
        const id = `records.${collectionId}`
        if (one.kind === 'form') {
          const run = () => void navigate({ to: '/w/$slug/sites/$siteId/forms/$collectionId', params })
          return maySetUp ? [{ id, label: name, group: 'go', hint: t.form, run }] : []
        }
        const to = '/w/$slug/sites/$siteId/content/$collectionId'
        const open: Command = {
          id,
          label: name,
          group: 'go',
          hint: t.content,
          run: () => void navigate({ to, params }),
        }
        const make: Command = {
          id: `${id}.new`,
          label: t.newItemIn(name),
          group: 'do',
          run: () => void navigate({ to: `${to}/$recordId`, params: { ...params, recordId: 'new' } }),
        }
        const setUp: Command = {
          id: `${id}.setup`,
          label: t.setUp(name),
          group: 'do',
          run: () => void navigate({ to: `${to}/setup`, params }),
        }
        return [open, ...(mayWrite && !one.single ? [make] : []), ...(maySetUp ? [setUp] : [])]
      }),
    [collections, language, t, navigate, slug, maySetUp, mayWrite],
  )
  useCommands(commands, 'around')
}

function useSiteCommands(): void {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { slug, can } = useWorkspace()
  const maySetUp = can('records.definitions.write')
  const mayRead = can('records.content.read')
  const { data } = useReply(
    listSites,
    {},
    { topics: ['sites.site'], when: mayRead && can('sites.sites.read') },
  )
  const commands = useMemo(
    () =>
      (data ?? []).flatMap(({ siteId, name }): Command[] => {
        const params = { slug, siteId }
        const forms: Command = {
          id: `records.forms.${siteId}`,
          label: t.formsOf(name),
          group: 'go',
          run: () => void navigate({ to: '/w/$slug/sites/$siteId/forms', params }),
        }
        const content: Command = {
          id: `records.content.${siteId}`,
          label: t.contentOf(name),
          group: 'go',
          run: () => void navigate({ to: '/w/$slug/sites/$siteId/content', params }),
        }
        const make: Command = {
          id: `records.new-collection.${siteId}`,
          label: t.newCollection(name),
          group: 'do',
          run: () => void navigate({ to: '/w/$slug/sites/$siteId/content/new', params }),
        }
        return [content, forms, ...(maySetUp ? [make] : [])]
      }),
    [data, t, navigate, slug, maySetUp],
  )
  useCommands(commands, 'around')
}

const mostPerCollection = 4

// Items are found by the beginning of their title, in collections where the database can look by it.
function useItemSource(collections: readonly ListedCollection[]): void {
  const language = useLanguage()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const { workspaceId, language: spoken } = useCaller()
  const source = useMemo((): CommandSource => {
    const searched = collections.filter(one => one.kind === 'content' && one.searchBy !== null)
    return async (query, signal) => {
      const find = async (one: ListedCollection): Promise<Command[]> => {
        const { siteId, collectionId } = one
        const given = {
          params: { collectionId },
          query: { filter: `${one.searchBy}:${query}`, limit: mostPerCollection },
        }
        const { records } = await call(listRecords, given, { workspaceId, language: spoken }, { signal })
        return records.map(({ recordId, title }) => ({
          id: `records.${recordId}`,
          label: title,
          group: 'found',
          hint: said(one.name, language),
          run: () =>
            void navigate({
              to: '/w/$slug/sites/$siteId/content/$collectionId/$recordId',
              params: { slug, siteId, collectionId, recordId },
            }),
        }))
      }
      return (await Promise.all(searched.map(find))).flat()
    }
  }, [collections, language, navigate, slug, workspaceId, spoken])
  useCommandSource(source)
}
