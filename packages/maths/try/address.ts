/** What a page shows, kept in its address so that it can be sent to somebody, and survives a reload. */
export type State = Record<string, string>

/** Reads the state from the address. */
export function readState(): State {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
}

/** Keeps the state in the address, without a new step in the history for each letter. */
export function keepState(state: State): void {
  const kept = Object.entries(state).filter(([, value]) => value !== '')
  history.replaceState(null, '', `#${new URLSearchParams(kept)}`)
}

/** The language that the address asks for, else that of the browser. */
export function languageOf({ lang }: State): 'nl' | 'en' {
  if (lang === 'nl' || lang === 'en') return lang
  return navigator.language.startsWith('nl') ? 'nl' : 'en'
}
