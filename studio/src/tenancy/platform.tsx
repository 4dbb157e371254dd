import type { Reply } from '@helder/client'
import { listWorkspaces, startSupport } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextArea } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { ButtonLink } from '../ui/links.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment } from '../ui/moment.tsx'
import { Screen } from '../ui/screen.tsx'
import { Tag } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { sortFrom } from '../ui/table/sorting.ts'
import { searchOf } from './index.ts'
import styles from './members.module.css'
import { texts } from './texts.ts'

type Client = Reply<typeof listWorkspaces>[number]

/** The clients of this installation, for staff of the operator. */
export function Platform() {
  return (
    <Permitted to="tenancy.workspaces.read">
      <Clients />
    </Permitted>
  )
}

function Clients() {
  const t = useTexts(texts)
  const clients = useReply(listWorkspaces, {})
  const [looked, setLooked] = useState<Client | null>(null)
  return (
    <Screen title={t.platform} about={t.platformAbout}>
      <Loaded from={clients} shape={<TableSkeleton columns={4} />}>
        {rows => <ClientTable rows={rows} look={setLooked} />}
      </Loaded>
      <Dialog
        title={looked ? t.lookInOf(looked.name) : ''}
        isOpen={looked !== null}
        close={() => setLooked(null)}
      >
        {looked ? <LookForm client={looked} /> : null}
      </Dialog>
    </Screen>
  )
}

function ClientTable({ rows, look }: { rows: Client[]; look: (client: Client) => void }) {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  const { sort } = useSearch({ from: '/signed-in/w/$slug/platform' })
  const columns: Column<Client>[] = [
    {
      key: 'name',
      label: t.client,
      sortBy: ({ name }) => name,
      cell: client => (
        <span className={styles.name}>
          {client.name}
          {client.supportEndsAt ? <Tag>{t.lookingInUntil}</Tag> : null}
        </span>
      ),
    },
    {
      key: 'slug',
      label: t.slug,
      sortBy: one => one.slug,
      cell: one => <code>{one.slug}</code>,
      isExtra: true,
    },
    {
      key: 'members',
      label: t.memberTotal,
      align: 'end',
      sortBy: one => one.members,
      cell: one => one.members,
    },
    {
      key: 'made',
      label: t.made,
      sortBy: ({ createdAt }) => new Date(createdAt),
      cell: ({ createdAt }) => <Moment at={createdAt} only="day" />,
    },
  ]
  return (
    <DataTable
      label={t.platform}
      rows={rows}
      columns={columns}
      rowKey={client => client.workspaceId}
      rowName={client => client.name}
      sort={{
        by: sortFrom(sort),
        change: next =>
          void navigate({ to: '/w/$slug/platform', params: { slug }, search: searchOf(next), replace: true }),
      }}
      actions={client => <Look client={client} look={() => look(client)} />}
      empty={
        <EmptyState drawing="house" title={t.noClients}>
          {t.noClientsAbout}
        </EmptyState>
      }
    />
  )
}

function Look({ client, look }: { client: Client; look: () => void }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  if (client.supportEndsAt) {
    return (
      <ButtonLink to="/w/$slug" params={{ slug: client.slug }} variant="default" size="compact-md">
        {t.enter}
      </ButtonLink>
    )
  }
  if (!can('tenancy.support.write')) return null
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconEye size={18} stroke={1.75} aria-hidden />}
      aria-label={t.lookInOf(client.name)}
      onClick={look}
    >
      {t.lookIn}
    </Button>
  )
}

function LookForm({ client }: { client: Client }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const start = useCall(startSupport, { doing: t.startingLooking, changes: ['me'], problems: 'form' })
  const submit = async () => {
    const outcome = await start.call({ body: { workspaceId: client.workspaceId, reason } })
    if (outcome.ok) await navigate({ to: '/w/$slug', params: { slug: client.slug } })
  }
  return (
    <Form problem={start.problem} submit={() => void submit()}>
      <p>{t.lookInAbout}</p>
      <TextArea
        name="reason"
        label={t.reason}
        help={t.reasonHelp}
        maxLength={500}
        rows={3}
        data-autofocus
        value={reason}
        change={setReason}
      />
      <DialogActions>
        <Button type="submit" loading={start.isBusy}>
          {t.startLooking}
        </Button>
      </DialogActions>
    </Form>
  )
}
