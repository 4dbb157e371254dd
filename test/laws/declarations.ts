import { z } from 'zod'
import type { Catalogue, CatalogueTable } from '../../server/src/core/data/catalogue.ts'
import { tableName } from '../../server/src/core/data/catalogue.ts'
import type {
  ColumnDeclaration,
  PersonalData,
  TableDeclaration,
} from '../../server/src/core/personal-data.ts'
import type { Slice } from '../../server/src/core/slice.ts'
import { declaredLeaf, keepWords, leavesOf, peopleTables } from '../../server/src/privacy/subjects/rules.ts'

/** What the declarations say of themselves and of the running catalogue that is not so. */
export function declarationFaults(slices: Slice[], catalogue: Catalogue): string[] {
  const tables = Object.assign({}, ...slices.map(slice => slice.personalData.tables))
  const permissions = new Set(slices.flatMap(slice => slice.permissions.map(permission => permission.key)))
  return [
    ...tableFaults(tables, catalogue),
    ...Object.entries<TableDeclaration>(tables).flatMap(([name, table]) => [
      ...columnFaults(name, table, catalogue),
      ...peopleFaults(name, table, catalogue, permissions),
    ]),
    ...dependentFaults(tables, catalogue),
    ...slices.flatMap(slice => sliceFaults(slice, tables)),
  ]
}

// Tables that belong to no workspace hold nothing about anyone: which migrations ran.
const outside = new Set(['core.migrations'])

function tableFaults(tables: Record<string, TableDeclaration>, catalogue: Catalogue): string[] {
  const there = catalogue.tables.map(tableName).filter(name => !outside.has(name))
  return [
    ...there.filter(name => !(name in tables)).map(name => `${name}: the table is not declared`),
    ...Object.keys(tables)
      .filter(name => !there.includes(name))
      .map(name => `${name}: declared, but there is no such table`),
  ]
}

function tableIn(catalogue: Catalogue, name: string): CatalogueTable | undefined {
  return catalogue.tables.find(table => tableName(table) === name)
}

function columnFaults(name: string, declared: TableDeclaration, catalogue: Catalogue): string[] {
  const columns = tableIn(catalogue, name)?.columns ?? []
  const there = columns.map(column => column.name).filter(column => column !== 'workspace_id')
  const typeOf = new Map(columns.map(column => [column.name, column.type]))
  return [
    ...there.filter(column => !(column in declared.columns)).map(column => `${name}.${column}: not declared`),
    ...Object.keys(declared.columns)
      .filter(column => !there.includes(column))
      .map(column => `${name}.${column}: declared, but there is no such column`),
    ...Object.entries(declared.columns).flatMap(([column, said]) => {
      const isJson = typeOf.get(column) === 'jsonb' || typeOf.get(column) === 'json'
      const saysJson = said === 'defined' || (typeof said === 'object' && 'json' in said)
      return isJson && !saysJson ? [`${name}.${column}: JSON, declared without its leaves`] : []
    }),
    ...sameLabels(name, declared),
  ]
}

// Two lines of a person's export must not read the same.
function sameLabels(name: string, { columns }: TableDeclaration): string[] {
  const labels = Object.values(columns).flatMap(said =>
    typeof said === 'object' && 'personal' in said ? [said.label?.nl ?? said.personal] : [],
  )
  const twice = labels.filter((label, index) => labels.indexOf(label) !== index)
  return twice.map(label => `${name}: two columns are both shown as ‘${label}’; give them a label`)
}

function isPersonal(said: ColumnDeclaration): boolean {
  if (typeof said === 'string') return false
  return 'personal' in said || Object.values(said.json).some(leaf => typeof leaf === 'object')
}

function peopleFaults(
  name: string,
  declared: TableDeclaration,
  catalogue: Catalogue,
  permissions: Set<string>,
): string[] {
  const personal = Object.values(declared.columns).some(isPersonal)
  const { people } = declared
  if (people === undefined)
    return personal ? [`${name}: personal columns, but nobody is said to be in it`] : []
  const table = tableIn(catalogue, name)
  const columns = new Set(table?.columns.map(column => column.name))
  const missing = (column: string, what: string) =>
    columns.has(column) ? [] : [`${name}: ${what} names the column ${column}, which is not there`]
  const faults = personal ? [] : [`${name}: people are said to be in it, but no column is personal`]
  if (people.links.length === 0) faults.push(`${name}: nothing leads to the person`)
  for (const link of people.links) {
    if ('through' in link) faults.push(...throughFaults(name, link, table))
    else faults.push(...missing('email' in link ? link.email : link.account, 'a link'))
  }
  for (const key of people.seenWith) {
    if (!permissions.has(key)) faults.push(`${name}: seen with ${key}, which is no permission`)
  }
  if ('days' in people.keep)
    faults.push(...missing(people.keep.after, 'its term'), ...wordless(name, declared))
  return [...faults, ...eraseFaults(name, people.erase, table, missing)]
}

function throughFaults(
  name: string,
  link: { through: string; columns: string[] },
  table: CatalogueTable | undefined,
): string[] {
  const keys = (table?.constraints ?? []).filter(
    ({ kind, references }) => kind === 'f' && references === link.through,
  )
  const fits = keys.some(({ definition }) => link.columns.every(column => definition.includes(column)))
  return fits ? [] : [`${name}: no foreign key to ${link.through} by ${link.columns.join(', ')}`]
}

function wordless(name: string, declared: TableDeclaration): string[] {
  const people = peopleTables({ [name]: declared })[name]
  try {
    if (people) keepWords(people)
    return []
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : error}`]
  }
}

type Missing = (column: string, what: string) => string[]
type EraseOf = NonNullable<TableDeclaration['people']>['erase']

function eraseFaults(
  name: string,
  erase: EraseOf,
  table: CatalogueTable | undefined,
  missing: Missing,
): string[] {
  const may = new Set(table?.grants.map(({ privilege }) => privilege))
  if (erase === 'delete')
    return may.has('DELETE') ? [] : [`${name}: to be deleted, but the application may not`]
  if ('cascade' in erase) {
    const goesAlong = table?.constraints.some(
      ({ kind, references, definition }) =>
        kind === 'f' && references === erase.cascade && definition.includes('ON DELETE CASCADE'),
    )
    return goesAlong ? [] : [`${name}: no foreign key takes it along with ${erase.cascade}`]
  }
  if ('stays' in erase) return []
  const blanks = Object.entries(erase.blank)
  return [
    ...(may.has('UPDATE') ? [] : [`${name}: to be blanked, but the application may not`]),
    ...blanks.flatMap(([column]) => missing(column, 'its erasure')),
    ...blanks
      .filter(
        ([column, value]) => value === null && !table?.columns.find(one => one.name === column)?.nullable,
      )
      .map(([column]) => `${name}.${column}: to be emptied, but it can not be empty`),
  ]
}

// A row that an erasure leaves must not hang on one that it takes: the erasure would fail, or take it along unsaid.
function dependentFaults(tables: Record<string, TableDeclaration>, catalogue: Catalogue): string[] {
  const people = peopleTables(tables)
  const goes = (name: string) => {
    const erase = people[name]?.people.erase
    return erase === 'delete' || (typeof erase === 'object' && 'cascade' in erase)
  }
  return catalogue.tables.flatMap(table => {
    const name = tableName(table)
    const erase = people[name]?.people.erase
    if (goes(name) || (typeof erase === 'object' && 'stays' in erase)) return []
    const blanked = typeof erase === 'object' && 'blank' in erase ? Object.keys(erase.blank) : []
    return table.constraints
      .filter(({ kind, references }) => kind === 'f' && references !== null && goes(references))
      .filter(({ definition }) => !definition.includes('ON DELETE SET NULL'))
      .filter(({ definition }) => !blanked.some(column => definition.includes(column)))
      .map(
        ({ references }) =>
          `${name}: refers to ${references}, whose rows an erasure takes, and is not found with them`,
      )
  })
}

function sliceFaults(slice: Slice, tables: Record<string, TableDeclaration>): string[] {
  const { personalData: data, name } = slice
  const defined = Object.values(data.tables).some(table => Object.values(table.columns).includes('defined'))
  const isEmpty = Object.keys(data.tables).length === 0
  return [
    ...jobFaults(slice),
    ...(defined && !data.sources?.length
      ? [`${name}: has columns that workspaces define, but no source`]
      : []),
    ...(isEmpty && !data.nothing ? [`${name}: holds nothing, and does not say why`] : []),
    ...(!isEmpty && data.nothing ? [`${name}: says that it holds nothing, and has tables`] : []),
    ...Object.entries(data.objects)
      .filter(([, { store }]) => !(store in tables))
      .map(([kind, { store }]) => `${kind}: its owners are said to be in ${store}, which is no table`),
  ]
}

function jobFaults({ jobs, personalData }: Slice): string[] {
  const declared = personalData.jobs
  return [
    ...jobs.filter(job => !(job.name in declared)).map(job => `${job.name}: its payload is not declared`),
    ...Object.keys(declared)
      .filter(name => !jobs.some(job => job.name === name))
      .map(name => `${name}: declared, but there is no such job`),
    ...jobs.flatMap(job => payloadFaults(job.name, job.payload, declared[job.name] ?? {})),
  ]
}

// Free text has no place in a payload: what is no id must be a number, a choice, or text of a fixed form.
function payloadFaults(name: string, payload: z.ZodType, declared: Record<string, string>): string[] {
  const { properties = {} } = z.toJSONSchema(payload, { unrepresentable: 'any' }) as {
    properties?: Record<
      string,
      { type?: string; format?: string; pattern?: string; enum?: unknown; items?: object }
    >
  }
  return [
    ...Object.keys(properties)
      .filter(key => !(key in declared))
      .map(key => `${name}.${key}: not declared`),
    ...Object.keys(declared)
      .filter(key => !(key in properties))
      .map(key => `${name}.${key}: declared, but not in the payload`),
    ...Object.entries(properties).flatMap(([key, schema]) => {
      const one = schema.type === 'array' ? (schema.items as typeof schema) : schema
      const fixed = one.format !== undefined || one.pattern !== undefined || one.enum !== undefined
      const plain = ['integer', 'number', 'boolean', 'null'].includes(one.type ?? '')
      return fixed || plain ? [] : [`${name}.${key}: takes any text, and with it a name or an address`]
    }),
  ]
}

/** A document as it is stored. */
export interface StoredDocument {
  table: string
  column: string
  document: unknown
}

/** Leaves of JSON that are stored and that no declaration speaks of. */
export function leafFaults(slices: Slice[], stored: StoredDocument[]): string[] {
  const tables: Record<string, TableDeclaration> = Object.assign(
    {},
    ...slices.map(slice => slice.personalData.tables),
  )
  const faults = stored.flatMap(({ table, column, document }) => {
    const said = tables[table]?.columns[column]
    if (typeof said !== 'object' || !('json' in said)) return []
    return leavesOf(document)
      .filter(({ path }) => path.length > 0 && declaredLeaf(said.json, path) === undefined)
      .map(({ path }) => `${table}.${column}: the leaf ${path.join('.')} is not declared`)
  })
  return [...new Set(faults)]
}

/** Kinds of owners of objects that are in use and not declared, or declared and named nowhere in the source. */
export function objectFaults(slices: Slice[], used: string[], source: string): string[] {
  const declared = Object.assign(
    {},
    ...slices.map(slice => slice.personalData.objects),
  ) as PersonalData['objects']
  return [
    ...used.filter(kind => !(kind in declared)).map(kind => `${kind}: owns objects, and is not declared`),
    ...Object.keys(declared)
      .filter(kind => !source.includes(`'${kind}'`))
      .map(kind => `${kind}: declared, but nothing keeps objects under it`),
  ]
}
