import type { ReactNode } from 'react'
import { ErrorState, type Trouble } from './error-state.tsx'
import { Skeleton } from './loading.tsx'

/** Something that is being read: it waits, has failed, or is there. */
export interface Reading<T> {
  data: T | undefined
  problem: Trouble | null
  retry: () => void
}

/** Shows what was read when it is there; until then its shape, and in case of trouble what to do. */
export function Loaded<T>(props: {
  from: Reading<T>
  shape?: ReactNode
  children: (data: T) => ReactNode
}): ReactNode {
  const { data, problem, retry } = props.from
  // What is on screen stays there when reading it anew fails: old is better than nothing.
  if (data !== undefined) return props.children(data)
  if (problem !== null) return <ErrorState trouble={problem} retry={retry} />
  return props.shape ?? <Skeleton />
}
