import { type Config, origin } from '../../core/config.ts'
import { mediaTypeOf } from '../../core/media-types.ts'

/** How long browsers and caches keep something, by whether its name changes with its content. */
export const cacheControls = {
  check: 'public, max-age=0, must-revalidate',
  forever: 'public, max-age=31536000, immutable',
} as const

/** The headers of everything on a client's site. Only the studio may show a site in a frame. */
export function siteHeaders(config: Config, type: string): Record<string, string> {
  const frames = `frame-ancestors 'self' ${origin(config, config.studioHost)}`
  return {
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': type.startsWith('image/svg') ? `${lonePicture}; ${frames}` : frames,
  }
}

// A drawing that is opened by itself is a document with scripts; in a page it is a picture, and this says nothing.
const lonePicture = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

/**
 * The type of a file that editors put in a record. Whoever writes content does not write code: a page or a script comes
 * as bytes to be saved.
 */
export function typeOfMedia(name: string): string {
  const type = mediaTypeOf(name)
  const runs = /html|xml|javascript/.test(type) && !type.startsWith('image/svg')
  return runs ? 'application/octet-stream' : type
}
