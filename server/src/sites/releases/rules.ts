import { z } from 'zod'

const file = z.object({ sha256: z.string(), sizeBytes: z.number() })
const bothLanguages = z.object({ nl: z.string(), en: z.string() })

/** What a release is made of, but for its records: those stand in a table, to be found by. */
export const releaseInputs = z.object({
  name: z.string(),
  origin: z.string(),
  languages: z.array(z.string()),
  /** By path. */
  files: z.record(z.string(), file),
  definitions: z.array(z.object({ collectionId: z.string(), version: z.number() })),
  /** The names of the roles that see what visitors send. */
  readers: z.array(bothLanguages),
})

/** What a release is made of, but for its records. */
export type ReleaseInputs = z.output<typeof releaseInputs>

/** What decides how a release stands. */
export interface ReleaseStanding {
  manifestSha: string | null
  failed: boolean
  withdrawnAt: Date | null
}

/** How a release stands. */
export function stateOf(release: ReleaseStanding): 'building' | 'ready' | 'failed' | 'withdrawn' {
  if (release.withdrawnAt !== null) return 'withdrawn'
  if (release.failed) return 'failed'
  return release.manifestSha === null ? 'building' : 'ready'
}

/** How a file that builders work on differs from what visitors see. */
export interface FileChange {
  path: string
  change: 'added' | 'changed' | 'removed'
}

/** How the files that builders work on differ from those that visitors see, both by path. */
export function fileChanges(working: Record<string, string>, live: Record<string, string>): FileChange[] {
  const paths = [...new Set([...Object.keys(working), ...Object.keys(live)])].sort()
  return paths.flatMap((path): FileChange[] => {
    const now = Object.hasOwn(working, path) ? working[path] : undefined
    const then = Object.hasOwn(live, path) ? live[path] : undefined
    if (now === then) return []
    if (now === undefined) return [{ path, change: 'removed' }]
    return [{ path, change: then === undefined ? 'added' : 'changed' }]
  })
}

/** How many releases of a site can always be gone back to, and for how many days all can. */
export const keptReleases = { count: 20, days: 30 } as const
