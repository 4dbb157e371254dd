import type { Language } from '@helder/words'
import { createContext, useContext } from 'react'
import type { Holding } from '../daylight.tsx'
import type { ListedCollection } from '../site.ts'

/** What the parts of a set-up need to know of the whole. */
export interface Builder {
  holding: Holding
  /** The languages in which words are asked for, the site's own first. */
  languages: readonly Language[]
  /** Whether the site speaks more than one language. */
  isMultilingual: boolean
  /** The collections of the site that can be referred to. */
  collections: readonly ListedCollection[]
  /** The path of the field that stands open. */
  open: string | undefined
  setOpen(path: string | undefined): void
}

const BuilderContext = createContext<Builder | null>(null)

/** Tells the parts of a set-up what they are part of. */
export const BuilderProvider = BuilderContext.Provider

/** What the parts of a set-up need to know of the whole. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext)
  if (builder === null) throw new Error('this is part of a set-up')
  return builder
}
