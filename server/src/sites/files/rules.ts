/** Where a file of a site belongs by its path: what Helder does with it. */
export type FileRole = 'template' | 'text' | 'asset' | 'public' | 'other'

/** What Helder does with a file, by its path. */
export function roleOf(path: string): FileRole {
  if (/^(layouts|snippets|pages)\/.*\.liquid$/.test(path)) return 'template'
  if (/^locales\/[^/]+\.json$/.test(path)) return 'text'
  if (path.startsWith('assets/')) return 'asset'
  if (path.startsWith('public/')) return 'public'
  return 'other'
}

/** Whether a file of `assets/` is bundled: scripts and styles at its top, by the path of the site. */
export function isEntryPoint(path: string): boolean {
  return /^assets\/[^/]+\.(tsx?|m?js|jsx|css)$/.test(path) && !path.endsWith('.d.ts')
}

/** What is never part of a site: what systems and tools leave in folders. */
const leftBehind =
  /(^|\/)(__MACOSX|\.git|\.svn|\.hg|node_modules)(\/|$)|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i

/** Whether a file is what a system or a tool left, and no part of a site. */
export function isLeftBehind(path: string): boolean {
  return leftBehind.test(path)
}

const conventions = new Set(['layouts', 'snippets', 'pages', 'assets', 'locales', 'public'])

/**
 * Where the files of a folder go in a site. One folder around everything is taken off. A folder with Liquid in it, or
 * with nothing but Helder's own folders, is a site as it is; any other is a static site, and goes below `public/`.
 */
export function placeUpload(paths: string[]): Map<string, string> {
  const top = commonTop(paths)
  const bare = paths.map(path => [path, path.slice(top.length)] as const)
  const isSource = looksLikeSource(bare.map(([, path]) => path))
  return new Map(bare.map(([path, shown]) => [path, isSource ? shown : `public/${shown}`]))
}

function commonTop(paths: string[]): string {
  const tops = new Set(paths.map(path => (path.includes('/') ? (path.split('/')[0] ?? '') : '')))
  const [top = ''] = tops
  return tops.size === 1 && top !== '' && !conventions.has(top) ? `${top}/` : ''
}

function looksLikeSource(paths: string[]): boolean {
  if (paths.some(path => roleOf(path) === 'template')) return true
  const tops = new Set(paths.map(path => (path.includes('/') ? path.split('/')[0] : undefined)))
  return tops.has('public') && [...tops].every(top => top !== undefined && conventions.has(top))
}

/** The media type of a file of a site; a template is text, of a kind that browsers do not know. */
export function typeOfFile(path: string, mediaTypeOf: (path: string) => string): string {
  return path.endsWith('.liquid') ? 'text/x-liquid; charset=utf-8' : mediaTypeOf(path)
}
