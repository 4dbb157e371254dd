import { type PointerEvent, useState } from 'react'
import { keep, readKept } from '../../ui/kept.ts'
import styles from './splitter.module.css'

/** A size that can be changed by a splitter, in pixels. */
export interface Split {
  size: number
  least: number
  most: number
  change: (size: number) => void
}

/** A size that is kept in this browser under a name. */
export function useSplit(name: string, given: { begin: number; least: number; most: number }): Split {
  const { begin, least, most } = given
  const within = (size: number) => Math.round(Math.min(most, Math.max(least, size)))
  const [chosen, setChosen] = useState(() => Number(readKept(name)) || null)
  const change = (next: number) => {
    setChosen(within(next))
    keep(name, String(within(next)))
  }
  return { size: within(chosen ?? begin), least, most, change }
}

const step = 16

/**
 * The line between two panes: dragged, or moved by the arrow keys. `side` is where the pane stands whose size it
 * changes.
 */
export function Splitter({ label, split, side }: { label: string; split: Split; side: 'start' | 'end' }) {
  const { size, least, most, change } = split
  const sign = side === 'start' ? 1 : -1
  const keys: Record<string, number> = {
    ArrowRight: size + sign * step,
    ArrowLeft: size - sign * step,
    Home: least,
    End: most,
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget: line, pointerId, clientX: from } = event
    line.setPointerCapture(pointerId)
    line.dataset.dragging = ''
    const move = (to: globalThis.PointerEvent) => change(size + sign * (to.clientX - from))
    const end = () => {
      line.removeEventListener('pointermove', move)
      delete line.dataset.dragging
    }
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', end, { once: true })
  }
  return (
    <hr
      className={styles.splitter}
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={drag}
      onKeyDown={event => {
        const next = keys[event.key]
        if (next === undefined) return
        event.preventDefault()
        change(next)
      }}
    />
  )
}
