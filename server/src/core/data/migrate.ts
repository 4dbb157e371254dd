import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@helder/words'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { projectFolder } from '../config.ts'
import { OperatorError } from '../errors.ts'
import { sha256 } from '../ids.ts'
import { isDatabaseError, quietPool } from './database.ts'

/** One step of the timeline: a file of db/migrations. */
export interface Migration {
  name: string
  sql: string
}

/** Reads the timeline in order; names begin with the time they were made. */
export function readMigrations(folder = join(projectFolder, 'db/migrations')): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map(file => ({ name: file.replace(/\.sql$/, ''), sql: readFileSync(join(folder, file), 'utf8') }))
}

// Any number that nothing else locks on: two starts at once must not both migrate.
const migrationLock = 4_815_162_342

/** Brings a database up to date, each step in a transaction of its own; gives the names of the steps taken. */
export async function migrate(
  owner: pg.ClientConfig,
  migrations = readMigrations(),
  tell: (name: string) => void = () => {},
): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      `create schema if not exists core;
       create table if not exists core.migrations (
         name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    )
    const due = await dueMigrations(client, migrations)
    for (const migration of due) {
      tell(migration.name)
      await apply(client, migration)
    }
    return due.map(migration => migration.name)
  } finally {
    await client.end()
  }
}

/** The names of the steps that a database still lacks; refuses one that is of a newer Helder. */
export async function pendingMigrations(owner: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('core.migrations') is not null as there",
    )
    const migrations = readMigrations()
    const due = rows[0]?.there ? await dueMigrations(client, migrations) : migrations
    return due.map(migration => migration.name)
  } finally {
    await client.end()
  }
}

async function dueMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const applied = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from core.migrations order by name',
  )
  refuseOtherTimeline(applied.rows, migrations)
  const done = new Set(applied.rows.map(row => row.name))
  return migrations.filter(migration => !done.has(migration.name))
}

/** The SQLSTATE of something that a role may not do. */
export const notPermitted = '42501'

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into core.migrations (name, sha256) values ($1, $2)', [name, sha256(sql)])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    // What the role may not do is no fault of the migration.
    if (isDatabaseError(error) && error.code === notPermitted) throw error
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

function refuseOtherTimeline(applied: { name: string; sha256: string }[], migrations: Migration[]): void {
  const known = new Map(migrations.map(migration => [migration.name, sha256(migration.sql)]))
  const unknown = applied.filter(row => !known.has(row.name)).map(row => row.name)
  if (unknown.length > 0) {
    throw new OperatorError(
      text(
        `Deze gegevens zijn van een nieuwere Helder: ${unknown.join(', ')} kent deze versie niet. Gebruik de nieuwere versie, of kies met HELDER_DATA een andere map.`,
        `This data belongs to a newer Helder: this version does not know ${unknown.join(', ')}. Use the newer version, or choose another folder with HELDER_DATA.`,
      ),
    )
  }
  const changed = applied.filter(row => known.get(row.name) !== row.sha256).map(row => row.name)
  if (changed.length > 0) {
    throw new OperatorError(
      text(
        `De migratie ${changed.join(', ')} is veranderd nadat ze was uitgevoerd. Zet het bestand terug en voeg een nieuwe migratie toe.`,
        `The migration ${changed.join(', ')} was changed after it had run. Put the file back and add a new migration.`,
      ),
    )
  }
}

/** The role that the application connects as: it owns nothing and bypasses nothing. */
export const applicationRole = 'helder_app'

/** Makes the role of the application where it is missing, and refuses one that could go round row-level security. */
export async function ensureApplicationRole(owner: pg.ClientConfig, password?: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const found = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
      [applicationRole],
    )
    const role = found.rows[0]
    if (role === undefined) await client.query(`create role ${applicationRole} login`)
    else if (role.rolsuper || role.rolbypassrls) throw roleTooMighty()
    if (password !== undefined) {
      await client.query(`alter role ${applicationRole} password ${pg.escapeLiteral(password)}`)
    }
  } finally {
    await client.end()
  }
}

function roleTooMighty(): OperatorError {
  return new OperatorError(
    text(
      `De rol ${applicationRole} kan om de scheiding tussen werkruimtes heen. Voer uit: alter role ${applicationRole} nosuperuser nobypassrls;`,
      `The role ${applicationRole} can go round the wall between workspaces. Run: alter role ${applicationRole} nosuperuser nobypassrls;`,
    ),
  )
}

/** Brings the tables of the job queue up to date; they belong to graphile-worker, in a schema of its own. */
export async function migrateJobs(owner: pg.ClientConfig): Promise<void> {
  const pgPool = quietPool({ ...owner, max: 2 })
  try {
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
}
