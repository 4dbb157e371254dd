import type { Reply } from '@helder/client'
import { listRequests } from '@helder/server/privacy/requests/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { RegisterMark } from '../../core/register-mark.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Part } from '../../ui/screen.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { texts as shared } from '../texts.ts'
import { DaysLeft } from './days-left.tsx'
import styles from './list.module.css'
import { RequestState } from './request-state.tsx'
import { texts } from './texts.ts'
import { WriteDown } from './write-down.tsx'

/** A request as the list tells it. */
export type Asked = Reply<typeof listRequests>[number]

/** What people asked: what waits first. */
export function RequestList() {
  return (
    <Permitted to="privacy.requests.read">
      <List />
    </Permitted>
  )
}

function List() {
  const t = useTexts(texts)
  const { can, slug } = useWorkspace()
  const navigate = useNavigate()
  const { open = false } = useSearch({ from: '/signed-in/w/$slug/privacy/requests' })
  const requests = useReply(listRequests, {}, { topics: ['privacy.request'] })
  const setOpen = (isOpen: boolean) =>
    void navigate({
      to: '/w/$slug/privacy/requests',
      params: { slug },
      search: isOpen ? { open: true } : {},
      replace: !isOpen,
    })
  const mayWrite = can('privacy.requests.write')
  return (
    <Part
      title={t.requests}
      about={t.requestsAbout}
      actions={mayWrite ? <WriteButton press={() => setOpen(true)} /> : null}
    >
      <Loaded from={requests} shape={<TableSkeleton columns={4} />}>
        {rows => <RequestTable rows={rows} />}
      </Loaded>
      <WriteDown isOpen={open && mayWrite} close={() => setOpen(false)} />
    </Part>
  )
}

function WriteButton({ press }: { press: () => void }) {
  const t = useTexts(texts)
  return (
    <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={press}>
      {t.write}
    </Button>
  )
}

function RequestTable({ rows }: { rows: Asked[] }) {
  const t = useTexts(texts)
  const common = useTexts(shared)
  const { slug } = useWorkspace()
  const { requestId } = useParams({ strict: false })
  return (
    <DataTable
      label={t.requests}
      rows={rows}
      columns={useColumns(requestId !== undefined)}
      rowKey={request => request.requestId}
      rowName={request => common.number(request.number)}
      open={request => ({
        to: '/w/$slug/privacy/requests/$requestId',
        params: { slug, requestId: request.requestId },
      })}
      openKey={requestId}
      empty={
        <EmptyState drawing="letter" title={t.none}>
          {t.noneAbout}
        </EmptyState>
      }
    />
  )
}

// Beside an open request there is room for what tells requests apart, and no more.
function useColumns(isNarrow: boolean): Column<Asked>[] {
  const t = useTexts(texts)
  const common = useTexts(shared)
  const request: Column<Asked> = {
    key: 'request',
    label: t.request,
    cell: ({ number, kind }) => (
      <span className={styles.request}>
        <span className={styles.number}>{number}</span>
        {common[kind]}
      </span>
    ),
  }
  const who: Column<Asked> = {
    key: 'who',
    label: t.who,
    mark: <RegisterMark store="privacy.requests" field="email" whose={shared.asker} />,
    cell: ({ email }) => (email === null ? <span className={styles.gone}>{t.whoGone}</span> : email),
  }
  const state: Column<Asked> = {
    key: 'state',
    label: t.state,
    cell: one => <RequestState request={one} />,
  }
  const answer: Column<Asked> = {
    key: 'answer',
    label: t.answer,
    width: '13rem',
    cell: one => <Answer request={one} />,
  }
  return isNarrow ? [request, state] : [request, who, state, answer]
}

/** Whether a request still waits for an answer. */
export function isOpen({ state }: Pick<Asked, 'state'>): boolean {
  return !['done', 'refused', 'lapsed', 'unverified'].includes(state)
}

function Answer({ request }: { request: Asked }) {
  const t = useTexts(texts)
  const { dueOn, receivedAt, finishedAt, state } = request
  if (isOpen(request) && dueOn !== null) return <DaysLeft receivedAt={receivedAt} dueOn={dueOn} />
  if (finishedAt !== null) return <Moment at={finishedAt} only="day" />
  return <span className={styles.gone}>{state === 'unverified' ? t.afterConfirming : t.notNeeded}</span>
}
