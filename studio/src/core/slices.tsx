import { createContext, type ReactNode, useContext } from 'react'
import type { StudioSlice } from './slice.ts'

const SlicesContext = createContext<readonly StudioSlice[]>([])

/** Tells what the studio is made of. */
export function SlicesProvider({
  slices,
  children,
}: {
  slices: readonly StudioSlice[]
  children: ReactNode
}) {
  return <SlicesContext value={slices}>{children}</SlicesContext>
}

/** What the studio is made of: core knows no slice by name. */
export function useSlices(): readonly StudioSlice[] {
  return useContext(SlicesContext)
}
