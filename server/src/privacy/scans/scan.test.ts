import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import zlib from 'node:zlib'
import { text } from '@helder/words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseByBakery, settleCustomer, tryAgain } from '../../../../test/support/erasing.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../../core/ctx.ts'
import { newId } from '../../core/ids.ts'
import { keepObject } from '../../core/objects/objects.ts'
import type { FoundItem, PersonalData, SubjectSource } from '../../core/personal-data.ts'
import { listErasures } from '../erasures/store.ts'

let world: World
let bakery: Ctx
let declarations: PersonalData[]
beforeAll(async () => {
  world = await openWorld()
  bakery = world.ctx(world.bakery.workspaceId)
  declarations = world.services.personalData
})
afterAll(() => world?.close())

let people = 0

async function somebody(): Promise<string> {
  const email = `person${people++}@visitor.example`
  await settleCustomer(bakery, world.bakery.ids.siteId ?? '', { email, name: 'Piet Paars' })
  return email
}

async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const owner = await world.ownerClient()
  await owner.query("select set_config('app.workspace', $1, false)", [world.bakery.workspaceId])
  await owner.query(statement, values)
  await owner.end()
}

// Plants somebody where no declaration knows of them, and expects the erasure to say so, and to pass once it is gone.
async function expectCaught(
  place: RegExp,
  plant: (email: string) => Promise<unknown>,
  remove: (email: string) => Promise<unknown>,
): Promise<void> {
  const email = await somebody()
  await plant(email)
  const failed = await eraseByBakery(world, email)
  expect(failed).toMatchObject({ state: 'failed', email, failure: { kind: 'remaining' } })
  const { places } = failed.failure as { places: { place: string; count: number }[] }
  expect(places.map(found => found.place)).toEqual([expect.stringMatching(place)])
  expect(JSON.stringify(failed.failure)).not.toContain(email)
  await remove(email)
  expect(await tryAgain(world, failed.requestId)).toMatchObject({ state: 'done', email: null, failure: null })
}

describe('the scan after an erasure finds somebody who is left', () => {
  it('in a table that nobody declared', async () => {
    await asOwner(`create schema shadow; grant usage on schema shadow to helder_app;
      create table shadow.copies (workspace_id uuid not null, copy_id uuid not null, body text, primary key (workspace_id, copy_id));
      call core.wall('shadow.copies', 'select, insert, delete')`)
    await expectCaught(
      /^shadow\.copies\.body$/,
      email =>
        asOwner('insert into shadow.copies values ($1, $2, $3)', [
          bakery.workspaceId,
          newId(),
          `Aan: ${email.toUpperCase()}`,
        ]),
      () => asOwner('delete from shadow.copies'),
    )
    await asOwner('drop schema shadow cascade')
  })

  it('in a table that the application may not read, by not vouching for it', async () => {
    await asOwner(
      'create schema hidden; create table hidden.copies (workspace_id uuid, copy_id uuid primary key)',
    )
    const failed = await eraseByBakery(world, await somebody())
    expect(failed).toMatchObject({ state: 'failed', failure: { unread: ['hidden.copies'] } })
    await asOwner('drop schema hidden cascade')
    expect(await tryAgain(world, failed.requestId)).toMatchObject({ state: 'done' })
  })

  it('in JSON and in bytes of a column', async () => {
    await asOwner(`create schema deep; grant usage on schema deep to helder_app;
      create table deep.things (workspace_id uuid not null, thing_id uuid not null, doc jsonb, bytes bytea, primary key (workspace_id, thing_id));
      call core.wall('deep.things', 'select, insert, delete')`)
    const insert = 'insert into deep.things values ($1, $2, $3, $4)'
    await expectCaught(
      /^deep\.things\.doc$/,
      email =>
        asOwner(insert, [bakery.workspaceId, newId(), JSON.stringify({ a: [{ b: `<${email}>` }] }), null]),
      () => asOwner('delete from deep.things'),
    )
    await expectCaught(
      /^deep\.things\.bytes$/,
      email => asOwner(insert, [bakery.workspaceId, newId(), null, zlib.gzipSync(email)]),
      () => asOwner('delete from deep.things'),
    )
    await asOwner('drop schema deep cascade')
  })

  it('in the payload of a job', async () => {
    const later = new Date(Date.now() + 86_400_000)
    await expectCaught(
      /^queue\.mail\.deliver$/,
      email =>
        asOwner('select core.add_job($1, $2::jsonb, $3)', [
          'mail.deliver',
          JSON.stringify({ workspaceId: bakery.workspaceId, payload: { to: email } }),
          later,
        ]),
      () => asOwner('delete from graphile_worker._private_jobs where run_at > now()'),
    )
  })

  it('in a file, packed', async () => {
    const object = { sha: '' }
    await expectCaught(
      /^objects$/,
      async email => {
        object.sha = await keepObject(bakery, zlib.brotliCompressSync(Buffer.from(`${email} `.repeat(30))))
      },
      () => bakery.services.objects.remove(bakery.workspaceId, object.sha),
    )
  })

  it('in a log', async () => {
    const folder = join(world.config.dataFolder, 'logs')
    mkdirSync(folder, { recursive: true })
    await expectCaught(
      /^logs\.old\.log\.gz$/,
      async email =>
        writeFileSync(join(folder, 'old.log.gz'), zlib.gzipSync(`Key (email)=(${email}) already exists`)),
      async () => rmSync(join(folder, 'old.log.gz')),
    )
  })
})

describe('the scan leaves alone', () => {
  it('who merely resembles, another workspace, and a name that may be anyone’s', async () => {
    const email = await somebody()
    await settleCustomer(bakery, world.bakery.ids.siteId ?? '', { email: `x${email}`, name: 'Piet Paars' })
    const school = world.ctx(world.school.workspaceId)
    await settleCustomer(school, world.school.ids.siteId ?? '', { email, name: 'Piet Paars' })
    const done = await eraseByBakery(world, email)
    expect(done.state).toBe('done')
    const entries = await bakery.read(tx => listErasures(tx, done.requestId))
    const scan = entries.findLast(entry => entry.kind === 'scan')
    const mentioned = scan?.kind === 'scan' ? scan.scan.mentions.map(mention => mention.place) : []
    expect(mentioned).toEqual(expect.arrayContaining(['identity.accounts.name', 'records.revisions.doc']))
  })

  it('a telephone number that two people share', async () => {
    await asOwner(`create schema phones; grant usage on schema phones to helder_app;
      create table phones.clients (workspace_id uuid not null, client_id uuid not null, email text, phone text, primary key (workspace_id, client_id));
      call core.wall('phones.clients', 'select, insert, delete')`)
    const words = text('iets', 'something')
    world.services.personalData = [
      ...declarations,
      {
        tables: {
          'phones.clients': {
            about: words,
            columns: {
              client_id: 'id',
              email: { personal: 'contact.email' },
              phone: { personal: 'contact.phone' },
            },
            people: {
              links: [{ email: 'email' }],
              purpose: words,
              keep: { aslong: words },
              erase: 'delete',
              seenWith: [],
            },
          },
        },
        jobs: {},
        objects: {},
      },
    ]
    const insert = 'insert into phones.clients values ($1, $2, $3, $4)'
    const alone = await somebody()
    await asOwner(insert, [bakery.workspaceId, newId(), alone, '010-1112223'])
    await keepObject(bakery, Buffer.from('bel +31 10 111 22 23'))
    expect(await eraseByBakery(world, alone)).toMatchObject({
      state: 'failed',
      failure: { places: [{ place: 'objects', count: 1 }] },
    })
    const shares = await somebody()
    await asOwner(insert, [bakery.workspaceId, newId(), shares, '010-4445556'])
    await asOwner(insert, [bakery.workspaceId, newId(), 'partner@visitor.example', '+31104445556'])
    expect(await eraseByBakery(world, shares)).toMatchObject({ state: 'done' })
    world.services.personalData = declarations
    await asOwner('drop schema phones cascade')
  })
})

describe('a scan that goes on', () => {
  it('tells whoever looks on how far it has come, to the end', async () => {
    const told: { id?: string; done: number; total: number }[] = []
    const stop = world.services.events.subscribe(({ topic, id, progress }) => {
      if (topic === 'privacy.request' && progress) told.push({ ...(id ? { id } : {}), ...progress })
    })
    const { requestId } = await eraseByBakery(world, await somebody())
    await expect.poll(() => told.at(-1)?.done).toBe(told[0]?.total)
    stop()
    expect(new Set(told.map(one => one.id))).toEqual(new Set([requestId]))
    expect(told.map(one => one.done)).toEqual(told.map(one => one.done).sort((a, b) => a - b))
    const [entry] = (await bakery.read(tx => listErasures(tx, requestId))).filter(one => one.kind === 'scan')
    // Every place but the objects' own is a step, and so is each object.
    expect(told[0]?.total).toBe((entry?.scan.places ?? 0) - 1 + (entry?.scan.objects ?? 0))
  })
})

describe('a scan that can not see', () => {
  it('stops the erasure before anything is gone', async () => {
    const email = await somebody()
    const ghost: FoundItem = {
      store: 'records.records:ghost',
      id: newId(),
      about: text('iets', 'something'),
      purpose: text('iets', 'something'),
      facts: [{ field: 'email', label: text('e-mail', 'e-mail'), category: 'contact.email', value: email }],
      objects: [],
      fate: { does: 'delete' },
    }
    const source: SubjectSource = {
      register: async () => [],
      find: async (_tx, keys) => (keys.emails.has(email) ? [ghost] : []),
      at: async () => [],
      erase: async () => {},
      keys: async () => ({ emails: [], accounts: [] }),
      expire: async () => ({}),
    }
    world.services.personalData = [...declarations, { tables: {}, jobs: {}, objects: {}, sources: [source] }]
    const failed = await eraseByBakery(world, email)
    expect(failed).toMatchObject({
      state: 'failed',
      failure: { kind: 'blind', places: [{ place: 'records.records:ghost' }] },
    })
    const accounts = () =>
      bakery.read(tx =>
        tx.db.selectFrom('identity.accounts').select('email').where('email', '=', email).execute(),
      )
    expect(await accounts()).toHaveLength(1)
    world.services.personalData = declarations
    expect(await tryAgain(world, failed.requestId)).toMatchObject({ state: 'done' })
    expect(await accounts()).toEqual([])
  })

  it('calls an erasure that did nothing a failure', async () => {
    const email = await somebody()
    const lazy = declarations.map(declared =>
      declared.sources === undefined
        ? declared
        : { ...declared, sources: declared.sources.map(source => ({ ...source, erase: async () => {} })) },
    )
    world.services.personalData = lazy
    const request = eraseByBakery(world, email)
    await expect(request).rejects.toThrow(/still there, in records\.records/)
    world.services.personalData = declarations
  })
})
