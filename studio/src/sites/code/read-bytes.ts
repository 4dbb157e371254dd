import { readFile } from '@helder/server/sites/files/schema'
import { call, type useCaller } from '../../core/api.tsx'

/** Reads the bytes of a version of a file. */
export async function readBytes(
  file: { siteId: string; path: string; version: number },
  caller: ReturnType<typeof useCaller>,
): Promise<Blob> {
  const { siteId, path, version } = file
  // What a download gives is known to whoever reads it, not to the contract.
  const reply: unknown = await call(readFile, { params: { siteId, '*': path }, query: { version } }, caller)
  if (!(reply instanceof Blob)) throw new Error(`${path} came as something else than bytes`)
  return reply
}
