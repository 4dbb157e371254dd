import { text } from '@helder/words'
import { route } from '../http/route.ts'
import type { Slice } from '../slice.ts'
import { listMemberAccounts } from '../tenancy/store.ts'
import { listAudit } from './schema.ts'
import { listEntries } from './store.ts'

const kinds = { account: 'account', visitor: 'visitor', system: 'system' } as const

const routes = [
  route(listAudit, 'audit.read', async (ctx, { query }) =>
    ctx.read(async tx => {
      const names = new Map((await listMemberAccounts(tx)).map(row => [row.account_id, row.name]))
      const entries = await listEntries(tx, query)
      return {
        entries: entries.map(entry => ({
          entryId: entry.entryId,
          at: entry.at.toISOString(),
          action: entry.action,
          actor: names.get(entry.actorId ?? '') ?? null,
          actorKind: kinds[entry.actorKind as keyof typeof kinds],
          targetId: entry.targetId,
          detail: entry.detail as Record<string, unknown>,
        })),
      }
    }),
  ),
]

/** What was done in a workspace, by whom, when. */
export const auditTrail: Slice = {
  name: 'audit',
  routes,
  jobs: [],
  permissions: [{ key: 'audit.read', name: text('Logboek lezen', 'Read the audit log'), roles: ['manager'] }],
  personalData: {
    tables: {
      'audit.entries': {
        about: text('Wie wat deed in deze werkruimte', 'Who did what in this workspace'),
        columns: {
          entry_id: 'id',
          at: 'plain',
          actor_kind: 'plain',
          actor_id: 'actor',
          action: 'plain',
          target_id: 'id',
          // Ids, counts and names of fields: `audit()` takes nothing else.
          detail: { json: { '*': 'plain', '*.*': 'plain' } },
        },
      },
    },
    jobs: {},
    objects: {},
  },
}
