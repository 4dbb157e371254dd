import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCtx, type Services } from '../../server/src/core/ctx.ts'
import { type Database, openDatabase, type Statement } from '../../server/src/core/data/database.ts'
import { fullPath } from '../../server/src/core/http/registration.ts'
import type { Http, Route } from '../../server/src/core/http/route.ts'
import { removeRecord } from '../../server/src/records/rows/schema.ts'
import { slices } from '../../server/src/slices.ts'
import { multiply } from '../support/multiply.ts'
import { sampleOf } from '../support/samples.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Explained, listRoutes, type PlanNode, planFaults, smallByNature } from './lists.ts'
import { idFor } from './other-workspace.ts'

const rowsPerTable = 20_000
const hangsOnRecords = new Set(['records.unseen'])

let world: World
let owner: pg.Client
let database: Database
let heard: Statement[] = []
beforeAll(async () => {
  world = await openWorld()
  owner = await world.ownerClient()
  // A row of what only comes to be later: something in the bin.
  for (const [person, { ids }] of [
    ['bakeryOwner', world.bakery],
    ['schoolOwner', world.school],
  ] as const) {
    const { call } = world.as(person)
    await call(removeRecord, { params: { recordId: ids.recordId ?? '' } })
  }
  database = openDatabase(world.connections.application, statement => heard.push(statement))
})
afterAll(async () => {
  await database?.close()
  await owner?.end()
  await world?.close()
})

const routes = listRoutes(process.cwd(), slices).filter(({ contract }) => contract.area === 'workspace')

// What a list can be asked for besides nothing at all: each of its choices, and for records each kind of slot.
const asked: Record<string, Record<string, unknown>[]> = {
  '/records/submissions': [{ unseen: 'true' }, { bin: 'true' }],
  '/records/collections/:collectionId/records': [
    { sort: 'title' },
    { sort: '-title' },
    { sort: '-day' },
    { sort: 'created' },
    { filter: 'title:het eerste brood12' },
    { filter: 'title:het eerste brood12', sort: 'title' },
    { bin: 'true' },
  ],
}

function queriesOf({ contract }: Route): Record<string, unknown>[] {
  const { query, path } = contract
  if (query === undefined) return [{}]
  const choices = Object.keys(query.shape).filter(
    key => !['limit', 'after', 'sort', 'filter', 'bin', 'unseen'].includes(key),
  )
  const settled = choices.map(key => ({
    [key]: world.bakery.ids[key] ?? sampleOf(query.shape[key] as never),
  }))
  return [{}, ...settled, ...(asked[path] ?? [])].map(given => query.parse(given))
}

// Runs a list as its route does, with an ear at the database, and gives what it asked.
async function statementsOf(route: Route, query: Record<string, unknown>, ids: Record<string, string>) {
  const services: Services = { ...world.services, database }
  const workspaceId = world.bakery.workspaceId
  const permissions = new Set(services.permissions.map(({ key }) => key))
  const accountId = world.accounts.bakeryOwner
  const ctx = makeCtx({
    services,
    workspaceId,
    language: 'nl',
    actor: { kind: 'account', accountId, permissions },
  })
  const names = [...route.contract.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  const params = Object.fromEntries(names.map(name => [name, idFor(route.contract, name, ids)]))
  heard = []
  await route.handle(ctx, { params, query, body: undefined } as never, {} as Http)
  return heard.filter(({ sql }) => /^\s*(select|with)\b/i.test(sql) && !/set_config/.test(sql))
}

async function explain({ sql, parameters }: Statement): Promise<PlanNode> {
  const outcome = await database.transaction(
    { workspaceId: world.bakery.workspaceId },
    'read',
    async queries => {
      const { CompiledQuery } = await import('kysely')
      return queries.executeQuery<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        CompiledQuery.raw(`explain (analyze, verbose, format json) ${sql}`, [...parameters]),
      )
    },
  )
  const plan = outcome.rows[0]?.['QUERY PLAN'][0]?.Plan
  if (plan === undefined) throw new Error('no plan')
  return plan
}

function tablesIn(plan: PlanNode): string[] {
  const own = plan['Relation Name'] ? [`${plan.Schema}.${plan['Relation Name']}`] : []
  return [...own, ...(plan.Plans ?? []).flatMap(tablesIn)]
}

async function explainAll(): Promise<Explained[]> {
  const explained: Explained[] = []
  for (const route of routes) {
    for (const query of queriesOf(route)) {
      const list = `${fullPath(route)} ${JSON.stringify(query)}`
      for (const statement of await statementsOf(route, query, world.bakery.ids)) {
        explained.push({ list, sql: statement.sql, plan: await explain(statement) })
      }
    }
  }
  return explained
}

describe('a list', () => {
  it('reads no more than it shows, by its index, under row-level security', async () => {
    expect(routes.length).toBeGreaterThan(8)
    const small = await explainAll()
    const named = [...new Set(small.flatMap(({ plan }) => tablesIn(plan)))]
    const large = named.filter(name => !(name in smallByNature))
    expect(large).toEqual(
      expect.arrayContaining(['mail.messages', 'audit.entries', 'records.records', 'records.revisions']),
    )
    for (const { workspaceId } of [world.bakery, world.school]) {
      expect(await multiply(owner, workspaceId, large, rowsPerTable)).toEqual([])
    }
    await owner.query("select set_config('app.workspace', $1, false)", [world.bakery.workspaceId])
    for (const name of large) {
      const { rows } = await owner.query<{ count: number }>(`select count(*)::int from ${name}`)
      // What hangs on a record, as the bin does, has a part of the rows that records have.
      const least = hangsOnRecords.has(name) ? rowsPerTable / 4 : rowsPerTable
      expect([name, (rows[0]?.count ?? 0) >= least]).toEqual([name, true])
    }
    expect(planFaults(await explainAll())).toEqual([])
    // Most that came in was read: what waits must be found without passing it.
    await owner.query(
      'delete from records.unseen where record_id not in (select record_id from records.unseen order by 1 limit 100)',
    )
    await owner.query('analyze records.unseen')
    expect(planFaults(await explainAll())).toEqual([])
  }, 300_000)

  it('is seen to read everything when it has no index', async () => {
    const plan = await explain({
      sql: 'select message_id from mail.messages where subject = $1',
      parameters: ['x'],
    })
    expect(planFaults([{ list: 'planted', sql: 'select …', plan }])).toEqual([
      expect.stringMatching(/planted: reads \d+ rows of mail\.messages/),
    ])
  })

  it('is seen to read everything when its index is lost to an operator that is not leakproof', async () => {
    const sql = "select record_id from records.records where t1 like 'het eerste brood12%'"
    const plan = await explain({ sql, parameters: [] })
    expect(planFaults([{ list: 'planted', sql, plan }])).toHaveLength(1)
  })
})
