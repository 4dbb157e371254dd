import type { Bytes } from '../../core/http/bytes.ts'

/** Bytes that are ready to be sent, until they have to make room. */
export interface Ready {
  bytes: Bytes | undefined
  status: number
  sizeBytes: number
  used: boolean
}

/** Keeps ready bytes within a limit; those that nobody asked for since the last round go first. */
export class Shelf {
  readonly #mostBytes: number
  readonly #queue: Ready[] = []
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** How many bytes are kept. */
  get sizeBytes(): number {
    return this.#bytes
  }

  put(bytes: Bytes, status: number): Ready {
    const sizes = [bytes.plain, bytes.brotli, bytes.gzip].map(form => form?.body.byteLength ?? 0)
    const sizeBytes = sizes.reduce((total, size) => total + size, 1000)
    const ready: Ready = { bytes, status, sizeBytes, used: false }
    this.#queue.push(ready)
    this.#bytes += sizeBytes
    while (this.#bytes > this.#mostBytes && this.#queue.length > 1) this.#makeRoom()
    return ready
  }

  #makeRoom(): void {
    const oldest = this.#queue.shift()
    if (oldest === undefined) return
    if (oldest.used && oldest.bytes !== undefined) {
      oldest.used = false
      this.#queue.push(oldest)
    } else {
      // Whoever still holds on to it sees that it is gone, and fetches it again.
      oldest.bytes = undefined
      this.#bytes -= oldest.sizeBytes
    }
  }
}
