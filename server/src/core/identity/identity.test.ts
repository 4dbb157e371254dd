import { Problem } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../../../test/support/settlers.ts'
import { type RawAnswer, type Speaker, speak, speakContract } from '../../../../test/support/speak.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../ctx.ts'
import { getMessage, listMessages } from '../mail/store.ts'
import { updateWorkspace } from '../tenancy/store.ts'
import { makeLink } from './actions.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { endToken, listTokens, makeToken, platformIdentity } from './schema.ts'
import { findAccountByEmail, updateAccount } from './store.ts'

let world: World
let platform: Ctx
beforeAll(async () => {
  world = await openWorld()
  platform = world.ctx(world.platform.workspaceId)
})
afterAll(() => world?.close())

const nobody = (): Speaker => ({ host: world.config.studioHost })
const call = platformIdentity
const password = 'vier gele fietsen hier'

async function refused(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch(error => error)
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome
}

function cookieOf(answer: RawAnswer): string {
  return /helder=([a-z2-7]{32})/.exec(answer.cookies[0] ?? '')?.[1] ?? ''
}

async function mailTo(address: string): Promise<{ subject: string; text: string }[]> {
  return platform.read(async tx => {
    const rows = (await listMessages(tx, { limit: 100 })).filter(row => row.to === address)
    return Promise.all(rows.map(row => getMessage(tx, row.messageId)))
  })
}

async function secretMailedTo(address: string): Promise<string> {
  const [newest] = await mailTo(address)
  return /#([a-z2-7]{32})/.exec(newest?.text ?? '')?.[1] ?? ''
}

describe('signing in', () => {
  beforeAll(async () => {
    const hash = await hashPassword(password)
    await platform.write(tx => updateAccount(tx, world.accounts.bakeryOwner, { password_hash: hash }))
  })

  const signIn = (email: string, given: string) =>
    speakContract(world.port, nobody(), call.signIn, { body: { email, password: given } })

  it('gives a session that works, in a cookie that scripts can not read', async () => {
    const answer = await signIn('Berta@Bakery.example ', password)
    expect(answer.status).toBe(204)
    expect(answer.cookies[0]).toMatch(/HttpOnly/)
    expect(answer.cookies[0]).toMatch(/SameSite=Lax/)
    const account = await speak(world.port, { ...nobody(), cookie: cookieOf(answer) }, call.getAccount, {})
    expect(account).toMatchObject({ name: 'Berta Bakker', hasPassword: true })
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await signIn('berta@bakery.example', 'iets heel anders')
    const unknown = await signIn('niemand@bakery.example', 'iets heel anders')
    const body = (answer: RawAnswer) => ({ ...JSON.parse(answer.text), requestId: '' })
    expect([wrong.status, body(wrong)]).toEqual([unknown.status, body(unknown)])
    expect(wrong.status).toBe(422)
  })

  it('stops after ten tries at one address, and says how long to wait', async () => {
    for (let tries = 0; tries < 10; tries++) await signIn('raad@bakery.example', `poging nummer ${tries}`)
    const answer = await signIn('raad@bakery.example', 'nog een poging')
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60)
    expect((await signIn('berta@bakery.example', password)).status).toBe(204)
  })

  it('keeps nothing of a password but what can not be turned back', async () => {
    const account = await platform.read(tx => findAccountByEmail(tx, 'berta@bakery.example'))
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(account?.passwordHash ?? null, password)).toBe(true)
    expect(await isPassword(null, password)).toBe(false)
  })

  it('is refused to a page of another website that borrows the cookie', async () => {
    const headers = {
      cookie: `helder=${world.sessions.bakeryOwner}`,
      'content-type': 'application/json',
      origin: 'http://kwaad.example',
    }
    const answer = await world.raw({
      method: 'POST',
      host: world.config.studioHost,
      path: '/api/identity/sign-out',
      headers,
      body: '{}',
    })
    expect(answer.status).toBe(403)
    const silent = { cookie: headers.cookie, 'sec-fetch-site': 'cross-site' }
    expect(
      (
        await world.raw({
          method: 'POST',
          host: world.config.studioHost,
          path: '/api/identity/sign-out',
          headers: silent,
        })
      ).status,
    ).toBe(403)
  })

  it('ends at once when the session is ended on another device', async () => {
    const cookie = cookieOf(await signIn('berta@bakery.example', password))
    const here = { ...nobody(), cookie }
    const sessions = await speak(world.port, here, call.listSessions, {})
    const current = sessions.find(session => session.current)
    await world.as('bakeryOwner').call(call.endSession, { params: { sessionId: current?.sessionId ?? '' } })
    expect((await refused(speak(world.port, here, call.getAccount, {}))).status).toBe(401)
  })

  it('can not end the session of somebody else', async () => {
    const [session] = await world.as('bakeryOwner').call(call.listSessions, {})
    const attempt = world
      .as('schoolOwner')
      .call(call.endSession, { params: { sessionId: session?.sessionId ?? '' } })
    expect((await refused(attempt)).status).toBe(404)
  })
})

describe('a link by mail', () => {
  const ask = (email: string, purpose: 'sign-in' | 'set-password') =>
    speakContract(world.port, nobody(), call.sendLink, { body: { email, purpose } })
  const use = (secret: string, more: object = {}) =>
    speakContract(world.port, nobody(), call.useLink, { body: { secret, ...more } })

  it('signs in once; a second time it says so', async () => {
    await ask('eva@bakery.example', 'sign-in')
    const secret = await secretMailedTo('eva@bakery.example')
    expect(await speak(world.port, nobody(), call.lookAtLink, { body: { secret } })).toMatchObject({
      purpose: 'sign-in',
      name: 'Eva Eclair',
    })
    const first = await use(secret)
    expect(first.status).toBe(204)
    expect(
      (await speak(world.port, { ...nobody(), cookie: cookieOf(first) }, call.getAccount, {})).email,
    ).toBe('eva@bakery.example')
    const second = await use(secret)
    expect(second.status).toBe(410)
    expect(second.cookies).toEqual([])
  })

  it('used twice at the same moment works once', async () => {
    const secret = await platform.write(tx => makeLink(tx, world.accounts.bakeryEditor, 'sign-in'))
    const answers = await Promise.all([use(secret), use(secret), use(secret)])
    expect(answers.map(answer => answer.status).sort()).toEqual([204, 410, 410])
  })

  it('is sent to nobody for an unknown address, with the same answer', async () => {
    const known = await ask('dirk@bureau.example', 'sign-in')
    const unknown = await ask('onbekend@nergens.example', 'sign-in')
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
    expect(await mailTo('onbekend@nergens.example')).toEqual([])
  })

  it('sets a password, which must be worth something, and ends all other sessions', async () => {
    const before = { ...nobody(), cookie: world.sessions.schoolTeacher }
    await ask('lot@school.example', 'set-password')
    const secret = await secretMailedTo('lot@school.example')
    expect((await use(secret, { password: 'welkom2026!' })).status).toBe(422)
    expect((await use(secret, { password: 'kort' })).status).toBe(422)
    expect((await use(secret, { password })).status).toBe(204)
    expect((await refused(speak(world.port, before, call.getAccount, {}))).status).toBe(401)
  })

  it('runs out', async () => {
    const secret = await platform.write(tx => makeLink(tx, world.accounts.bakeryEditor, 'sign-in'))
    world.clock.aheadMs = 21 * 60_000
    expect((await use(secret)).status).toBe(410)
    world.clock.aheadMs = 0
  })

  it('moves an account to a new address only when that address uses it', async () => {
    const manager = world.as('bakeryManager')
    await manager.call(call.changeEmail, { body: { email: 'mats.nieuw@bakery.example' } })
    expect((await manager.call(call.getAccount, {})).email).toBe('mats@bakery.example')
    await use(await secretMailedTo('mats.nieuw@bakery.example'))
    expect((await manager.call(call.getAccount, {})).email).toBe('mats.nieuw@bakery.example')
    expect((await mailTo('mats@bakery.example'))[0]?.subject).toContain('veranderd')
    await manager.call(call.changeEmail, { body: { email: people.bakeryOwner.email } })
    expect((await use(await secretMailedTo(people.bakeryOwner.email))).status).toBe(409)
  })
})

describe('making an account', () => {
  const visit = (name: string): Speaker => ({ host: name })
  const signUp = (speaker: Speaker, email: string) =>
    speakContract(world.port, speaker, call.signUp, { body: { name: 'Nieuw Iemand', email, language: 'nl' } })

  it('is refused where the installation is closed, and possible where it is open', async () => {
    expect((await signUp(nobody(), 'nieuw@visitor.example')).status).toBe(403)
    await platform.write(tx => updateWorkspace(tx, { openForSignUp: true }))
    expect((await signUp(nobody(), 'nieuw@visitor.example')).status).toBe(204)
    const secret = await secretMailedTo('nieuw@visitor.example')
    expect((await speakContract(world.port, nobody(), call.useLink, { body: { secret } })).status).toBe(204)
    await platform.write(tx => updateWorkspace(tx, { openForSignUp: false }))
  })

  it('tells nobody but the owner of the address that there is one already', async () => {
    await platform.write(tx => updateWorkspace(tx, { openForSignUp: true }))
    const known = await signUp(nobody(), people.schoolOwner.email)
    const unknown = await signUp(nobody(), 'weer@visitor.example')
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
    expect((await mailTo(people.schoolOwner.email))[0]?.subject).toContain('al een account')
    await platform.write(tx => updateWorkspace(tx, { openForSignUp: false }))
  })

  it('has no address on a host that is nobody’s', async () => {
    expect((await signUp(visit('nergens.localhost'), 'x@visitor.example')).status).toBe(404)
  })
})

describe('a key for a program', () => {
  it('does what it was given and no more, in one workspace, until it is ended', async () => {
    const owner = world.as('bakeryOwner')
    const { tokenId, secret } = await owner.call(makeToken, {
      body: { name: 'Script', permissions: ['identity.tokens.write'], days: 1 },
    })
    const host = world.config.studioHost
    const ask = (workspaceId: string, path: string) =>
      world.raw({
        host,
        path: `/api/w/${workspaceId}${path}`,
        headers: { authorization: `Bearer ${secret}` },
      })
    expect((await ask(world.bakery.workspaceId, '/identity/tokens')).status).toBe(200)
    expect((await ask(world.bakery.workspaceId, '/tenancy/members')).status).toBe(403)
    expect((await ask(world.school.workspaceId, '/identity/tokens')).status).toBe(404)
    expect((await owner.call(listTokens, {})).map(token => token.name)).toContain('Script')
    await owner.call(endToken, { params: { tokenId } })
    expect((await ask(world.bakery.workspaceId, '/identity/tokens')).status).toBe(401)
  })

  it('can not be given more than its maker has', async () => {
    const attempt = world
      .as('bakeryDeveloper')
      .call(makeToken, { body: { name: 'Meer', permissions: ['tenancy.members.write'], days: 1 } })
    expect((await refused(attempt)).status).toBe(403)
  })
})
