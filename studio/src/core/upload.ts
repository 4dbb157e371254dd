import { type AnyContract, addressOf, type Given, Problem, type Reply } from '@helder/client'
import { text } from '@helder/words'
import { useMemo } from 'react'
import { useCaller } from './api.tsx'

/** How far an upload is, in bytes. */
export interface Sent {
  done: number
  total: number
}

/** What goes with an upload besides the contract's own parts. */
export interface UploadExtras {
  file: Blob
  progress: (sent: Sent) => void
  signal?: AbortSignal
}

/** Sends a file; rejects with a Problem, or with an AbortError when it was stopped. */
export type Upload<C extends AnyContract> = (given: Given<C>, extras: UploadExtras) => Promise<Reply<C>>

const offline = text(
  'Het versturen is afgebroken. Controleer de verbinding en probeer het opnieuw.',
  'The sending broke off. Check the connection and try again.',
)

/** Makes a contract that takes a file callable, with progress: which fetch does not tell. */
export function useUpload<C extends AnyContract>(contract: C): Upload<C> {
  const { workspaceId, language } = useCaller()
  return useMemo(
    () => (given, extras) => {
      const address = addressOf(contract, given, workspaceId === undefined ? {} : { workspaceId })
      return send<Reply<C>>(
        { method: contract.method, address, language, offline: offline[language] },
        extras,
      )
    },
    [contract, workspaceId, language],
  )
}

interface Sending {
  method: string
  address: string
  language: string
  offline: string
}

function send<R>(sending: Sending, { file, progress, signal }: UploadExtras): Promise<R> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(sending.method, sending.address)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', sending.language)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => progress({ done: loaded, total }))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response)
      else reject(problemOf(request))
    })
    request.addEventListener('error', () =>
      reject(new Problem({ type: 'offline', status: 0, detail: sending.offline })),
    )
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function problemOf({ status, statusText, response }: XMLHttpRequest): Problem {
  const isProblem = typeof response === 'object' && response !== null && 'detail' in response
  return new Problem(isProblem ? response : { type: 'bug', status, detail: statusText })
}
