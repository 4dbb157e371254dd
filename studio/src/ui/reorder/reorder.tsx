import { IconGripVertical } from '@tabler/icons-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import { placeOf, type Span, shifts } from './order.ts'
import styles from './reorder.module.css'

/** What a list in an order of one's own shows and offers. */
export interface ReorderProps<Item> {
  /** What it is a list of, for those who do not see it. */
  label: string
  items: readonly Item[]
  /** Stable, also when an item moves. */
  keyOf: (item: Item, at: number) => string
  nameOf: (item: Item, at: number) => string
  move: (from: number, to: number) => void
  /** An item, with the handle by which it is moved. */
  children: (item: Item, at: number, handle: ReactNode) => ReactNode
  /** Whether the order is fixed, for instance because it may not be changed. */
  isFixed?: boolean
}

interface Drag {
  from: number
  to: number
  by: number
  startY: number
  spans: Span[]
}

/** A list whose order people choose: by dragging the handle, or with the arrow keys on it. */
export function Reorder<Item>(props: ReorderProps<Item>) {
  const { label, items, keyOf, nameOf, move, children, isFixed = false } = props
  const t = useTexts(texts)
  const hintId = useId()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const dragging = useDrag(list, move)
  const step = (event: KeyboardEvent, from: number, name: string) => {
    const to = stepOf(event.key, from, items.length)
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    if (to === from) return
    move(from, to)
    setSaid(t.movedTo(name, to + 1, items.length))
  }
  return (
    <>
      <ol
        ref={list}
        aria-label={label}
        className={styles.list}
        data-dragging={dragging.drag ? true : undefined}
      >
        {items.map((item, at) => {
          const name = nameOf(item, at)
          const handle =
            isFixed || items.length < 2 ? null : (
              <button
                type="button"
                className={styles.handle}
                aria-label={t.move(name)}
                aria-describedby={hintId}
                onKeyDown={event => step(event, at, name)}
                {...dragging.handle(at)}
              >
                <IconGripVertical size={18} stroke={1.75} aria-hidden />
              </button>
            )
          return (
            <li key={keyOf(item, at)} {...dragging.item(at)}>
              {children(item, at, handle)}
            </li>
          )
        })}
      </ol>
      <p id={hintId} hidden>
        {t.moveKeys}
      </p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  )
}

function stepOf(key: string, from: number, count: number): number | null {
  const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}

function useDrag(list: { current: HTMLOListElement | null }, move: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const follow = (event: PointerEvent) =>
    setDrag(before => {
      if (before === null) return null
      const by = event.clientY - before.startY
      return { ...before, by, to: placeOf(before.spans, before.from, by) }
    })
  const end = (isDropped: boolean) => {
    if (drag !== null && isDropped && drag.to !== drag.from) move(drag.from, drag.to)
    setDrag(null)
  }
  return {
    drag,
    handle: (at: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: at, to: at, by: 0, startY: event.clientY, spans: spansOf(list.current) })
      },
      onPointerMove: (event: PointerEvent) => {
        if (drag !== null) follow(event)
      },
      onPointerUp: () => end(true),
      onPointerCancel: () => end(false),
    }),
    item: (at: number): { style?: CSSProperties; 'data-dragged'?: true } => {
      if (drag === null) return {}
      const by = at === drag.from ? drag.by : shifts(drag.spans, drag.from, drag.to)[at]
      const style = { transform: `translateY(${by ?? 0}px)` }
      return at === drag.from ? { style, 'data-dragged': true } : { style }
    },
  }
}

function spansOf(list: HTMLOListElement | null): Span[] {
  return [...(list?.children ?? [])].map(item => {
    const { top, bottom } = item.getBoundingClientRect()
    return { top, bottom }
  })
}
