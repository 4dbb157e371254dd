import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalogue } from '../../server/src/core/data/catalogue.ts'
import { openWorld, type World } from '../support/world.ts'
import { wallFaults } from './walls.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await openWorld()
  owner = await world.ownerClient()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

const faults = async () => wallFaults(await readCatalogue(owner))

// What a careless migration would do; undone again afterwards.
async function faultsWith(statement: string): Promise<string[]> {
  await owner.query('begin')
  try {
    await owner.query(
      "create schema planted; select set_config('app.workspace', gen_random_uuid()::text, true)",
    )
    await owner.query(statement)
    return await faults()
  } finally {
    await owner.query('rollback')
  }
}

const table = (columns: string) =>
  `create table planted.things (${columns}); call core.wall('planted.things', 'select')`
const columns = 'workspace_id uuid, thing_id uuid, primary key (workspace_id, thing_id)'

describe('the wall between workspaces', () => {
  it('stands around every table, and is gone round by no view, function or key', async () => {
    expect(await faults()).toEqual([])
  })

  it('lets a table through that has it', async () => {
    expect(await faultsWith(table(columns))).toEqual([])
  })

  it.each([
    ['a table without any', `create table planted.things (${columns})`, /row-level security is off/],
    [
      'a key that does not begin with the workspace',
      table('workspace_id uuid, thing_id uuid, primary key (thing_id, workspace_id)'),
      /must come first/,
    ],
    [
      'row-level security that its owner goes round',
      `${table(columns)}; alter table planted.things no force row level security`,
      /not forced/,
    ],
    [
      'a policy that lets everything through',
      `${table(columns)}; create policy wide on planted.things using (true)`,
      /not the wall/,
    ],
    [
      'a look across without a reason',
      `create table planted.things (${columns}); call core.wall('planted.things', 'select', true)`,
      /not the wall/,
    ],
    [
      'a right that goes round the policy',
      `${table(columns)}; grant truncate on planted.things to helder_app`,
      /may TRUNCATE/,
    ],
    [
      'a foreign key that leaves the workspace',
      `${table(`${columns}, role uuid, realm uuid`)}; alter table planted.things add foreign key (realm, role) references tenancy.roles`,
      /leaves the workspace/,
    ],
    [
      'a unique key over all workspaces',
      table(`${columns}, email text unique`),
      /does not begin with the workspace/,
    ],
    [
      'a view that runs as its owner',
      'create view planted.all_mail as select * from mail.messages',
      /security_invoker/,
    ],
    [
      'a materialized view',
      'create materialized view planted.all_mail as select * from mail.messages',
      /materialized/,
    ],
    [
      'a function that runs as its owner',
      "create function planted.peek() returns int language sql security definer as 'select 1'",
      /nobody reviewed/,
    ],
  ])('sees %s', async (_what, statement, expected) => {
    expect(await faultsWith(statement)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })
})
