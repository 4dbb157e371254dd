import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** Reads what this browser keeps under a name; null where it keeps nothing, or may not. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(`helder.${name}`)
  } catch {
    return null
  }
}

/** Keeps a value in this browser: choices of appearance, and what was used last. Never personal data. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`helder.${name}`, value)
  } catch {
    // A browser that keeps nothing still shows everything.
  }
  for (const heard of listeners) heard()
}

function subscribe(heard: () => void): () => void {
  listeners.add(heard)
  window.addEventListener('storage', heard)
  return () => {
    listeners.delete(heard)
    window.removeEventListener('storage', heard)
  }
}

/** A choice that this browser keeps, one of a list; the first where nothing was chosen. */
export function useKept<V extends string>(
  name: string,
  values: readonly [V, ...V[]],
): [V, (value: V) => void] {
  const read = () => values.find(value => value === readKept(name)) ?? values[0]
  const choose = useCallback((value: V) => keep(name, value), [name])
  return [useSyncExternalStore(subscribe, read), choose]
}
