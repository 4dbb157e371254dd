import type { Reply } from '@helder/client'
import { listMessages } from '@helder/server/core/mail/schema'
import { Outlet, useParams } from '@tanstack/react-router'
import { useRows } from '../core/api.tsx'
import { useLetterName } from '../core/names.ts'
import { useWorkspace } from '../core/place.tsx'
import { RegisterMark } from '../core/register-mark.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { RelativeTime } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { Screen } from '../ui/screen.tsx'
import { ListAndPanel } from '../ui/side-panel.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { MessageState } from './message-state.tsx'
import { texts } from './texts.ts'

type Summary = Reply<typeof listMessages>['messages'][number]

const part = 50

/** The mail of a workspace, with the one that is open beside it. */
export function Outbox() {
  const { messageId } = useParams({ strict: false })
  return (
    <Permitted to="mail.read">
      <ListAndPanel list={<MessageList openId={messageId} />} panel={messageId ? <Outlet /> : null} />
    </Permitted>
  )
}

function MessageList({ openId }: { openId: string | undefined }) {
  const t = useTexts(texts)
  const list = useRows(
    listMessages,
    { query: { limit: part } },
    {
      rows: reply => reply.messages,
      next: (last, count) => (count < part ? null : { query: { limit: part, before: last.messageId } }),
    },
  )
  const delivers = list.first?.delivers ?? true
  return (
    <Screen title={t.outbox} about={t.outboxAbout}>
      {delivers ? null : (
        <Notice tone="warning" title={t.staysTitle}>
          {t.stays}
        </Notice>
      )}
      <Loaded from={list} shape={<TableSkeleton columns={4} />}>
        {rows => <MessageTable rows={rows} openId={openId} delivers={delivers} more={list.more} />}
      </Loaded>
    </Screen>
  )
}

function MessageTable(props: {
  rows: Summary[]
  openId: string | undefined
  delivers: boolean
  more: Parameters<typeof DataTable<Summary>>[0]['more'] & object
}) {
  const { rows, openId, delivers, more } = props
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  return (
    <DataTable
      label={t.outbox}
      rows={rows}
      columns={useColumns(openId !== undefined, delivers)}
      rowKey={message => message.messageId}
      rowName={message => message.subject}
      open={({ messageId }) => ({ to: '/w/$slug/mail/$messageId', params: { slug, messageId } })}
      openKey={openId}
      more={more}
      empty={
        <EmptyState drawing="letter" title={t.none}>
          {t.noneAbout}
        </EmptyState>
      }
    />
  )
}

// Beside an open mail there is room for what tells mails apart, and no more.
function useColumns(isNarrow: boolean, delivers: boolean): Column<Summary>[] {
  const t = useTexts(texts)
  const nameOf = useLetterName()
  const subject: Column<Summary> = { key: 'subject', label: t.subject, cell: message => message.subject }
  const to: Column<Summary> = {
    key: 'to',
    label: t.to,
    mark: <RegisterMark store="mail.messages" field="to_address" whose={texts.receiver} />,
    cell: message => message.to,
  }
  const kind: Column<Summary> = {
    key: 'kind',
    label: t.kind,
    cell: ({ template }) => nameOf(template),
    isExtra: true,
  }
  const written: Column<Summary> = {
    key: 'written',
    label: t.written,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  }
  const state: Column<Summary> = {
    key: 'state',
    label: t.state,
    cell: message => <MessageState message={message} delivers={delivers} />,
  }
  return isNarrow ? [subject, written] : [subject, to, kind, written, state]
}
