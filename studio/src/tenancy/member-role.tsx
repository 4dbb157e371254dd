import { changeMember } from '@helder/server/core/tenancy/schema'
import { Menu } from '@mantine/core'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { IconChevronDown } from '@tabler/icons-react'
import { useCall } from '../core/api.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import styles from './members.module.css'
import type { Member } from './members.tsx'
import { useReach } from './reach.ts'
import { inOrder, type Role } from './role-words.ts'
import { texts } from './texts.ts'

/** The role of a member, changed where it stands; it can be undone. */
export function MemberRole({ member, roles }: { member: Member; roles: Role[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const isWithinReach = useReach()
  const choose = useChoose(member, roles)
  const current = roles.find(({ roleId }) => roleId === member.roleId)
  const name = member.role[language]
  if (current !== undefined && !isWithinReach(current)) return name
  // A menu rather than a list that unfolds: there, passing by with an arrow key would choose already.
  return (
    <Menu position="bottom-start" shadow="md" width={220}>
      <Menu.Target>
        <button type="button" className={styles.role} aria-label={t.roleOf(member.name, name)}>
          {name}
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={member.roleId} onChange={roleId => void choose(roleId)}>
          {inOrder(roles, language).map(role => (
            <Menu.RadioItem key={role.roleId} value={role.roleId} disabled={!isWithinReach(role)}>
              {role.name[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function useChoose(member: Member, roles: Role[]) {
  const t = useTexts(texts)
  const language = useLanguage()
  const toasts = useToasts()
  const change = useCall(changeMember, { doing: t.changingRole, changes: ['me'] })
  const give = async (roleId: string) =>
    (await change.call({ params: { accountId: member.accountId }, body: { roleId } })).ok
  return async (roleId: string) => {
    const role = roles.find(one => one.roleId === roleId)
    if (role === undefined || roleId === member.roleId || !(await give(roleId))) return
    toasts.done(t.roleChanged(member.name, role.name[language]), () => give(member.roleId))
  }
}
