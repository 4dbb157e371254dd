import type { Reply } from '@helder/client'
import { listErasures } from '@helder/server/privacy/erasures/schema'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Part } from '../../ui/screen.tsx'
import { State } from '../../ui/state.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { sumsOf } from './sums.ts'
import { texts } from './texts.ts'

/** An erasure as the ledger has it. */
export type Erasure = Reply<typeof listErasures>[number]

/** Everyone who was erased, by what the ledger says of it. */
export function ErasureList() {
  return (
    <Permitted to="privacy.requests.read">
      <List />
    </Permitted>
  )
}

function List() {
  const t = useTexts(texts)
  const erasures = useReply(listErasures, {}, { topics: ['privacy.request'] })
  return (
    <Part title={t.erasures} about={t.erasuresAbout}>
      <Loaded from={erasures} shape={<TableSkeleton columns={5} />}>
        {rows => <ErasureTable rows={rows} />}
      </Loaded>
    </Part>
  )
}

function ErasureTable({ rows }: { rows: Erasure[] }) {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const columns: Column<Erasure>[] = [
    { key: 'erasure', label: t.erasure, cell: ({ number }) => t.ofRequest(number) },
    { key: 'when', label: t.when, cell: ({ erasedAt }) => <Moment at={erasedAt} /> },
    { key: 'what', label: t.what, cell: erasure => t.things(sumsOf(erasure).taken) },
    { key: 'left', label: t.left, cell: erasure => <Left erasure={erasure} /> },
    {
      key: 'repeated',
      label: t.repeated,
      cell: ({ repetitions }) => t.times(repetitions.length),
      isExtra: true,
    },
    { key: 'entry', label: t.entry, align: 'end', cell: ({ sequence }) => sequence, isExtra: true },
  ]
  return (
    <DataTable
      label={t.erasures}
      rows={[...rows].reverse()}
      columns={columns}
      rowKey={erasure => erasure.requestId}
      rowName={erasure => t.ofRequest(erasure.number)}
      open={({ requestId }) => ({
        to: '/w/$slug/privacy/requests/$requestId/proof',
        params: { slug, requestId },
      })}
      empty={
        <EmptyState drawing="book" title={t.none}>
          {t.noneAbout}
        </EmptyState>
      }
    />
  )
}

function Left({ erasure: { scan } }: { erasure: Erasure }) {
  const t = useTexts(texts)
  const { unexpected } = scan
  return unexpected === 0 ? (
    <State tone="good">{t.nothing}</State>
  ) : (
    <State tone="bad">{t.things(unexpected)}</State>
  )
}
