import type { Reply } from '@helder/client'
import { endSupport, listSupport } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { useCall, useReply } from '../core/api.tsx'
import { useMe, useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment } from '../ui/moment.tsx'
import { Part } from '../ui/screen.tsx'
import { State } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { texts } from './texts.ts'

type Session = Reply<typeof listSupport>[number]

/** When staff of the operator looked in, and why. */
export function Support() {
  return (
    <Permitted to="tenancy.support.read">
      <SupportList />
    </Permitted>
  )
}

function SupportList() {
  const t = useTexts(texts)
  const { operator } = useMe()
  const { can } = useWorkspace()
  const sessions = useReply(listSupport, {}, { topics: ['tenancy.support'] })
  const columns: Column<Session>[] = [
    { key: 'reason', label: t.reason, cell: ({ reason }) => reason },
    { key: 'started', label: t.started, cell: ({ startedAt }) => <Moment at={startedAt} /> },
    {
      key: 'ended',
      label: t.ended,
      cell: ({ active, endsAt }) => (active ? <State tone="warning">{t.now}</State> : <Moment at={endsAt} />),
    },
  ]
  return (
    <Part title={t.supportTitle} about={t.supportAbout(operator)}>
      <Loaded from={sessions} shape={<TableSkeleton />}>
        {rows => (
          <DataTable
            label={t.supportTitle}
            rows={rows}
            columns={columns}
            rowKey={session => session.supportSessionId}
            rowName={session => session.reason}
            {...(can('tenancy.settings.write')
              ? { actions: (session: Session) => <End session={session} /> }
              : {})}
            empty={
              <EmptyState drawing="glasses" title={t.noSupport}>
                {t.noSupportAbout}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Part>
  )
}

function End({ session }: { session: Session }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const end = useCall(endSupport)
  if (!session.active) return null
  const run = async () => {
    const { ok } = await end.call({ params: { supportSessionId: session.supportSessionId } })
    if (ok) toasts.done(t.supportEnded)
  }
  return (
    <Button variant="default" size="compact-md" loading={end.isBusy} onClick={() => void run()}>
      {t.endSupport}
    </Button>
  )
}
