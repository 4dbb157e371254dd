import { text } from '@helder/words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../../core/ctx.ts'
import { newId } from '../../core/ids.ts'
import { keepObject, listObjectsOf } from '../../core/objects/objects.ts'
import type { PersonalData, SubjectKeys, TableDeclaration } from '../../core/personal-data.ts'
import { eraseHeld, findSubject } from './actions.ts'
import { findOrder, peopleTables, settleFates } from './rules.ts'
import { tableSource } from './tables.ts'

let world: World
let bakery: Ctx
let school: Ctx

const words = text('iets', 'something')
const why = text('moet blijven', 'has to stay')
const people = (rest: Partial<NonNullable<TableDeclaration['people']>>) => ({
  links: [],
  purpose: words,
  keep: { aslong: words },
  erase: 'delete' as const,
  seenWith: [],
  ...rest,
})

// A slice with every kind of table: a person, what hangs on it, what is blanked, what stays, and what is reached
// through two others.
const declared: Record<string, TableDeclaration> = {
  'lab.clients': {
    about: words,
    columns: {
      client_id: 'id',
      email: { personal: 'contact.email' },
      phone: { personal: 'contact.phone' },
      made_at: 'plain',
    },
    people: people({ links: [{ email: 'email' }] }),
  },
  'lab.visits': {
    about: words,
    columns: { client_id: 'id', nr: 'plain', note: { personal: 'content' } },
    people: people({
      links: [{ through: 'lab.clients', columns: ['client_id'] }],
      erase: { cascade: 'lab.clients' },
    }),
  },
  'lab.remarks': {
    about: words,
    columns: {
      remark_id: 'id',
      client: 'id',
      visit: 'plain',
      said: { json: { 'by.name': { personal: 'contact.name' }, 'tags.*': 'plain' } },
    },
    people: people({ links: [{ through: 'lab.visits', columns: ['client', 'visit'] }] }),
  },
  'lab.bills': {
    about: words,
    columns: { bill_id: 'id', email: { personal: 'contact.email' }, cents: 'plain' },
    people: people({ links: [{ email: 'email' }], erase: { blank: { email: null }, because: why } }),
  },
  'lab.duties': {
    about: words,
    columns: { duty_id: 'id', bill_id: 'id', name: { personal: 'contact.name' } },
    people: people({ links: [{ through: 'lab.bills', columns: ['bill_id'] }], erase: { stays: why } }),
  },
  'lab.tries': {
    about: words,
    columns: { try_id: 'id', email: { personal: 'contact.email' }, created_at: 'plain' },
    people: people({ links: [{ email: 'email' }], keep: { days: 10, after: 'created_at' } }),
  },
}
const objects: PersonalData['objects'] = { 'lab.photo': { store: 'lab.clients', about: words } }

const schema = `
  create schema lab; grant usage on schema lab to helder_app;
  create table lab.clients (workspace_id uuid, client_id uuid, email text, phone text, made_at timestamptz, primary key (workspace_id, client_id));
  create table lab.visits (workspace_id uuid, client_id uuid, nr int, note text, primary key (workspace_id, client_id, nr),
    foreign key (workspace_id, client_id) references lab.clients on delete cascade);
  create table lab.remarks (workspace_id uuid, remark_id uuid, client uuid, visit int, said jsonb, primary key (workspace_id, remark_id),
    foreign key (workspace_id, client, visit) references lab.visits);
  create table lab.bills (workspace_id uuid, bill_id uuid, email text, cents bigint, primary key (workspace_id, bill_id));
  create table lab.duties (workspace_id uuid, duty_id uuid, bill_id uuid, name text, primary key (workspace_id, duty_id),
    foreign key (workspace_id, bill_id) references lab.bills);
  create table lab.tries (workspace_id uuid, try_id uuid, email text, created_at timestamptz, primary key (workspace_id, try_id));
  ${['clients', 'visits', 'remarks', 'bills', 'duties', 'tries'].map(name => `call core.wall('lab.${name}', 'select, insert, update, delete');`).join('\n')}`

beforeAll(async () => {
  world = await openWorld()
  bakery = world.ctx(world.bakery.workspaceId)
  school = world.ctx(world.school.workspaceId)
  const owner = await world.ownerClient()
  await owner.query(schema)
  await owner.end()
  world.services.personalData = [...world.services.personalData, { tables: declared, jobs: {}, objects }]
})
afterAll(() => world?.close())

async function run(statement: string, values: unknown[]): Promise<void> {
  const owner = await world.ownerClient()
  await owner.query(`select set_config('app.workspace', $1, false)`, [values[0]])
  await owner.query(statement, values)
  await owner.end()
}

async function rows(table: string, workspaceId: string): Promise<Record<string, unknown>[]> {
  const owner = await world.ownerClient()
  await owner.query(`select set_config('app.workspace', $1, false)`, [workspaceId])
  const result = await owner.query(`select * from ${table} order by 1, 2`)
  await owner.end()
  return result.rows
}

interface Made {
  clientId: string
  remarkId: string
}

async function make(workspaceId: string, email: string): Promise<Made> {
  const clientId = newId()
  const remarkId = newId()
  const billId = newId()
  await run('insert into lab.clients values ($1, $2, $3, $4, now())', [
    workspaceId,
    clientId,
    email,
    '06 1234 5678',
  ])
  await run('insert into lab.visits values ($1, $2, 1, $3)', [workspaceId, clientId, 'een notitie'])
  await run('insert into lab.remarks values ($1, $2, $3, 1, $4)', [
    workspaceId,
    remarkId,
    clientId,
    JSON.stringify({ by: { name: 'Lies' }, tags: ['a'] }),
  ])
  await run('insert into lab.bills values ($1, $2, $3, 100)', [workspaceId, billId, email])
  await run('insert into lab.duties values ($1, $2, $3, $4)', [workspaceId, newId(), billId, 'Lies'])
  return { clientId, remarkId }
}

const keysOf = (email: string): SubjectKeys => ({ emails: new Set([email]), accounts: new Set() })
const found = async (ctx: Ctx, email: string) =>
  (await ctx.read(tx => findSubject(tx, keysOf(email)))).items.filter(item => item.store.startsWith('lab.'))

describe('a table with a declaration', () => {
  it('is searched, shown and erased without a line of code of its own', async () => {
    const made = await make(bakery.workspaceId, 'lies@visitor.example')
    await make(bakery.workspaceId, 'annelies@visitor.example')
    await make(school.workspaceId, 'lies@visitor.example')
    const photo = await keepObject(bakery, Buffer.from('foto'), { kind: 'lab.photo', id: made.clientId })

    const items = await found(bakery, 'lies@visitor.example')
    expect(items.map(item => [item.store, item.fate.does])).toEqual([
      ['lab.bills', 'blank'],
      ['lab.clients', 'delete'],
      ['lab.duties', 'stay'],
      ['lab.visits', 'delete'],
      ['lab.remarks', 'delete'],
    ])
    expect(items.find(item => item.store === 'lab.clients')).toMatchObject({
      id: made.clientId,
      objects: [{ sha: photo }],
      facts: [
        { field: 'email', category: 'contact.email', value: 'lies@visitor.example' },
        { field: 'phone', category: 'contact.phone', value: '06 1234 5678' },
      ],
    })
    expect(items.find(item => item.store === 'lab.remarks')?.facts).toMatchObject([
      { field: 'said.by.name', category: 'contact.name', value: 'Lies' },
    ])

    const { stores, gone } = await bakery.write(async tx =>
      eraseHeld(tx, await findSubject(tx, keysOf('lies@visitor.example'))),
    )
    expect(stores.find(outcome => outcome.store === 'lab.bills')).toMatchObject({
      blanked: 1,
      because: [why],
    })
    expect(gone.map(place => place.store)).toEqual(
      expect.arrayContaining(['lab.clients', 'lab.visits', 'lab.remarks']),
    )
    const left = (await rows('lab.clients', bakery.workspaceId)).map(row => row.email)
    expect(left).toEqual(['annelies@visitor.example'])
    expect((await rows('lab.visits', bakery.workspaceId)).length).toBe(1)
    expect((await rows('lab.bills', bakery.workspaceId)).map(row => row.email).sort()).toEqual([
      'annelies@visitor.example',
      null,
    ])
    expect((await rows('lab.clients', school.workspaceId)).length).toBe(1)
    expect(await bakery.read(tx => listObjectsOf(tx, 'lab.photo', [made.clientId]))).toEqual([])
  })

  it('is found by the address as people write it, and by no other', async () => {
    for (const [nr, email] of [
      'Émile@Visitor.example',
      ' emile@visitor.example ',
      'emile@visitor.example.org',
    ].entries()) {
      await run('insert into lab.tries values ($1, $2, $3, now())', [bakery.workspaceId, newId(nr), email])
    }
    const addresses = async (email: string) => (await found(bakery, email)).map(item => item.facts[0]?.value)
    expect(await addresses('émile@visitor.example')).toEqual(['Émile@Visitor.example'])
    expect(await addresses('emile@visitor.example')).toEqual([' emile@visitor.example '])
  })

  it('loses what is past its term, and nothing before', async () => {
    const source = tableSource(declared, objects)
    const days = (count: number) => new Date(bakery.now.getTime() - count * 86_400_000)
    await run('delete from lab.tries where workspace_id = $1', [bakery.workspaceId])
    await run('insert into lab.tries values ($1, $2, $3, $4)', [
      bakery.workspaceId,
      newId(),
      'old@x.example',
      days(11),
    ])
    await run('insert into lab.tries values ($1, $2, $3, $4)', [
      bakery.workspaceId,
      newId(),
      'new@x.example',
      days(9),
    ])
    await run('insert into lab.tries values ($1, $2, $3, $4)', [
      school.workspaceId,
      newId(),
      'old@x.example',
      days(11),
    ])
    expect(await bakery.write(tx => source.expire(tx))).toEqual({ 'lab.tries': 1 })
    expect((await rows('lab.tries', bakery.workspaceId)).map(row => row.email)).toEqual(['new@x.example'])
    expect((await rows('lab.tries', school.workspaceId)).length).toBe(1)
    expect(await bakery.write(tx => source.expire(tx))).toEqual({})
  })

  it('gives every address that occurs, to recognise the erased by', async () => {
    const { emails } = await bakery.read(tx => tableSource(declared, objects).keys(tx))
    expect(emails).toContain('annelies@visitor.example')
    expect(emails).not.toContain(null)
  })

  it('says so loudly when it refers to a table that it has no key to', async () => {
    const broken = {
      ...declared,
      'lab.tries': {
        ...declared['lab.tries'],
        people: people({ links: [{ through: 'lab.clients', columns: ['email'] }] }),
      } as TableDeclaration,
    }
    const source = tableSource(broken, {})
    await expect(bakery.read(tx => source.find(tx, keysOf('x@x.example')))).rejects.toThrow(/no foreign key/)
  })
})

describe('the order and the fates', () => {
  it('searches what is reached through another after that other', () => {
    const order = findOrder(peopleTables(declared))
    expect(order.indexOf('lab.clients')).toBeLessThan(order.indexOf('lab.visits'))
    expect(order.indexOf('lab.visits')).toBeLessThan(order.indexOf('lab.remarks'))
  })

  it('keeps what something that stays hangs on, and what goes along with that', () => {
    const item = (store: string, fate: Parameters<typeof settleFates>[0][number]['fate']) => ({
      store,
      id: '1',
      about: words,
      purpose: words,
      facts: [],
      objects: [],
      fate,
    })
    const settled = settleFates([
      item('a.sessions', { does: 'delete', with: { store: 'a.accounts', id: '1' } }),
      item('a.accounts', { does: 'delete' }),
      item('a.members', { does: 'stay', because: why, holds: [{ store: 'a.accounts', id: '1' }] }),
      item('a.mails', { does: 'delete' }),
    ])
    expect(settled.map(({ store, fate }) => [store, fate.does])).toEqual([
      ['a.sessions', 'stay'],
      ['a.accounts', 'stay'],
      ['a.members', 'stay'],
      ['a.mails', 'delete'],
    ])
  })
})

describe('people of the platform', () => {
  it('are recognised in the workspace they work in, and stay as long as they are members', async () => {
    const held = await bakery.read(tx => findSubject(tx, keysOf('eva@bakery.example')))
    expect(held.items.map(item => [item.store, item.fate.does])).toEqual([['tenancy.members', 'stay']])
  })

  it('keep their account while they work somewhere', async () => {
    const platform = world.ctx(world.platform.workspaceId)
    const held = await platform.read(tx => findSubject(tx, keysOf('eva@bakery.example')))
    const fates = new Map(held.items.map(item => [item.store, item.fate]))
    expect(fates.get('tenancy.members:elsewhere')).toMatchObject({ does: 'stay' })
    expect(fates.get('identity.accounts')).toMatchObject({ does: 'stay' })
    expect(fates.get('identity.sessions')).toMatchObject({ does: 'stay' })
  })

  it('are not told apart by an address that somebody else only typed', async () => {
    const { findAccountByEmail, insertLink } = await import('../../core/identity/store.ts')
    const platform = world.ctx(world.platform.workspaceId)
    await platform.write(async tx => {
      const account = await findAccountByEmail(tx, 'mats@bakery.example')
      await insertLink(tx, {
        linkId: newId(),
        accountId: account?.accountId ?? '',
        purpose: 'change-email',
        newEmail: 'lot@school.example',
        tokenHash: newId(),
        expiresAt: new Date(),
      })
    })
    const held = await platform.read(tx => findSubject(tx, keysOf('mats@bakery.example')))
    expect(JSON.stringify(held.items.filter(item => item.store === 'identity.accounts'))).not.toContain(
      'lot@',
    )
  })
})
