/** A publication that was begun in this window, to tell of when it is done. */
export interface Begun {
  releaseId: string
  siteId: string
  name: string
}

const name = 'helder.begun'
const listeners = new Set<() => void>()
let begun: readonly Begun[] = read()

// Kept for this window, so that a reload forgets nothing.
function read(): Begun[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function change(next: readonly Begun[]): void {
  begun = next
  try {
    sessionStorage.setItem(name, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing still tells, until it is reloaded.
  }
  for (const heard of listeners) heard()
}

/** Remembers that a publication was begun here. */
export function noteBegun(one: Begun): void {
  change([...begun, one])
}

/** Forgets a publication, because its end was told. */
export function forgetBegun(releaseId: string): void {
  change(begun.filter(one => one.releaseId !== releaseId))
}

/** The publications that were begun here, for `useSyncExternalStore`. */
export const begunStore = {
  subscribe: (heard: () => void) => {
    listeners.add(heard)
    return () => listeners.delete(heard)
  },
  read: () => begun,
}
