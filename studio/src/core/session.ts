import { Problem } from '@helder/client'
import { getMe } from '@helder/server/core/tenancy/schema'
import { isLanguage, type Language, preferredLanguage } from '@helder/words'
import type { QueryClient } from '@tanstack/react-query'
import { readKept } from '../ui/kept.ts'
import { replyOptions } from './api.tsx'
import type { Me } from './place.tsx'

// What changes who one is or where one works.
const meTopics = ['me', 'identity.account', 'tenancy.member', 'tenancy.workspace', 'tenancy.support']

/** The language before anyone is signed in: chosen earlier in this browser, or the browser's own. */
export function firstLanguage(): Language {
  const kept = readKept('language')
  return kept !== null && isLanguage(kept) ? kept : preferredLanguage(navigator.languages.join(','))
}

/** How the answer to who is signed in is kept. */
export function meOptions() {
  return replyOptions(getMe, {}, { workspaceId: undefined, language: firstLanguage() }, meTopics)
}

/** Who is signed in; null for nobody. */
export async function findMe(queries: QueryClient): Promise<Me | null> {
  try {
    return await queries.ensureQueryData(meOptions())
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-signed-in') return null
    throw error
  }
}
