import { type Text, text } from '@helder/words'

/** The closed list of ways in which Helder says no. Everything else that goes wrong is a bug. */
export const refusalStatus = {
  invalid: 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const

/** A way of saying no; each has one HTTP status. */
export type RefusalKind = keyof typeof refusalStatus

/** What is wrong with one field of what somebody sent; `path` as in JSON: `fields.0.name`. */
export interface FieldProblem {
  path: string
  message: Text
}

/** A no that a person can act on: what happened, why, and what to do, in both languages. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly text: Text
  readonly fields: FieldProblem[]
  readonly retryAfterSeconds: number | undefined

  constructor(
    kind: RefusalKind,
    message: Text,
    options: { fields?: FieldProblem[]; retryAfterSeconds?: number } = {},
  ) {
    super(message.en)
    this.name = 'Refusal'
    this.kind = kind
    this.text = message
    this.fields = options.fields ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** Refuses something that is not there, or that this person may not know about: the answer is the same. */
export function notFound(what: Text = text('Dit', 'This')): Refusal {
  return new Refusal('not-found', {
    nl: `${what.nl} is er niet (meer). Controleer het adres, of ga terug naar het overzicht.`,
    en: `${what.en} is not here (any more). Check the address, or go back to the overview.`,
  })
}

/** Refuses one field of what was sent. */
export function invalidField(path: string, message: Text): Refusal {
  return new Refusal('invalid', message, { fields: [{ path, message }] })
}

/** A mistake of the operator, at start or on the command line: told as a sentence, without a stack. */
export class OperatorError extends Error {
  readonly text: Text

  constructor(message: Text) {
    super(message.en)
    this.name = 'OperatorError'
    this.text = message
  }
}
