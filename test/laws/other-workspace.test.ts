import { contract } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Answer } from '../../server/src/core/http/route.ts'
import { route } from '../../server/src/core/http/route.ts'
import { builtInRoles, permissionsOf } from '../../server/src/core/tenancy/rules.ts'
import { slices } from '../../server/src/slices.ts'
import { type Person, people } from '../support/settlers.ts'
import { openWorld, type World } from '../support/world.ts'
import {
  type Answered,
  type Attempt,
  attempt,
  attemptsOn,
  foreignFaults,
  unsettled,
} from './other-workspace.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

// Each request comes from another machine, so that the limit on how often one may ask does not answer for us.
let machines = 0

async function send(to: World, { method, url, body, route: asked }: Attempt, cookie?: string) {
  const upload = asked.contract.uploadBytes !== undefined
  return to.app.http.app.inject({
    method: method as 'GET',
    url,
    remoteAddress: `10.${(machines >> 16) & 255}.${(machines >> 8) & 255}.${machines++ & 255}`,
    headers: {
      host: to.config.studioHost,
      ...(cookie ? { cookie: `helder=${cookie}` } : {}),
      ...(upload ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(upload ? { payload: Buffer.from('bytes') } : body === undefined ? {} : { payload: body as object }),
  })
}

function allowed(person: Person, { route: asked }: Attempt): boolean {
  if (!('permission' in asked.access)) return true
  const { role, workspace } = people[person]
  const all = slices.flatMap(slice => slice.permissions)
  return permissionsOf({ key: role, permissions: [] }, all, workspace === 'platform').has(
    asked.access.permission,
  )
}

async function answersTo(to: World, attempts: Attempt[], who: Person | null): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const tried of attempts) {
    const response = await send(to, tried, who === null ? undefined : to.sessions[who])
    answers.push({
      attempt: tried,
      speaker: who === null ? 'nobody' : `${builtInRoles[people[who].role].en} of ${people[who].workspace}`,
      signedIn: who !== null,
      allowed: who !== null && allowed(who, tried),
      status: response.statusCode,
      text: response.body,
    })
  }
  return answers
}

// Every row that a client has, but for what counts tries.
async function everythingOf(to: World, workspaceId: string): Promise<Record<string, unknown>> {
  const owner = await to.ownerClient()
  await owner.query("select set_config('app.workspace', $1, false)", [workspaceId])
  const { rows: tables } = await owner.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relrowsecurity and n.nspname <> 'graphile_worker' and c.relname <> 'attempts'`)
  const found: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query(
      `select to_jsonb(t) as row from ${name} t where workspace_id = $1 order by 1`,
      [workspaceId],
    )
    found[name] = rows
  }
  await owner.end()
  return found
}

const outsiders = Object.keys(people).filter(
  (person): person is Person => people[person as Person].workspace !== 'school',
)

describe('what belongs to the school', () => {
  it('has a value for every id that an address, a query or a body may hold', () => {
    expect(unsettled(slices, world.school.ids)).toEqual([])
  })

  it('is not there for anyone else, whatever they ask and whoever they are', async () => {
    const before = await everythingOf(world, world.school.workspaceId)
    const answers: Answered[] = []
    for (const who of [...outsiders, null]) {
      const ownWorkspaceId =
        who !== null && people[who].workspace === 'platform'
          ? world.platform.workspaceId
          : world.bakery.workspaceId
      // Staff who look in may see, which is tried where support sessions are; here nobody looks in.
      if (who === 'staffOwner') continue
      answers.push(...(await answersTo(world, attemptsOn(slices, world.school, ownWorkspaceId), who)))
    }
    expect(answers.length).toBeGreaterThan(500)
    expect(foreignFaults(answers, world.school)).toEqual([])
    expect(await everythingOf(world, world.school.workspaceId)).toEqual(before)
  }, 120_000)

  it('is there for its owner by the same requests, so that the law tries what can be found', async () => {
    const lost: Attempt[] = []
    const own = await openWorld()
    for (const tried of ownAttempts(own)) {
      const { statusCode } = await send(own, tried, own.sessions.schoolOwner)
      if ([401, 403, 404].includes(statusCode) || statusCode >= 500) lost.push(tried)
    }
    await own.close()
    const faults: string[] = []
    for (const tried of lost) {
      // Another request may have removed it before; on its own it must be found.
      const fresh = await openWorld()
      const again = ownAttempts(fresh).find(({ route: asked }) => asked === tried.route)
      const { statusCode } = again ? await send(fresh, again, fresh.sessions.schoolOwner) : { statusCode: 0 }
      await fresh.close()
      if ([401, 403, 404].includes(statusCode) || statusCode >= 500)
        faults.push(`${tried.method} ${tried.url}: ${statusCode}`)
    }
    expect(faults.filter(fault => !notThere.some(known => known.test(fault)))).toEqual([])
  }, 120_000)
})

// What is not found by its owner either, and why.
const notThere = [
  /\/files\/a{64}: 404/, // no file is settled in a record
  /\/events: /, // a stream, which does not end
  /\/tenancy\/(workspaces|support-sessions): 403/, // staff only
  /\/operations\/\w+: 403/, // staff only
  /\/support-sessions\/leave: 404/, // an owner does not look in
  /\/restore-file: 404/, // no file is settled that has an older version
]

function ownAttempts(of: World): Attempt[] {
  return slices
    .flatMap(slice => slice.routes)
    .filter(({ contract: { area, download } }) => area === 'workspace' && download !== 'text/event-stream')
    .map(asked => attempt(asked, 'their address', of.school.workspaceId, of.school.ids))
}

describe('the law of other workspaces sees', () => {
  const peek = route(
    contract({
      area: 'workspace',
      method: 'GET',
      path: '/mail/planted/:messageId',
      about: 'A planted address.',
      params: z.object({ messageId: z.uuid() }),
    }),
    'mail.read',
    async () => undefined as unknown as Answer,
  )
  const answered = (change: Partial<Answered>): Answered => ({
    attempt: attempt(peek, 'their id', world.bakery.workspaceId, world.school.ids),
    speaker: 'somebody',
    signedIn: true,
    allowed: true,
    status: 404,
    text: '',
    ...change,
  })
  const faultsOf = (change: Partial<Answered>) => foreignFaults([answered(change)], world.school)

  it.each([
    [
      'a route that does not look whose it is',
      { status: 200, text: '{}' },
      /answered with 200 instead of 404/,
    ],
    ['a refusal that tells that it is there', { status: 403 }, /answered with 403 instead of 404/],
    ['a bug', { status: 500 }, /answered with 500/],
  ])('%s', (_what, change, expected) => {
    expect(faultsOf(change)).toEqual([expect.stringMatching(expected)])
  })

  it('an answer that tells of it', () => {
    expect(faultsOf({ status: 200, text: `{"id":"${world.school.ids.messageId}"}` })).toEqual([
      expect.stringMatching(/the answer tells of/),
    ])
    expect(faultsOf({})).toEqual([])
  })

  it('an id that nobody settled', () => {
    const odd = slices.map(slice => (slice.name === 'mail' ? { ...slice, routes: [peek] } : slice))
    expect(unsettled(odd, { ...world.school.ids, messageId: undefined as unknown as string })).toEqual(
      expect.arrayContaining([expect.stringMatching(/no client has a messageId/)]),
    )
  })
})
