import { listFileVersions, writeFile } from '@helder/server/sites/files/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, refresh, useCaller } from '../../core/api.tsx'
import { Desk, type FileOnShelf, type Shelf } from './desk.ts'
import { readBytes } from './read-bytes.ts'

type Caller = ReturnType<typeof useCaller>

function shelfOf(siteId: string, caller: () => Caller): Shelf {
  const params = (path: string) => ({ siteId, '*': path })
  return {
    read: (path, version) => readBytes({ siteId, path, version }, caller()),
    write: (path, text, base) =>
      call(writeFile, { params: params(path), query: { base } }, caller(), { upload: new Blob([text]) }),
    newest: async path => {
      const [newest] = await call(listFileVersions, { params: params(path) }, caller())
      return newest ?? null
    },
  }
}

/** The files of a site that are open, for as long as its editor is shown; what waits is saved when it is left. */
export function useDesk(siteId: string, files: readonly FileOnShelf[]): Desk {
  const caller = useCaller()
  const queries = useQueryClient()
  const latest = useRef(caller)
  useEffect(() => {
    latest.current = caller
  })
  const [desk] = useState(() => {
    const shelf = shelfOf(siteId, () => latest.current)
    return new Desk(shelf, () => void refresh(queries, ['sites.file']))
  })
  useEffect(() => desk.hear(files), [desk, files])
  useEffect(() => {
    const flush = () => void desk.flush()
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', flush)
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('online', flush)
      flush()
    }
  }, [desk])
  return desk
}
