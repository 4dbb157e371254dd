import { useRef, useState } from 'react'
import { moved } from '../../ui/reorder/order.ts'

/** The items of a list with keys that stay with them while they move. */
export interface Items {
  keys: readonly string[]
  put(item: unknown, at: number): void
  change(at: number, item: unknown): void
  remove(at: number): void
  move(from: number, to: number): void
}

/** Works on the items of a list, which have no names of their own. */
export function useItems(items: readonly unknown[], change: (items: unknown[]) => void): Items {
  const next = useRef(items.length)
  const [known, setKeys] = useState(() => items.map((_, at) => `${at}`))
  // Items that came from elsewhere, such as another version, have other keys from their place on.
  const keys = items.map((_, at) => known[at] ?? `from elsewhere ${at}`)
  return {
    keys,
    put(item, at) {
      const key = `${next.current++}`
      setKeys([...keys.slice(0, at), key, ...keys.slice(at)])
      change([...items.slice(0, at), item, ...items.slice(at)])
    },
    change(at, item) {
      change(items.map((before, other) => (other === at ? item : before)))
    },
    remove(at) {
      setKeys(keys.filter((_, other) => other !== at))
      change(items.filter((_, other) => other !== at))
    },
    move(from, to) {
      setKeys(moved(keys, from, to))
      change(moved(items, from, to))
    },
  }
}
