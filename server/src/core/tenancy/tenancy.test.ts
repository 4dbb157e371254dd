import { Problem } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, people } from '../../../../test/support/settlers.ts'
import { speak, speakContract } from '../../../../test/support/speak.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { listAudit } from '../audit/schema.ts'
import { getMessage, listMessages } from '../mail/schema.ts'
import { isFreeSlug, permissionsOf, slugFrom, supportPermissions } from './rules.ts'
import * as schema from './schema.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

async function refused(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch(error => error)
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome
}

async function roleId(person: Person, key: string): Promise<string> {
  const { roles } = await world.as(person).call(schema.listRoles, {})
  return roles.find(role => role.key === key)?.roleId ?? ''
}

describe('who is who', () => {
  it('shows a member the workspaces they work in, with their role', async () => {
    const me = await world.as('bakeryEditor').call(schema.getMe, {})
    expect(me.account.email).toBe('eva@bakery.example')
    expect(me.workspaces.map(workspace => workspace.slug)).toEqual(['bakery'])
    expect(me.workspaces[0]?.role).toEqual({ nl: 'Redacteur', en: 'Editor' })
  })

  it('hides another workspace altogether, whether it exists or not', async () => {
    const ask = (workspaceId: string) =>
      world.raw({
        host: world.config.studioHost,
        path: `/api/w/${workspaceId}/tenancy/members`,
        headers: { cookie: `helder=${world.sessions.schoolOwner}` },
      })
    const [there, nowhere] = [
      await ask(world.bakery.workspaceId),
      await ask('01a20164-4d17-7792-ba70-4004b7eff669'),
    ]
    expect([there.status, nowhere.status]).toEqual([404, 404])
    const body = (text: string) => ({ ...JSON.parse(text), requestId: '' })
    expect(body(there.text)).toEqual(body(nowhere.text))
  })
})

describe('members', () => {
  it('are invited by mail and come in with the link, once', async () => {
    const owner = world.as('bakeryOwner')
    await owner.call(schema.invite, {
      body: { email: 'nieuw@bakery.example', roleId: await roleId('bakeryOwner', 'editor'), outsider: false },
    })
    const { messages } = await owner.call(listMessages, {})
    const { text } = await owner.call(getMessage, { params: { messageId: messages[0]?.messageId ?? '' } })
    const secret = /invitation#([a-z2-7]{32})/.exec(text)?.[1] ?? ''
    const nobody = { host: world.config.studioHost }
    expect(await speak(world.port, nobody, schema.lookAtInvitation, { body: { secret } })).toMatchObject({
      workspace: 'Bakkerij De Kruimel',
      hasAccount: false,
    })
    const nameless = await speakContract(world.port, nobody, schema.acceptInvitation, { body: { secret } })
    expect(nameless.status).toBe(422)
    const accepted = await speakContract(world.port, nobody, schema.acceptInvitation, {
      body: { secret, name: 'Nina Nieuw' },
    })
    expect(JSON.parse(accepted.text)).toEqual({ slug: 'bakery' })
    const again = await speakContract(world.port, nobody, schema.acceptInvitation, {
      body: { secret, name: 'Nina Nieuw' },
    })
    expect(again.status).toBe(410)
    const { members, invitations } = await owner.call(schema.listMembers, {})
    expect(members.map(member => member.name)).toContain('Nina Nieuw')
    expect(invitations.map(invitation => invitation.email)).toEqual(['invited@visitor.example'])
    const { entries } = await owner.call(listAudit, { query: { action: 'tenancy.member-joined' } })
    expect(entries[0]).toMatchObject({ actor: 'Nina Nieuw', actorKind: 'account' })
  })

  it('from outside are invited only by who says to know what that means, and it is written down', async () => {
    const owner = world.as('bakeryOwner')
    const invite = async (confirmed: boolean) =>
      owner.call(schema.invite, {
        body: {
          email: 'zzp@bureau.example',
          roleId: await roleId('bakeryOwner', 'expert'),
          outsider: true,
          confirmed,
        },
      })
    expect((await refused(invite(false))).fields).toHaveProperty('confirmed')
    await invite(true)
    const { entries } = await owner.call(listAudit, { query: { action: 'tenancy.invited' } })
    expect(entries[0]).toMatchObject({ actor: 'Berta Bakker', detail: { outsider: true, confirmed: true } })
  })

  it('can not lift themselves or others above their own role', async () => {
    const manager = world.as('bakeryManager')
    const ownerRole = await roleId('bakeryManager', 'owner')
    const lift = manager.call(schema.changeMember, {
      params: { accountId: world.accounts.bakeryManager },
      body: { roleId: ownerRole },
    })
    expect((await refused(lift)).status).toBe(403)
    const invite = manager.call(schema.invite, {
      body: { email: 'vriend@x.example', roleId: ownerRole, outsider: false },
    })
    expect((await refused(invite)).status).toBe(403)
    const oust = manager.call(schema.removeMember, { params: { accountId: world.accounts.bakeryOwner } })
    expect((await refused(oust)).status).toBe(403)
  })

  it('always include an owner', async () => {
    const owner = world.as('schoolOwner')
    const leave = owner.call(schema.removeMember, { params: { accountId: world.accounts.schoolOwner } })
    expect((await refused(leave)).status).toBe(409)
    const step = owner.call(schema.changeMember, {
      params: { accountId: world.accounts.schoolOwner },
      body: { roleId: await roleId('schoolOwner', 'teacher') },
    })
    expect((await refused(step)).status).toBe(409)
  })

  it('that are removed are out from the next request on', async () => {
    expect((await world.as('schoolEditor').call(schema.getWorkspace, {})).name).toBe('Het Lyceum')
    await world
      .as('schoolOwner')
      .call(schema.removeMember, { params: { accountId: world.accounts.schoolEditor } })
    expect((await refused(world.as('schoolEditor').call(schema.getWorkspace, {}))).status).toBe(404)
  })
})

describe('roles', () => {
  it('of the workspace’s own hold no more than their maker has, and go when nobody has them', async () => {
    const owner = world.as('bakeryOwner')
    const made = await owner.call(schema.makeRole, {
      body: { name: 'Fotograaf', permissions: ['tenancy.settings.read'] },
    })
    await owner.call(schema.changeMember, { params: { accountId: world.accounts.bakeryExpert }, body: made })
    expect((await world.as('bakeryExpert').call(schema.getMe, {})).workspaces[0]?.permissions).toEqual([
      'tenancy.settings.read',
    ])
    expect((await refused(owner.call(schema.removeRole, { params: made }))).status).toBe(409)
    await owner.call(schema.changeMember, {
      params: { accountId: world.accounts.bakeryExpert },
      body: { roleId: await roleId('bakeryOwner', 'expert') },
    })
    await owner.call(schema.removeRole, { params: made })
    const greedy = world
      .as('bakeryManager')
      .call(schema.makeRole, { body: { name: 'Alles', permissions: ['tenancy.workspaces.read'] } })
    expect((await refused(greedy)).fields).toHaveProperty('permissions')
  })

  it('of Helder’s own stay as they are', async () => {
    const change = world.as('bakeryOwner').call(schema.changeRole, {
      params: { roleId: await roleId('bakeryOwner', 'editor') },
      body: { name: 'Alles', permissions: [] },
    })
    expect((await refused(change)).status).toBe(403)
  })

  it('give an owner all of a workspace’s kind, and nobody what means something on the platform only', () => {
    const all = [
      { key: 'a.read', name: { nl: '', en: '' }, roles: ['editor' as const] },
      { key: 'a.write', name: { nl: '', en: '' }, roles: [] },
      { key: 'p.read', name: { nl: '', en: '' }, roles: ['admin' as const], platform: true as const },
    ]
    expect([...permissionsOf({ key: 'owner', permissions: [] }, all, false)]).toEqual(['a.read', 'a.write'])
    expect([...permissionsOf({ key: 'editor', permissions: ['a.write'] }, all, false)]).toEqual(['a.read'])
    expect([...permissionsOf({ key: null, permissions: ['a.write', 'p.read'] }, all, false)]).toEqual([
      'a.write',
    ])
    expect([...supportPermissions(all)]).toEqual(['a.read'])
  })
})

describe('support', () => {
  it('looks in for a reason and an hour, reads only, and the workspace sees it', async () => {
    const staff = world.as('staffSupport')
    const before = await refused(
      speak(world.port, { ...staff.speaker, workspaceId: world.bakery.workspaceId }, schema.getWorkspace, {}),
    )
    expect(before.status).toBe(404)
    const body = { workspaceId: world.bakery.workspaceId, reason: 'De eigenaar belde over een formulier' }
    expect(
      (await refused(staff.call(schema.startSupport, { body: { ...body, reason: 'kort' } }))).fields,
    ).toHaveProperty('reason')
    await staff.call(schema.startSupport, { body })
    const inside = { ...staff.speaker, workspaceId: world.bakery.workspaceId }
    expect((await speak(world.port, inside, schema.getWorkspace, {})).name).toBe('Bakkerij De Kruimel')
    expect(
      (await refused(speak(world.port, inside, schema.changeWorkspace, { body: { name: 'Anders' } }))).status,
    ).toBe(403)
    const [session] = await world.as('bakeryOwner').call(schema.listSupport, {})
    expect(session).toMatchObject({ reason: body.reason, active: true })
    await world
      .as('bakeryOwner')
      .call(schema.endSupport, { params: { supportSessionId: session?.supportSessionId ?? '' } })
    expect((await refused(speak(world.port, inside, schema.getWorkspace, {}))).status).toBe(404)
  })

  it('can be left before its hour is over, and by nobody who is not in one', async () => {
    const staff = world.as('staffSupport')
    await staff.call(schema.startSupport, {
      body: { workspaceId: world.school.workspaceId, reason: 'Een vraag over een rol in de school' },
    })
    const inside = { ...staff.speaker, workspaceId: world.school.workspaceId }
    await speak(world.port, inside, schema.leaveSupport, {})
    expect((await refused(speak(world.port, inside, schema.getWorkspace, {}))).status).toBe(404)
    const [session] = await world.as('schoolOwner').call(schema.listSupport, {})
    expect(session).toMatchObject({ active: false })
    expect((await refused(world.as('schoolOwner').call(schema.leaveSupport, {}))).status).toBe(404)
  })

  it('is out after an hour by itself, and is not for a client’s own people', async () => {
    const staff = world.as('staffAdmin')
    await staff.call(schema.startSupport, {
      body: { workspaceId: world.school.workspaceId, reason: 'Een vraag over de site van de school' },
    })
    const inside = { ...staff.speaker, workspaceId: world.school.workspaceId }
    expect((await speak(world.port, inside, schema.getWorkspace, {})).slug).toBe('school')
    world.clock.aheadMs = 61 * 60_000
    expect((await refused(speak(world.port, inside, schema.getWorkspace, {}))).status).toBe(404)
    world.clock.aheadMs = 0
    const own = world.as('bakeryOwner').call(schema.startSupport, {
      body: { workspaceId: world.school.workspaceId, reason: 'Ik wil bij de school kijken' },
    })
    expect((await refused(own)).status).toBe(403)
  })
})

describe('a workspace', () => {
  it('is made by staff, and by others only where the installation is open', async () => {
    const body = { name: 'Kapper Knip', slug: 'knip' }
    const made = await world.as('staffOwner').call(schema.makeWorkspace, { body })
    expect(made.slug).toBe('knip')
    expect(
      (await refused(world.as('staffOwner').call(schema.makeWorkspace, { body }))).fields,
    ).toHaveProperty('slug')
    expect(
      (
        await refused(
          world.as('bakeryOwner').call(schema.makeWorkspace, { body: { ...body, slug: 'knip2' } }),
        )
      ).status,
    ).toBe(403)
  })

  it('has a slug that fits an address and that no part of Helder needs', () => {
    expect(['bakery', 'a', 'kwekerij-de-zon'].every(isFreeSlug)).toBe(true)
    expect(['', '-a', 'a-', 'A', 'studio', 'a--b', 'é', 'a'.repeat(41)].some(isFreeSlug)).toBe(false)
    expect(slugFrom('  Kwekerij “De Zón” & zoon ')).toBe('kwekerij-de-zon-zoon')
  })

  it('is seen in full by no member of another', async () => {
    for (const person of Object.keys(people) as Person[]) {
      const me = await world.as(person).call(schema.getMe, {})
      const own = people[person].workspace
      const shown = me.workspaces
        .filter(workspace => workspace.supportEndsAt === null)
        .map(workspace => workspace.slug)
      expect(shown.filter(slug => slug !== 'knip')).toEqual(person === 'schoolEditor' ? [] : [own])
    }
  })
})
