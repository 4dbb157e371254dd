import { describe, expect, it } from 'vitest'
import type { Changes } from '../reads.ts'
import { firstChoice, problemsFor, takesSomething } from './choice.ts'

const record = (recordId: string, draft: boolean) => ({
  recordId,
  collectionId: 'c',
  collection: { nl: 'Nieuws' },
  title: recordId,
  change: 'added' as const,
  draft,
})

const changes = (some: Partial<Changes>): Changes => ({
  files: [],
  records: [],
  collections: [],
  problems: [],
  ...some,
})

describe('what is ticked at first', () => {
  it('is everything on a first publication, since a site needs its code', () => {
    expect(firstChoice(true, false, false)).toMatchObject({ code: true, definitions: true })
  })

  it('leaves the code of others alone for whoever only writes content', () => {
    expect(firstChoice(false, false, false)).toMatchObject({ code: false, definitions: false })
    expect(firstChoice(false, true, true)).toMatchObject({ code: true, definitions: true })
  })
})

describe('a choice', () => {
  const none = { code: false, definitions: false, drafts: new Set<string>() }

  it('takes nothing when only drafts wait and none is ticked', () => {
    const waiting = changes({ records: [record('a', true)] })
    expect(takesSomething(waiting, none)).toBe(false)
    expect(takesSomething(waiting, { ...none, drafts: new Set(['a']) })).toBe(true)
  })

  it('takes along what is on the site already, whatever is ticked', () => {
    expect(takesSomething(changes({ records: [record('a', false)] }), none)).toBe(true)
  })

  it('takes files only with the code', () => {
    const waiting = changes({ files: [{ path: 'pages/index.liquid', change: 'changed' }] })
    expect(takesSomething(waiting, none)).toBe(false)
    expect(takesSomething(waiting, { ...none, code: true })).toBe(true)
  })

  it('is not held up by the set-up of a form that it leaves at home', () => {
    const message = { nl: 'x', en: 'x' }
    const problem = (place: string) => ({ severity: 'error' as const, place, line: null, message })
    const waiting = changes({
      problems: [problem('contact.email'), problem('01a2b3c4-0000-7000-8000-000000000001')],
    })
    expect(problemsFor(waiting, { definitions: true })).toHaveLength(2)
    expect(problemsFor(waiting, { definitions: false }).map(({ place }) => place)).toEqual([
      '01a2b3c4-0000-7000-8000-000000000001',
    ])
  })
})
