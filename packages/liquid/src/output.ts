import { text } from '@helder/words'
import type { Emitter } from 'liquidjs'
import { limits } from './limits.ts'
import { printed } from './printed.ts'
import { Complaint } from './problem.ts'

/** How much a page may still write; its captures count along. */
export interface Room {
  left: number
}

/** Room for one page. */
export function roomForPage(): Room {
  return { left: limits.outputChars }
}

const rooms = new WeakMap<object, Room>()

/** Ties the room of a page to the global variables of its rendering. */
export function bindRoom(globals: object, room: Room): void {
  rooms.set(globals, room)
}

/** What a page or a capture is written to. */
export class BoundedEmitter implements Emitter {
  buffer = ''
  readonly #room: Room

  constructor(globals: object) {
    this.#room = rooms.get(globals) ?? roomForPage()
  }

  write(given: unknown): void {
    // Outputs come here escaped; a tag may hand over a value that was not printed yet.
    const written = typeof given === 'string' ? given : printed(given)
    this.#room.left -= written.length
    if (this.#room.left < 0) throw new Complaint(tooLong)
    this.buffer += written
  }
}

const tooLong = text(
  `Deze pagina is langer dan ${limits.outputChars / 1_000_000} miljoen tekens en is gestopt. Verdeel de inhoud over meer pagina's.`,
  `This page is longer than ${limits.outputChars / 1_000_000} million characters and was stopped. Spread its content over more pages.`,
)
