import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OperatorError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { type Keys, openKeys } from '../../core/keys.ts'
import { beginning, canonical, type Ledger, type LedgerBody, openLedger } from './ledger.ts'

let root: string
let keys: Keys
let folders: string[]
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'helder-ledger-'))
  keys = openKeys(join(root, 'keys'))
  folders = [join(root, 'one'), join(root, 'two')]
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const body = (): LedgerBody => ({
  kind: 'erasure',
  at: '2026-11-22T10:00:00.000Z',
  workspaceId: newId(),
  requestId: newId(),
  request: {
    requestId: newId(),
    number: 1,
    language: 'nl',
    origin: 'http://studio.localhost',
    secretHash: 'a',
    receivedAt: '2026-11-20T10:00:00.000Z',
    verifiedAt: null,
    dueOn: null,
    decidedAt: null,
  },
  keys: ['k'],
  gone: { 'identity.accounts': ['x'] },
  stores: [],
})

const file = (index = 0) => join(folders[index] ?? '', 'erasures.jsonl')
const lines = (index = 0) => readFileSync(file(index), 'utf8').split('\n')
const open = (position = beginning) => openLedger(folders, keys, position)

function fill(count: number): Ledger {
  const ledger = open()
  for (let line = 0; line < count; line++) ledger.append(ledger.prepare(body()))
  return ledger
}

const said = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof OperatorError) return error.text.en
    throw error
  }
  return 'nothing'
}

describe('a ledger', () => {
  it('remembers what was added, in both folders, each line tied to the one before', () => {
    const { head } = fill(3)
    expect(open(head)).toMatchObject({ head: { sequence: 3 }, repairs: [] })
    expect(lines(0)).toEqual(lines(1))
    const [, first = '', second = ''] = lines()
    expect(JSON.parse(second).previous).toBe(JSON.parse(first).hash)
  })

  it('gives the same hash however the keys of an entry are ordered', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}')
  })

  it('drops a line that was never finished, which no database can know', () => {
    const { head } = fill(2)
    appendFileSync(file(0), '{"kind":"erasure","sequ')
    const ledger = open(head)
    expect(ledger).toMatchObject({ head, repairs: [expect.stringContaining('never finished')] })
    ledger.append(ledger.prepare(body()))
    expect(open(ledger.head).repairs).toEqual([])
  })

  it('refuses when the line that was cut off is one that the database knows', () => {
    const { head } = fill(2)
    for (const index of [0, 1]) {
      const content = readFileSync(file(index), 'utf8')
      writeFileSync(file(index), content.slice(0, content.length - 20))
    }
    expect(said(() => open(head))).toMatch(/has 1 lines, but the database knows 2/)
  })

  it('brings a folder that missed lines up to date, and makes one that is gone', () => {
    const before = fill(1)
    const alone = openLedger(folders.slice(0, 1), keys, before.head)
    alone.append(alone.prepare(body()))
    expect(open(alone.head).repairs).toEqual([expect.stringContaining('1 lines were brought over')])
    rmSync(folders[0] ?? '', { recursive: true })
    expect(open(alone.head).repairs).toEqual([expect.stringContaining('made anew')])
    expect(lines(0)).toEqual(lines(1))
  })

  it('mends a damaged copy from a sound one, and keeps the damaged one aside', () => {
    const { head } = fill(3)
    const damaged = lines(1)
    damaged[2] = damaged[2]?.replace('"k"', '"j"') ?? ''
    writeFileSync(file(1), damaged.join('\n'))
    expect(open(head).repairs).toEqual([expect.stringContaining('made anew')])
    expect(lines(1)).toEqual(lines(0))
    expect(readdirSync(folders[1] ?? '').some(name => name.includes('.damaged-'))).toBe(true)
  })

  it('refuses a change in the past when there is no sound copy', () => {
    folders = folders.slice(0, 1)
    const { head } = fill(3)
    const changed = lines()
    changed[1] = changed[1]?.replace('"k"', '"j"') ?? ''
    writeFileSync(file(), changed.join('\n'))
    expect(said(() => open(head))).toMatch(/is damaged after line 0/)
  })

  it('refuses when it is gone altogether', () => {
    const { head } = fill(2)
    for (const folder of folders) rmSync(folder, { recursive: true })
    expect(said(() => open(head))).toMatch(/has 0 lines, but the database knows 2/)
  })

  it('refuses a ledger of another installation, by its past and by its key', () => {
    const { head } = fill(1)
    expect(said(() => open({ ...head, hash: 'other' }))).toMatch(/does not belong to this database/)
    rmSync(join(root, 'keys'), { recursive: true })
    keys = openKeys(join(root, 'keys'))
    expect(said(() => open(head))).toMatch(/key ‘ledger’/)
  })

  it('refuses two copies that contradict each other', () => {
    fill(2)
    rmSync(folders[1] ?? '', { recursive: true })
    folders.reverse()
    const other = openLedger(folders.slice(0, 1), keys, beginning)
    other.append(other.prepare(body()))
    expect(said(() => open())).toMatch(/contradict each other/)
  })

  it('is begun where there was none, and stays empty without an erasure', () => {
    expect(open().head).toEqual(beginning)
    expect(existsSync(file(1))).toBe(true)
    expect(lines()).toHaveLength(2)
  })
})
