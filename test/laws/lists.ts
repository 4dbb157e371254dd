import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '../../server/src/core/http/route.ts'
import type { Slice } from '../../server/src/core/slice.ts'
import { sourceFiles } from './imports.ts'

/** The routes whose contract is called `list…`, read from the source, since a contract does not know its name. */
export function listRoutes(root: string, slices: Slice[]): Route[] {
  const stated = sourceFiles(root, ['server'])
    .filter(path => path.endsWith('/schema.ts') || path.endsWith('/index.ts'))
    .flatMap(path => [
      ...readFileSync(join(root, path), 'utf8').matchAll(
        /export const list\w+ = contract\(\{[^}]*?path: '([^']+)'/gs,
      ),
    ])
    .map(match => match[1])
  return slices
    .flatMap(slice => slice.routes)
    .filter(({ contract }) => contract.method === 'GET' && stated.includes(contract.path))
}

/** Tables that stay small however long a workspace lives, and why; a list of all of them needs no index. */
export const smallByNature: Record<string, string> = {
  'tenancy.roles': 'a workspace makes a handful',
  'tenancy.members': 'people who work there',
  'tenancy.invitations': 'gone when they are accepted or stale',
  'tenancy.workspaces': 'one row; the list of all is the operator’s',
  'tenancy.support_sessions': 'an hour of help now and then; the list shows the last hundred',
  'identity.tokens': 'keys that a person made',
  'records.collections': 'kinds of content, made by hand',
  'records.definitions': 'versions of those, made by hand',
  'records.bin': 'what was thrown away in the last week',
  'sites.sites': 'an agency has dozens',
  'privacy.requests': 'requests of people: hundreds in years; the list shows five hundred',
  'privacy.erasures': 'as many as there were requests to erase',
  'privacy.repetitions': 'one for each erasure after a restore',
}

/** Lists that count besides what they show, and what; a count reads what it counts. */
export const counting: Record<string, string> = {
  '/records/collections': 'how many records each collection holds',
  '/records/submissions': 'how many submissions nobody has read',
}

/** Lists that answer for a whole site at once, and why. */
export const wholeSite: Record<string, string> = {
  '/sites/:siteId/files': 'the editor shows every file, as a tree',
  '/sites/:siteId/changes': 'what is worked on is compared with what is live',
  '/sites/:siteId/pages': 'every page that would be made, with what is wrong in it',
}

/** A node of a plan as PostgreSQL explains it. */
export interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

/** What a query did, for one list. */
export interface Explained {
  list: string
  sql: string
  plan: PlanNode
}

// A page is at most a few hundred rows; whoever touches this many of one table reads more than it shows.
const mostRows = 3000

/** Queries of lists that read far more of a large table than they show: without their index, or past it. */
export function planFaults(explained: Explained[]): string[] {
  return explained
    .filter(query => !isCount(query) && !isOfWholeSite(query))
    .flatMap(({ list, sql, plan }) =>
      nodesOf(plan)
        .filter(node => node['Relation Name'] !== undefined && rowsRead(node) > mostRows)
        .map(
          node =>
            `${list}: reads ${rowsRead(node)} rows of ${node.Schema}.${node['Relation Name']} (${node['Node Type']}): ${sql}`,
        ),
    )
}

function isOfWholeSite({ list }: Explained): boolean {
  return Object.keys(wholeSite).some(path => list.includes(`${path} `))
}

function isCount({ list, sql }: Explained): boolean {
  return Object.keys(counting).some(path => list.includes(`${path} `)) && /count\(\*\)/.test(sql)
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

function rowsRead(node: PlanNode): number {
  const each =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return Math.round(each * node['Actual Loops'])
}
