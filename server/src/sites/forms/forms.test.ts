import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawAnswer } from '../../../../test/support/speak.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { changeCollection, getCollection } from '../../records/collections/schema.ts'
import * as submissions from '../../records/submissions/schema.ts'
import * as previews from '../previews/schema.ts'
import * as releases from '../releases/schema.ts'
import { judgeStamp, readSent, returnAddress } from './rules.ts'

let world: World
let siteId: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
})
afterAll(() => world?.close())

interface Sending {
  accept?: string
  host?: string
  path?: string
  origin?: string
  type?: string
}

function send(body: string | Buffer, options: Sending = {}): Promise<RawAnswer> {
  const host = options.host ?? 'bakery.localhost'
  return world.raw({
    method: 'POST',
    host,
    path: options.path ?? '/_helder/forms/contact',
    headers: {
      'content-type': options.type ?? 'application/x-www-form-urlencoded',
      accept: options.accept ?? 'text/html',
      origin: options.origin ?? `http://${host}:${world.port}`,
      'accept-language': 'nl',
    },
    body,
  })
}

const plain = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

async function stamp(host = 'bakery.localhost'): Promise<string> {
  const answer = await world.raw({ host, path: '/_helder/forms/contact/stamp' })
  return JSON.parse(answer.text).stamp
}

async function inbox(): Promise<string[]> {
  const { submissions: list } = await world
    .as('bakeryOwner')
    .call(submissions.listSubmissions, { query: { siteId } })
  return list.map(({ summary }) => summary)
}

const good = { name: 'Noor Nieuw', email: 'noor@visitor.example', message: 'Hoi', _page: '/contact' }

describe('a form without a script', () => {
  it('is taken, and comes back to its page with thanks', async () => {
    const answer = await send(plain(good))
    expect([answer.status, answer.headers.location]).toEqual([303, '/contact?sent=contact#contact'])
    expect(await inbox()).toContain('Noor Nieuw · noor@visitor.example · Hoi')
    const thanks = await world.raw({ host: 'bakery.localhost', path: '/contact?sent=contact' })
    expect([thanks.status, thanks.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(thanks.text).toContain('Dank je wel. Je bericht is verstuurd.')
    expect(thanks.text).not.toContain('<form')
    for (const query of ['sent=none', 'sent=__proto__', 'other=1']) {
      expect((await world.raw({ host: 'bakery.localhost', path: `/contact?${query}` })).text).toContain(
        '<form',
      )
    }
  })

  it('shows its page again with what is wrong and what was typed, and keeps nothing', async () => {
    const before = (await inbox()).length
    const answer = await send(plain({ ...good, name: 'A "quote" <b>', email: 'nope' }))
    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.text).toContain('<title>Contact · De Kruimel</title>')
    expect(answer.text).toContain('value="A &quot;quote&quot; &lt;b&gt;"')
    expect(answer.text).toContain('E-mailadres: Dit is geen e-mailadres.')
    expect(answer.text).toContain('aria-invalid="true"')
    expect((await inbox()).length).toBe(before)
  })

  it('speaks the language of its page', async () => {
    const answer = await send(plain({ ...good, email: '', _page: '/en/contact' }))
    expect(answer.text).toContain('E-mail address: Fill this in.')
  })

  it('shows what is wrong in the layout of the site when its page is not there', async () => {
    const answer = await send(plain({ ...good, email: 'nope', _page: '/none' }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Dit is geen e-mailadres')
    expect(answer.text).toContain('De Kruimel')
  })

  it('sends nobody to another website', async () => {
    for (const _page of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/a b',
      '/x\r\nset-cookie: a=b',
    ]) {
      const answer = await send(plain({ ...good, _page }))
      expect([_page, answer.headers.location]).toEqual([_page, '/?sent=contact#contact'])
    }
  })
})

describe('a form sent by a script', () => {
  const patient = async (fields: Record<string, string>) => {
    const _stamp = await stamp()
    world.clock.aheadMs += 5000
    return send(plain({ ...fields, _stamp }), { accept: 'application/json' })
  }

  it('is taken with thanks', async () => {
    const answer = await patient({ ...good, message: 'Door een script' })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      200,
      { thanks: 'Dank je wel. Je bericht is verstuurd.' },
    ])
    expect(await inbox()).toContain('Noor Nieuw · noor@visitor.example · Door een script')
  })

  it('hears at which field something is wrong', async () => {
    const answer = await patient({ ...good, email: 'nope', name: '' })
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.text).fields).toEqual([
      { path: 'name', message: 'Vul dit in.' },
      { path: 'email', message: 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.' },
    ])
  })

  it('has a stamp of this very form', async () => {
    for (const _stamp of [
      '',
      'x',
      `${Date.now() - 60_000}.${'0'.repeat(64)}`,
      await stamp('school.localhost'),
    ]) {
      world.clock.aheadMs += 5000
      const answer = await send(plain({ ...good, _stamp }), { accept: 'application/json' })
      expect([answer.status, JSON.parse(answer.text).detail]).toEqual([
        422,
        expect.stringContaining('te lang open'),
      ])
    }
  })
})

describe('what a program sends', () => {
  it('is thanked for and dropped: filled in where nobody looks, or faster than anybody types', async () => {
    const before = (await inbox()).length
    expect((await send(plain({ ...good, _website: 'https://spam.example' }))).status).toBe(303)
    const fast = await send(plain({ ...good, _stamp: await stamp() }), { accept: 'application/json' })
    expect(fast.status).toBe(200)
    expect((await inbox()).length).toBe(before)
    const ctx = world.ctx(world.bakery.workspaceId)
    const counted = await ctx.read(tx =>
      tx.db
        .selectFrom('sites.dropped_submissions')
        .select(['key', 'count'])
        .where('site_id', '=', siteId)
        .execute(),
    )
    expect(counted).toEqual([{ key: 'contact', count: 2 }])
  })

  it('is refused after too many tries from one machine', async () => {
    const answers: number[] = []
    for (let i = 0; i < 21; i++)
      answers.push((await send(plain({ ...good, _website: 'x' }), { host: 'school.localhost' })).status)
    expect(answers.slice(0, 20).every(status => status === 303)).toBe(true)
    expect(answers[20]).toBe(429)
    world.clock.aheadMs += 11 * 60_000
    expect((await send(plain({ ...good, _website: 'x' }), { host: 'school.localhost' })).status).toBe(303)
  })

  it('can not have fields that the form does not have', async () => {
    for (const name of ['extra', 'name.inner', 'constructor.prototype.x', 'record_id']) {
      world.clock.aheadMs += 11 * 60_000
      const answer = await send(plain({ ...good, [name]: 'x' }))
      expect([name, answer.status]).toEqual([name, 422])
    }
  })

  it('does not come from another website', async () => {
    expect((await send(plain(good), { origin: 'https://evil.example' })).status).toBe(403)
  })

  it('goes to a form that is there, on a site that is there', async () => {
    expect((await send(plain(good), { path: '/_helder/forms/none' })).status).toBe(404)
    expect((await send(plain(good), { path: '/_helder/forms/articles' })).status).toBe(404)
    expect((await send(plain(good), { host: 'nobody.localhost' })).status).toBe(404)
    expect((await send(plain(good), { host: 'studio.localhost' })).status).toBe(404)
  })

  it('is no larger than a form is', async () => {
    expect((await send(plain({ ...good, message: 'x'.repeat(2_000_000) }))).status).toBe(413)
  })
})

describe('a form in a preview', () => {
  it('is looked at, and what is sent is not kept', async () => {
    const { origin } = await world.as('bakeryEditor').call(previews.openPreview, { params: { siteId } })
    const host = new URL(origin).hostname
    const before = (await inbox()).length
    world.clock.aheadMs += 11 * 60_000
    const wrong = await send(plain({ ...good, email: 'nope' }), { host })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Dit is geen e-mailadres')])
    expect((await send(plain(good), { host })).status).toBe(303)
    expect((await inbox()).length).toBe(before)
  })
})

describe('files with a form', () => {
  const boundary = 'grens'
  const part = (name: string, value: Buffer | string, file?: string) =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\ncontent-type: application/octet-stream`}\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ])
  const multipart = (...parts: Buffer[]) =>
    send(Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), {
      type: `multipart/form-data; boundary=${boundary}`,
    })
  const words = Object.entries(good).map(([name, value]) => part(name, value))
  // One pixel, as PNG.
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  beforeAll(async () => {
    const developer = world.as('bakeryDeveloper')
    const collectionId = world.bakery.ids.contactId ?? ''
    const { draft, draftVersion } = await developer.call(getCollection, { params: { collectionId } })
    const { version: _version, createdAt: _createdAt, ...definition } = draft
    const privacy = { personal: true as const, category: 'content' as const }
    const fields = [
      ...draft.fields,
      { key: 'letter', type: 'file' as const, label: { nl: 'Brief' }, maxBytes: 1000, privacy },
      { key: 'photo', type: 'image' as const, label: { nl: 'Foto' }, privacy },
      {
        key: 'address',
        type: 'group' as const,
        label: { nl: 'Adres' },
        fields: [{ key: 'street', type: 'text' as const, label: { nl: 'Straat' }, privacy }],
      },
    ]
    await developer.call(changeCollection, {
      params: { collectionId },
      body: { ...definition, fields, base: draftVersion },
    })
    await developer.call(releases.publishSite, { params: { siteId }, body: {} })
    await world.work()
    world.clock.aheadMs += 11 * 60_000
  })

  it('are kept with the submission, and groups stay together', async () => {
    const answer = await multipart(
      ...words,
      part('address.street', 'Dorpsstraat 1'),
      part('letter', 'Lieve bakker', 'brief.txt'),
      part('photo', pixel, 'ik.png'),
    )
    expect(answer.status).toBe(303)
    const owner = world.as('bakeryOwner')
    const { submissions: list } = await owner.call(submissions.listSubmissions, { query: { siteId } })
    const { values } = await owner.call(submissions.getSubmission, {
      params: { recordId: list[0]?.recordId ?? '' },
    })
    expect(values).toMatchObject({
      address: { street: 'Dorpsstraat 1' },
      letter: { name: 'brief.txt', sizeBytes: 12, mediaType: 'text/plain; charset=utf-8' },
      photo: { name: 'ik.png', width: 1, height: 1, mediaType: 'image/png' },
    })
  })

  it('may be left out, and are refused when they are too large or are no picture', async () => {
    expect((await multipart(...words, part('letter', '', ''))).status).toBe(303)
    const large = await multipart(...words, part('letter', Buffer.alloc(1001), 'a.bin'))
    expect([large.status, large.text]).toEqual([
      422,
      expect.stringContaining('Brief: Dit bestand is groter dan'),
    ])
    const fake = await multipart(...words, part('photo', 'geen plaatje', 'x.png'))
    expect([fake.status, fake.text]).toEqual([422, expect.stringContaining('Foto: Dit is geen plaatje.')])
  })

  it('can not be bytes that are here already', async () => {
    const letter = { object: 'a'.repeat(64), name: 'x', sizeBytes: 1, mediaType: 'text/plain' }
    const _stamp = await stamp()
    world.clock.aheadMs += 5000
    const answer = await send(JSON.stringify({ ...good, letter, _stamp }), {
      type: 'application/json',
      accept: 'application/json',
    })
    expect(JSON.parse(answer.text).fields).toEqual([{ path: 'letter', message: 'Dit is geen bestand.' }])
  })
})

describe('the rules of forms', () => {
  it('read what a browser sends', () => {
    expect(
      readSent({ a: '', b: ['x', ''], 'c.d': '1', 'c.e': '2', _website: 'w', _page: '/p', _stamp: 's' }),
    ).toEqual({
      values: { b: ['x'], c: { d: '1', e: '2' } },
      trap: 'w',
      page: '/p',
      stamp: 's',
    })
  })

  it('judge a stamp by its signature and its age', () => {
    const sign = (moment: string) => `signed-${moment}`
    const at = (now: number) => judgeStamp('1000000.signed-1000000', now, sign)
    expect([at(1_001_000), at(1_003_000), at(1_000_000 + 25 * 3_600_000)]).toEqual([
      'too-fast',
      'person',
      'stale',
    ])
    expect(judgeStamp('', 0, sign)).toBe('none')
    expect(judgeStamp('1000000.signed-999', 2_000_000, sign)).toBe('stale')
  })

  it('come back to this site only', () => {
    expect(returnAddress('/en/contact')).toBe('/en/contact')
    expect(returnAddress('/caf%C3%A9')).toBe('/caf%C3%A9')
    expect(returnAddress('//x')).toBe('/')
  })
})
