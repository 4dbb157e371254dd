/** What a file holds, as far as an editor can show it. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'picture'; blob: Blob }
  /** Bytes that are no text, text of another encoding, or too much of it. */
  | { kind: 'bytes'; why: 'binary' | 'large' }

/** The largest text that is edited here, in bytes. */
export const mostTextBytes = 2_000_000

/** Works out what a file holds by its bytes and its media type. A drawing in SVG is text. */
export async function contentOf(blob: Blob, mediaType: string): Promise<Content> {
  const isPicture = mediaType.startsWith('image/') && !mediaType.startsWith('image/svg')
  if (isPicture) return { kind: 'picture', blob: new Blob([blob], { type: mediaType }) }
  if (blob.size > mostTextBytes) return { kind: 'bytes', why: 'large' }
  const text = textOf(await blob.arrayBuffer())
  return text === null ? { kind: 'bytes', why: 'binary' } : { kind: 'text', text }
}

// A text keeps its byte order mark, so that saving it changes only what was changed.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: ArrayBuffer): string | null {
  try {
    const text = utf8.decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** How lines end in a text: as on Windows where all of them do. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return /\r\n/.test(text) && !/(^|[^\r])\n/.test(text) ? '\r\n' : '\n'
}

/**
 * The smallest change that makes one text of another: what differs between their common beginning and end. By it the
 * cursor and what can be undone stay where they are.
 */
export function smallestChange(
  before: string,
  after: string,
): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
