import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { speak } from '../../../test/support/speak.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import type { Ctx } from '../core/ctx.ts'
import { insertAccount, insertSession } from '../core/identity/store.ts'
import { hashSecret, newId, newSecret } from '../core/ids.ts'
import { keepObject } from '../core/objects/objects.ts'
import { liveForm, makeCollection, markPublished, pinContent, submit } from '../records/index.ts'
import * as erasures from './erasures/schema.ts'
import * as register from './register/schema.ts'
import { askRequest } from './requests/actions.ts'
import * as requests from './requests/schema.ts'

let world: World
let bakery: Ctx
let school: Ctx
beforeAll(async () => {
  world = await openWorld()
  bakery = world.ctx(world.bakery.workspaceId)
  school = world.ctx(world.school.workspaceId)
})
afterAll(() => world?.close())

// A site's own host is served by another slice; what its route does with a request is done here.
const onSite = {
  requestId: '',
  ip: '203.0.113.9',
  headers: {},
  siteId: undefined,
  preview: false,
  origin: 'http://bakery.localhost',
  sessionToken: undefined,
  setSession: () => {},
  upload: () => Promise.reject(new Error('nothing is uploaded')),
}

const owner = () => world.as('bakeryOwner')
const anyone = () => ({ host: world.config.studioHost })
const outbox = (ctx: Ctx, to: string) =>
  ctx.read(tx =>
    tx.db
      .selectFrom('mail.messages')
      .selectAll()
      .where('workspace_id', '=', tx.workspaceId)
      .where('to_address', '=', to)
      .orderBy('message_id', 'desc')
      .execute(),
  )

async function secretFor(ctx: Ctx, email: string): Promise<string> {
  const [mail] = await outbox(ctx, email)
  const secret = /#([a-z2-7]{32})/.exec(mail?.text_body ?? '')?.[1]
  if (secret === undefined) throw new Error(`no link was mailed to ${email}`)
  return secret
}

async function fillIn(ctx: Ctx, siteId: string, values: Record<string, unknown>): Promise<string> {
  const definition = await ctx.read(tx => liveForm(tx, siteId, 'contact'))
  if (definition === null) throw new Error('no form')
  return submit(ctx, { definition, values: { message: 'Hallo', ...values } })
}

// A customer of the bakery: an account with a session, a submission, and the same person at the school.
async function settleCustomer(email: string, name: string) {
  const accountId = newId()
  await bakery.write(async tx => {
    await insertAccount(tx, {
      accountId,
      email,
      name,
      language: 'nl',
      passwordHash: null,
      verifiedAt: tx.now,
    })
    await insertSession(tx, {
      sessionId: newId(),
      accountId,
      tokenHash: hashSecret(newSecret()),
      device: 'Firefox · Linux',
      expiresAt: new Date(tx.now.getTime() + 86_400_000),
    })
  })
  const submissionId = await fillIn(bakery, world.bakery.ids.siteId ?? '', { name, email })
  await fillIn(school, world.school.ids.siteId ?? '', { name, email })
  return { accountId, submissionId }
}

async function ask(
  kind: 'access' | 'erasure',
  email: string,
): Promise<{ requestId: string; secret: string }> {
  // Of a moment of its own: letters of one moment have no order.
  const now = world.ctx(world.bakery.workspaceId)
  await askRequest(now, { kind, email, language: 'nl' }, { ...onSite, ip: newId() })
  const secret = await secretFor(bakery, email)
  await speak(world.port, anyone(), requests.platformRequests.confirm, { body: { secret } })
  const list = await owner().call(requests.listRequests, {})
  const found = list.find(request => request.email === email && request.kind === kind)
  return { requestId: found?.requestId ?? '', secret }
}

async function decide(requestId: string, approve: boolean, reason = ''): Promise<void> {
  await owner().call(requests.decideRequest, { params: { requestId }, body: { approve, reason } })
  await world.work()
}

const look = (secret: string) =>
  speak(world.port, anyone(), requests.platformRequests.look, { body: { secret } })

// Everything that a workspace has in the database, as text, to compare before and after.
async function snapshotOf(ctx: Ctx): Promise<string> {
  const tables = [
    'identity.accounts',
    'identity.sessions',
    'records.records',
    'records.revisions',
    'mail.messages',
  ] as const
  return JSON.stringify(
    await ctx.read(tx =>
      Promise.all(
        tables.map(table =>
          tx.db.selectFrom(table).selectAll().where('workspace_id', '=', tx.workspaceId).execute(),
        ),
      ),
    ),
  )
}

describe('asking', () => {
  it('sends the same mail to somebody who is known and to somebody who is not', async () => {
    await settleCustomer('known@visitor.example', 'Kees Kent')
    await askRequest(bakery, { kind: 'access', email: 'known@visitor.example', language: 'nl' }, onSite)
    await askRequest(bakery, { kind: 'access', email: 'unknown@visitor.example', language: 'nl' }, onSite)
    const strip = (body: string) => body.replace(/[a-z2-7]{32}/g, 'secret')
    const [known] = await outbox(bakery, 'known@visitor.example')
    const [unknown] = await outbox(bakery, 'unknown@visitor.example')
    expect(strip(known?.text_body ?? '1')).toBe(strip(unknown?.text_body ?? '2'))
    expect(known?.text_body).toContain('Bakkerij De Kruimel')
  })

  it('does not reach the controller before the address is confirmed', async () => {
    await askRequest(bakery, { kind: 'erasure', email: 'quiet@visitor.example', language: 'en' }, onSite)
    const [before] = (await owner().call(requests.listRequests, {})).filter(
      request => request.email === 'quiet@visitor.example',
    )
    expect(before?.state).toBe('unverified')
    await expect(
      owner().call(requests.decideRequest, {
        params: { requestId: before?.requestId ?? '' },
        body: { approve: true },
      }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const told = () => outbox(bakery, 'berta@bakery.example')
    const count = (await told()).length
    const secret = await secretFor(bakery, 'quiet@visitor.example')
    await speak(world.port, anyone(), requests.platformRequests.confirm, { body: { secret } })
    expect(await look(secret)).toMatchObject({ state: 'waiting', controller: 'Bakkerij De Kruimel' })
    expect((await told()).length).toBe(count + 1)
    expect((await told())[0]?.text_body).not.toContain('quiet@visitor.example')
  })

  it('is counted, and refused when it happens too often', async () => {
    const asked = { kind: 'access', email: 'often@visitor.example', language: 'nl' } as const
    for (let time = 0; time < 3; time++) await askRequest(bakery, asked, { ...onSite, ip: newId() })
    await expect(askRequest(bakery, asked, { ...onSite, ip: newId() })).rejects.toMatchObject({
      kind: 'too-many',
    })
  })

  it('says nothing about a secret that is not right', async () => {
    const secret = newSecret()
    for (const contract of [requests.platformRequests.look, requests.platformRequests.confirm]) {
      await expect(speak(world.port, anyone(), contract, { body: { secret } })).rejects.toMatchObject({
        status: 404,
      })
    }
  })

  it('can be refused, with a reason that the person reads', async () => {
    const { requestId, secret } = await ask('access', 'no@visitor.example')
    await expect(decide(requestId, false)).rejects.toBeInstanceOf(Problem)
    await decide(requestId, false, 'We kunnen niet vaststellen wie je bent.')
    expect(await look(secret)).toMatchObject({
      state: 'refused',
      reason: 'We kunnen niet vaststellen wie je bent.',
    })
    const [mail] = await outbox(bakery, 'no@visitor.example')
    expect(mail?.text_body).toContain('We kunnen niet vaststellen wie je bent.')
    expect(mail?.text_body).toContain('Autoriteit Persoonsgegevens')
    const list = await owner().call(requests.listRequests, {})
    expect(list.find(one => one.requestId === requestId)?.finishedAt).not.toBeNull()
  })

  it('is gone by itself when nobody confirms it', async () => {
    await askRequest(bakery, { kind: 'access', email: 'never@visitor.example', language: 'nl' }, onSite)
    world.clock.aheadMs = 8 * 86_400_000
    await expireNow()
    world.clock.aheadMs = 0
    const list = await owner().call(requests.listRequests, {})
    expect(list.some(request => request.email === 'never@visitor.example')).toBe(false)
  })
})

async function expireNow(): Promise<void> {
  const { expire } = await import('./jobs.ts')
  await expire.start(world.ctx(world.bakery.workspaceId), {})
}

describe('the register', () => {
  it('says of every kind of data why it is held, how long and who sees it, forms included', async () => {
    const entries = await owner().call(register.getRegister, {})
    const form = entries.find(
      entry => entry.store.endsWith(world.bakery.ids.contactId ?? '-') && entry.field === 'email',
    )
    expect(form).toMatchObject({ category: 'contact.email', purpose: { nl: 'om je vraag te beantwoorden' } })
    expect(form?.seenBy.map(role => role.nl)).toEqual([
      'Eigenaar',
      'Beheerder',
      'Bouwer',
      'Redacteur',
      'Expert',
    ])
    expect(entries.some(entry => entry.store === 'identity.accounts' && entry.field === 'email')).toBe(true)
    expect(JSON.stringify(entries)).not.toContain(world.school.ids.contactId)
  })
})

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const archive = await yauzl.fromBufferPromise(bytes)
  const files = new Map<string, string>()
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk)
    files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return files
}

describe('an access request', () => {
  it('gives all that is held, readable for people and for programs, for a week', async () => {
    const email = 'anna@visitor.example'
    await settleCustomer(email, '=Anna')
    const { requestId, secret } = await ask('access', email)
    const waiting = await owner().call(requests.getRequest, { params: { requestId } })
    expect(waiting.plan.map(outcome => outcome.store)).toContain('identity.accounts')
    // The request itself does not go along, so it is not promised either.
    expect(waiting.plan.map(outcome => outcome.store)).not.toContain('privacy.requests')
    await decide(requestId, true)
    expect(await look(secret)).toMatchObject({ state: 'done' })
    const bytes = await speak(world.port, anyone(), requests.platformRequests.download, { body: { secret } })
    const files = await unzip(bytes as unknown as Buffer)
    const data = JSON.parse(files.get('data.json') ?? '{}')
    const stores = new Set(data.items.map((item: { store: string }) => item.store.split(':')[0]))
    expect(stores).toEqual(
      new Set(['identity.accounts', 'identity.sessions', 'records.records', 'mail.messages']),
    )
    expect(files.get('index.html')).toContain('om je vraag te beantwoorden')
    expect(files.get('data.csv')).toContain("'=Anna")
    expect(JSON.stringify(data.items)).not.toContain('token_hash')
    world.clock.aheadMs = 8 * 86_400_000
    await expect(
      speak(world.port, anyone(), requests.platformRequests.download, { body: { secret } }),
    ).rejects.toMatchObject({ kind: 'gone' })
    await expireNow()
    world.clock.aheadMs = 0
    const shas = await bakery.read(tx =>
      tx.db.selectFrom('objects.uses').select('sha256').where('owner_id', '=', requestId).execute(),
    )
    expect(shas).toEqual([])
  })

  it('brings files along under names that can hurt nobody', async () => {
    const siteId = newId()
    const collectionId = await makeCollection(bakery, {
      siteId,
      kind: 'form',
      key: 'contact',
      name: { nl: 'Sollicitatie', en: 'Application' },
      fields: [
        {
          key: 'email',
          label: { nl: 'E-mail', en: 'E-mail' },
          type: 'email',
          privacy: { personal: true, category: 'contact.email' },
        },
        {
          key: 'cv',
          label: { nl: 'CV', en: 'CV' },
          type: 'file',
          privacy: { personal: true, category: 'content' },
        },
      ],
      privacy: { subjectField: 'email', purpose: { nl: 'om te kiezen' }, erase: 'record', keepDays: 28 },
      settings: {},
    })
    await bakery.write(async tx =>
      markPublished(tx, siteId, await pinContent(tx, siteId, { definitions: true, drafts: [] })),
    )
    const definition = await bakery.read(tx => liveForm(tx, siteId, 'contact'))
    if (definition === null) throw new Error(`no form ${collectionId}`)
    const object = await keepObject(bakery, Buffer.from('mijn levensloop'))
    const cv = { object, name: '../../etc/cv.txt', sizeBytes: 15, mediaType: 'text/plain' }
    await submit(bakery, { definition, values: { email: 'cv@visitor.example', cv } })
    const { requestId, secret } = await ask('access', 'cv@visitor.example')
    await decide(requestId, true)
    const bytes = await speak(world.port, anyone(), requests.platformRequests.download, { body: { secret } })
    const files = await unzip(bytes as unknown as Buffer)
    expect(files.get('files/cv.txt')).toBe('mijn levensloop')
  })
})

describe('an erasure', () => {
  it('takes all that is held, proves it, and leaves everyone else as they were', async () => {
    const email = 'bo@visitor.example'
    const { accountId, submissionId } = await settleCustomer(email, 'Bo Bosch')
    const witness = await settleCustomer('joebo@visitor.example', 'Joe Bo')
    const atSchool = await snapshotOf(school)
    const other = await ask('access', email)
    const { requestId, secret } = await ask('erasure', email)
    await decide(requestId, true)

    const seen = await look(secret)
    expect(seen).toMatchObject({ state: 'done', proof: { scan: { unexpected: 0, unopened: 0 } } })
    const stores = new Map(seen.proof?.stores.map(outcome => [outcome.store, outcome]))
    expect(stores.get('identity.accounts')).toMatchObject({ found: 1, erased: 1 })
    expect(stores.get('identity.sessions')).toMatchObject({ found: 1, erased: 1 })
    expect(stores.get('mail.messages')?.erased).toBeGreaterThan(0)
    expect(stores.get('privacy.requests')).toMatchObject({ blanked: 2 })
    expect(seen.proof?.scan.seenBefore).toBeGreaterThanOrEqual(4)

    expect(await outbox(bakery, email)).toEqual([])
    const ledger = readFileSync(join(world.config.dataFolder, 'ledger', 'erasures.jsonl'), 'utf8')
    expect(ledger).toContain(accountId)
    expect(ledger).toContain(submissionId)
    expect(ledger).not.toMatch(/bo@visitor|bosch/i)

    const request = await owner().call(requests.getRequest, { params: { requestId } })
    expect(request).toMatchObject({ state: 'done', email: null, plan: [], failure: null })
    const list = await owner().call(erasures.listErasures, {})
    expect(list.find(proof => proof.requestId === requestId)?.hash).toBe(seen.proof?.hash)

    expect(await owner().call(requests.getRequest, { params: { requestId: other.requestId } })).toMatchObject(
      { state: 'lapsed', email: null, plan: [] },
    )
    expect(await look(other.secret)).toMatchObject({ state: 'lapsed' })
    await expect(decide(other.requestId, true)).rejects.toMatchObject({ kind: 'conflict' })

    expect(await snapshotOf(school)).toBe(atSchool)
    expect(JSON.stringify(await snapshotOf(bakery))).toContain(witness.accountId)
    expect(JSON.stringify(await snapshotOf(bakery))).toContain('joebo@visitor.example')
  })
})
