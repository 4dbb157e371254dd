import { changeMember } from '@helder/server/core/tenancy/schema'
import { useCall } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import styles from './members.module.css'
import type { Member } from './members.tsx'
import { isWithinReach, type Role } from './role-words.ts'
import { texts } from './texts.ts'

/** The role of a member, changed where it stands; it can be undone. */
export function MemberRole({ member, roles }: { member: Member; roles: Role[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { can } = useWorkspace()
  const toasts = useToasts()
  const change = useCall(changeMember, { doing: t.changingRole, changes: ['me'] })
  const current = roles.find(({ roleId }) => roleId === member.roleId)
  const give = async (roleId: string) =>
    (await change.call({ params: { accountId: member.accountId }, body: { roleId } })).ok
  const choose = async (roleId: string) => {
    const role = roles.find(one => one.roleId === roleId)
    if (role === undefined || !(await give(roleId))) return
    toasts.done(t.roleChanged(member.name, role.name[language]), () => give(member.roleId))
  }
  return (
    <select
      className={styles.role}
      aria-label={t.roleOf(member.name)}
      value={member.roleId}
      disabled={change.isBusy || (current !== undefined && !isWithinReach(current, can))}
      onChange={event => void choose(event.target.value)}
    >
      {roles.map(role => (
        <option key={role.roleId} value={role.roleId} disabled={!isWithinReach(role, can)}>
          {role.name[language]}
        </option>
      ))}
    </select>
  )
}
