import { type Text, text } from '@helder/words'

/** Helder's own roles. The last three exist in the operator's workspace only. */
export const builtInRoles = {
  owner: text('Eigenaar', 'Owner'),
  manager: text('Beheerder', 'Manager'),
  developer: text('Bouwer', 'Developer'),
  editor: text('Redacteur', 'Editor'),
  expert: text('Expert', 'Expert'),
  teacher: text('Docent', 'Teacher'),
  support: text('Ondersteuning', 'Support'),
  admin: text('Platformbeheer', 'Platform admin'),
  administration: text('Administratie', 'Administration'),
} as const satisfies Record<string, Text>

/** One of Helder's own roles. */
export type BuiltInRole = keyof typeof builtInRoles

/** The roles that only staff of the operator can have. */
export const staffRoles: readonly BuiltInRole[] = ['support', 'admin', 'administration']

/** Something that a member may do. */
export interface Permission {
  /** `slice.noun.verb`, where the verb is `read` or `write` unless the trade has a better word. */
  key: string
  name: Text
  /** Helder's own roles that have it from the start; the owner of a workspace has all of its kind. */
  roles: BuiltInRole[]
  /** Means something in the operator's workspace only. */
  platform?: true
}

/** A role as it stands in the database: Helder's own have a key and follow the code, others a list. */
export interface RoleRow {
  key: string | null
  permissions: string[]
}

/** Whether a string names one of Helder's own roles. */
export function isBuiltInRole(key: string): key is BuiltInRole {
  return key in builtInRoles
}

/** What a role may do. A permission that a later version adds comes to Helder's own roles by itself. */
export function permissionsOf(role: RoleRow, all: Permission[], isPlatform: boolean): Set<string> {
  const possible = all.filter(permission => isPlatform || !permission.platform)
  const { key } = role
  if (key === null) {
    const named = new Set(role.permissions)
    return keysOf(possible.filter(permission => named.has(permission.key)))
  }
  if (key === 'owner') return keysOf(possible)
  return keysOf(possible.filter(permission => (permission.roles as string[]).includes(key)))
}

/** What staff may do in a client's workspace during a support session: look, and nothing else. */
export function supportPermissions(all: Permission[]): Set<string> {
  return keysOf(all.filter(permission => permission.key.endsWith('.read') && !permission.platform))
}

function keysOf(permissions: Permission[]): Set<string> {
  return new Set(permissions.map(permission => permission.key))
}

/** The longest that a support session lasts. */
export const supportSessionMinutes = 60

const reserved = new Set([
  'www',
  'studio',
  'api',
  'admin',
  'mail',
  'preview',
  'platform',
  'static',
  'assets',
  'helder',
])

/** The form of a slug, which becomes part of addresses: a letter or digit, then letters, digits and dashes. */
export const slugPattern = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/

/** Whether a slug may be used for something that people name themselves. `--` is kept for previews. */
export function isFreeSlug(slug: string): boolean {
  return slugPattern.test(slug) && !slug.includes('--') && !reserved.has(slug)
}

/** Makes a slug of a name: `Kwekerij De Zon` becomes `kwekerij-de-zon`. */
export function slugFrom(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
