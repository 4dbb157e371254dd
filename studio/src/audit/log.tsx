import type { Reply } from '@helder/client'
import { listAudit } from '@helder/server/core/audit/schema'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRows } from '../core/api.tsx'
import { useActName } from '../core/names.ts'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { useSlices } from '../core/slices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SelectField } from '../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment } from '../ui/moment.tsx'
import { Part } from '../ui/screen.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { Actor } from './actor.tsx'
import styles from './log.module.css'
import { texts } from './texts.ts'

/** An act as the server tells it. */
export type Entry = Reply<typeof listAudit>['entries'][number]

const part = 50

/** Everything that was done in the workspace. */
export function Log() {
  return (
    <Permitted to="audit.read">
      <Entries />
    </Permitted>
  )
}

function Entries() {
  const t = useTexts(texts)
  const { action } = useSearch({ from: '/signed-in/w/$slug/settings/audit' })
  const query = { limit: part, ...(action ? { action } : {}) }
  const list = useRows(
    listAudit,
    { query },
    {
      rows: reply => reply.entries,
      next: (last, count) => (count < part ? null : { query: { ...query, before: last.entryId } }),
    },
  )
  const nameOf = useActName()
  const columns: Column<Entry>[] = [
    { key: 'who', label: t.who, cell: entry => <Actor entry={entry} /> },
    { key: 'what', label: t.what, cell: ({ action }) => nameOf(action) },
    { key: 'when', label: t.when, cell: ({ at }) => <Moment at={at} /> },
    { key: 'details', label: t.details, cell: entry => <Details entry={entry} />, isExtra: true },
  ]
  return (
    <Part title={t.audit} about={t.auditAbout} actions={<Only action={action} />}>
      <Loaded from={list} shape={<TableSkeleton columns={4} rows={10} />}>
        {rows => (
          <DataTable
            label={t.audit}
            rows={rows}
            columns={columns}
            rowKey={entry => entry.entryId}
            rowName={entry => entry.action}
            more={list.more}
            empty={
              <EmptyState drawing="book" title={t.none}>
                {t.noneAbout}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Part>
  )
}

function Only({ action }: { action: string | undefined }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  const acts = useSlices().flatMap(slice => Object.entries(slice.acts ?? {}))
  return (
    <SelectField
      name="action"
      label={t.only}
      value={action ?? 'all'}
      change={chosen =>
        void navigate({
          to: '/w/$slug/settings/audit',
          params: { slug },
          search: chosen === 'all' ? {} : { action: chosen },
          replace: true,
        })
      }
      options={[
        { value: 'all', label: t.everything },
        ...acts.map(([value, name]) => ({ value, label: name[language] })),
      ]}
    />
  )
}

// Ids are for programs; a person sees what was chosen, and how much.
function Details({ entry }: { entry: Entry }) {
  const facts = Object.entries(entry.detail).filter(
    ([name, value]) => name !== 'supportSession' && !isId(value),
  )
  if (facts.length === 0) return null
  return (
    <code className={styles.details}>
      {facts
        .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' ') : String(value)}`)
        .join(', ')}
    </code>
  )
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
}
