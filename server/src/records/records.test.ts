import { Problem } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../test/support/world.ts'
import * as mail from '../core/mail/schema.ts'
import * as collections from './collections/schema.ts'
import * as files from './files/schema.ts'
import {
  contentChanges,
  draftProblems,
  liveForm,
  markPublished,
  pinContent,
  pinDrafts,
  recordsAt,
  submit,
} from './index.ts'
import * as rows from './rows/schema.ts'
import * as submissions from './submissions/schema.ts'

let world: World
let siteId: string
let articles: string
let contact: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
  articles = world.bakery.ids.collectionId ?? ''
  contact = world.bakery.ids.contactId ?? ''
})
afterAll(() => world?.close())

const words = (nl: string, en = nl) => ({ nl, en })

async function refused(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch(error => error)
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome
}

async function newArticle(title: string, more: Record<string, unknown> = {}): Promise<string> {
  const { recordId } = await world
    .as('bakeryEditor')
    .call(rows.makeRecord, { params: { collectionId: articles }, body: { values: { title, ...more } } })
  return recordId
}

describe('a collection', () => {
  it('gets a next definition, and says when somebody was faster', async () => {
    const developer = world.as('bakeryDeveloper')
    const { collectionId } = await developer.call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'team',
        name: words('Ploeg', 'Team'),
        fields: [{ key: 'name', label: words('Naam'), type: 'text' }],
        privacy: null,
        settings: {},
      },
    })
    const { draft, problems } = await developer.call(collections.getCollection, { params: { collectionId } })
    expect(problems.map(problem => problem.path)).toEqual(['name'])
    const body = {
      name: draft.name,
      privacy: null,
      settings: {},
      fields: [
        ...draft.fields,
        { key: 'since', label: words('Sinds'), type: 'date' as const, indexed: true },
      ],
    }
    const { version } = await developer.call(collections.changeCollection, {
      params: { collectionId },
      body: { ...body, base: 1 },
    })
    expect(version).toBe(2)
    const late = await refused(
      developer.call(collections.changeCollection, { params: { collectionId }, body: { ...body, base: 1 } }),
    )
    expect(late.status).toBe(409)
  })

  it('refuses a second one with the same key, a field that changes its type, and a reference to nothing', async () => {
    const developer = world.as('bakeryDeveloper')
    const body = {
      siteId,
      kind: 'content' as const,
      key: 'articles',
      name: words('Dubbel'),
      fields: [],
      privacy: null,
      settings: {},
    }
    expect((await refused(developer.call(collections.makeCollection, { body }))).fields).toHaveProperty('key')
    const { draft, draftVersion } = await developer.call(collections.getCollection, {
      params: { collectionId: articles },
    })
    const change = (fields: typeof draft.fields) =>
      developer.call(collections.changeCollection, {
        params: { collectionId: articles },
        body: { name: draft.name, privacy: null, settings: {}, fields, base: draftVersion },
      })
    const retyped = draft.fields.map(field =>
      field.key === 'day' ? { key: 'day', label: field.label, type: 'text' as const } : field,
    )
    expect((await refused(change(retyped))).fields).toHaveProperty('day')
    const lost = [
      ...draft.fields,
      { key: 'by', label: words('Van'), type: 'reference' as const, collection: 'nobody' },
    ]
    expect((await refused(change(lost))).fields).toHaveProperty('by')
  })

  it('with a personal field that says nothing can not be published, and says which', async () => {
    const developer = world.as('bakeryDeveloper')
    const fields = [{ key: 'phone', label: words('Telefoon', 'Phone'), type: 'phone' as const }]
    const { collectionId } = await developer.call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'form',
        key: 'callback',
        name: words('Bel mij', 'Call me'),
        fields,
        privacy: null,
        settings: {},
      },
    })
    const undeclared = await developer.call(collections.getCollection, { params: { collectionId } })
    expect(undeclared.problems.map(problem => problem.path)).toEqual(['phone'])
    const declared = [
      { ...fields[0], privacy: { personal: true, category: 'contact.phone' } },
    ] as typeof undeclared.draft.fields
    const change = (base: number, keepDays: number | null) =>
      developer.call(collections.changeCollection, {
        params: { collectionId },
        body: {
          name: words('Bel mij'),
          settings: {},
          fields: declared,
          privacy: { subjectField: null, purpose: words('om te bellen'), keepDays },
          base,
        },
      })
    expect((await change(1, null)).problems.map(problem => problem.path)).toEqual(['privacy.keepDays'])
    expect((await change(2, 30)).problems).toEqual([])
    const { seenBy } = await developer.call(collections.getCollection, { params: { collectionId } })
    expect(seenBy.map(role => role.nl)).toEqual(['Eigenaar', 'Beheerder', 'Bouwer', 'Redacteur', 'Expert'])
  })

  it('says in lists how much waits, and by which field its records can be found', async () => {
    const editor = world.as('bakeryEditor')
    const developer = world.as('bakeryDeveloper')
    const make = (key: string, fields: { key: string; indexed?: boolean }[]) =>
      developer.call(collections.makeCollection, {
        body: {
          siteId,
          kind: 'content',
          key,
          name: words(key),
          fields: fields.map(field => ({ ...field, label: words(field.key), type: 'text' as const })),
          privacy: null,
          settings: { content: { single: key === 'lonely' } },
        },
      })
    const { collectionId } = await make('counted', [{ key: 'name', indexed: true }])
    await make('lonely', [{ key: 'name' }])
    for (const name of ['een', 'twee'])
      await editor.call(rows.makeRecord, { params: { collectionId }, body: { values: { name } } })
    const of = async (key: string) =>
      (await editor.call(collections.listCollections, { query: { siteId } })).find(row => row.key === key)
    expect(await of('counted')).toMatchObject({ records: 2, waiting: 2, searchBy: 'name', single: false })
    expect(await of('lonely')).toMatchObject({ records: 0, waiting: 0, searchBy: null, single: true })
    expect(await of('contact')).toMatchObject({ waiting: 0 })
    // Of the two articles of the world one is on the site as it is, and one is a draft.
    expect(await world.as('schoolOwner').call(collections.listCollections, {})).toContainEqual(
      expect.objectContaining({ key: 'articles', records: 2, waiting: 1, searchBy: 'title' }),
    )
  })

  it('goes for good only when its key is typed over, and may not be set up by an editor', async () => {
    const { collectionId } = await world.as('bakeryDeveloper').call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'passing',
        name: words('Even'),
        fields: [{ key: 'a', label: words('A'), type: 'text' }],
        privacy: null,
        settings: {},
      },
    })
    await world
      .as('bakeryEditor')
      .call(rows.makeRecord, { params: { collectionId }, body: { values: { a: 'x' } } })
    const remove = (key: string) =>
      world
        .as('bakeryDeveloper')
        .call(collections.removeCollection, { params: { collectionId }, query: { key } })
    expect((await refused(remove('pasing'))).status).toBe(422)
    await remove('passing')
    const forbidden = world
      .as('bakeryEditor')
      .call(collections.removeCollection, { params: { collectionId: articles }, query: { key: 'articles' } })
    expect((await refused(forbidden)).status).toBe(403)
  })
})

describe('a record', () => {
  it('is saved by revision: one person’s savings in a row are one, another’s are the next', async () => {
    const recordId = await newArticle('Versies')
    const save = (person: 'bakeryEditor' | 'bakeryManager', base: number, title: string) =>
      world.as(person).call(rows.changeRecord, { params: { recordId }, body: { base, values: { title } } })
    expect((await save('bakeryEditor', 1, 'Versies 1')).number).toBe(1)
    expect((await save('bakeryManager', 1, 'Versies 2')).number).toBe(2)
    expect((await refused(save('bakeryEditor', 1, 'Versies 3'))).status).toBe(409)
    const revisions = await world.as('bakeryEditor').call(rows.listRevisions, { params: { recordId } })
    expect(revisions.map(revision => [revision.number, revision.by])).toEqual([
      [2, 'Mats Meel'],
      [1, 'Eva Eclair'],
    ])
    const first = await world.as('bakeryEditor').call(rows.getRevision, { params: { recordId, number: 1 } })
    expect(first.values).toEqual({ title: 'Versies 1' })
  })

  it('is not saved over what the same person saved from another window', async () => {
    const editor = world.as('bakeryEditor')
    const values = (title: string) => ({ title })
    const made = await editor.call(rows.makeRecord, {
      params: { collectionId: articles },
      body: { values: values('Eerst') },
    })
    const params = { recordId: made.recordId }
    const here = { base: 1, savedAt: made.savedAt }
    // Both windows know what was made; time passes before the first of them saves.
    await new Promise(resolve => setTimeout(resolve, 5))
    const first = await editor.call(rows.changeRecord, { params, body: { values: values('Hier'), ...here } })
    expect(first.number).toBe(1)
    const late = editor.call(rows.changeRecord, { params, body: { values: values('Daar'), ...here } })
    expect((await refused(late)).status).toBe(409)
    expect((await editor.call(rows.getRecord, { params })).updatedAt).toBe(first.savedAt)
    const body = { values: values('Verder'), base: 1, savedAt: first.savedAt }
    expect((await editor.call(rows.changeRecord, { params, body })).number).toBe(1)
  })

  it('stays as a revision of its own where that is asked, however short ago it was saved', async () => {
    const editor = world.as('bakeryEditor')
    const recordId = await newArticle('Voor het terugzetten')
    const body = { values: { title: 'Teruggezet' }, base: 1, apart: true }
    expect((await editor.call(rows.changeRecord, { params: { recordId }, body })).number).toBe(2)
    const { values } = await editor.call(rows.getRevision, { params: { recordId, number: 1 } })
    expect(values).toEqual({ title: 'Voor het terugzetten' })
  })

  it('keeps what is wrong out, at its field, in the language that is asked', async () => {
    const answer = await refused(newArticle('Fout', { day: '2026-02-30', colour: 'red' }))
    expect(answer.fields).toEqual({ colour: 'There is no field colour.', day: 'Write a date as 2026-11-22.' })
  })

  it('says what it lacks before it can be on the site, but may be saved without', async () => {
    const { recordId } = await world
      .as('bakeryEditor')
      .call(rows.makeRecord, { params: { collectionId: articles }, body: { values: {} } })
    const { problems } = await world.as('bakeryEditor').call(rows.getRecord, { params: { recordId } })
    expect(problems.map(problem => problem.path)).toEqual(['title'])
  })

  it('comes back from the bin, and is out of lists meanwhile', async () => {
    const recordId = await newArticle('Weg en terug')
    const editor = world.as('bakeryEditor')
    const titles = async (bin: boolean) =>
      (
        await editor.call(rows.listRecords, {
          params: { collectionId: articles },
          query: { bin: String(bin) },
        })
      ).records.map(row => row.title)
    await editor.call(rows.removeRecord, { params: { recordId } })
    expect(await titles(false)).not.toContain('Weg en terug')
    expect(await titles(true)).toContain('Weg en terug')
    await editor.call(rows.restoreRecord, { params: { recordId } })
    expect(await titles(false)).toContain('Weg en terug')
  })

  it('is on the site again when it comes straight back from the bin, and else a draft', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    const recordId = await newArticle('Toch niet weg')
    const publish = (drafts: string[]) =>
      ctx.write(async tx => {
        const pinned = await pinContent(tx, siteId, { definitions: false, drafts })
        await markPublished(tx, siteId, pinned)
      })
    const editor = world.as('bakeryEditor')
    const throwAway = () => editor.call(rows.removeRecord, { params: { recordId } })
    const putBack = () => editor.call(rows.restoreRecord, { params: { recordId } })
    const state = async () => (await editor.call(rows.getRecord, { params: { recordId } })).state
    await publish([recordId])
    await throwAway()
    await putBack()
    expect(await state()).toBe('published')
    await throwAway()
    await publish([])
    await putBack()
    expect(await state()).toBe('draft')
  })

  it('is nobody else’s: another workspace gets not found for it', async () => {
    const { recordId } = world.bakery.ids as { recordId: string }
    expect(
      (await refused(world.as('schoolOwner').call(rows.getRecord, { params: { recordId } }))).status,
    ).toBe(404)
    const change = world
      .as('schoolOwner')
      .call(rows.changeRecord, { params: { recordId }, body: { base: 1, values: { title: 'Gestolen' } } })
    expect((await refused(change)).status).toBe(404)
  })

  it('can not refer to a record of another workspace', async () => {
    const developer = world.as('bakeryDeveloper')
    const { collectionId } = await developer.call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'links',
        name: words('Verwijzingen'),
        fields: [{ key: 'to', label: words('Naar'), type: 'reference', collection: 'articles' }],
        privacy: null,
        settings: {},
      },
    })
    const refer = (to: string | undefined) =>
      developer.call(rows.makeRecord, { params: { collectionId }, body: { values: { to } } })
    expect((await refused(refer(world.school.ids.recordId))).fields).toHaveProperty('to')
    const { recordId } = await refer(world.bakery.ids.recordId)
    const { references } = await developer.call(rows.getRecord, { params: { recordId } })
    expect(Object.values(references)).toEqual(['Het eerste brood'])
  })
})

describe('a list of records', () => {
  let collectionId: string
  beforeAll(async () => {
    const made = await world.as('bakeryDeveloper').call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'cakes',
        name: words('Taarten', 'Cakes'),
        fields: [
          { key: 'name', label: words('Naam'), type: 'text', indexed: true },
          { key: 'price', label: words('Prijs'), type: 'money', indexed: true },
          { key: 'fresh', label: words('Vers'), type: 'boolean', indexed: true },
        ],
        privacy: null,
        settings: {},
      },
    })
    collectionId = made.collectionId
    const cakes = [
      ['Éclair', 250, true],
      ['appeltaart', 1250, false],
      ['Zachte bol', 90, true],
      ['Zonder prijs', undefined, true],
    ] as const
    for (const [name, price, fresh] of cakes) {
      const values = { name, fresh, ...(price === undefined ? {} : { price: { cents: price } }) }
      await world.as('bakeryEditor').call(rows.makeRecord, { params: { collectionId }, body: { values } })
    }
  })

  async function names(query: {
    sort?: string
    filter?: string | string[]
    limit?: number
  }): Promise<string[]> {
    const found: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await world.as('bakeryEditor').call(rows.listRecords, {
        params: { collectionId },
        query: { ...query, ...(after ? { after } : {}) },
      })
      found.push(...page.records.map(row => row.title))
      if (page.next === null) return found
      after = page.next
    }
  }

  it('sorts by any indexed field, both ways, with rows that lack it last', async () => {
    expect(await names({ sort: 'name' })).toEqual(['appeltaart', 'Éclair', 'Zachte bol', 'Zonder prijs'])
    expect(await names({ sort: 'price' })).toEqual(['Zachte bol', 'Éclair', 'appeltaart', 'Zonder prijs'])
    expect(await names({ sort: '-price' })).toEqual(['appeltaart', 'Éclair', 'Zachte bol', 'Zonder prijs'])
  })

  it('gives every row once, however small the pages', async () => {
    for (const sort of ['name', '-price', 'updated', '-created', 'fresh']) {
      expect((await names({ sort, limit: 1 })).sort()).toEqual((await names({ sort })).sort())
      expect(await names({ sort, limit: 2 })).toEqual(await names({ sort }))
    }
  })

  it('filters by a beginning, a range and a yes', async () => {
    expect(await names({ sort: 'name', filter: 'name:ecl' })).toEqual(['Éclair'])
    expect(await names({ sort: 'price', filter: 'price:2..13' })).toEqual(['Éclair', 'appeltaart'])
    expect(await names({ sort: 'price', filter: ['fresh:true', 'price:..1'] })).toEqual(['Zachte bol'])
  })

  it('refuses a field that is not indexed, and a cursor that was tampered with', async () => {
    expect((await refused(names({ sort: 'colour' }))).fields).toHaveProperty('sort')
    expect((await refused(names({ filter: 'colour:red' }))).fields).toHaveProperty('filter')
    const odd = world
      .as('bakeryEditor')
      .call(rows.listRecords, { params: { collectionId }, query: { after: 'e30' } })
    expect((await refused(odd)).status).toBe(422)
  })

  it('can be sorted by a field that is indexed afterwards', async () => {
    const developer = world.as('bakeryDeveloper')
    const { draft } = await developer.call(collections.getCollection, { params: { collectionId: articles } })
    expect(draft.fields.find(field => field.key === 'day')?.indexed).toBe(true)
    const { collectionId: plain } = await developer.call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'later',
        name: words('Later'),
        fields: [{ key: 'name', label: words('Naam'), type: 'text' }],
        privacy: null,
        settings: {},
      },
    })
    for (const name of ['b', 'a'])
      await developer.call(rows.makeRecord, { params: { collectionId: plain }, body: { values: { name } } })
    await developer.call(collections.changeCollection, {
      params: { collectionId: plain },
      body: {
        name: words('Later'),
        fields: [{ key: 'name', label: words('Naam'), type: 'text', indexed: true }],
        privacy: null,
        settings: {},
        base: 1,
      },
    })
    await world.work()
    const { records } = await developer.call(rows.listRecords, {
      params: { collectionId: plain },
      query: { sort: 'name' },
    })
    expect(records.map(row => row.title)).toEqual(['a', 'b'])
  })
})

describe('a submission', () => {
  const visitor = { name: 'Ans Achternaam', email: 'Ans@Visitor.example', message: 'Regel een\nregel twee' }

  async function send(values: Record<string, unknown>): Promise<string> {
    const ctx = world.ctx(world.bakery.workspaceId)
    const definition = await ctx.read(tx => liveForm(tx, siteId, 'contact'))
    if (definition === null) throw new Error('no form')
    return submit(ctx, { definition, values })
  }

  it('is kept, listed, read and put away, by who may', async () => {
    const recordId = await send(visitor)
    const editor = world.as('bakeryEditor')
    const { submissions: list, unseen } = await editor.call(submissions.listSubmissions, {})
    expect(list[0]).toMatchObject({
      recordId,
      seen: false,
      summary: 'Ans Achternaam · Ans@Visitor.example · Regel een regel twee',
    })
    const one = await editor.call(submissions.getSubmission, { params: { recordId } })
    expect(one.values).toEqual(visitor)
    expect(new Date(one.goesAt ?? 0).getTime()).toBe(new Date(one.receivedAt).getTime() + 90 * 86_400_000)
    await editor.call(submissions.markSeen, { params: { recordId }, body: { seen: true } })
    expect((await editor.call(submissions.listSubmissions, {})).unseen).toBe(unseen - 1)
    const unread = await editor.call(submissions.listSubmissions, { query: { unseen: 'true' } })
    expect(unread.submissions.length).toBe(unseen - 1)
    expect(unread.submissions.map(row => row.recordId)).not.toContain(recordId)
    await editor.call(submissions.removeSubmission, { params: { recordId } })
    expect(
      (await editor.call(submissions.listSubmissions, {})).submissions.map(row => row.recordId),
    ).not.toContain(recordId)
    const binned = await editor.call(submissions.listSubmissions, { query: { bin: 'true' } })
    expect(binned.submissions.map(row => row.recordId)).toContain(recordId)
    expect((await editor.call(submissions.getSubmission, { params: { recordId } })).inBin).toBe(true)
    await editor.call(submissions.restoreSubmission, { params: { recordId } })
    expect(
      (await editor.call(submissions.listSubmissions, {})).submissions.map(row => row.recordId),
    ).toContain(recordId)
  })

  it('tells the members who asked that something came, and never what', async () => {
    await send({ ...visitor, message: 'Geheim recept' })
    const { messages } = await world.as('bakeryOwner').call(mail.listMessages, {})
    const [newest] = messages
    expect(newest?.to).toBe('berta@bakery.example')
    const whole = await world
      .as('bakeryOwner')
      .call(mail.getMessage, { params: { messageId: newest?.messageId ?? '' } })
    expect(JSON.stringify(whole)).not.toMatch(/Geheim|Achternaam|visitor\.example/i)
    expect(whole.text).toContain('/w/bakery/inbox/')
  })

  it('is refused with a sentence per field when something lacks', async () => {
    await expect(send({ name: 'A', email: 'geen adres' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ path: 'email' }],
    })
    await expect(send({ ...visitor, isAdmin: 'true' })).rejects.toMatchObject({
      fields: [{ path: 'isAdmin' }],
    })
  })

  it('is not reached through the addresses of content, nor by another workspace', async () => {
    const recordId = await send(visitor)
    expect(
      (await refused(world.as('bakeryOwner').call(rows.getRecord, { params: { recordId } }))).status,
    ).toBe(404)
    expect(
      (await world.as('bakeryOwner').call(rows.listRecords, { params: { collectionId: contact } })).records,
    ).toEqual([])
    expect(
      (await refused(world.as('schoolOwner').call(submissions.getSubmission, { params: { recordId } })))
        .status,
    ).toBe(404)
    expect(
      (await world.as('schoolOwner').call(submissions.listSubmissions, {})).submissions.map(
        row => row.recordId,
      ),
    ).not.toContain(recordId)
  })
})

describe('what is published', () => {
  it('is what was named and what was on the site, and a draft of it waits', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    const draft = await newArticle('Alleen een plan')
    const ready = await newArticle('Klaar voor de site')
    const changes = await ctx.read(tx => contentChanges(tx, { siteId, languages: ['nl', 'en'] }, 'nl'))
    expect(changes.records.find(row => row.recordId === draft)).toMatchObject({
      change: 'added',
      draft: true,
    })
    const pinned = await ctx.write(tx => pinContent(tx, siteId, { definitions: false, drafts: [ready] }))
    const shown = pinned.records.map(row => row.recordId)
    expect(shown).toContain(ready)
    expect(shown).not.toContain(draft)
    await ctx.write(tx => markPublished(tx, siteId, pinned))
    const state = async (recordId: string) =>
      (await world.as('bakeryEditor').call(rows.getRecord, { params: { recordId } })).state
    expect(await state(ready)).toBe('published')
    await world.as('bakeryEditor').call(rows.changeRecord, {
      params: { recordId: ready },
      body: { base: 1, values: { title: 'Klaar, en beter' } },
    })
    expect(await state(ready)).toBe('changed')
    const live = await ctx.read(tx => recordsAt(tx, pinned, articles))
    expect(live.find(row => row.recordId === ready)?.values.title).toBe('Klaar voor de site')
    const preview = await ctx.read(async tx => recordsAt(tx, await pinDrafts(tx, siteId), articles))
    expect(preview.find(row => row.recordId === ready)?.values.title).toBe('Klaar, en beter')
    await world.as('bakeryEditor').call(rows.unpublishRecord, { params: { recordId: ready } })
    const after = await ctx.write(tx => pinContent(tx, siteId, { definitions: false, drafts: [] }))
    expect(after.records.map(row => row.recordId)).not.toContain(ready)
    await ctx.write(tx => markPublished(tx, siteId, after))
    expect(await state(ready)).toBe('draft')
  })
})

describe('what lacks before publishing', () => {
  it('is what the site’s own language lacks, whichever others there are', async () => {
    const { collectionId } = await world.as('bakeryDeveloper').call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'stories',
        name: words('Verhalen'),
        fields: ['title', 'summary'].map(key => ({
          key,
          label: words(key),
          type: 'text' as const,
          required: true,
          localized: true,
        })),
        privacy: null,
        settings: {},
      },
    })
    const make = async (values: Record<string, unknown>) =>
      (await world.as('bakeryEditor').call(rows.makeRecord, { params: { collectionId }, body: { values } }))
        .recordId
    const lacking = async (recordId: string) =>
      (
        await world
          .ctx(world.bakery.workspaceId)
          .read(tx => draftProblems(tx, { siteId, languages: ['nl', 'en'] }, [recordId]))
      ).length
    expect(await lacking(await make({ title: { nl: 'A', en: 'A' }, summary: { nl: 'B' } }))).toBe(0)
    expect(await lacking(await make({ title: { nl: 'A', en: 'A' }, summary: { en: 'B' } }))).toBe(1)
    expect(await lacking(await make({ title: { en: 'A' }, summary: { en: 'B' } }))).toBe(2)
  })
})

describe('a file', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  it('is kept with its kind and size, and comes back for who may, as what it is', async () => {
    const editor = world.as('bakeryEditor')
    const kept = await editor.call(files.uploadFile, {
      query: { name: '../../Foto van mij.png' },
      upload: png,
    })
    expect(kept).toMatchObject({ name: 'Foto van mij.png', mediaType: 'image/png', width: 1, height: 1 })
    const developer = world.as('bakeryDeveloper')
    const { collectionId } = await developer.call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'photos',
        name: words('Foto’s'),
        fields: [{ key: 'photo', label: words('Foto'), type: 'image' }],
        privacy: null,
        settings: {},
      },
    })
    const { recordId } = await editor.call(rows.makeRecord, {
      params: { collectionId },
      body: { values: { photo: { ...kept, alt: 'Een punt' } } },
    })
    const path = (workspaceId: string) =>
      `/api/w/${workspaceId}/records/records/${recordId}/files/${kept.object}`
    const ask = (person: 'bakeryEditor' | 'schoolOwner', workspaceId: string) =>
      world.raw({
        host: world.config.studioHost,
        path: path(workspaceId),
        headers: { cookie: `helder=${world.sessions[person]}` },
      })
    const answer = await ask('bakeryEditor', world.bakery.workspaceId)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(answer.body.equals(png)).toBe(true)
    expect((await ask('schoolOwner', world.bakery.workspaceId)).status).toBe(404)
    expect((await ask('schoolOwner', world.school.workspaceId)).status).toBe(404)
  })

  it('that is empty or that nobody kept is refused', async () => {
    const editor = world.as('bakeryEditor')
    expect(
      (await refused(editor.call(files.uploadFile, { query: { name: 'leeg.txt' }, upload: Buffer.alloc(0) })))
        .status,
    ).toBe(422)
    const { collectionId } = await world.as('bakeryDeveloper').call(collections.makeCollection, {
      body: {
        siteId,
        kind: 'content',
        key: 'papers',
        name: words('Stukken'),
        fields: [{ key: 'paper', label: words('Stuk'), type: 'file' }],
        privacy: null,
        settings: {},
      },
    })
    const paper = { object: 'b'.repeat(64), name: 'x.pdf', sizeBytes: 3, mediaType: 'application/pdf' }
    expect(
      (await refused(editor.call(rows.makeRecord, { params: { collectionId }, body: { values: { paper } } })))
        .status,
    ).toBe(422)
  })
})
