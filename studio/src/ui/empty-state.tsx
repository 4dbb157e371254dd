import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from './drawings.tsx'
import styles from './empty-state.module.css'

/** In place of a list that has nothing in it yet: a drawing, a sentence that teaches, and one thing to do. */
export function EmptyState(props: {
  drawing: DrawingName
  title: string
  children?: ReactNode
  action?: ReactNode
  /** The only thing on screen, so that its title is the screen's. */
  isScreen?: boolean
}) {
  const Title = props.isScreen ? 'h1' : 'h2'
  return (
    <div className={styles.state}>
      <Drawing name={props.drawing} />
      <div className={styles.words}>
        <Title>{props.title}</Title>
        {props.children ? <p>{props.children}</p> : null}
      </div>
      {props.action}
    </div>
  )
}
