import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../../core/config.ts'
import { type Bytes, prepareBytes } from '../../core/http/bytes.ts'
import { cacheControls } from './headers.ts'

const folder = join(projectFolder, 'build', 'visitor')

const ready = new Map<string, Promise<Bytes>>()

/** A script for visitors by its name; undefined where there is none. Parts that elements share are never the same under one name. */
export async function visitorFile(name: string): Promise<Bytes | undefined> {
  const known = ready.get(name)
  if (known) return known
  const names = existsSync(folder) ? await readdir(folder) : []
  if (!names.includes(name)) return undefined
  const made = prepare(name)
  ready.set(name, made)
  return made
}

async function prepare(name: string): Promise<Bytes> {
  const cacheControl = name.startsWith('part.') ? cacheControls.forever : 'public, max-age=600'
  return prepareBytes(await readFile(join(folder, name)), 'text/javascript; charset=utf-8', {
    cacheControl,
    effort: 9,
  })
}
