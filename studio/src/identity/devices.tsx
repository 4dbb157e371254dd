import type { Reply } from '@helder/client'
import { platformIdentity } from '@helder/server/core/identity/schema'
import { Button } from '@mantine/core'
import { useCall, useReply } from '../core/api.tsx'
import { useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { RelativeTime } from '../ui/moment.tsx'
import { Section } from '../ui/screen.tsx'
import { Tag } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import styles from './devices.module.css'
import { texts } from './texts.ts'

type Session = Reply<typeof platformIdentity.listSessions>[number]

/** Where one is signed in, and how to end that. */
export function Devices() {
  const t = useTexts(texts)
  const sessions = useReply(platformIdentity.listSessions, {})
  const columns: Column<Session>[] = [
    { key: 'device', label: t.device, cell: session => <Device session={session} /> },
    { key: 'seen', label: t.seen, cell: ({ seenAt }) => <RelativeTime at={seenAt} /> },
    { key: 'since', label: t.since, cell: ({ createdAt }) => <RelativeTime at={createdAt} />, isExtra: true },
  ]
  return (
    <Section title={t.devices} about={t.devicesAbout}>
      <Loaded from={sessions} shape={<TableSkeleton rows={2} />}>
        {rows => (
          <DataTable
            label={t.devices}
            rows={rows}
            columns={columns}
            rowKey={session => session.sessionId}
            rowName={session => session.device}
            actions={session => <End session={session} />}
          />
        )}
      </Loaded>
    </Section>
  )
}

function Device({ session }: { session: Session }) {
  const t = useTexts(texts)
  return (
    <span className={styles.device}>
      {session.device === '?' ? t.unknownDevice : session.device}
      {session.current ? <Tag>{t.thisDevice}</Tag> : null}
    </span>
  )
}

function End({ session }: { session: Session }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const end = useCall(platformIdentity.endSession)
  if (session.current) return null
  const run = async () => {
    const outcome = await end.call({ params: { sessionId: session.sessionId } })
    if (outcome.ok) toasts.done(t.sessionEnded(session.device))
  }
  return (
    <Button
      variant="subtle"
      size="compact-md"
      loading={end.isBusy}
      aria-label={t.endSessionOf(session.device)}
      onClick={() => void run()}
    >
      {t.endSession}
    </Button>
  )
}
