import { Problem } from '@helder/client'
import { inLanguage, text } from '@helder/words'
import { firstLanguage } from './session.ts'

const words = {
  unreachable: text(
    'Dit scherm kon niet worden opgehaald, want de server antwoordt niet. Probeer het opnieuw als de verbinding terug is.',
    'This screen could not be fetched, because the server does not answer. Try again when the connection is back.',
  ),
}

/**
 * Loads the code of a screen. When that fails because the server can't be reached, it fails with a Problem that the
 * screen shows; when the server is there, the code is gone because a newer version took its place, and the router
 * loads the page anew.
 */
export function reachable<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    try {
      return await load()
    } catch (error) {
      if (await isThere()) throw error
      const { unreachable } = inLanguage(words, firstLanguage())
      throw new Problem({ type: 'offline', status: 0, detail: unreachable })
    }
  }
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/health', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
