import { removeMember } from '@helder/server/core/tenancy/schema'
import { ActionIcon, Menu } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import { IconDots, IconUserMinus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { useMe } from '../core/place.tsx'
import { DangerDialog } from '../ui/danger-button.tsx'
import { useTexts } from '../ui/language.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import type { Member } from './members.tsx'
import { texts } from './texts.ts'

/** What can be done with a member besides giving a role. */
export function MemberActions({ member }: { member: Member }) {
  const t = useTexts(texts)
  const { account } = useMe()
  const [isAsking, setAsking] = useState(false)
  const isSelf = member.accountId === account.accountId
  const remove = useRemove(member, isSelf)
  const label = isSelf ? t.leave : t.removeMember
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t.memberActions(member.name)}>
            <IconDots size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="brick"
            leftSection={<IconUserMinus size={18} stroke={1.75} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {label}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <DangerDialog
        isOpen={isAsking}
        close={() => setAsking(false)}
        label={label}
        consequence={isSelf ? t.leaveAbout : t.removeAbout(member.name)}
        word={member.name}
        run={remove}
      />
    </>
  )
}

function useRemove(member: Member, isSelf: boolean) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const navigate = useNavigate()
  const leave = isSelf ? () => navigate({ to: '/workspaces' }) : undefined
  const remove = useCall(removeMember, { changes: ['me'], leave })
  return async () => {
    const { ok } = await remove.call({ params: { accountId: member.accountId } })
    if (ok) toasts.done(t.removed(member.name))
    return ok
  }
}
