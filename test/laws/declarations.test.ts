import { readFileSync } from 'node:fs'
import { text } from '@helder/words'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Catalogue, readCatalogue, tableName } from '../../server/src/core/data/catalogue.ts'
import { job } from '../../server/src/core/jobs/jobs.ts'
import type { PersonalData, TableDeclaration } from '../../server/src/core/personal-data.ts'
import type { Slice } from '../../server/src/core/slice.ts'
import { slices } from '../../server/src/slices.ts'
import { openWorld, type World } from '../support/world.ts'
import { declarationFaults, leafFaults, objectFaults, type StoredDocument } from './declarations.ts'
import { sourceFiles } from './imports.ts'

let world: World
let owner: pg.Client
let catalogue: Catalogue
beforeAll(async () => {
  world = await openWorld()
  owner = await world.ownerClient()
  catalogue = await readCatalogue(owner)
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

// Everything in the filled world, of both clients and the operator.
async function storedDocuments(): Promise<StoredDocument[]> {
  const stored: StoredDocument[] = []
  for (const table of catalogue.tables) {
    const columns = table.columns.filter(({ type }) => type === 'jsonb' || type === 'json')
    for (const column of columns) {
      for (const workspaceId of [
        world.platform.workspaceId,
        world.bakery.workspaceId,
        world.school.workspaceId,
      ]) {
        await owner.query("select set_config('app.workspace', $1, false)", [workspaceId])
        const { rows } = await owner.query<{ document: unknown }>(
          `select ${column.name} as document from ${tableName(table)} where ${column.name} is not null`,
        )
        stored.push(
          ...rows.map(row => ({ table: tableName(table), column: column.name, document: row.document })),
        )
      }
    }
  }
  return stored
}

async function usedKinds(): Promise<string[]> {
  const kinds = new Set<string>()
  for (const workspaceId of [
    world.platform.workspaceId,
    world.bakery.workspaceId,
    world.school.workspaceId,
  ]) {
    await owner.query("select set_config('app.workspace', $1, false)", [workspaceId])
    const { rows } = await owner.query<{ kind: string }>(
      'select distinct owner_kind as kind from objects.uses',
    )
    for (const { kind } of rows) kinds.add(kind)
  }
  return [...kinds]
}

const source = () =>
  sourceFiles(process.cwd(), ['server'])
    .filter(path => !path.endsWith('personal-data.ts'))
    .map(path => readFileSync(path, 'utf8'))
    .join('\n')

describe('what is held about people', () => {
  it('is declared for every column, job and kind of object, and nothing is declared that is not there', async () => {
    expect(declarationFaults(slices, catalogue)).toEqual([])
    expect(objectFaults(slices, await usedKinds(), source())).toEqual([])
  })

  it('is declared for every leaf of JSON that is stored', async () => {
    const stored = await storedDocuments()
    expect(stored.length).toBeGreaterThan(10)
    expect(leafFaults(slices, stored)).toEqual([])
  })
})

const words = text('iets', 'something')

// The mail slice with something changed in what it says.
function changed(change: (data: PersonalData) => Partial<PersonalData>, extra: Partial<Slice> = {}): Slice[] {
  return slices.map(slice =>
    slice.name === 'mail'
      ? { ...slice, ...extra, personalData: { ...slice.personalData, ...change(slice.personalData) } }
      : slice,
  )
}

function changedTable(change: (table: TableDeclaration) => TableDeclaration): Slice[] {
  return changed(({ tables }) => {
    const table = tables['mail.messages']
    return table ? { tables: { ...tables, 'mail.messages': change(table) } } : {}
  })
}

type People = NonNullable<TableDeclaration['people']>
const changedPeople = (change: Partial<People>) =>
  changedTable(table => ({ ...table, people: { ...(table.people as People), ...change } }))
const without = (column: string) =>
  changedTable(table => ({
    ...table,
    columns: Object.fromEntries(Object.entries(table.columns).filter(([name]) => name !== column)),
  }))
const loose = job('mail.loose', z.object({ note: z.string() }), async () => {})

describe('the law of declarations sees', () => {
  it.each<[string, () => Slice[], RegExp]>([
    ['a column that nobody declared', () => without('subject'), /mail\.messages\.subject: not declared/],
    [
      'a declared column that is gone',
      () => changedTable(table => ({ ...table, columns: { ...table.columns, gone: 'plain' } })),
      /gone: declared, but/,
    ],
    [
      'a table that nobody declared',
      () => changed(() => ({ tables: {} })),
      /mail\.messages: the table is not declared/,
    ],
    [
      'a declared table that is gone',
      () =>
        changed(({ tables }) => ({ tables: { ...tables, 'mail.drafts': { about: words, columns: {} } } })),
      /mail\.drafts: declared, but/,
    ],
    [
      'personal columns without a person',
      () => changedTable(({ people: _people, ...table }) => table),
      /nobody is said to be in it/,
    ],
    [
      'a link by a column that is not there',
      () => changedPeople({ links: [{ email: 'recipient' }] }),
      /names the column recipient/,
    ],
    [
      'a term by a column that is not there',
      () => changedPeople({ keep: { days: 1, after: 'left_at' } }),
      /left_at/,
    ],
    ['a person that nothing leads to', () => changedPeople({ links: [] }), /nothing leads to the person/],
    [
      'a cascade that no key makes',
      () => changedPeople({ erase: { cascade: 'identity.accounts' } }),
      /no foreign key takes it along/,
    ],
    [
      'a blank in a column that can not be empty',
      () => changedPeople({ erase: { blank: { subject: null }, because: words } }),
      /subject: to be emptied/,
    ],
    [
      'a permission that is none',
      () => changedPeople({ seenWith: ['mail.peek'] }),
      /mail\.peek, which is no permission/,
    ],
    [
      'two columns that read the same',
      () =>
        changedTable(table => ({
          ...table,
          columns: { ...table.columns, subject: { personal: 'content' }, text_body: { personal: 'content' } },
        })),
      /both shown as/,
    ],
    [
      'a job that nobody declared',
      () => changed(() => ({ jobs: {} })),
      /mail\.deliver: its payload is not declared/,
    ],
    [
      'a leaf of a payload that nobody declared',
      () => changed(() => ({ jobs: { 'mail.deliver': {} } })),
      /messageId: not declared/,
    ],
    [
      'a payload that takes any text',
      () =>
        changed(({ jobs }) => ({ jobs: { ...jobs, 'mail.loose': { note: 'plain' } } }), {
          jobs: [...(slices.find(slice => slice.name === 'mail')?.jobs ?? []), loose],
        }),
      /mail\.loose\.note: takes any text/,
    ],
    [
      'a kind of object whose owners are nowhere',
      () => changed(() => ({ objects: { 'mail.file': { store: 'mail.files', about: words } } })),
      /mail\.files, which is no table/,
    ],
  ])('%s', (_what, plant, expected) => {
    expect(declarationFaults(plant(), catalogue)).toEqual(
      expect.arrayContaining([expect.stringMatching(expected)]),
    )
  })

  it('a leaf of JSON that nobody declared', () => {
    const stored = [{ table: 'audit.entries', column: 'detail', document: { who: { is: { it: 'Jan' } } } }]
    expect(leafFaults(slices, stored)).toEqual(['audit.entries.detail: the leaf who.is.it is not declared'])
  })

  it('objects under a kind that nobody declared, and a kind that nothing uses', () => {
    const unused = changed(() => ({ objects: { 'mail.file': { store: 'mail.messages', about: words } } }))
    expect(objectFaults(unused, ['mail.picture'], source())).toEqual([
      'mail.picture: owns objects, and is not declared',
      'mail.file: declared, but nothing keeps objects under it',
    ])
  })

  it('a row that stays and hangs on one that goes', async () => {
    await owner.query('begin')
    await owner.query(`create table mail.receipts (workspace_id uuid, message_id uuid, primary key (workspace_id, message_id),
      foreign key (workspace_id, message_id) references mail.messages)`)
    const after = await readCatalogue(owner)
    await owner.query('rollback')
    expect(declarationFaults(slices, after)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/mail\.receipts: refers to mail\.messages, whose rows an erasure takes/),
      ]),
    )
  })
})
