import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

/** An import as it stands in a file: who imports what, and whether only types come over. */
export interface Import {
  from: string
  /** A path within the project, or the name of a package. */
  to: string
  typeOnly: boolean
}

const sourceFile = /\.(ts|tsx)$/

/** All source files of the project, tests left out, relative to its root. */
export function sourceFiles(
  root: string,
  folders = ['server', 'studio', 'visitor', 'sandbox', 'packages'],
): string[] {
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && sourceFile.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map(entry => relative(root, join(entry.parentPath, entry.name)))
      .filter(path => !path.includes('node_modules')),
  )
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The imports of a source text. */
export function importsOf(path: string, source: string): Import[] {
  const fixed = [...source.matchAll(statement)].map(match => ({
    to: match[2] ?? '',
    typeOnly: match[1] !== undefined,
  }))
  const later = [...source.matchAll(dynamic)].map(match => ({ to: match[1] ?? '', typeOnly: false }))
  return [...fixed, ...later].map(({ to, typeOnly }) => ({ from: path, to: resolved(path, to), typeOnly }))
}

function resolved(from: string, to: string): string {
  if (to.startsWith('.')) return normalize(join(dirname(from), to))
  const ours = /^@helder\/(server|studio|visitor|sandbox)\/(.+)$/.exec(to)
  return ours ? `${ours[1]}/src/${ours[2]}.ts` : to
}

/** The imports of the whole project. */
export function readImports(root: string): Import[] {
  return sourceFiles(root).flatMap(path => importsOf(path, readFileSync(join(root, path), 'utf8')))
}

/** Calls between slices that were decided on; see docs/decisions. Grows only by a decision record. */
const declaredCalls = new Set([
  'records → privacy',
  'sites → records',
  'shop → sites',
  'learn → sites',
  'office → shop',
  'billing → office',
])

const roleOrder = ['schema', 'rules', 'store', 'actions', 'jobs', 'routes', 'index']

/** What is wrong with an import; null when nothing is. */
export function faultOf({ from, to, typeOnly }: Import): string | null {
  const here = placeOf(from)
  const there = placeOf(to)
  const rule = rules.find(candidate => candidate.breaks(here, there, typeOnly, to))
  return rule ? `${from} → ${to}: ${rule.says}` : null
}

interface Place {
  program: 'server' | 'studio' | 'visitor' | 'sandbox' | 'package' | 'outside'
  /** `core`, a slice, `ui` in the studio, or a package's name. */
  area: string
  noun: string
  role: string
}

function placeOf(path: string): Place {
  const [top = '', second = '', ...rest] = path.split('/')
  const role = (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '')
  if (top === 'packages') return { program: 'package', area: second, noun: '', role }
  if (second !== 'src' || !['server', 'studio', 'visitor', 'sandbox'].includes(top)) {
    return { program: 'outside', area: path.startsWith('@helder/') ? path : '', noun: '', role }
  }
  const isFolder = rest.length > 1
  const noun = rest.slice(0, -1).join('/')
  return { program: top as Place['program'], area: isFolder ? (rest[0] ?? '') : '', noun, role }
}

interface Rule {
  says: string
  breaks(from: Place, to: Place, typeOnly: boolean, toPath: string): boolean
}

const isSlice = (place: Place) =>
  place.program === 'server' && !['', 'core', 'cli', 'seed'].includes(place.area)
const browserSafe = new Set(['schema', 'rules'])

const rules: Rule[] = [
  {
    says: 'a package knows nothing but packages, and does no input or output',
    breaks: (from, to, _typeOnly, path) =>
      from.program === 'package' &&
      (['server', 'studio', 'visitor', 'sandbox'].includes(to.program) || path.startsWith('node:')),
  },
  {
    says: 'core knows no slice',
    breaks: (from, to) =>
      from.program === 'server' &&
      from.area === 'core' &&
      (isSlice(to) || (to.program === 'server' && ['cli', 'seed', ''].includes(to.area))),
  },
  {
    says: 'a slice is entered through its index, along a declared call',
    breaks: (from, to) =>
      isSlice(from) &&
      isSlice(to) &&
      from.area !== to.area &&
      (to.noun !== to.area || to.role !== 'index' || !declaredCalls.has(`${from.area} → ${to.area}`)),
  },
  {
    says: 'within a noun the order is routes, jobs → actions → store → rules → schema',
    breaks: (from, to) =>
      from.program === 'server' &&
      to.program === 'server' &&
      from.noun === to.noun &&
      roleOrder.includes(from.role) &&
      roleOrder.includes(to.role) &&
      roleOrder.indexOf(to.role) > roleOrder.indexOf(from.role) &&
      // A schema checks values by the rules of its noun.
      !(from.role === 'schema' && to.role === 'rules'),
  },
  {
    says: 'rules and schemas are pure: they run in a browser too',
    breaks: (from, to, typeOnly, path) =>
      from.program === 'server' &&
      browserSafe.has(from.role) &&
      !typeOnly &&
      (path.startsWith('node:') ||
        (to.program === 'server' && !pureFiles.test(path) && !browserSafe.has(to.role))),
  },
  {
    says: 'actions know no HTTP',
    breaks: (from, to, typeOnly) =>
      from.role === 'actions' &&
      from.program === 'server' &&
      !typeOnly &&
      to.area === 'core' &&
      to.noun === 'core/http',
  },
  {
    says: 'the browser takes only schemas, rules and personal-data categories from the server',
    breaks: (from, to, typeOnly, path) =>
      (from.program === 'studio' || from.program === 'visitor') &&
      to.program === 'server' &&
      !typeOnly &&
      !browserSafe.has(to.role) &&
      !pureFiles.test(path),
  },
  {
    says: 'slices of the studio are apart; they share core and ui',
    breaks: (from, to) =>
      from.program === 'studio' &&
      to.program === 'studio' &&
      !['', 'core', 'ui', to.area].includes(from.area) &&
      !['core', 'ui', from.area].includes(to.area),
  },
  {
    says: 'ui knows no network',
    breaks: (from, to, typeOnly, path) =>
      from.program === 'studio' &&
      from.area === 'ui' &&
      !typeOnly &&
      (to.program === 'server' ||
        path === '@helder/client' ||
        path === '@tanstack/react-query' ||
        (to.program === 'studio' && to.area !== 'ui')),
  },
  {
    says: 'studio, visitor and sandbox do not know each other',
    breaks: (from, to) =>
      ['studio', 'visitor', 'sandbox'].includes(from.program) &&
      ['studio', 'visitor', 'sandbox'].includes(to.program) &&
      from.program !== to.program,
  },
]

// Pure files of core that schemas and rules may use: values and checks, no input or output.
const pureFiles = /^server\/src\/core\/(errors|personal-data|http\/validation)\.ts$/
