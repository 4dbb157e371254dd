import { addressOf, Problem } from '@helder/client'
import {
  listFiles,
  moveFile,
  readFile,
  removeFile,
  restoreFile,
  writeFile,
} from '@helder/server/sites/files/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { call, refresh, useCaller } from '../../core/api.tsx'
import { type Sent, useUpload } from '../../core/upload.ts'
import { useTexts } from '../../ui/language.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { useSite } from '../site-context.tsx'
import type { Dropped } from './dropped.ts'
import { texts } from './texts.ts'
import type { Work } from './work.ts'

/** What a file was before something happened to it; version 0 where it was not there. */
interface Before {
  path: string
  version: number
}

/** What is being sent at this moment. */
export interface Sending extends Sent {
  name: string
}

/** What can be done with files besides writing in them. */
export interface FileActions {
  /** Makes an empty file and opens it; gives what was wrong. */
  make(path: string): Promise<Problem | null>
  /** Gives a file or a folder another path; gives what was wrong. */
  move(from: string, to: string): Promise<Problem | null>
  /** Removes a file, or all in a folder; can be undone. */
  remove(path: string): Promise<void>
  /** Puts files in a folder, over those of the same name; can be undone. */
  upload(dropped: readonly Dropped[], folder: string): Promise<void>
  sending: Sending | null
  /** Where a file can be downloaded. */
  addressOf(path: string): string
}

/** What can be done with the files of the site that is worked on. */
export function useFileActions(work: Work): FileActions {
  const [sending, setSending] = useState<Sending | null>(null)
  const server = useServer()
  const making = useMaking(work, server)
  const removing = useRemoving(work, server)
  const uploading = useUploading(work, server, setSending)
  return { ...making, ...removing, ...uploading, sending, addressOf: server.addressOf }
}

type Server = ReturnType<typeof useServer>

// Each of these only speaks; whoever has said all asks for the lists to be read anew.
function useServer() {
  const { siteId } = useSite()
  const { workspaceId, language } = useCaller()
  const queries = useQueryClient()
  return useMemo(() => {
    const caller = { workspaceId, language }
    const params = (path: string) => ({ siteId, '*': path })
    return {
      make: (path: string) =>
        call(writeFile, { params: params(path), query: { base: 0 } }, caller, { upload: new Blob([]) }),
      move: (from: string, to: string) => call(moveFile, { params: { siteId }, body: { from, to } }, caller),
      remove: (path: string) => call(removeFile, { params: params(path) }, caller),
      restore: (path: string, version: number) =>
        call(restoreFile, { params: { siteId }, body: { path, version } }, caller),
      list: () => call(listFiles, { params: { siteId } }, caller),
      refresh: () => refresh(queries, ['sites.file']),
      addressOf: (path: string) =>
        addressOf(
          readFile,
          { params: params(path), query: {} },
          workspaceId === undefined ? {} : { workspaceId },
        ),
      params,
    }
  }, [siteId, workspaceId, language, queries])
}

async function attempt(work: () => Promise<void>): Promise<Problem | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** The files at a path: the file itself, or those in the folder. */
function filesAt(work: Work, path: string): string[] {
  return work.files.map(file => file.path).filter(one => one === path || one.startsWith(`${path}/`))
}

function useMaking(work: Work, server: Server) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const rename = async (from: string, to: string) => {
    // What is typed at this moment goes along.
    await work.desk.flush()
    await server.move(from, to)
    const listing = await server.list()
    for (const { path } of work.views) {
      if (path !== from && !path.startsWith(`${from}/`)) continue
      const next = listing.find(file => file.path === to + path.slice(from.length))
      if (next) work.desk.move(path, next)
    }
    if (work.path === from || work.path.startsWith(`${from}/`)) work.open(to + work.path.slice(from.length))
    await server.refresh()
  }
  return {
    make: (path: string) =>
      attempt(async () => {
        await server.make(path)
        await server.refresh()
        work.open(path, { focus: true })
      }),
    move: (from: string, to: string) =>
      attempt(async () => {
        await rename(from, to)
        toasts.done(t.moved(to), async () => (await attempt(() => rename(to, from))) === null)
      }),
  }
}

function useRemoving(work: Work, server: Server) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const putBack = useGoingBack(server)
  return {
    remove: async (path: string) => {
      const removed: Before[] = []
      await work.desk.flush()
      const problem = await attempt(async () => {
        for (const one of filesAt(work, path)) {
          const version =
            work.desk.find(one)?.version() ?? work.files.find(file => file.path === one)?.version ?? 0
          await server.remove(one)
          removed.push({ path: one, version })
          work.desk.drop(one)
        }
      })
      const isOpen = removed.some(one => one.path === work.path)
      if (isOpen) work.open(work.desk.views().at(-1)?.path ?? '')
      await server.refresh()
      if (problem) toasts.problem(problem.message)
      else toasts.done(t.removed(path), () => putBack(removed))
    },
  }
}

/** Brings files back to how they were; gives whether it worked. */
function useGoingBack(server: Server): (files: readonly Before[]) => Promise<boolean> {
  const toasts = useToasts()
  return async files => {
    const problem = await attempt(async () => {
      for (const { path, version } of files)
        await (version === 0 ? server.remove(path) : server.restore(path, version))
    })
    await server.refresh()
    if (problem) toasts.problem(problem.message)
    return problem === null
  }
}

function useUploading(work: Work, server: Server, setSending: (sending: Sending | null) => void) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const send = useUpload(writeFile)
  const goBack = useGoingBack(server)
  return {
    upload: async (dropped: readonly Dropped[], folder: string) => {
      await work.desk.flush()
      const sent: Before[] = []
      for (const { path: name, file } of dropped) {
        const path = folder === '' ? name : `${folder}/${name}`
        const version = work.files.find(one => one.path === path)?.version ?? 0
        const progress = ({ done, total }: Sent) => setSending({ name, done, total })
        progress({ done: 0, total: file.size })
        const problem = await attempt(async () => {
          await send({ params: server.params(path), query: {} }, { file, progress })
        })
        if (problem) toasts.problem(t.notUploaded(name, problem.message))
        else sent.push({ path, version })
      }
      setSending(null)
      await server.refresh()
      if (sent.length > 0) toasts.done(t.uploaded(sent.length), () => goBack(sent))
    },
  }
}

/** Where a file can be downloaded. */
export function useDownloadAddress(path: string): string {
  return useServer().addressOf(path)
}
