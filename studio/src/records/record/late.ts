import { useEffect, useState } from 'react'

const pauseMs = 1_000

/** Faults that still stand a moment after the last key: what somebody is typing is not wrong yet. */
export function useLate<V>(faults: Readonly<Record<string, V>>): Record<string, V> {
  const [noted, setNoted] = useState<Readonly<Record<string, V>>>({})
  useEffect(() => {
    const timer = setTimeout(() => setNoted(faults), pauseMs)
    return () => clearTimeout(timer)
  }, [faults])
  // What was mended is gone at once.
  return Object.fromEntries(Object.entries(faults).filter(([name]) => name in noted))
}
