import { type Text, text } from '@helder/words'
import type { z } from 'zod'
import { type FieldProblem, Refusal } from '../errors.ts'

type Issue = z.core.$ZodRawIssue

// Zod carries one message per issue; ours are in two languages, so both travel in it.
const between = '\u0000'

/** A message in both languages for a check of a schema: `z.string().regex(slug, both('…', '…'))`. */
export function both(nl: string, en: string): string {
  return `${nl}${between}${en}`
}

/** Checks what came in; refuses with a sentence per field. `where` precedes the paths, for instance `query`. */
export function check<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given, { error: issue => join(say(issue)) })
  if (result.success) return result.data
  const fields = result.error.issues.map(problemOf)
  throw new Refusal('invalid', summary(fields), { fields })
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const [nl = '', en = nl] = issue.message.split(between)
  return { path: issue.path.join('.'), message: { nl, en } }
}

function summary(fields: FieldProblem[]): Text {
  const named = fields.find(field => field.path !== '')
  if (named === undefined) return fields[0]?.message ?? text('Dit klopt niet.', 'This is not right.')
  return text(
    `Er klopt iets niet bij ${named.path}: ${named.message.nl}`,
    `Something is not right with ${named.path}: ${named.message.en}`,
  )
}

function join({ nl, en }: Text): string {
  return both(nl, en)
}

function say(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? missing : wrongKind(issue.expected)
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      return (
        formats[issue.format] ?? text('Dit heeft niet de juiste vorm.', 'This does not have the right form.')
      )
    case 'unrecognized_keys':
      return text(
        `Dit wordt hier niet gevraagd: ${issue.keys.join(', ')}.`,
        `This is not asked for here: ${issue.keys.join(', ')}.`,
      )
    case 'invalid_value':
      return text(`Kies uit: ${issue.values.join(', ')}.`, `Choose from: ${issue.values.join(', ')}.`)
    default:
      return text('Dit klopt niet.', 'This is not right.')
  }
}

const missing = text('Vul dit in.', 'Fill this in.')

const formats: Record<string, Text> = {
  email: text(
    'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.',
    'This is not an e-mail address. Write it as name@example.com.',
  ),
  uuid: text('Dit is geen nummer van Helder.', 'This is not an id of Helder.'),
  url: text(
    'Dit is geen adres van een pagina. Begin met https://.',
    'This is not the address of a page. Begin with https://.',
  ),
}

const kinds: Record<string, Text> = {
  string: text('een tekst', 'a text'),
  number: text('een getal', 'a number'),
  int: text('een geheel getal', 'a whole number'),
  boolean: text('ja of nee', 'yes or no'),
  array: text('een lijst', 'a list'),
  object: text('een groep velden', 'a group of fields'),
}

function wrongKind(expected: string): Text {
  const kind = kinds[expected] ?? text(expected, expected)
  return text(`Hier hoort ${kind.nl}.`, `This should be ${kind.en}.`)
}

function tooSmall(origin: string, minimum: number): Text {
  if (origin === 'string' && minimum <= 1) return missing
  if (origin === 'string')
    return text(`Gebruik ten minste ${minimum} tekens.`, `Use at least ${minimum} characters.`)
  if (origin === 'array') return text(`Geef er ten minste ${minimum}.`, `Give at least ${minimum}.`)
  return text(`Geef ten minste ${minimum}.`, `Give at least ${minimum}.`)
}

function tooBig(origin: string, maximum: number): Text {
  if (origin === 'string')
    return text(`Gebruik hoogstens ${maximum} tekens.`, `Use at most ${maximum} characters.`)
  if (origin === 'array') return text(`Geef er hoogstens ${maximum}.`, `Give at most ${maximum}.`)
  return text(`Geef hoogstens ${maximum}.`, `Give at most ${maximum}.`)
}
