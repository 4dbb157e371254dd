/** How far into a page its head is looked for, in bytes. */
const headWithin = 4096

/**
 * Puts into a page of a preview the script by which it follows what is being worked on: in its head, or at its end
 * where it does not write one. Works on bytes, since an uploaded page may be in any encoding that contains ASCII.
 */
export function followed(html: Buffer, studio: string, isBroken = false): Buffer {
  const script = `<script type="module" src="/_helder/visitor/preview.js" data-studio="${studio}"${isBroken ? ' data-broken' : ''}></script>`
  const start = html.subarray(0, headWithin).toString('latin1')
  const head = /<head(?:\s[^>]*)?>/i.exec(start)
  const at = head ? head.index + head[0].length : html.byteLength
  return Buffer.concat([html.subarray(0, at), Buffer.from(script), html.subarray(at)])
}
