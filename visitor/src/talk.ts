import type { AnyContract, Reply } from '@helder/client'
import { inLanguage, type Language, type Spoken, type Texts } from '@helder/words'

/** The language of Helder that fits the page: its own elements speak Dutch or English. */
export const language: Language = document.documentElement.lang.toLowerCase().startsWith('nl') ? 'nl' : 'en'

/** The texts of an element in the language of the page. */
export function spoken<T extends Texts>(texts: T): Spoken<T> {
  return inLanguage(texts, language)
}

/** A no of the server, in words for the visitor. */
export class Trouble extends Error {
  readonly status: number
  readonly fields: Record<string, string>

  constructor(status: number, message: string, fields: { path: string; message: string }[] = []) {
    super(message)
    this.status = status
    this.fields = Object.fromEntries(fields.map(field => [field.path, field.message]))
  }
}

const offline = {
  nl: 'Er kwam geen antwoord. Controleer je verbinding en probeer het opnieuw.',
  en: 'There was no answer. Check your connection and try again.',
}

const broken = {
  nl: 'De link is niet volledig. Kopieer hem helemaal uit de mail, of vraag een nieuwe aan.',
  en: 'The link is not complete. Copy all of it from the mail, or ask for a new one.',
}

/** What is wrong with the link that somebody came by, in words for them. */
export function linkTrouble(error: unknown): string {
  // A secret of another form than Helder gives out lost a piece on the way.
  if (error instanceof Trouble && error.status === 422) return broken[language]
  return error instanceof Error ? error.message : ''
}

/**
 * Calls an address for visitors. Its contract comes along as a type only: the schemas would weigh more than the
 * elements themselves.
 */
export async function call<C extends AnyContract>(
  method: C['method'],
  path: string,
  body?: unknown,
): Promise<Reply<C>> {
  const answer = await send(method, path, body)
  return (answer.status === 204 ? undefined : await answer.json()) as Reply<C>
}

/** Fetches bytes from an address for visitors. */
export async function download(path: string, body: unknown): Promise<Blob> {
  return (await send('POST', path, body)).blob()
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  const answer = await fetch(`/_helder${path}`, {
    method,
    headers: { accept: 'application/json', 'accept-language': language, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Trouble(0, offline[language])
  })
  if (answer.ok) return answer
  const problem = await answer.json().catch(() => ({}))
  throw new Trouble(answer.status, problem.detail ?? offline[language], problem.fields)
}
