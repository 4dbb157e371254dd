/** How long a preview works. */
export const previewHours = 24

/** The first part of the host name of a preview. A name of a site has no `--` in it, so the two never meet. */
export function previewLabel(secret: string): string {
  return `preview--${secret}`
}

/** The secret in the first part of a host name, where it is one of a preview. */
export function secretOf(label: string): string | undefined {
  return /^preview--([a-z2-7]{32})$/.exec(label)?.[1]
}

/** What a page in a preview tells the studio around it. */
export type PreviewWord =
  /** Which page is shown, and whether it could not be made. */
  | { helder: 'preview'; say: 'here'; path: string; isBroken: boolean }
  /** A place in a file that somebody pressed, where it is said what is wrong. */
  | { helder: 'preview'; say: 'open'; file: string; line: number }
  /** A script of the page that failed; `source` is its address. */
  | { helder: 'preview'; say: 'fault'; message: string; source: string; line: number }

/** What the studio asks of the page in a preview: to come anew, and stay where it was scrolled to. */
export interface PreviewOrder {
  helder: 'studio'
  do: 'reload'
}

/** Reads what came from a page in a preview; null for anything else, since a page can say what it likes. */
export function readPreviewWord(data: unknown): PreviewWord | null {
  if (!isRecord(data) || data.helder !== 'preview') return null
  const { say, path, isBroken, file, message, source, line } = data
  const at = typeof line === 'number' && Number.isSafeInteger(line) ? line : 1
  if (say === 'here' && isText(path) && path.startsWith('/'))
    return { helder: 'preview', say, path, isBroken: isBroken === true }
  if (say === 'open' && isText(file)) return { helder: 'preview', say, file, line: at }
  if (say === 'fault' && isText(message) && isText(source))
    return { helder: 'preview', say, message, source, line: at }
  return null
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

const longestWord = 2000

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestWord
}
