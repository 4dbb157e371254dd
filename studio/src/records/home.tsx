import { said } from '@helder/fields'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart, Waiting } from '../core/slice.ts'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { useUnseen } from './inbox/use-unseen.ts'
import { type ListedCollection, useCollections } from './site.ts'
import { texts } from './texts.ts'

/** What nobody has read, what is not on the site yet, and forms that visitors do not have as they are. */
function useWaiting(): Waiting[] | undefined {
  const { can } = useWorkspace()
  const submissions = useUnread()
  const { data, problem } = useCollections()
  const content = useContentWaiting(data ?? [])
  if (can('records.content.read') && data === undefined && problem === null) return undefined
  return [...submissions, ...content]
}

function useUnread(): Waiting[] {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const count = useUnseen() ?? 0
  if (count === 0) return []
  const to = { to: '/w/$slug/inbox', params: { slug }, search: { show: 'unseen' } }
  return [{ key: 'records.unseen', words: t.unseen(count), detail: t.inbox, to }]
}

function useContentWaiting(collections: readonly ListedCollection[]): Waiting[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug, can } = useWorkspace()
  return collections.flatMap((one): Waiting[] => {
    const name = said(one.name, language)
    const params = { slug, siteId: one.siteId, collectionId: one.collectionId }
    if (one.kind === 'content') {
      if (one.waiting === 0) return []
      const to = { to: '/w/$slug/sites/$siteId/content/$collectionId', params }
      return [{ key: one.collectionId, words: t.itemsWait(one.waiting), detail: name, to }]
    }
    if (one.liveVersion === one.draftVersion || !can('records.definitions.write')) return []
    const words = one.liveVersion === null ? t.formWaits(name) : t.formChanged(name)
    return [
      { key: one.collectionId, words, to: { to: '/w/$slug/sites/$siteId/forms/$collectionId', params } },
    ]
  })
}

/** What records has for the overview. */
export const homePart: HomePart = { useWaiting }
