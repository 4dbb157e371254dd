import type { Catalogue, CatalogueTable } from '../../server/src/core/data/catalogue.ts'
import { tableName } from '../../server/src/core/data/catalogue.ts'
import { platformWorkspaceId } from '../../server/src/core/ids.ts'

/** Tables that belong to no workspace, and why. */
const outside: Record<string, string> = {
  'core.migrations': 'which steps of the timeline this database has taken',
}

/** Tables in which something is found before its workspace is known, and what. */
const across: Record<string, string> = {
  'tenancy.workspaces': 'by the slug in an address; the list for staff',
  'tenancy.roles': 'the name of a role in an invitation, and in the list of where somebody works',
  'tenancy.members': 'where an account works',
  'tenancy.invitations': 'by its secret',
  'tenancy.support_sessions': 'where staff look in',
  'identity.accounts': 'the name of a member, whose account is with the platform',
  'identity.sessions': 'by its secret',
  'identity.links': 'by its secret',
  'identity.attempts': 'counted before anyone is known',
  'identity.tokens': 'by its secret',
  'sites.sites': 'by its host name',
  'sites.previews': 'by its host name',
  'privacy.requests': 'by the secret of its page',
  'privacy.ledger_position': 'the ledger is of all workspaces',
}

/** Unique keys that do not begin with the workspace, and why one workspace may notice another by them. */
const sharedKeys: Record<string, string> = {
  'tenancy.workspaces.workspaces_slug_key': 'it is part of addresses',
  'sites.sites.sites_slug_key': 'it is a host name',
  'identity.sessions.sessions_token_hash': 'a hash of 160 random bits',
  'identity.links.links_token_hash': 'a hash of 160 random bits',
  'identity.tokens.tokens_token_hash': 'a hash of 160 random bits',
  'tenancy.invitations.invitations_token_hash': 'a hash of 160 random bits',
  'privacy.requests.requests_secret': 'a hash of 160 random bits',
  'sites.previews.previews_host': 'a hash of 160 random bits',
}

/** Functions that run as the owner of the tables, and what keeps them harmless. */
const reviewedDefiners: Record<string, string> = {
  'core.add_job': 'puts one job in the queue; the payload is what the caller gives',
  'privacy.queue_payloads': 'shows the jobs of the workspace of the transaction, and no others',
}

const wall = '(workspace_id = ( SELECT core.workspace() AS workspace))'
const acrossWall = `(${wall} OR ( SELECT core.is_platform() AS is_platform))`

/** What is wrong with the walls between workspaces, read from the running catalogue. */
export function wallFaults({ tables, routines, views }: Catalogue): string[] {
  const walled = tables.filter(table => !(tableName(table) in outside))
  return [
    ...walled.flatMap(table => tableFaults(table).map(fault => `${tableName(table)}: ${fault}`)),
    ...walled.flatMap(table => foreignKeyFaults(table, tables)),
    ...walled.flatMap(sharedKeyFaults),
    ...views.flatMap(view => {
      if (view.materialized) return [`${tableName(view)}: a materialized view holds rows of all workspaces`]
      return view.securityInvoker ? [] : [`${tableName(view)}: a view must be security_invoker`]
    }),
    ...routines
      .filter(routine => routine.securityDefiner && !(tableName(routine) in reviewedDefiners))
      .map(routine => `${tableName(routine)}: a security definer function that nobody reviewed`),
    ...stale(tables, routines),
  ]
}

function tableFaults(table: CatalogueTable): string[] {
  const [policy, ...others] = table.policies
  const expected = tableName(table) in across ? acrossWall : wall
  const faults: string[] = []
  if (table.primaryKey[0] !== 'workspace_id') faults.push('workspace_id must come first in the primary key')
  if (!table.rowSecurity) faults.push('row-level security is off')
  if (!table.forcedRowSecurity) faults.push('row-level security is not forced')
  if (policy?.using !== expected || policy.check !== null || others.length > 0) {
    faults.push('its policy is not the wall of core.wall(), or it looks across without a listed reason')
  }
  for (const { role, privilege } of table.grants) {
    const known = role === 'helder_app' && ['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(privilege)
    if (!known) faults.push(`${role} may ${privilege}`)
  }
  return faults
}

// PostgreSQL accepts a reference to another workspace's row unless the workspace is part of the key.
function foreignKeyFaults(table: CatalogueTable, tables: CatalogueTable[]): string[] {
  return table.constraints.flatMap(({ kind, name, definition, references }) => {
    const target = tables.find(candidate => tableName(candidate) === references)
    if (kind !== 'f' || !target || tableName(target) in outside) return []
    const parsed = /FOREIGN KEY \(([^)]+)\) REFERENCES [^(]+\(([^)]+)\)/.exec(definition)
    const from = (parsed?.[1] ?? '').split(', ')
    const to = (parsed?.[2] ?? '').split(', ')
    const own = from[to.indexOf('workspace_id')]
    if (own === 'workspace_id' || isPlatformColumn(table, own)) return []
    return [`${tableName(table)}: the foreign key ${name} leaves the workspace`]
  })
}

function isPlatformColumn(table: CatalogueTable, column: string | undefined): boolean {
  const check = `CHECK ((${column} = '${platformWorkspaceId}'::uuid))`
  return table.constraints.some(constraint => constraint.kind === 'c' && constraint.definition === check)
}

// A unique key without the workspace tells one workspace which values another has.
function sharedKeyFaults(table: CatalogueTable): string[] {
  const keys = [
    ...table.constraints.filter(({ kind }) => kind === 'u' || kind === 'p'),
    ...table.indexes.filter(({ definition }) => definition.startsWith('CREATE UNIQUE')),
  ]
  return keys
    .filter(({ definition }) => !/\(workspace_id\b/.test(definition))
    .map(({ name }) => `${tableName(table)}.${name}`)
    .filter(name => !(name in sharedKeys))
    .map(name => `${name}: a unique key that does not begin with the workspace`)
}

function stale(tables: CatalogueTable[], routines: Catalogue['routines']): string[] {
  const names = new Set([...tables, ...routines].map(tableName))
  const keys = new Set(
    tables.flatMap(table =>
      [...table.constraints, ...table.indexes].map(({ name }) => `${tableName(table)}.${name}`),
    ),
  )
  return [
    ...Object.keys({ ...outside, ...across, ...reviewedDefiners }).filter(name => !names.has(name)),
    ...Object.keys(sharedKeys).filter(name => !keys.has(name)),
  ].map(name => `${name}: listed here, but it is not there`)
}
