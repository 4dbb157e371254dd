import { describe, expect, it } from 'vitest'
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

describe('within reach', () => {
  const can = (permission: string) => ['tenancy.members.read', 'mail.read'].includes(permission)

  it('are roles that may no more than oneself', () => {
    const own = { can, isOwner: false }
    expect(isWithinReach(role('editor', 'x', ['mail.read']), own)).toBe(true)
    expect(isWithinReach(role(null, 'x'), own)).toBe(true)
    expect(isWithinReach(role(null, 'x', ['mail.read', 'tenancy.members.write']), own)).toBe(false)
  })

  it('is the role of owner for owners only, whatever it may', () => {
    expect(isWithinReach(role('owner', 'x', ['mail.read']), { can, isOwner: false })).toBe(false)
    expect(isWithinReach(role('owner', 'x', ['tenancy.members.write']), { can, isOwner: true })).toBe(true)
  })
})
