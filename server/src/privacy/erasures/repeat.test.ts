import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eraseByBakery, settleCustomer } from '../../../../test/support/erasing.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../../core/ctx.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import type { PersonalData } from '../../core/personal-data.ts'
import { findSubject } from '../subjects/actions.ts'
import { record } from './actions.ts'
import { beginning } from './ledger.ts'
import { catchUp } from './repeat.ts'
import { proofOf } from './rules.ts'
import { listErasures, listRepetitions, lockLedgerPosition, setLedgerPosition } from './store.ts'

let world: World
let bakery: Ctx
let declarations: PersonalData[]
beforeAll(async () => {
  world = await openWorld()
  bakery = world.ctx(world.bakery.workspaceId)
  declarations = world.services.personalData
})
afterEach(() => {
  world.services.personalData = declarations
})
afterAll(() => world?.close())

const held = async (email: string) =>
  (await bakery.read(tx => findSubject(tx, { emails: new Set([email]), accounts: new Set() }))).items

async function asOwner(statement: string): Promise<void> {
  const owner = await world.ownerClient()
  await owner.query("select set_config('app.workspace', $1, false)", [world.bakery.workspaceId])
  await owner.query("select set_config('app.scope', 'platform', false)")
  await owner.query(statement)
  await owner.end()
}

// What a restore from before the erasures leaves: the people are back, and the database knows of no erasure.
async function goBack(people: { email: string; name: string }[]): Promise<void> {
  await asOwner('delete from privacy.repetitions')
  await asOwner('delete from privacy.erasures')
  await asOwner('delete from privacy.requests where finished_at is not null')
  await bakery.write(tx => setLedgerPosition(tx, beginning))
  for (const person of people) await settleCustomer(bakery, world.bakery.ids.siteId ?? '', person)
}

const repetitionsOf = async (requestId: string) =>
  bakery.read(async tx => proofOf(await listErasures(tx, requestId), await listRepetitions(tx))?.repetitions)

const anna = { email: 'anna@visitor.example', name: 'Anna Anker' }
const bert = { email: 'bert@visitor.example', name: 'Bert Boot' }

describe('after a restore', () => {
  it('erases again who was erased since, tells that in the proof, and leaves others alone', async () => {
    await settleCustomer(bakery, world.bakery.ids.siteId ?? '', anna)
    const request = await eraseByBakery(world, anna.email)
    expect(request.state).toBe('done')
    await goBack([anna, bert])
    expect((await held(anna.email)).length).toBeGreaterThan(0)

    const told: number[] = []
    const caught = await catchUp(world.services, true, ({ done }) => told.push(done))
    expect(caught.erasures).toBe(1)
    expect(told).toEqual([0])
    expect(await held(anna.email)).toEqual([])
    expect((await held(bert.email)).length).toBeGreaterThan(0)

    const entries = await bakery.read(tx => listErasures(tx, request.requestId))
    const proof = proofOf(entries, await bakery.read(listRepetitions))
    expect(proof?.repetitions).toEqual([{ repeatedAt: expect.any(String), erasedAgain: 3, remaining: 0 }])
    const row = await bakery.read(tx =>
      tx.db
        .selectFrom('privacy.requests')
        .selectAll()
        .where('request_id', '=', request.requestId)
        .executeTakeFirst(),
    )
    expect(row).toMatchObject({
      email: null,
      approved: true,
      number: request.number,
      secret_hash: request.secretHash,
    })
    expect(await catchUp(world.services, false)).toEqual({ erasures: 0, repairs: [] })
  })

  it('ends every sign-in and every link, since they may have been ended meanwhile', async () => {
    const count = async () => {
      const owner = await world.ownerClient()
      await owner.query("select set_config('app.workspace', $1, false)", [platformWorkspaceId])
      await owner.query("select set_config('app.scope', 'platform', false)")
      const { rows } = await owner.query('select (select count(*) from identity.sessions)::int as sessions')
      await owner.end()
      return rows[0].sessions
    }
    await settleCustomer(bakery, world.bakery.ids.siteId ?? '', { email: 'c@visitor.example', name: 'C' })
    expect(await count()).toBeGreaterThan(0)
    await catchUp(world.services, false)
    expect(await count()).toBeGreaterThan(0)
    await catchUp(world.services, true)
    expect(await count()).toBe(0)
  })

  it('finds by the id of a row what the address no longer leads to', async () => {
    const person = { email: 'dora@visitor.example', name: 'Dora' }
    const { accountId } = await settleCustomer(bakery, world.bakery.ids.siteId ?? '', person)
    const request = await eraseByBakery(world, person.email)
    await goBack([])
    await bakery.write(async tx => {
      await tx.db
        .insertInto('identity.accounts')
        .values({
          workspace_id: tx.workspaceId,
          account_id: accountId,
          email: 'moved@visitor.example',
          name: 'Dora',
          created_at: tx.now,
        })
        .execute()
    })
    await catchUp(world.services, true)
    expect(await held('moved@visitor.example')).toEqual([])
    expect(await repetitionsOf(request.requestId)).toEqual([
      expect.objectContaining({ erasedAgain: 1, remaining: 0 }),
    ])
  })

  it('stays closed with a sentence when somebody is still there', async () => {
    const person = { email: 'ella@visitor.example', name: 'Ella' }
    await settleCustomer(bakery, world.bakery.ids.siteId ?? '', person)
    await eraseByBakery(world, person.email)
    await goBack([person])
    await asOwner(`create schema shadow; grant usage on schema shadow to helder_app;
      create table shadow.copies (workspace_id uuid not null, copy_id int, body text, primary key (workspace_id, copy_id));
      call core.wall('shadow.copies', 'select');
      insert into shadow.copies values ('${world.bakery.workspaceId}', 1, 'ella@visitor.example')`)
    for (const _start of [1, 2]) {
      await expect(catchUp(world.services, true)).rejects.toThrow(/stays closed.*shadow\.copies\.body \(1\)/)
    }
    await asOwner('drop schema shadow cascade')
    expect(await catchUp(world.services, true)).toMatchObject({ erasures: 1 })
    expect(await catchUp(world.services, true)).toMatchObject({ erasures: 0 })
  })

  it('knows nothing of a workspace that did not exist yet', async () => {
    const entry = await bakery.write(tx =>
      record(tx, {
        kind: 'scan',
        at: new Date().toISOString(),
        workspaceId: '01990000-0000-7000-8000-000000000000',
        requestId: '01990000-0000-7000-8000-000000000001',
        scan: {
          places: 0,
          rows: 0,
          objects: 0,
          seenBefore: 0,
          declared: 0,
          unexpected: 0,
          unopened: 0,
          mentions: [],
        },
      }),
    )
    await bakery.write(tx => setLedgerPosition(tx, { sequence: entry.sequence - 1, hash: entry.previous }))
    await catchUp(world.services, true)
    const position = await bakery.write(lockLedgerPosition)
    expect(position).toEqual({ sequence: entry.sequence, hash: entry.hash })
  })
})

describe('a crash between the ledger and the commit', () => {
  it('is caught up with by the next erasure, or the next start, and looked at after all', async () => {
    const person = { email: 'fred@visitor.example', name: 'Fred' }
    await settleCustomer(bakery, world.bakery.ids.siteId ?? '', person)
    // The line is written, and then the transaction is lost.
    const lost = eraseByBakeryLosing(person.email)
    await expect(lost).rejects.toThrow('the connection was lost')
    expect((await held(person.email)).length).toBeGreaterThan(0)
    await settleCustomer(bakery, world.bakery.ids.siteId ?? '', { email: 'gea@visitor.example', name: 'Gea' })
    expect(await eraseByBakery(world, 'gea@visitor.example')).toMatchObject({ state: 'done' })
    expect(await held(person.email)).toEqual([])
    const entries = await bakery.read(tx => listErasures(tx))
    const fred = entries.filter(entry => entry.kind === 'erasure').at(-2)
    const proof = proofOf(
      entries.filter(entry => entry.requestId === fred?.requestId),
      await bakery.read(listRepetitions),
    )
    expect(proof).toMatchObject({ scan: { unexpected: 0 }, repetitions: [{ remaining: 0 }] })
  })
})

// Appends to the ledger as an erasure does, and then fails where the commit would have come.
async function eraseByBakeryLosing(email: string): Promise<void> {
  const { openRequest } = await import('../requests/actions.ts')
  const { getRequest } = await import('../requests/store.ts')
  const { ledgerKeys } = await import('./rules.ts')
  const requestId = await openRequest(bakery, { kind: 'erasure', email, language: 'nl' })
  const row = await bakery.read(tx => getRequest(tx, requestId))
  await bakery.write(async tx => {
    const hmac = (value: string) => world.services.keys.hmac('ledger', value)
    const hashes = ledgerKeys(tx.workspaceId, { emails: new Set([email]), accounts: new Set() }, hmac)
    await record(tx, {
      kind: 'erasure',
      at: new Date().toISOString(),
      workspaceId: tx.workspaceId,
      requestId,
      request: {
        requestId,
        number: row.number,
        language: 'nl',
        origin: row.origin,
        secretHash: row.secretHash,
        receivedAt: row.receivedAt.toISOString(),
        verifiedAt: null,
        dueOn: null,
        decidedAt: null,
      },
      keys: [...hashes.keys()],
      gone: {},
      stores: [],
    })
    throw new Error('the connection was lost')
  })
}
