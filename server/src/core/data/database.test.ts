import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { withoutWorkspace } from '../ctx.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { OperatorError } from '../errors.ts'
import { migrate, readMigrations } from './migrate.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('the wall between workspaces', () => {
  it('shows a query without any condition only what is one’s own', async () => {
    const { database } = world.services
    const workspaceIds = await database.transaction({ workspaceId: world.bakery.workspaceId }, 'read', db =>
      db.selectFrom('audit.entries').select('workspace_id').distinct().execute(),
    )
    expect(workspaceIds).toEqual([{ workspace_id: world.bakery.workspaceId }])
  })

  it('refuses a row for another workspace, also by an update', async () => {
    const { database } = world.services
    const row = {
      workspace_id: world.school.workspaceId,
      sha256: 'c'.repeat(64),
      size_bytes: 1,
      created_at: new Date(),
    }
    const insert = database.transaction({ workspaceId: world.bakery.workspaceId }, 'write', db =>
      db.insertInto('objects.objects').values(row).execute(),
    )
    await expect(insert).rejects.toMatchObject({ code: '42501' })
    const move = database.transaction({ workspaceId: world.bakery.workspaceId }, 'write', db =>
      db.updateTable('records.records').set({ workspace_id: world.school.workspaceId }).execute(),
    )
    await expect(move).rejects.toMatchObject({ code: '42501' })
  })

  it('does not let a reference reach over', async () => {
    const { database } = world.services
    const row = {
      workspace_id: world.bakery.workspaceId,
      record_id: world.school.ids.recordId ?? '',
      removed_at: new Date(),
    }
    const reach = database.transaction({ workspaceId: world.bakery.workspaceId }, 'write', db =>
      db.insertInto('records.bin').values(row).execute(),
    )
    await expect(reach).rejects.toMatchObject({ code: '23503' })
  })

  it('leaves nothing on a connection that goes back to the pool', async () => {
    const pool = new pg.Pool({ ...world.connections.application, max: 1 })
    const client = await pool.connect()
    await client.query(`begin; select set_config('app.workspace', '${world.bakery.workspaceId}', true)`)
    await client.query('commit')
    await expect(client.query('select * from audit.entries')).rejects.toThrow()
    client.release()
    await pool.end()
  })

  it('opens wider only where a table allows it', async () => {
    const count = (table: 'tenancy.workspaces' | 'audit.entries') =>
      withoutWorkspace(world.services, 'a test', 'read', db =>
        db.selectFrom(table).select('workspace_id').distinct().execute(),
      )
    expect((await count('tenancy.workspaces')).length).toBe(3)
    expect((await count('audit.entries')).length).toBe(1)
  })

  it('does not let the application go round it', async () => {
    const client = new pg.Client(world.connections.application)
    await client.connect()
    for (const attempt of [
      'set row_security = off',
      'set role helder',
      'alter table audit.entries disable row level security',
    ]) {
      const outcome = await client.query(`${attempt}; select count(*) from audit.entries`).then(
        () => 'got through',
        () => 'refused',
      )
      expect(outcome).toBe('refused')
    }
    await client.end()
  })
})

describe('a transaction', () => {
  it('that only reads can not write', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    await expect(ctx.read(tx => tx.db.deleteFrom('audit.entries').execute())).rejects.toMatchObject({
      code: '25006',
    })
    await expect(ctx.read(tx => tx.write(async () => {}))).rejects.toThrow('only reads')
  })

  it('is tried again when two of them lock each other out', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    const lock = (key: number) => sql`select pg_advisory_xact_lock(${key})`
    const both = (first: number, second: number) => {
      let tries = 0
      return ctx.write(async tx => {
        tries += 1
        await lock(first).execute(tx.db)
        if (tries === 1) await new Promise(resolve => setTimeout(resolve, 200))
        await lock(second).execute(tx.db)
        return tries
      })
    }
    const tries = await Promise.all([both(1, 2), both(2, 1)])
    expect(Math.max(...tries)).toBe(2)
  })
})

describe('migrations', () => {
  it('that are newer than the program, or were changed, are told in a sentence', async () => {
    const known = readMigrations()
    const fewer = migrate(world.connections.owner, known.slice(0, -1))
    await expect(fewer).rejects.toThrow(/newer Helder/)
    const changed = known.map((migration, index) =>
      index === 0 ? { ...migration, sql: `${migration.sql}\n-- more` } : migration,
    )
    await expect(migrate(world.connections.owner, changed)).rejects.toThrow(/changed after it had run/)
  })

  it('that fail leave nothing behind', async () => {
    const broken = [
      ...readMigrations(),
      { name: '29990101T0000_test_broken', sql: 'create table core.half (a int); select 1/0' },
    ]
    await expect(migrate(world.connections.owner, broken)).rejects.toThrow(/division by zero/)
    const client = await world.ownerClient()
    const { rows } = await client.query("select to_regclass('core.half') as half")
    await client.end()
    expect(rows[0].half).toBeNull()
  })
})

describe('the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helder-folder-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('that can not be one is refused with a sentence that says what to do', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => prepareDataFolder(join(folder, 'file', 'data'))).toThrow(OperatorError)
    expect(() => prepareDataFolder(join(folder, 'new'))).not.toThrow()
  })
})

describe('a connection that breaks in the middle of a transaction', () => {
  it('fails that transaction, and nothing else', async () => {
    const { database } = world.services
    const scope = { workspaceId: world.bakery.workspaceId }
    const broken = database.transaction(scope, 'write', async db => {
      // Cut off, and in use for a moment longer, as by a restart of the database.
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db).catch(() => undefined)
      await new Promise(resolve => setTimeout(resolve, 100))
      await sql`select 1`.execute(db)
    })
    await expect(broken).rejects.toThrow()
    const rows = await database.transaction(scope, 'read', db =>
      db.selectFrom('tenancy.workspaces').select('slug').execute(),
    )
    expect(rows).toEqual([{ slug: 'bakery' }])
  })
})
