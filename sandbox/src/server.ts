import type { RecordFacts } from '@helder/liquid'
import type { Order, Wish, Word } from './protocol.ts'

/** The server, as a job in the sandbox sees it. */
export interface Server {
  /** The text of a file of the site. */
  source(sha: string): Promise<string>
  /** The records of a collection that are on the site, newest first. */
  records(collection: string): Promise<RecordFacts[]>
}

type Answer = Extract<Order, { do: 'answer' }>['value']

const waiting = new Map<number, (value: Answer) => void>()
let asked = 0

/** Sends something to the server. */
export function send(word: Word): void {
  process.send?.(word)
}

/** Hands an answer to whoever asked. */
export function hear(ask: number, value: Answer): void {
  waiting.get(ask)?.(value)
  waiting.delete(ask)
}

/** The server, for one job. */
export function serverFor(job: number): Server {
  const wish = (wanted: Wish) =>
    new Promise<Answer>(resolve => {
      const ask = ++asked
      waiting.set(ask, resolve)
      send({ say: 'ask', job, ask, wish: wanted })
    })
  return {
    async source(sha) {
      const value = await wish({ kind: 'source', sha })
      return typeof value === 'string' ? value : ''
    },
    async records(collection) {
      const value = await wish({ kind: 'records', collection })
      return Array.isArray(value) ? value : []
    },
  }
}
