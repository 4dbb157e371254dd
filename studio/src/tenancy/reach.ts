import { listMembers } from '@helder/server/core/tenancy/schema'
import { useReply } from '../core/api.tsx'
import { useMe, useWorkspace } from '../core/place.tsx'
import { isWithinReach, type Role } from './role-words.ts'

/** Which roles whoever is signed in can give and take here. */
export function useReach(): (role: Pick<Role, 'key' | 'permissions'>) => boolean {
  const { account } = useMe()
  const { can } = useWorkspace()
  const { data } = useReply(
    listMembers,
    {},
    { topics: ['tenancy.member', 'identity.account'], when: can('tenancy.members.read') },
  )
  const isOwner = data?.members.find(({ accountId }) => accountId === account.accountId)?.isOwner ?? false
  return role => isWithinReach(role, { can, isOwner })
}
