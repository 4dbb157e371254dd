import { addressOf } from '@helder/client'
import { streamEvents } from '@helder/server/core/events/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { refresh } from './api.tsx'

/** Something that changed in the workspace, as the server tells it. */
interface Heard {
  topic: string
  id?: string
  progress?: Progressed
}

/** How far a piece of work is. */
export interface Progressed {
  done: number
  total: number
}

type Listener = (heard: Heard) => void
const listeners = new Set<Listener>()

/**
 * Hears what changes in a workspace for as long as the window is looked at, and reads anew what it touches. A window
 * in the background lets go of its connection, since a browser has few; it catches up when it is looked at again.
 */
export function useLiveEvents(workspaceId: string, when: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!when) return
    let source: EventSource | undefined
    let missed = false
    const hear = (message: MessageEvent<string>) => {
      const heard = JSON.parse(message.data) as Heard
      for (const listener of listeners) listener(heard)
      // What reports its progress many times says at its end that it is done.
      if (heard.progress === undefined) void refresh(queries, [heard.topic])
    }
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        source?.close()
        source = undefined
        missed = true
        return
      }
      if (source !== undefined) return
      source = new EventSource(addressOf(streamEvents, {}, { workspaceId }))
      source.addEventListener('message', hear)
      // After a gap nobody knows what was missed.
      source.addEventListener('open', () => {
        if (missed) void queries.invalidateQueries()
        missed = false
      })
      source.addEventListener('error', () => {
        missed = true
      })
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      source?.close()
    }
  }, [queries, workspaceId, when])
}

/** Calls for every change that is heard, for as long as a screen is shown. */
export function useHeard(listener: Listener): void {
  useEffect(() => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listener])
}

/** How far the work on one thing is; undefined as long as nothing was heard. */
export function useProgress(topic: string, id: string): Progressed | undefined {
  const [progress, setProgress] = useState<{ id: string; at: Progressed | undefined }>()
  useEffect(() => {
    const listener: Listener = heard => {
      if (heard.topic === topic && heard.id === id) setProgress({ id, at: heard.progress })
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [topic, id])
  return progress?.id === id ? progress.at : undefined
}
