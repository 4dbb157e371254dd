const nameOf = (siteId: string) => `helder.open.${siteId}`

/** The files of a site that were open in this window, so that a reload shows them again. */
export function readOpen(siteId: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(siteId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(path => typeof path === 'string') : []
  } catch {
    return []
  }
}

/** Keeps which files are open. */
export function keepOpen(siteId: string, paths: readonly string[]): void {
  try {
    sessionStorage.setItem(nameOf(siteId), JSON.stringify(paths))
  } catch {
    // A browser that keeps nothing begins with the file of the address.
  }
}
