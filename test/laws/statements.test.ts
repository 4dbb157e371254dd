import { describe, expect, it } from 'vitest'
import { serverSources, statementFaults } from './statements.ts'

const schemas = new Set([
  'mail',
  'identity',
  'records',
  'privacy',
  'sites',
  'tenancy',
  'objects',
  'audit',
  'core',
])

describe('a store', () => {
  it('names tables of its own schema only, and nothing else in a slice speaks SQL', () => {
    const sources = serverSources(process.cwd())
    expect(sources.filter(({ path }) => path.endsWith('/store.ts')).length).toBeGreaterThan(8)
    expect(statementFaults(sources, schemas)).toEqual([])
  })

  it.each([
    [
      'a table of another slice',
      'server/src/sites/files/store.ts',
      "tx.db.selectFrom('records.records as r')",
      /names records\.records/,
    ],
    [
      'another slice in SQL of its own',
      'server/src/sites/files/store.ts',
      'sql`select 1 from records.records`',
      /names records\.records/,
    ],
    [
      'another slice in a join',
      'server/src/sites/files/store.ts',
      "q.innerJoin(\n  'identity.accounts', 'a', 'b')",
      /names identity\.accounts/,
    ],
    [
      'SQL in an action',
      'server/src/records/rows/actions.ts',
      "tx.db.deleteFrom('records.bin')",
      /outside a store/,
    ],
    [
      'an area of core that reaches for a slice',
      'server/src/core/mail/store.ts',
      "db.selectFrom('records.records')",
      /names records\.records/,
    ],
  ])('is seen to reach for %s', (_what, path, text, expected) => {
    expect(statementFaults([{ path, text }], schemas)).toEqual(
      expect.arrayContaining([expect.stringMatching(expected)]),
    )
  })

  it('may speak of what it likes in a comment', () => {
    const text = '// Taken from records.records.\n/**\n * comes from records.records\n */'
    expect(statementFaults([{ path: 'server/src/sites/files/rules.ts', text }], schemas)).toEqual([])
  })
})
