import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './imports.ts'

/** A source file of the server. */
export interface Source {
  path: string
  text: string
}

/** The source files of the server, tests left out. */
export function serverSources(root: string): Source[] {
  return sourceFiles(root, ['server']).map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

// How a statement names a table: through the query builder, or in SQL of its own.
const built =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|innerJoin|leftJoin|rightJoin|fullJoin|using|sql\.table)\(\s*\[?\s*['"]([a-z_]+)\.([a-z_]+)/g
const written = /\b(?:from|join|into|update)\s+([a-z_]+)\.([a-z_]+)\b/g

/** Files of a slice that speak SQL outside a store, and statements that name tables of somebody else. */
export function statementFaults(sources: Source[], schemas: Set<string>): string[] {
  return sources.flatMap(source => {
    const named = tablesNamed(source.text).filter(({ schema }) => schemas.has(schema))
    const home = homeOf(source.path)
    const foreign = named.filter(
      ({ schema }) => home !== null && schema !== home && !isKeeper(source.path, schema),
    )
    return [
      ...foreign.map(({ schema, table }) => `${source.path}: names ${schema}.${table}, which is not its own`),
      ...(named.length > 0 && !maySpeak(source.path) ? [`${source.path}: speaks SQL outside a store`] : []),
    ]
  })
}

function tablesNamed(text: string): { schema: string; table: string }[] {
  const code = text.replace(/^\s*(?:\/\/|\*).*$/gm, '')
  const found = [...code.matchAll(built), ...code.matchAll(written)]
  return found.map(match => ({ schema: match[1] ?? '', table: match[2] ?? '' }))
}

// The schema of a slice, or of an area of core, has the same word as its folder.
function homeOf(path: string): string | null {
  const match = /^server\/src\/(?:core\/)?([a-z-]+)\//.exec(path)
  return match?.[1] ?? null
}

/** Parts of core that keep something for all slices, with the tables that they may name. */
const keepers: [prefix: string, schema: string][] = [
  ['server/src/core/data/', 'core'],
  ['server/src/core/jobs/', 'graphile_worker'],
]

function isKeeper(path: string, schema: string): boolean {
  return keepers.some(([prefix, own]) => path.startsWith(prefix) && own === schema)
}

// Core's smallest areas are one file: their statements stand with what they are for.
function maySpeak(path: string): boolean {
  return path.endsWith('/store.ts') || path.startsWith('server/src/core/')
}
