import { expect, it } from 'vitest'
import { inOrder, isWithinReach, type Role } from './role-words.ts'

const role = (key: string | null, name: string, permissions: string[] = []): Role => ({
  roleId: name,
  key,
  name: { nl: name, en: name },
  permissions,
  members: 0,
})

it('lists Helder’s own roles from the mightiest down, then others by name', () => {
  const roles = [
    role(null, 'Zzp’er'),
    role('teacher', 'Docent'),
    role('owner', 'Eigenaar'),
    role(null, 'Accountant'),
    role('editor', 'Redacteur'),
    role('manager', 'Beheerder'),
  ]
  expect(inOrder(roles, 'nl').map(({ roleId }) => roleId)).toEqual([
    'Eigenaar',
    'Beheerder',
    'Redacteur',
    'Docent',
    'Accountant',
    'Zzp’er',
  ])
})

it('keeps roles that may more than oneself out of reach', () => {
  const can = (permission: string) => ['tenancy.members.read', 'mail.read'].includes(permission)
  expect(isWithinReach(role('editor', 'x', ['mail.read']), can)).toBe(true)
  expect(isWithinReach(role('owner', 'x', ['mail.read', 'tenancy.members.write']), can)).toBe(false)
  expect(isWithinReach(role(null, 'x'), can)).toBe(true)
})
