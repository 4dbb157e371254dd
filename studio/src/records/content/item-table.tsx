import type { Reply } from '@helder/client'
import { type Field, inSiteLanguage, plainText, said } from '@helder/fields'
import { listRecords } from '@helder/server/records/rows/schema'
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useRows } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { RelativeTime } from '../../ui/moment.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import type { MoreState } from '../../ui/table/more-rows.tsx'
import { sortFrom, sortText } from '../../ui/table/sorting.ts'
import { FieldMark } from '../daylight.tsx'
import type { Definition, ListedCollection, WholeCollection } from '../site.ts'
import { useListSearch } from './filter-bar.tsx'
import { knownFilters } from './filters.ts'
import { NewItem } from './new-item.tsx'
import { RecordState } from './record-state.tsx'
import { useSiteContent } from './site-content.tsx'
import { texts } from './texts.ts'

type Row = Reply<typeof listRecords>['records'][number]

const part = 50
const byNewest = '-updated'

/** The items of a collection, as far as the filters let them. */
export function ItemTable(props: {
  listed: ListedCollection
  whole: WholeCollection
  openId: string | undefined
}) {
  const { listed, whole, openId } = props
  const { collectionId } = listed
  const [search] = useListSearch()
  const { bin = false } = search
  const sort = search.sort ?? byNewest
  const filter = knownFilters(whole.draft.fields, search.filter)
  const query = { limit: part, sort, bin: String(bin), ...(filter.length > 0 ? { filter } : {}) }
  const params = { collectionId }
  const list = useRows(
    listRecords,
    { params, query },
    {
      topics: ['records.record', 'sites.site'],
      rows: reply => reply.records,
      next: (_last, _count, { next }) =>
        next === null ? null : { params, query: { ...query, after: next } },
    },
  )
  return (
    <Loaded from={list} shape={<TableSkeleton columns={3} />}>
      {rows => (
        <Rows whole={whole} listed={listed} rows={rows} openId={openId} more={list.more} sort={sort} />
      )}
    </Loaded>
  )
}

function Rows(props: {
  whole: WholeCollection
  listed: ListedCollection
  rows: Row[]
  openId: string | undefined
  more: MoreState
  sort: string
}) {
  const { whole, listed, rows, openId, more, sort } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const { site } = useSiteContent()
  const [search, change] = useListSearch()
  const { collectionId } = listed
  return (
    <DataTable
      label={said(listed.name, language)}
      rows={rows}
      columns={useColumns(whole, openId !== undefined)}
      rowKey={row => row.recordId}
      rowName={row => row.title || t.untitled}
      open={({ recordId }) => ({
        to: '/w/$slug/sites/$siteId/content/$collectionId/$recordId',
        params: { slug, siteId: site.siteId, collectionId, recordId },
        search: { ...search },
      })}
      openKey={openId}
      sort={{
        by: sortFrom(sort),
        change: next => change({ sort: sortText(next) }),
      }}
      more={more}
      empty={<Nothing listed={listed} />}
    />
  )
}

function Nothing({ listed }: { listed: ListedCollection }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { can } = useWorkspace()
  const [{ bin, filter }, change] = useListSearch()
  if (filter !== undefined && filter.length > 0) {
    return (
      <EmptyState
        drawing="glasses"
        title={t.nothingFits}
        action={
          <Button variant="default" onClick={() => change({ filter: undefined })}>
            {t.showAll}
          </Button>
        }
      >
        {t.nothingFitsAbout}
      </EmptyState>
    )
  }
  if (bin) {
    return (
      <EmptyState drawing="plant" title={t.emptyBin}>
        {t.emptyBinAbout}
      </EmptyState>
    )
  }
  const mayWrite = can('records.content.write')
  return (
    <EmptyState
      drawing="book"
      title={t.empty(said(listed.name, language))}
      action={mayWrite ? <NewItem collectionId={listed.collectionId} /> : null}
    >
      {mayWrite ? t.emptyAbout : t.emptyToReader}
    </EmptyState>
  )
}

// The server sorts, since it knows the rows that are not read yet.
const asServed = () => 0

const extraFrom = 2
const mostColumns = 4

// Beside an open item there is room for what tells items apart, and no more.
function useColumns(whole: WholeCollection, isNarrow: boolean): Column<Row>[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const { site } = useSiteContent()
  return useMemo(() => {
    const { fields } = whole.draft
    const titleField = titleFieldOf(whole.draft)
    const mark = (field: Field) => <FieldMark holding={holdingOf(whole)} field={field} />
    const title: Column<Row> = {
      key: titleField?.key ?? 'title',
      label: titleField ? said(titleField.label, language) : t.title,
      cell: row => row.title || t.untitled,
      ...(titleField ? { mark: mark(titleField) } : {}),
      ...(titleField?.indexed ? { sortBy: asServed } : {}),
    }
    const state: Column<Row> = {
      key: 'state',
      label: t.state,
      cell: row => <RecordState state={row.state} />,
    }
    if (isNarrow) return [title, state]
    const own = fields
      .filter(field => field.indexed && field !== titleField && field.type !== 'reference')
      .slice(0, mostColumns)
      .map((field, at): Column<Row> => {
        const isNumber = field.type === 'number' || field.type === 'money'
        return {
          key: field.key,
          label: said(field.label, language),
          mark: mark(field),
          cell: row =>
            plainText(
              field,
              inSiteLanguage(field, row.values[field.key], language, site.languages),
              language,
            ),
          sortBy: asServed,
          ...(isNumber ? { align: 'end' } : {}),
          ...(at >= extraFrom ? { isExtra: true } : {}),
        }
      })
    const updated: Column<Row> = {
      key: 'updated',
      label: t.changedAt,
      cell: row => <RelativeTime at={row.updatedAt} />,
      sortBy: asServed,
      isExtra: true,
    }
    return [title, ...own, state, updated]
  }, [whole, language, site, t, isNarrow])
}

/** The field that names the items of a collection. */
export function titleFieldOf({ fields, settings }: Definition): Field | undefined {
  const named = settings.content?.titleField
  return fields.find(({ key }) => key === named) ?? fields.find(({ type }) => type === 'text')
}

/** What the marks of a collection's fields say. */
export function holdingOf({ kind, draft, seenBy }: WholeCollection) {
  return { kind, privacy: draft.privacy, seenBy }
}
