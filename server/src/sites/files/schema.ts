import { contract } from '@helder/client'
import { z } from 'zod'

const instant = z.iso.datetime()
const siteParams = z.object({ siteId: z.uuid() })

/** The path of a file within its site: no `..`, no empty part, nothing that a system would trip over. */
export const filePath = z
  .string()
  .max(300)
  .refine(isFilePath, { error: 'Dit is geen pad van een bestand.\u0000This is not the path of a file.' })

/** Whether a string is a path of a file within a site. */
export function isFilePath(path: string): boolean {
  return path
    .split('/')
    .every(part => part !== '' && part !== '.' && part !== '..' && !refusedInPath.test(part))
}

// Control characters, and what a file system of somebody who downloads the site trips over.
const refusedInPath = /[\p{Cc}\\:*?"<>|]/u

/** The largest file of a site. */
export const largestSiteFileBytes = 50_000_000

const file = z.object({
  path: z.string(),
  version: z.number().int(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
  mediaType: z.string(),
  changedAt: instant,
  /** How it differs from what visitors see. */
  change: z.enum(['none', 'added', 'changed']),
})

export const listFiles = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/files',
  about: 'The files of a site that builders work on.',
  params: siteParams,
  reply: z.array(file),
})

export const readFile = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/files/*',
  about: 'The bytes of a file; `version` for an older one.',
  params: siteParams.extend({ '*': filePath }),
  query: z.object({ version: z.coerce.number().int().optional() }),
  download: 'application/octet-stream',
})

export const writeFile = contract({
  area: 'workspace',
  method: 'PUT',
  path: '/sites/:siteId/files/*',
  about:
    'Saves a file. `base` is the version that was changed (0: there was none); a newer one is a conflict.',
  params: siteParams.extend({ '*': filePath }),
  query: z.object({ base: z.coerce.number().int().optional() }),
  uploadBytes: largestSiteFileBytes,
  reply: z.object({
    version: z.number().int(),
    sha256: z.string(),
    /** What is wrong in it, by line (from 1): a template that can't be read, a script that can't be built. */
    problems: z.array(z.object({ line: z.number().int(), column: z.number().int(), message: z.string() })),
  }),
})

export const removeFile = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/sites/:siteId/files/*',
  about: 'Removes a file; its versions stay, so it can come back.',
  params: siteParams.extend({ '*': filePath }),
})

export const moveFile = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites/:siteId/move-file',
  about: 'Gives a file, or everything below a folder, another path.',
  params: siteParams,
  body: z.object({ from: filePath, to: filePath }),
})

export const listFileVersions = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/file-versions/*',
  about: 'The versions of a file, newest first, also of one that was removed.',
  params: siteParams.extend({ '*': filePath }),
  reply: z.array(
    z.object({
      version: z.number().int(),
      removed: z.boolean(),
      sizeBytes: z.number().int().nullable(),
      by: z.string().nullable(),
      changedAt: instant,
    }),
  ),
})

export const restoreFile = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites/:siteId/restore-file',
  about: 'Makes an older version of a file the newest one.',
  params: siteParams,
  body: z.object({ path: filePath, version: z.number().int() }),
  reply: z.object({ version: z.number().int() }),
})

export const uploadSite = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites/:siteId/upload',
  about: 'Replaces the files of a site by those in a ZIP: a static site is served as it is.',
  params: siteParams,
  uploadBytes: 200_000_000,
  reply: z.object({ files: z.number().int(), sizeBytes: z.number().int(), left: z.array(z.string()) }),
})
