import type { Reply } from '@helder/client'
import { type listMembers, withdrawInvitation } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { DangerDialog } from '../ui/danger-button.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Moment } from '../ui/moment.tsx'
import { State, Tag } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import styles from './members.module.css'
import { texts } from './texts.ts'

type Invitation = Reply<typeof listMembers>['invitations'][number]

/** The invitations that wait for an answer. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { can } = useWorkspace()
  const columns: Column<Invitation>[] = [
    {
      key: 'email',
      label: t.email,
      cell: ({ email, outsider }) => (
        <span className={styles.name}>
          <span className={styles.email}>{email}</span>
          {outsider ? <Tag>{t.outsiderTag}</Tag> : null}
        </span>
      ),
    },
    { key: 'role', label: t.role, cell: ({ role }) => role[language] },
    { key: 'expires', label: t.validUntil, cell: invitation => <Expiry invitation={invitation} /> },
  ]
  return (
    <section className={styles.part}>
      <h3>{t.waitingFor}</h3>
      <DataTable
        label={t.invitations}
        rows={invitations}
        columns={columns}
        rowKey={invitation => invitation.invitationId}
        rowName={invitation => invitation.email}
        {...(can('tenancy.members.write')
          ? { actions: (invitation: Invitation) => <Withdraw invitation={invitation} /> }
          : {})}
      />
    </section>
  )
}

function isExpired({ expiresAt }: Invitation): boolean {
  return new Date(expiresAt) < new Date()
}

function Expiry({ invitation }: { invitation: Invitation }) {
  const t = useTexts(texts)
  if (isExpired(invitation)) return <State tone="warning">{t.expired}</State>
  return <Moment at={invitation.expiresAt} only="day" />
}

function Withdraw({ invitation }: { invitation: Invitation }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [isAsking, setAsking] = useState(false)
  const withdraw = useCall(withdrawInvitation)
  const { email, invitationId } = invitation
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t.withdrawOf(email)}
        onClick={() => setAsking(true)}
      >
        {t.withdraw}
      </Button>
      <DangerDialog
        isOpen={isAsking}
        close={() => setAsking(false)}
        label={t.withdrawTitle}
        consequence={t.withdrawAbout(email)}
        run={async () => {
          const { ok } = await withdraw.call({ params: { invitationId } })
          if (ok) toasts.done(t.withdrawn(email))
          return ok
        }}
      />
    </>
  )
}
