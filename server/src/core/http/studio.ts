import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { origin, projectFolder } from '../config.ts'
import type { Services } from '../ctx.ts'
import { notFound } from '../errors.ts'
import { mediaTypeOf } from '../media-types.ts'
import { type Bytes, prepareBytes, sendBytes } from './bytes.ts'

/** Serves the studio: its files by name, and its one page at every other address that is not the interface's. */
export async function studioFiles(app: FastifyInstance, services: Services): Promise<void> {
  const folder = join(projectFolder, 'build', 'studio')
  if (!existsSync(folder)) return
  const headers = studioHeaders(services)
  const names = new Set(await filesBelow(folder))
  const ready = new Map<string, Promise<Bytes>>()
  // Prepared when first asked for: compressing everything would hold up the start.
  const prepared = (name: string) => {
    const bytes = ready.get(name) ?? prepareFile(folder, name, headers)
    ready.set(name, bytes)
    return bytes
  }
  // Files from memory cost next to nothing, and a screen asks for dozens: counting them would lock out an office.
  const options = { config: { rateLimit: false as const } }
  app.get('/*', options, async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0]?.slice(1) ?? ''
    const isFile = names.has(path)
    if (!isFile && /^(api|assets)\//.test(path)) throw notFound()
    const bytes = await prepared(isFile ? path : 'index.html')
    reply.hijack()
    sendBytes(request.raw, reply.raw, bytes)
  })
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
}

async function prepareFile(folder: string, name: string, headers: Record<string, string>): Promise<Bytes> {
  const body = await readFile(join(folder, name))
  return prepareBytes(body, mediaTypeOf(name), { cacheControl: cacheControlOf(name), headers })
}

// Vite puts a hash of the content in the name of everything below assets/.
function cacheControlOf(name: string): string {
  return name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function studioHeaders({ config }: Services): Record<string, string> {
  const sites = origin(config, `*.${config.sitesBase}`)
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // The editors set styles on elements; no script can come in that way.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    `frame-src 'self' ${sites}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(config.scheme === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
