import { said } from '@helder/fields'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { ListAndPanel } from '../../ui/side-panel.tsx'
import { useStable } from '../../ui/stable.ts'
import { useTitle } from '../../ui/title.tsx'
import { SingleRecord } from '../record/single-record.tsx'
import { useRecordWidth } from '../record/width.ts'
import { type ListedCollection, useCollection } from '../site.ts'
import styles from './content.module.css'
import { ContentScreen } from './content-screen.tsx'
import { FilterBar, useListSearch } from './filter-bar.tsx'
import { ItemTable } from './item-table.tsx'
import { NewItem, newRecord } from './new-item.tsx'
import { useSiteContent } from './site-content.tsx'
import { texts } from './texts.ts'

/** A collection: its items with the one that is open beside them, or its only item. */
export function Collection() {
  const { collectionId, recordId } = useParams({ strict: false })
  const { collections } = useSiteContent()
  const [width] = useRecordWidth()
  const listed = collections.find(one => one.collectionId === collectionId)
  if (listed === undefined) return <Gone />
  if (listed.single) {
    return (
      <ContentScreen>
        {recordId === undefined ? (
          <SingleRecord key={collectionId} collectionId={listed.collectionId} />
        ) : (
          <Outlet />
        )}
      </ContentScreen>
    )
  }
  if (recordId !== undefined && width === 'whole') {
    return (
      <div className={styles.whole}>
        <Outlet />
      </div>
    )
  }
  return (
    <ListAndPanel
      list={<ItemList key={collectionId} listed={listed} openId={recordId} />}
      panel={recordId === undefined ? null : <Outlet />}
    />
  )
}

function Gone() {
  const t = useTexts(texts)
  return (
    <ContentScreen>
      <EmptyState drawing="closed" title={t.gone}>
        {t.goneAbout}
      </EmptyState>
    </ContentScreen>
  )
}

function ItemList({ listed, openId }: { listed: ListedCollection; openId: string | undefined }) {
  const language = useLanguage()
  const { can } = useWorkspace()
  const [{ bin }] = useListSearch()
  const { collectionId, searchBy } = listed
  const whole = useCollection(collectionId)
  const mayWrite = can('records.content.write')
  useTitle(said(listed.name, language), 'part')
  useNewItemCommand(listed, mayWrite)
  return (
    <ContentScreen actions={mayWrite && !bin ? <NewItem collectionId={collectionId} /> : null}>
      <Loaded from={whole} shape={<TableSkeleton columns={3} />}>
        {data => (
          <>
            <FilterBar fields={data.draft.fields} searchBy={searchBy} />
            <ItemTable listed={listed} whole={data} openId={openId} />
          </>
        )}
      </Loaded>
    </ContentScreen>
  )
}

function useNewItemCommand({ name, collectionId }: ListedCollection, mayWrite: boolean): void {
  const t = useTexts(texts)
  const language = useLanguage()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const { site } = useSiteContent()
  const make = useStable(() =>
    navigate({
      to: '/w/$slug/sites/$siteId/content/$collectionId/$recordId',
      params: { slug, siteId: site.siteId, collectionId, recordId: newRecord },
    }),
  )
  const label = t.newItemIn(said(name, language))
  useCommands(
    useMemo(
      (): Command[] =>
        mayWrite ? [{ id: 'new-item', label, group: 'do', keys: 'n', run: () => void make() }] : [],
      [label, mayWrite, make],
    ),
  )
}
