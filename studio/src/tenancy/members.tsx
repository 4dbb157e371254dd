import type { Reply } from '@helder/client'
import { listMembers, listRoles } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useReply } from '../core/api.tsx'
import { useMe, useWorkspace } from '../core/place.tsx'
import { RegisterMark } from '../core/register-mark.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment } from '../ui/moment.tsx'
import { Part } from '../ui/screen.tsx'
import { Tag } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { sortFrom } from '../ui/table/sorting.ts'
import { searchOf } from './index.ts'
import { Invitations } from './invitations.tsx'
import { Invite } from './invite.tsx'
import { MemberActions } from './member-actions.tsx'
import { MemberRole } from './member-role.tsx'
import styles from './members.module.css'
import { texts } from './texts.ts'

/** A member as the server tells it. */
export type Member = Reply<typeof listMembers>['members'][number]

/** Who works in the workspace, who is asked to, and what they may do. */
export function Members() {
  return (
    <Permitted to="tenancy.members.read">
      <MemberList />
    </Permitted>
  )
}

function MemberList() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const list = useReply(listMembers, {}, { topics: ['tenancy.member', 'identity.account'] })
  const [isInviting, setInviting] = useState(false)
  const mayInvite = can('tenancy.members.write')
  useCommands(
    useMemo((): Command[] => {
      const invite = { id: 'invite', label: t.invite, group: 'do', run: () => setInviting(true) } as const
      return mayInvite ? [invite] : []
    }, [t, mayInvite]),
  )
  return (
    <Part
      title={t.members}
      about={t.membersAbout}
      actions={
        mayInvite ? (
          <Button
            leftSection={<IconUserPlus size={18} stroke={1.75} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            {t.invite}
          </Button>
        ) : null
      }
    >
      <Loaded from={list} shape={<TableSkeleton columns={4} />}>
        {({ members, invitations }) => (
          <>
            <MemberTable members={members} />
            {invitations.length > 0 ? <Invitations invitations={invitations} /> : null}
          </>
        )}
      </Loaded>
      <Invite isOpen={isInviting} close={() => setInviting(false)} />
    </Part>
  )
}

function MemberTable({ members }: { members: Member[] }) {
  const t = useTexts(texts)
  const { slug, can } = useWorkspace()
  const navigate = useNavigate()
  const { sort } = useSearch({ from: '/signed-in/w/$slug/settings/members' })
  const columns = useColumns()
  return (
    <DataTable
      label={t.members}
      rows={members}
      columns={columns}
      rowKey={member => member.accountId}
      rowName={member => member.name}
      sort={{
        by: sortFrom(sort),
        change: next =>
          void navigate({
            to: '/w/$slug/settings/members',
            params: { slug },
            search: searchOf(next),
            replace: true,
          }),
      }}
      {...(can('tenancy.members.write')
        ? { actions: (member: Member) => <MemberActions member={member} /> }
        : {})}
    />
  )
}

function useColumns(): Column<Member>[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const { account } = useMe()
  const { can } = useWorkspace()
  const roles = useReply(listRoles, {}).data?.roles
  const mayChange = can('tenancy.members.write')
  return useMemo(
    () => [
      {
        key: 'name',
        label: t.person,
        mark: <RegisterMark store="identity.accounts" field="name" whose={texts.member} />,
        sortBy: ({ name }) => name,
        cell: ({ name, accountId }) => (
          <span className={styles.name}>
            {name}
            {accountId === account.accountId ? <Tag>{t.you}</Tag> : null}
          </span>
        ),
      },
      {
        key: 'email',
        label: t.email,
        mark: <RegisterMark store="identity.accounts" field="email" whose={texts.member} />,
        sortBy: ({ email }) => email,
        cell: ({ email }) => <span className={styles.email}>{email}</span>,
      },
      {
        key: 'role',
        label: t.role,
        sortBy: ({ role }) => role[language],
        cell: member =>
          mayChange && roles ? <MemberRole member={member} roles={roles} /> : member.role[language],
      },
      {
        key: 'joined',
        label: t.joined,
        sortBy: ({ joinedAt }) => new Date(joinedAt),
        cell: ({ joinedAt }) => <Moment at={joinedAt} only="day" />,
        isExtra: true,
      },
    ],
    [t, language, account.accountId, mayChange, roles],
  )
}
