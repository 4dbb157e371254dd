import { Button } from '@mantine/core'
import { useState } from 'react'
import { DaylightMark } from '../ui/daylight-mark.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTexts } from '../ui/language.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment } from '../ui/moment.tsx'
import { Section } from '../ui/screen.tsx'
import { State } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import type { Sort } from '../ui/table/sorting.ts'
import { texts } from './texts.ts'

interface Plant {
  id: string
  name: string
  stock: number
  sownAt: string
  state: 'good' | 'warning' | 'plain'
}

const plants: Plant[] = [
  { id: '1', name: 'Zonnehoed', stock: 120, sownAt: '2026-03-02T08:00:00.000Z', state: 'good' },
  { id: '2', name: 'Akkerviooltje', stock: 8, sownAt: '2026-04-11T08:00:00.000Z', state: 'warning' },
  { id: '3', name: 'Éénbes', stock: 0, sownAt: '2026-02-20T08:00:00.000Z', state: 'plain' },
  { id: '4', name: 'Moerasspirea', stock: 46, sownAt: '2026-05-01T08:00:00.000Z', state: 'good' },
]

/** The table: with everything on, while it is being read, and with nothing in it. */
export function TableExamples() {
  const t = useTexts(texts)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']))
  const [sort, setSort] = useState<Sort>({ key: 'name', down: false })
  const columns = useColumns()
  return (
    <Section title={t.table}>
      <DataTable
        label={t.table}
        rows={plants}
        columns={columns}
        rowKey={plant => plant.id}
        rowName={plant => plant.name}
        selection={{ selected, change: setSelected }}
        sort={{ by: sort, change: setSort }}
        open={plant => ({ to: '/catalogue', search: { plant: plant.id } })}
        openKey="4"
        actions={() => (
          <Button variant="subtle" size="compact-md">
            {t.edit}
          </Button>
        )}
        more={{ isMore: true, isLoading: false, problem: null, load: () => {} }}
      />
      <h3>{t.loading}</h3>
      <TableSkeleton rows={3} columns={4} />
      <DataTable
        label={t.table}
        rows={[]}
        columns={columns}
        rowKey={plant => plant.id}
        rowName={plant => plant.name}
        empty={
          <EmptyState drawing="plant" title={t.emptyTitle} action={<Button>{t.add}</Button>}>
            {t.emptyAbout}
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(): Column<Plant>[] {
  const t = useTexts(texts)
  const words = { good: t.published, warning: t.changed, plain: t.draft }
  const mark = (
    <DaylightMark
      daylight={{
        category: 'contact.name',
        whose: texts.whose,
        purpose: texts.purpose,
        keep: texts.keep,
        seenBy: [],
      }}
    />
  )
  return [
    { key: 'name', label: t.plant, mark, sortBy: plant => plant.name, cell: plant => plant.name },
    { key: 'stock', label: t.stock, align: 'end', sortBy: plant => plant.stock, cell: plant => plant.stock },
    {
      key: 'sown',
      label: t.sown,
      sortBy: plant => new Date(plant.sownAt),
      cell: plant => <Moment at={plant.sownAt} only="day" />,
    },
    { key: 'state', label: t.state, cell: plant => <State tone={plant.state}>{words[plant.state]}</State> },
  ]
}
