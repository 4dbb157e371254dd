import { type Language, type Text, text } from '@helder/words'
import { type FieldProblem, Refusal, refusalStatus } from '../errors.ts'

/** The media type of a no. Source: RFC 9457. */
export const problemType = 'application/problem+json; charset=utf-8'

/** A no as it is sent. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  detail: string
  fields?: { path: string; message: string }[]
  requestId: string
}

const titles: Record<Refusal['kind'] | 'bug', Text> = {
  invalid: text('Er klopt iets niet', 'Something is not right'),
  'not-signed-in': text('Je bent niet aangemeld', 'You are not signed in'),
  'not-allowed': text('Dit mag je niet', 'You may not do this'),
  'not-found': text('Niet gevonden', 'Not found'),
  conflict: text('Dit botst met iets anders', 'This clashes with something else'),
  gone: text('Dit is er niet meer', 'This is gone'),
  'too-large': text('Dit is te groot', 'This is too large'),
  'too-many': text('Dit ging te vaak', 'This happened too often'),
  unavailable: text('Dit lukt nu even niet', 'This is not possible right now'),
  bug: text('Er ging iets mis bij ons', 'Something went wrong on our side'),
}

/** Turns an error into what is sent; anything that is no Refusal says no more than that it was our fault. */
export function problemBody(error: unknown, language: Language, requestId: string): ProblemBody {
  if (!(error instanceof Refusal)) {
    return {
      type: 'urn:helder:bug',
      title: titles.bug[language],
      status: 500,
      detail: bugText(requestId)[language],
      requestId,
    }
  }
  return {
    type: `urn:helder:refusal/${error.kind}`,
    title: titles[error.kind][language],
    status: refusalStatus[error.kind],
    detail: error.text[language],
    ...(error.fields.length > 0 ? { fields: error.fields.map(field => spoken(field, language)) } : {}),
    requestId,
  }
}

function spoken(field: FieldProblem, language: Language): { path: string; message: string } {
  return { path: field.path, message: field.message[language] }
}

function bugText(requestId: string): Text {
  return text(
    `Er ging iets mis bij ons; er is niets veranderd. Probeer het opnieuw. Blijft het misgaan, geef dan dit nummer door: ${requestId}.`,
    `Something went wrong on our side; nothing was changed. Try again. If it keeps happening, pass on this number: ${requestId}.`,
  )
}
