import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../../core/ctx.ts'
import { keepObject } from '../../core/objects/objects.ts'
import type { FoundItem, SubjectKeys } from '../../core/personal-data.ts'
import { liveForm, makeCollection, makeRecord, markPublished, pinContent, submit } from '../index.ts'
import { changeRecord } from '../rows/actions.ts'
import { recordsSource, storeOf } from './source.ts'
import { revisionsOf } from './store.ts'

let world: World
let bakery: Ctx
let siteId: string
beforeAll(async () => {
  world = await openWorld()
  bakery = world.ctx(world.bakery.workspaceId)
  siteId = world.bakery.ids.siteId ?? ''
})
afterAll(() => world?.close())

const words = (nl: string) => ({ nl, en: nl })
const keysOf = (...emails: string[]): SubjectKeys => ({ emails: new Set(emails), accounts: new Set() })
const find = (ctx: Ctx, ...emails: string[]): Promise<FoundItem[]> =>
  ctx.read(tx => recordsSource.find(tx, keysOf(...emails)))

async function send(email: string, name = 'Iemand'): Promise<string> {
  const definition = await bakery.read(tx => liveForm(tx, siteId, 'contact'))
  if (definition === null) throw new Error('no form')
  return submit(bakery, { definition, values: { name, email, message: 'Hallo' } })
}

describe('what is held about a person in forms', () => {
  it('is found by the address itself, not by one that resembles it', async () => {
    const own = await send('Anna@visitor.example')
    await send('hanna@visitor.example')
    await send('ánna@visitor.example')
    const found = await find(bakery, 'anna@visitor.example')
    expect(found.map(item => item.id)).toEqual([own])
    expect(found[0]).toMatchObject({
      facts: [
        { field: 'name', label: { nl: 'Naam', en: 'Name' }, category: 'contact.name', value: 'Iemand' },
        { field: 'email', category: 'contact.email', value: 'Anna@visitor.example' },
        { field: 'message', category: 'content', value: 'Hallo' },
      ],
      fate: { does: 'delete' },
    })
    expect(await bakery.read(tx => recordsSource.at(tx, found))).toEqual(found)
  })

  it('is erased with everything that hangs on it, and nobody else’s goes', async () => {
    const own = await send('bo@visitor.example')
    const witness = await send('cas@visitor.example')
    const [item] = await find(bakery, 'bo@visitor.example')
    await bakery.write(tx => recordsSource.erase(tx, item ? [item] : []))
    expect(await find(bakery, 'bo@visitor.example')).toEqual([])
    expect(await bakery.read(tx => revisionsOf(tx, own))).toEqual([])
    expect((await find(bakery, 'cas@visitor.example')).map(found => found.id)).toEqual([witness])
  })

  it('stays within the workspace: the same address elsewhere is another request', async () => {
    const school = world.ctx(world.school.workspaceId)
    const before = await find(school, 'vera@visitor.example')
    expect(before).toHaveLength(1)
    const items = await find(bakery, 'vera@visitor.example')
    await bakery.write(tx => recordsSource.erase(tx, items))
    expect(await find(bakery, 'vera@visitor.example')).toEqual([])
    expect(await find(school, 'vera@visitor.example')).toEqual(before)
  })

  it('is known by every address that occurs, so that an erasure can be repeated', async () => {
    await send('Dora@visitor.example')
    const { emails } = await bakery.read(tx => recordsSource.keys(tx))
    expect(emails).toContain('dora@visitor.example')
  })

  it('goes by itself after its term, and not before', async () => {
    const recordId = await send('oud@visitor.example')
    const later = (days: number) => ({ ...bakery, now: new Date(bakery.now.getTime() + days * 86_400_000) })
    const expireAt = (days: number) =>
      bakery.write(tx => recordsSource.expire({ ...tx, now: later(days).now }))
    await expireAt(89)
    expect((await find(bakery, 'oud@visitor.example')).map(item => item.id)).toEqual([recordId])
    const gone = await expireAt(91)
    expect(gone[storeOf(world.bakery.ids.contactId ?? '')]).toBeGreaterThan(0)
    expect(await find(bakery, 'oud@visitor.example')).toEqual([])
  })
})

describe('what is held about a person in content', () => {
  let team: string
  beforeAll(async () => {
    team = await makeCollection(bakery, {
      siteId,
      kind: 'content',
      key: 'columns',
      name: words('Columns'),
      fields: [
        { key: 'title', label: words('Titel'), type: 'text', privacy: { personal: false } },
        {
          key: 'author',
          label: words('Schrijver'),
          type: 'text',
          indexed: true,
          privacy: { personal: true, category: 'contact.name' },
        },
        {
          key: 'email',
          label: words('E-mailadres'),
          type: 'email',
          privacy: { personal: true, category: 'contact.email' },
        },
        {
          key: 'photo',
          label: words('Foto'),
          type: 'file',
          privacy: { personal: true, category: 'person.image' },
        },
      ],
      privacy: {
        subjectField: 'email',
        purpose: words('om te laten zien wie schreef'),
        erase: 'fields',
        keepDays: null,
      },
      settings: {},
    })
  })

  it('leaves the record and takes the person out of every revision of it', async () => {
    const object = await keepObject(bakery, Buffer.from('een portret'))
    const photo = { object, name: 'p.txt', sizeBytes: 11, mediaType: 'text/plain' }
    const recordId = await makeRecord(bakery, team, {
      title: 'Over brood',
      author: 'Floor Frans',
      email: 'floor@visitor.example',
      photo,
    })
    await bakery.write(async tx =>
      markPublished(tx, siteId, await pinContent(tx, siteId, { definitions: true, drafts: [recordId] })),
    )
    await changeRecord(bakery, recordId, {
      base: 1,
      values: { title: 'Over goed brood', author: 'F. Frans' },
    })
    const [item] = await find(bakery, 'floor@visitor.example')
    expect(item).toMatchObject({
      id: recordId,
      objects: [{ sha: object, name: 'p.txt' }],
      fate: { does: 'blank' },
    })
    await bakery.write(tx => recordsSource.erase(tx, item ? [item] : []))
    expect(await bakery.read(tx => revisionsOf(tx, recordId))).toEqual([
      { number: 1, values: { title: 'Over brood' } },
      { number: 2, values: { title: 'Over goed brood' } },
    ])
    expect(await find(bakery, 'floor@visitor.example')).toEqual([])
  })

  it('tells what it said before as well', async () => {
    const recordId = await makeRecord(bakery, team, {
      title: 'Nu',
      author: 'Guus',
      email: 'guus@visitor.example',
    })
    await changeRecord(bakery, recordId, {
      base: 1,
      values: { title: 'Nu', author: 'G.', email: 'guus@visitor.example' },
    })
    const [item] = await find(bakery, 'guus@visitor.example')
    expect(
      item?.facts.filter(fact => fact.field === 'author').map(fact => [fact.label.nl, fact.value]),
    ).toEqual([
      ['Schrijver', 'G.'],
      ['Schrijver (eerder)', 'Guus'],
    ])
  })

  it('is in the register, with why, how long and who sees it', async () => {
    const entries = await bakery.read(tx => recordsSource.register(tx))
    expect(entries.find(entry => entry.store === storeOf(team) && entry.field === 'author')).toMatchObject({
      category: 'contact.name',
      purpose: words('om te laten zien wie schreef'),
      seenWith: ['records.content.read'],
    })
    expect(entries.some(entry => entry.field === 'title')).toBe(false)
  })
})
