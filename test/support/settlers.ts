import { makeCtx, type Services } from '../../server/src/core/ctx.ts'
import { insertAccount, insertSession } from '../../server/src/core/identity/store.ts'
import { hashSecret, newId, newSecret, platformWorkspaceId } from '../../server/src/core/ids.ts'
import { addMember, makeWorkspace } from '../../server/src/core/tenancy/index.ts'
import type { BuiltInRole } from '../../server/src/core/tenancy/rules.ts'

/** The two clients that are always there, so that a leak shows. */
export type ClientName = 'bakery' | 'school'

/** Everyone in the world: members of a workspace by role, and customers and pupils of a client. */
export const people = {
  bakeryOwner: { workspace: 'bakery', role: 'owner', name: 'Berta Bakker', email: 'berta@bakery.example' },
  bakeryManager: { workspace: 'bakery', role: 'manager', name: 'Mats Meel', email: 'mats@bakery.example' },
  bakeryDeveloper: {
    workspace: 'bakery',
    role: 'developer',
    name: 'Dirk Deeg',
    email: 'dirk@bureau.example',
  },
  bakeryEditor: { workspace: 'bakery', role: 'editor', name: 'Eva Eclair', email: 'eva@bakery.example' },
  bakeryExpert: { workspace: 'bakery', role: 'expert', name: 'Xander Xeres', email: 'xander@foto.example' },
  schoolOwner: { workspace: 'school', role: 'owner', name: 'Rik Rector', email: 'rik@school.example' },
  schoolTeacher: { workspace: 'school', role: 'teacher', name: 'Lot Leraar', email: 'lot@school.example' },
  schoolEditor: { workspace: 'school', role: 'editor', name: 'Siem Schrijver', email: 'siem@school.example' },
  staffSupport: {
    workspace: 'platform',
    role: 'support',
    name: 'Olga Ondersteuner',
    email: 'olga@operator.example',
  },
  staffAdmin: { workspace: 'platform', role: 'admin', name: 'Bram Beheer', email: 'bram@operator.example' },
  staffOwner: { workspace: 'platform', role: 'owner', name: 'Uma Uitbater', email: 'uma@operator.example' },
} as const satisfies Record<
  string,
  { workspace: ClientName | 'platform'; role: BuiltInRole; name: string; email: string }
>

/** Someone who can sign in to the studio. */
export type Person = keyof typeof people

/** What a client has, by name. */
export interface SettledClient {
  workspaceId: string
  /** A value for every parameter of a path, of something that belongs to this client. */
  ids: Record<string, string>
}

/** What the filled world holds. */
export interface Settled {
  platform: { workspaceId: string }
  bakery: SettledClient
  school: SettledClient
  sessions: Record<Person, string>
  accounts: Record<Person, string>
}

/** Settles the world: workspaces, people, and something of every kind in both clients. */
export async function settle(services: Services): Promise<Settled> {
  await makeWorkspace(services, {
    workspaceId: platformWorkspaceId,
    kind: 'platform',
    name: 'Helder',
    slug: 'platform',
    language: 'nl',
  })
  const bakery = await makeWorkspace(services, {
    name: 'Bakkerij De Kruimel',
    slug: 'bakery',
    language: 'nl',
  })
  const school = await makeWorkspace(services, { name: 'Het Lyceum', slug: 'school', language: 'en' })
  const workspaceIds = { platform: platformWorkspaceId, bakery, school }
  const sessions = {} as Record<Person, string>
  const accounts = {} as Record<Person, string>
  for (const [key, person] of Object.entries(people) as [Person, (typeof people)[Person]][]) {
    const { accountId, session } = await settlePerson(services, person)
    await addMember(systemCtx(services, workspaceIds[person.workspace]), accountId, person.role)
    sessions[key] = session
    accounts[key] = accountId
  }
  return {
    platform: { workspaceId: platformWorkspaceId },
    bakery: { workspaceId: bakery, ids: {} },
    school: { workspaceId: school, ids: {} },
    sessions,
    accounts,
  }
}

async function settlePerson(services: Services, person: { name: string; email: string }) {
  const accountId = newId()
  const session = newSecret()
  await systemCtx(services, platformWorkspaceId).write(async tx => {
    await insertAccount(tx, {
      accountId,
      email: person.email,
      name: person.name,
      language: 'nl',
      passwordHash: null,
      verifiedAt: tx.now,
    })
    await insertSession(tx, {
      sessionId: newId(),
      accountId,
      tokenHash: hashSecret(session),
      device: 'Firefox · Linux',
      expiresAt: new Date(tx.now.getTime() + 30 * 24 * 3_600_000),
    })
  })
  return { accountId, session }
}

function systemCtx(services: Services, workspaceId: string) {
  return makeCtx({
    services,
    workspaceId,
    actor: { kind: 'system', reason: 'the world is settled' },
    language: 'nl',
  })
}
