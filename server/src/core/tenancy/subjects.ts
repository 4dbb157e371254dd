import { text } from '@helder/words'
import type { TxCtx } from '../ctx.ts'
import { platformWorkspaceId } from '../ids.ts'
import { type FoundItem, normalEmail, type SubjectKeys, type SubjectSource } from '../personal-data.ts'
import { listMemberAccounts, listMembershipsOf } from './store.ts'

/**
 * Members have their account with the platform, outside the wall of the workspace they work in. Within it they are
 * recognised all the same; and on the platform an account stays as long as it is somewhere's member.
 */
export const memberSource: SubjectSource = {
  register: async () => [],
  async find(tx, keys) {
    await recogniseMembers(tx, keys)
    return tx.workspaceId === platformWorkspaceId ? findMemberships(tx, keys) : []
  },
  // It erases nothing, so nothing of it can be found again.
  at: async () => [],
  erase: async () => {},
  async keys(tx) {
    const members = await listMemberAccounts(tx)
    return {
      emails: members.map(member => normalEmail(member.email)),
      accounts: members.map(member => member.account_id),
    }
  },
  expire: async () => ({}),
}

async function recogniseMembers(tx: TxCtx, keys: SubjectKeys): Promise<void> {
  for (const { account_id, email } of await listMemberAccounts(tx)) {
    if (!keys.accounts.has(account_id) && !keys.emails.has(normalEmail(email))) continue
    keys.accounts.add(account_id)
    keys.emails.add(normalEmail(email))
  }
}

async function findMemberships(tx: TxCtx, keys: SubjectKeys): Promise<FoundItem[]> {
  const elsewhere = (await listMembershipsOf(tx, [...keys.accounts])).filter(
    membership => membership.workspaceId !== platformWorkspaceId,
  )
  return elsewhere.map(({ workspaceId, accountId, name, joinedAt }) => ({
    store: 'tenancy.members:elsewhere',
    id: workspaceId,
    about: text('Je lidmaatschap van een organisatie', 'Your membership of an organisation'),
    purpose: text(
      'om je te laten meewerken, met de rechten die daarbij horen',
      'to let you take part, with the permissions that go with it',
    ),
    facts: [
      { field: 'workspace', label: text('organisatie', 'organisation'), category: null, value: name },
      {
        field: 'joined_at',
        label: text('lid sinds', 'member since'),
        category: 'activity' as const,
        value: joinedAt.toISOString(),
      },
    ],
    objects: [],
    fate: {
      does: 'stay' as const,
      because: text(
        `Je werkt nog mee bij ${name}. Laat eerst je lidmaatschap daar beëindigen.`,
        `You still take part in ${name}. Have your membership there ended first.`,
      ),
      holds: [{ store: 'identity.accounts', id: accountId }],
    },
  }))
}
