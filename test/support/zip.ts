import { openArchive } from '../../server/src/sites/files/archive.ts'

/** The files in a ZIP, as text, by name. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const archive = await openArchive(bytes)
  const files = new Map<string, string>()
  for (const entry of archive.entries) files.set(entry.path, (await entry.read()).toString('utf8'))
  archive.close()
  return files
}
