/** A file that was dropped or chosen, with the folders in which it came: `images/logo.svg`. */
export interface Dropped {
  path: string
  file: File
}

/** The files that were chosen with a field. */
export function chosenFiles(list: FileList | null): Dropped[] {
  return [...(list ?? [])].map(file => ({ path: file.webkitRelativePath || file.name, file }))
}

/** The files that were dropped, also those in folders. Called while the event is handled; afterwards they are gone. */
export async function droppedFiles(data: DataTransfer): Promise<Dropped[]> {
  const entries = [...data.items].map(item => {
    const entry = item.webkitGetAsEntry()
    if (entry) return filesOf(entry)
    const file = item.getAsFile()
    return file ? [{ path: file.name, file }] : []
  })
  return (await Promise.all(entries)).flat()
}

async function filesOf(entry: FileSystemEntry): Promise<Dropped[]> {
  if (entry instanceof FileSystemDirectoryEntry) {
    const children = await childrenOf(entry)
    return (await Promise.all(children.map(child => filesOf(child)))).flat()
  }
  if (!(entry instanceof FileSystemFileEntry)) return []
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
  return [{ path: entry.fullPath.replace(/^\//, ''), file }]
}

// A browser gives the children of a folder a hundred at a time, until it gives none.
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return all
    all.push(...part)
  }
}
