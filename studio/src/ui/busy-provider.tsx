import { createContext, type ReactNode, useContext } from 'react'
import { Busy } from './busy.ts'

const BusyContext = createContext(new Busy())

/** Gives the bar of what is happening to everything inside. */
export function BusyProvider({ busy, children }: { busy: Busy; children: ReactNode }) {
  return <BusyContext value={busy}>{children}</BusyContext>
}

/** What is happening right now, to add to. */
export function useBusy(): Busy {
  return useContext(BusyContext)
}
