import type { Reply } from '@helder/client'
import type { Daylight } from '@helder/fields'
import { getRegister } from '@helder/server/privacy/register/schema'
import { type Text, text } from '@helder/words'
import { useMemo } from 'react'
import type { Reading } from '../ui/loaded.tsx'
import { useReply } from './api.tsx'
import { useWorkspace } from './place.tsx'

/** A line of the register: one kind of data, why it is held, how long, and who sees it. */
export type RegisterEntry = Reply<typeof getRegister>[number]

// A form that changes changes what is held; a role that changes, who sees it. Requests change neither.
const topics = ['privacy.register', 'records.collection', 'tenancy']

/** The register of the workspace: read once for all that is on screen, and not at all by whoever may not. */
export function useRegister(): Reading<RegisterEntry[]> {
  const { can } = useWorkspace()
  return useReply(getRegister, {}, { when: can('privacy.register.read'), topics })
}

const somebody = text('wie erin staat', 'whoever is in it')

/** Gives what the daylight mark says of a field in a store; undefined where the register has no line for it. */
export type DaylightOf = (store: string, field: string, whose?: Text) => Daylight | undefined

/** What the daylight mark says of any field: `daylightOf('mail.messages', 'to_address')`. */
export function useDaylight(): DaylightOf {
  const { data } = useRegister()
  return useMemo(() => {
    const entries = data === undefined ? new Map<string, RegisterEntry>() : byField(data)
    return (store, field, whose = somebody) => {
      const entry = entries.get(`${store} ${field}`)
      if (entry === undefined) return undefined
      const { category, purpose, keep, seenBy } = entry
      return { category, whose, purpose, keep, seenBy }
    }
  }, [data])
}

const known = new WeakMap<RegisterEntry[], Map<string, RegisterEntry>>()

// A table has a mark in every column: the list is put in order for the first of them.
function byField(entries: RegisterEntry[]): Map<string, RegisterEntry> {
  const map = known.get(entries) ?? new Map(entries.map(entry => [`${entry.store} ${entry.field}`, entry]))
  known.set(entries, map)
  return map
}
