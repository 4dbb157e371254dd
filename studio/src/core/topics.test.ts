import { expect, it } from 'vitest'
import { topicOf, touches } from './topics.ts'

it('gives a contract the topic of its slice', () => {
  expect(topicOf({ path: '/tenancy/members' })).toBe('tenancy')
  expect(topicOf({ path: '/me' })).toBe('me')
})

it.each([
  ['tenancy.member', 'tenancy', true],
  ['tenancy', 'tenancy.member', true],
  ['tenancy.member', 'tenancy.member', true],
  ['tenancy.member', 'tenancy.role', false],
  ['sites.release', 'tenancy', false],
  ['site', 'sites', false],
  ['sites.release', 'sites.releases', false],
])('a change in %s touches what is read under %s: %s', (changed, read, expected) => {
  expect(touches(changed, read)).toBe(expected)
})
