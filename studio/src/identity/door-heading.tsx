import { type ReactNode, useEffect, useRef } from 'react'
import styles from './door.module.css'

/** The heading of a screen before signing in; one that comes in place of another takes the focus. */
export function DoorHeading(props: { children: ReactNode; about?: ReactNode; isNew?: boolean }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (props.isNew) ref.current?.focus()
  }, [props.isNew])
  return (
    <header className={styles.heading}>
      <h1 ref={ref} tabIndex={-1}>
        {props.children}
      </h1>
      {props.about ? <p>{props.about}</p> : null}
    </header>
  )
}
