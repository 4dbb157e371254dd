import { type Area, contract } from '@helder/client'
import { languages } from '@helder/words'
import { z } from 'zod'
import { email } from '../../core/identity/schema.ts'

const instant = z.iso.datetime()
const text = z.object({ nl: z.string(), en: z.string() })
const kind = z.enum(['access', 'erasure'])
const secret = z.string().regex(/^[a-z2-7]{32}$/)

/** A kind of request: to see what is held, or to have it erased. */
export type RequestKind = z.output<typeof kind>

/** Where a request stands, for both sides. */
export const requestState = z.enum([
  'unverified',
  'waiting',
  'approved',
  'working',
  'done',
  'refused',
  'failed',
  /** The person was erased before this request of theirs was dealt with. */
  'lapsed',
])

/** What became of the data in one store. */
export const storeOutcome = z.object({
  store: z.string(),
  about: text,
  /** How many rows or records. */
  found: z.number().int(),
  erased: z.number().int(),
  blanked: z.number().int(),
  stayed: z.number().int(),
  /** Why something stayed or was blanked rather than erased. */
  because: z.array(text),
})

/** What became of the data in one store. */
export type StoreOutcome = z.output<typeof storeOutcome>

/** What the scan after an erasure looked at, and what it still found. */
export const scanOutcome = z.object({
  /** The tables, folders of objects, queue and logs that were read. */
  places: z.number().int(),
  rows: z.number().int(),
  objects: z.number().int(),
  /** Places in which the person was found before, as the proof that the scan can see. */
  seenBefore: z.number().int(),
  /** What is left and declared: exactly what stayed. */
  declared: z.number().int(),
  /** What is left and should not be: zero, or the request is not done. */
  unexpected: z.number().int(),
  /** Files that are too large or too packed to be unpacked in full; they were searched as they are. */
  unopened: z.number().int(),
  /** Where the person's name was seen, which may be somebody else's: for a person to look at. */
  mentions: z.array(z.object({ place: z.string(), count: z.number().int() })),
})

/** What the scan after an erasure looked at, and what it still found. */
export type ScanOutcome = z.output<typeof scanOutcome>

/** The proof of an erasure: what was done, what was looked at, and where it stands in the ledger. */
export const erasureProof = z.object({
  sequence: z.number().int(),
  hash: z.string(),
  erasedAt: instant,
  stores: z.array(storeOutcome),
  scan: scanOutcome,
  /** The times that the erasure was done again, because an older database came back. */
  repetitions: z.array(
    z.object({ repeatedAt: instant, erasedAgain: z.number().int(), remaining: z.number().int() }),
  ),
})

/** The proof of an erasure. */
export type ErasureProof = z.output<typeof erasureProof>

const summary = z.object({
  requestId: z.uuid(),
  number: z.number().int(),
  kind,
  state: requestState,
  /** Gone once the person is erased. */
  email: z.string().nullable(),
  receivedAt: instant,
  dueOn: z.iso.date().nullable(),
  finishedAt: instant.nullable(),
})

export const listRequests = contract({
  area: 'workspace',
  method: 'GET',
  path: '/privacy/requests',
  about: 'The requests of people, those that wait first.',
  reply: z.array(summary),
})

export const openRequest = contract({
  area: 'workspace',
  method: 'POST',
  path: '/privacy/requests',
  about: 'Writes down a request that came in by mail or telephone, after you have made sure who asks.',
  body: z.object({ kind, email, language: z.enum(languages).default('nl') }),
  reply: z.object({ requestId: z.uuid() }),
})

const requestParams = z.object({ requestId: z.uuid() })

export const getRequest = contract({
  area: 'workspace',
  method: 'GET',
  path: '/privacy/requests/:requestId',
  about: 'A request, with what is held about the person while it waits, and the proof when it is done.',
  params: requestParams,
  reply: summary.extend({
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** What would happen now; empty once the request is done. */
    plan: z.array(storeOutcome),
    proof: erasureProof.nullable(),
    exportUntil: instant.nullable(),
    /** What went wrong, where it did. */
    failure: text.nullable(),
  }),
})

export const decideRequest = contract({
  area: 'workspace',
  method: 'POST',
  path: '/privacy/requests/:requestId/decide',
  about:
    'Approves a request, after which it is carried out, or refuses it with a reason that the person reads.',
  params: requestParams,
  body: z.object({ approve: z.boolean(), reason: z.string().trim().max(2000).default('') }),
})

/** The addresses for the person: on a client's site, or on the studio's host for people of the platform. */
export function personContracts(area: Area & ('open' | 'visitor')) {
  return {
    request: contract({
      area,
      method: 'POST',
      path: '/privacy/requests',
      about:
        'Asks what is held about you, or asks to be erased. A mail with a link shows that the address is yours.',
      body: z.object({ kind, email, language: z.enum(languages).default('nl') }),
    }),
    confirm: contract({
      area,
      method: 'POST',
      path: '/privacy/requests/confirm',
      about:
        'Shows with the link from the mail that the address is yours; the month to answer runs from here.',
      body: z.object({ secret }),
    }),
    look: contract({
      area,
      method: 'POST',
      path: '/privacy/requests/look',
      about: 'How your request stands, and the proof when it is done.',
      body: z.object({ secret }),
      reply: z.object({
        number: z.number().int(),
        kind,
        state: requestState,
        controller: z.string(),
        receivedAt: instant,
        dueOn: z.iso.date().nullable(),
        reason: z.string().nullable(),
        proof: erasureProof.nullable(),
        exportUntil: instant.nullable(),
      }),
    }),
    download: contract({
      area,
      method: 'POST',
      path: '/privacy/requests/download',
      about: 'Your data, as a ZIP: a page to read, JSON for programs, and your files.',
      body: z.object({ secret }),
      download: 'application/zip',
    }),
  }
}

/** The addresses for visitors of a client's site. */
export const visitorRequests = personContracts('visitor')

/** The addresses for people of the platform. */
export const platformRequests = personContracts('open')
