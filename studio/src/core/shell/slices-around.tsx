import { type ComponentType, lazy, Suspense } from 'react'
import type { StudioSlice } from '../slice.ts'
import { useSlices } from '../slices.tsx'

const loaded = new Map<StudioSlice, ComponentType>()

// A component that is made while rendering would begin anew each time.
function partOf(slice: StudioSlice): ComponentType | null {
  const { around } = slice
  if (around === undefined) return null
  const Part = loaded.get(slice) ?? lazy(async () => ({ default: await around() }))
  loaded.set(slice, Part)
  return Part
}

/** What slices do around every screen of a workspace; nothing waits for it. */
export function SlicesAround() {
  return (
    <Suspense>
      {useSlices().map(slice => {
        const Part = partOf(slice)
        return Part ? <Part key={slice.name} /> : null
      })}
    </Suspense>
  )
}
