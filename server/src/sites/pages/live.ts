import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from '../../core/ctx.ts'
import { type Bytes, isCompressible, prepareBytes, sendBytes, sendStream } from '../../core/http/bytes.ts'
import { cacheControls, siteHeaders } from './headers.ts'
import { type Addresses, addressesOf, lookUp, type Manifest, type ManifestEntry } from './manifest.ts'
import { notices } from './notices.ts'
import type { Ready, Shelf } from './shelf.ts'

/** From this size on a file is sent from where it lies; text is worth more room, since it is sent at a fifth of it. */
const streamedFromBytes = { text: 8_000_000, other: 1_000_000 }

/** How many addresses of a release are remembered as they were asked. */
const mostShortcuts = 5000

/** Something to have at hand. */
interface Wanted {
  key: string
  /** Absent for a notice that a page is not there, on a site that has none of its own. */
  entry: ManifestEntry | undefined
  status: number
  /** The form that somebody sent. */
  sent: string | undefined
}

/** A release as visitors get it: addresses in memory, bytes as far as they were asked for. */
export class LiveRelease {
  readonly manifest: Manifest
  readonly #services: Services
  readonly #workspaceId: string
  readonly #shelf: Shelf
  readonly #addresses: Addresses
  /** By what is served: the path of an entry, or that of a page with thanks. */
  readonly #ready = new Map<string, Ready>()
  /** By the request line, for what was served at it before. */
  readonly #shortcuts = new Map<string, Ready>()

  constructor(services: Services, workspaceId: string, manifest: Manifest, shelf: Shelf) {
    this.#services = services
    this.#workspaceId = workspaceId
    this.manifest = manifest
    this.#shelf = shelf
    this.#addresses = addressesOf(manifest)
  }

  /** Sends what was asked for when it is at hand; gives whether it was. */
  sendReady(request: IncomingMessage, response: ServerResponse): boolean {
    const ready = this.#shortcuts.get(request.url ?? '')
    if (ready?.bytes === undefined) return false
    ready.used = true
    sendBytes(request, response, ready.bytes, ready.status)
    return true
  }

  /** Lets go of all bytes: what was withdrawn is not kept. */
  drop(): void {
    for (const ready of this.#ready.values()) ready.bytes = undefined
    this.#ready.clear()
    this.#shortcuts.clear()
  }

  /** Looks up what was asked for, fetches it where that is needed, and sends it. */
  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    const [path = '/', query = ''] = splitOnce(url, '?')
    const found = lookUp(this.#addresses, path)
    if (found.kind === 'redirect') {
      const location = query === '' ? found.to : `${found.to}?${query}`
      response.writeHead(301, { location, 'cache-control': cacheControls.check }).end()
      return
    }
    if (found.kind === 'not-found') {
      const { entry } = found
      const ready = await this.#get({ key: `404 ${entry?.sha ?? ''}`, entry, status: 404, sent: undefined })
      sendBytes(request, response, ready, 404)
      return
    }
    if (isLarge(found.entry)) {
      this.#stream(request, response, found.entry)
      return
    }
    const sent = sentOf(found.entry, query)
    const key = sent === undefined ? found.path : `${found.path}?sent=${sent}`
    const bytes = await this.#get({ key, entry: found.entry, status: 200, sent })
    const ready = this.#ready.get(key)
    if (ready && (query === '' || sent !== undefined)) this.#remember(url, ready)
    sendBytes(request, response, bytes, 200)
  }

  async #get(wanted: Wanted): Promise<Bytes> {
    const ready = this.#ready.get(wanted.key)
    if (ready?.bytes === undefined) return this.#prepare(wanted)
    ready.used = true
    return ready.bytes
  }

  #remember(url: string, ready: Ready): void {
    if (this.#shortcuts.size >= mostShortcuts) this.#shortcuts.clear()
    this.#shortcuts.set(url, ready)
  }

  async #prepare({ key, entry, status, sent }: Wanted): Promise<Bytes> {
    const type = entry?.type ?? 'text/html; charset=utf-8'
    const sha = (sent && entry?.sent?.[sent]) || entry?.sha
    const body =
      sha === undefined
        ? Buffer.from(notices.notFound)
        : await this.#services.objects.get(this.#workspaceId, sha)
    const bytes = await prepareBytes(body, type, {
      // Thanks are for who just sent something, not for who comes by later.
      cacheControl: sent === undefined ? cacheControls[entry?.cache ?? 'check'] : 'private, no-store',
      headers: siteHeaders(this.#services.config, type),
      // The last per cents of a large text take seconds of a processor.
      effort: body.byteLength > 500_000 ? 5 : 9,
    })
    this.#ready.set(key, this.#shelf.put(bytes, status))
    return bytes
  }

  #stream(request: IncomingMessage, response: ServerResponse, entry: ManifestEntry): void {
    const { objects, config } = this.#services
    const { sha, sizeBytes, type } = entry
    sendStream(
      request,
      response,
      { sha, sizeBytes, type, open: range => objects.stream(this.#workspaceId, sha, range) },
      { cacheControl: cacheControls[entry.cache], headers: siteHeaders(config, type) },
    )
  }
}

function isLarge({ sizeBytes, type }: ManifestEntry): boolean {
  return sizeBytes > streamedFromBytes[isCompressible(type) ? 'text' : 'other']
}

// `?sent=contact` on a page with that form: the same page, with thanks in its place.
function sentOf(entry: ManifestEntry, query: string): string | undefined {
  if (entry.sent === undefined || query === '') return undefined
  const key = new URLSearchParams(query).get('sent')
  return key !== null && Object.hasOwn(entry.sent, key) ? key : undefined
}

function splitOnce(value: string, mark: string): [string, string] {
  const at = value.indexOf(mark)
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}
