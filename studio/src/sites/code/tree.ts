/** A file in the tree, and how it differs from what visitors see. */
export interface TreeFile {
  kind: 'file'
  path: string
  name: string
  change: 'none' | 'added' | 'changed'
}

/** A folder in the tree. */
export interface TreeFolder {
  kind: 'folder'
  path: string
  name: string
  /** Whether anything in it differs from what visitors see. */
  hasChanges: boolean
  children: TreeNode[]
}

/** Something in the tree. */
export type TreeNode = TreeFile | TreeFolder

/** What the tree is made from. */
export type ListedFile = Pick<TreeFile, 'path' | 'change'>

/** Makes a tree of paths: folders first, each by name. */
export function treeOf(files: readonly ListedFile[]): TreeNode[] {
  const root: TreeFolder = { kind: 'folder', path: '', name: '', hasChanges: false, children: [] }
  const folders = new Map([['', root]])
  for (const { path, change } of files) {
    const parts = path.split('/')
    const name = parts.pop() ?? path
    const folder = folderAt(folders, parts)
    folder.children.push({ kind: 'file', path, name, change })
    if (change !== 'none') markChanged(folders, parts)
  }
  for (const { children } of folders.values()) children.sort(inOrder)
  return root.children
}

function folderAt(folders: Map<string, TreeFolder>, parts: string[]): TreeFolder {
  const path = parts.join('/')
  const known = folders.get(path)
  if (known) return known
  const folder: TreeFolder = {
    kind: 'folder',
    path,
    name: parts.at(-1) ?? '',
    hasChanges: false,
    children: [],
  }
  folders.set(path, folder)
  folderAt(folders, parts.slice(0, -1)).children.push(folder)
  return folder
}

function markChanged(folders: Map<string, TreeFolder>, parts: string[]): void {
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = folders.get(parts.slice(0, depth).join('/'))
    if (folder) folder.hasChanges = true
  }
}

function inOrder(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1
  return a.name.localeCompare(b.name, undefined, { numeric: true })
}

/** The files whose path holds every word of a query, in whatever order. */
export function searched<F extends { path: string }>(files: readonly F[], query: string): F[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return files.filter(({ path }) => words.every(word => path.toLowerCase().includes(word)))
}

/** A line of the tree as it stands on screen. */
export interface TreeRow {
  node: TreeNode
  /** From 1. */
  level: number
  /** Its place among its siblings, from 1, and how many they are. */
  position: number
  siblings: number
  isOpen: boolean
}

/** The lines of a tree of which some folders are open, from top to bottom. */
export function rowsOf(nodes: readonly TreeNode[], isOpen: (path: string) => boolean, level = 1): TreeRow[] {
  return nodes.flatMap((node, at): TreeRow[] => {
    const isUnfolded = node.kind === 'folder' && isOpen(node.path)
    const row = { node, level, position: at + 1, siblings: nodes.length, isOpen: isUnfolded }
    return isUnfolded ? [row, ...rowsOf(node.children, isOpen, level + 1)] : [row]
  })
}

/** What a key does in the tree: moves to a line, folds or unfolds a folder, or nothing. */
export type TreeStep = { to: number } | { fold: string } | { unfold: string } | null

/** What a key does on a line of the tree. Source: WAI-ARIA Authoring Practices, tree view. */
export function stepOf(key: string, rows: readonly TreeRow[], at: number): TreeStep {
  const row = rows[at]
  if (row === undefined) return null
  const within = (line: number) => ({ to: Math.min(rows.length - 1, Math.max(0, line)) })
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at - 1)
    case 'Home':
      return within(0)
    case 'End':
      return within(rows.length - 1)
    case 'ArrowRight':
      if (row.node.kind === 'file') return null
      return row.isOpen ? within(at + 1) : { unfold: row.node.path }
    case 'ArrowLeft':
      if (row.isOpen) return { fold: row.node.path }
      return parentOf(rows, at)
    default:
      return null
  }
}

function parentOf(rows: readonly TreeRow[], at: number): TreeStep {
  const level = rows[at]?.level ?? 1
  const parent = rows.slice(0, at).findLastIndex(row => row.level < level)
  return parent < 0 ? null : { to: parent }
}

/** The next line whose name begins with a letter that was typed; where there is none, the same line. */
export function letterStep(letter: string, rows: readonly TreeRow[], at: number): number {
  const begins = (row: TreeRow | undefined) => row?.node.name.toLowerCase().startsWith(letter.toLowerCase())
  for (let ahead = 1; ahead <= rows.length; ahead++) {
    const line = (at + ahead) % rows.length
    if (begins(rows[line])) return line
  }
  return at
}

/** The folders that a path lies in, from the outermost: `a/b/c` lies in `a` and `a/b`. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
