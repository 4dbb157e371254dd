import type pg from 'pg'

/** A column as the running database has it. */
export interface CatalogueColumn {
  name: string
  /** The type as PostgreSQL writes it: `text`, `timestamp with time zone`, `text[]`. */
  type: string
  nullable: boolean
  default: string | null
  generated: boolean
}

/** A table as the running database has it. */
export interface CatalogueTable {
  schema: string
  name: string
  unlogged: boolean
  columns: CatalogueColumn[]
  primaryKey: string[]
  /** Constraints by definition, such as `FOREIGN KEY (…) REFERENCES …`. */
  constraints: { name: string; kind: 'p' | 'u' | 'f' | 'c'; definition: string; references: string | null }[]
  indexes: { name: string; definition: string }[]
  rowSecurity: boolean
  forcedRowSecurity: boolean
  policies: { name: string; using: string; check: string | null }[]
  grants: { role: string; privilege: string }[]
}

/** A function or procedure of ours. */
export interface CatalogueRoutine {
  schema: string
  name: string
  definition: string
  securityDefiner: boolean
}

/** A view of ours. */
export interface CatalogueView {
  schema: string
  name: string
  definition: string
  materialized: boolean
  securityInvoker: boolean
}

/** What stands in the database, read from PostgreSQL's own catalogue. */
export interface Catalogue {
  tables: CatalogueTable[]
  routines: CatalogueRoutine[]
  views: CatalogueView[]
}

/** The full name of a table: `identity.accounts`. */
export function tableName(table: { schema: string; name: string }): string {
  return `${table.schema}.${table.name}`
}

// The queue's tables belong to graphile-worker; what Helder puts in them is watched where jobs are declared.
const foreignSchemas = "('pg_catalog', 'information_schema', 'graphile_worker', 'pg_toast')"

/** Reads the catalogue; tables, columns and constraints in a fixed order, so that two readings can be compared. */
export async function readCatalogue(client: Pick<pg.ClientBase, 'query'>): Promise<Catalogue> {
  const tables = await client.query<CatalogueTable>(`
    select n.nspname as schema, c.relname as name, c.relpersistence = 'u' as unlogged,
      c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forcedRowSecurity",
      (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'nullable', not a.attnotnull, 'default', pg_get_expr(d.adbin, d.adrelid),
          'generated', a.attgenerated <> '') order by a.attnum), '[]')
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(a.attname order by k.position), '[]')
        from pg_constraint p cross join unnest(p.conkey) with ordinality as k(attnum, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where p.conrelid = c.oid and p.contype = 'p') as "primaryKey",
      (select coalesce(json_agg(json_build_object('name', conname, 'kind', contype,
          'definition', pg_get_constraintdef(p.oid),
          'references', case when confrelid <> 0 then confrelid::regclass::text end) order by contype, conname), '[]')
        from pg_constraint p where p.conrelid = c.oid and contype in ('p', 'u', 'f', 'c')) as constraints,
      (select coalesce(json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(i.oid))
          order by i.relname), '[]')
        from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid
        and not exists (select from pg_constraint p where p.conindid = i.oid and p.conrelid = c.oid)) as indexes,
      (select coalesce(json_agg(json_build_object('name', polname, 'using', pg_get_expr(polqual, polrelid),
          'check', pg_get_expr(polwithcheck, polrelid)) order by polname), '[]')
        from pg_policy where polrelid = c.oid) as policies,
      (select coalesce(json_agg(json_build_object('role', pg_get_userbyid(g.grantee), 'privilege', g.privilege_type)
          order by g.privilege_type), '[]')
        from aclexplode(c.relacl) g where g.grantee <> c.relowner and g.grantee <> 0) as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ${foreignSchemas}
    order by 1, 2`)
  const routines = await client.query<CatalogueRoutine>(`
    select n.nspname as schema, p.proname as name, pg_get_functiondef(p.oid) as definition,
      p.prosecdef as "securityDefiner"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ${foreignSchemas}
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1, 2, 3`)
  const views = await client.query<CatalogueView>(`
    select n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid) as definition,
      c.relkind = 'm' as materialized,
      coalesce('security_invoker=true' = any (c.reloptions), false) as "securityInvoker"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname not in ${foreignSchemas}
    order by 1, 2`)
  return { tables: tables.rows, routines: routines.rows, views: views.rows }
}

/** Writes the catalogue as SQL that a person can read: what db/schema.sql holds. */
export function describeCatalogue({ tables, routines, views }: Catalogue): string {
  const parts = [
    '-- The database after all migrations. Made by `npm run describe`; never edit it by hand.',
    ...tables.map(describeTable),
    ...views.map(
      view =>
        `create ${view.materialized ? 'materialized ' : ''}view ${tableName(view)} as\n${view.definition}`,
    ),
    ...routines.map(routine => `${routine.definition.trimEnd()};`),
  ]
  return `${parts.join('\n\n')}\n`
}

function describeTable(table: CatalogueTable): string {
  const name = tableName(table)
  const columns = table.columns.map(
    column =>
      `  ${column.name} ${column.type}${column.nullable ? '' : ' not null'}${column.default === null ? '' : ` default ${column.default}`}`,
  )
  const constraints = table.constraints.map(
    constraint => `  constraint ${constraint.name} ${constraint.definition}`,
  )
  return [
    `create ${table.unlogged ? 'unlogged ' : ''}table ${name} (\n${[...columns, ...constraints].join(',\n')}\n);`,
    ...table.indexes.map(index => `${index.definition};`),
    ...(table.rowSecurity ? [`alter table ${name} enable row level security;`] : []),
    ...(table.forcedRowSecurity ? [`alter table ${name} force row level security;`] : []),
    ...table.policies.map(policy => `create policy ${policy.name} on ${name} using ${policy.using};`),
    ...describeGrants(table),
  ].join('\n')
}

function describeGrants(table: CatalogueTable): string[] {
  const byRole = new Map<string, string[]>()
  for (const { role, privilege } of table.grants) {
    byRole.set(role, [...(byRole.get(role) ?? []), privilege.toLowerCase()])
  }
  return [...byRole].map(
    ([role, privileges]) => `grant ${privileges.join(', ')} on ${tableName(table)} to ${role};`,
  )
}

const typeScriptTypes: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  jsonb: 'Json',
  bytea: 'Buffer',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
}

/** Writes the tables as TypeScript types for the query builder: what core/data/tables.ts holds. */
export function describeTypes({ tables }: Catalogue): string {
  const body = tables.map(table => {
    const columns = table.columns.map(column => {
      const type = typeScriptTypes[column.type]
      if (type === undefined)
        throw new Error(`${tableName(table)}.${column.name}: no TypeScript type for ${column.type}`)
      const full = column.nullable ? `${type} | null` : type
      const optional = column.default !== null || column.generated
      if (!optional) return `    ${column.name}: ${full}`
      return `    ${column.name}: ${type === 'Json' ? 'DefaultJson' : `Generated<${full}>`}`
    })
    return `  '${tableName(table)}': {\n${columns.join('\n')}\n  }`
  })
  return `// The tables after all migrations. Made by \`npm run describe\`; never edit it by hand.
import type { ColumnType, Generated } from 'kysely'

/** A JSON document: read as it is, written as text so that the driver does not guess. */
export type Json = ColumnType<unknown, string, string>

/** A JSON document that need not be given. */
export type DefaultJson = ColumnType<unknown, string | undefined, string>

/** Every table by its full name, with the types of its columns. */
export interface Tables {
${body.join('\n')}
}
`
}
