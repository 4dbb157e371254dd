import { Menu } from '@mantine/core'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import {
  IconChevronRight,
  IconDots,
  IconDownload,
  IconFile,
  IconFilePlus,
  IconFolder,
  IconFolderOpen,
  IconHistory,
  IconPencil,
  IconSearch,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react'
import {
  type DragEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWorkspace } from '../../core/place.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { useTexts } from '../../ui/language.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useSite } from '../site-context.tsx'
import { chosenFiles, droppedFiles } from './dropped.ts'
import { type Asked, FileDialog } from './file-dialogs.tsx'
import { texts } from './texts.ts'
import {
  foldersAbove,
  letterStep,
  rowsOf,
  searched,
  stepOf,
  type TreeNode,
  type TreeRow,
  treeOf,
} from './tree.ts'
import styles from './tree-pane.module.css'
import { type FileActions, useFileActions } from './use-file-actions.ts'
import type { Work } from './work.ts'

/** The files of a website as a tree: found, opened, made, moved, removed and uploaded. */
export function TreePane({ work }: { work: Work }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const actions = useFileActions(work)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [query, setQuery] = useState('')
  const tree = useTree(work, query)
  const mayWrite = can('sites.files.write')
  const { current } = tree
  const folder = current === undefined ? '' : folderOf(current)
  return (
    <section className={styles.pane} aria-label={t.files}>
      <div className={styles.bar}>
        <Find query={query} change={setQuery} leave={tree.enter} />
        {mayWrite ? (
          <Tools current={current} folder={folder} ask={setAsked} actions={actions} work={work} />
        ) : null}
      </div>
      <Tree
        tree={tree}
        work={work}
        actions={actions}
        ask={setAsked}
        mayWrite={mayWrite}
        isSearch={query !== ''}
      />
      {actions.sending ? (
        <div className={styles.sending}>
          <Progress label={t.uploading(actions.sending.name)} {...actions.sending} />
        </div>
      ) : null}
      <FileDialog asked={asked} close={() => setAsked(null)} make={actions.make} move={actions.move} />
    </section>
  )
}

function folderOf({ kind, path }: TreeNode): string {
  return kind === 'folder' ? path : (foldersAbove(path).at(-1) ?? '')
}

interface TreeState {
  rows: TreeRow[]
  current: TreeNode | undefined
  /** The line that Tab leads to. */
  at: number
  list: RefObject<HTMLDivElement | null>
  moveTo(at: number): void
  fold(path: string, isOpen: boolean): void
  /** Moves the focus into the tree. */
  enter(): void
}

const smallSite = 40

function useTree({ files, path }: Work, query: string): TreeState {
  const { live } = useSite()
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(files.length <= smallSite ? files.flatMap(file => foldersAbove(file.path)) : []),
  )
  const [chosen, setChosen] = useState(path)
  useEffect(() => {
    setOpen(before => new Set([...before, ...foldersAbove(path)]))
    setChosen(path)
  }, [path])
  const rows = useMemo(() => {
    // As long as nothing is live everything is new, which says nothing.
    const known = live === null ? files.map(file => ({ ...file, change: 'none' as const })) : files
    if (query !== '')
      return rowsOf(
        searched(known, query).map(file => ({
          kind: 'file',
          name: file.path,
          path: file.path,
          change: file.change,
        })),
        () => false,
      )
    return rowsOf(treeOf(known), folder => open.has(folder))
  }, [files, live, query, open])
  const found = rows.findIndex(row => row.node.path === chosen)
  const at = Math.max(0, found)
  const moveTo = (next: number) => {
    const row = rows[next]
    if (row === undefined) return
    setChosen(row.node.path)
    list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[next]?.focus()
  }
  const fold = (folder: string, isOpen: boolean) =>
    setOpen(before => {
      const next = new Set(before)
      if (isOpen) next.add(folder)
      else next.delete(folder)
      return next
    })
  return { rows, current: rows[found]?.node, at, list, moveTo, fold, enter: () => moveTo(0) }
}

function Find(props: { query: string; change: (query: string) => void; leave: () => void }) {
  const t = useTexts(texts)
  return (
    <div className={styles.find}>
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <input
        type="search"
        aria-label={t.find}
        placeholder={t.find}
        value={props.query}
        spellCheck={false}
        autoComplete="off"
        onChange={event => props.change(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          props.leave()
        }}
      />
    </div>
  )
}

interface ToolsProps {
  current: TreeNode | undefined
  folder: string
  ask: (asked: Asked) => void
  actions: FileActions
  work: Work
}

function Tools({ current, folder, ask, actions, work }: ToolsProps) {
  const t = useTexts(texts)
  const id = useId()
  useNewFileCommand(() => ask({ kind: 'make', folder }))
  return (
    <div className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        aria-label={t.newFile}
        title={t.newFile}
        onClick={() => ask({ kind: 'make', folder })}
      >
        <IconFilePlus size={18} stroke={1.75} aria-hidden />
      </button>
      <label className={styles.tool} title={t.upload} htmlFor={id}>
        <IconUpload size={18} stroke={1.75} aria-hidden />
        <input
          id={id}
          type="file"
          multiple
          className="visually-hidden"
          aria-label={t.upload}
          onChange={event => {
            const chosen = chosenFiles(event.target.files)
            event.target.value = ''
            if (chosen.length > 0) void actions.upload(chosen, folder)
          }}
        />
      </label>
      <NodeMenu current={current} ask={ask} actions={actions} work={work} />
    </div>
  )
}

function useNewFileCommand(run: () => void): void {
  const t = useTexts(texts)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useCommands(
    useMemo(
      (): Command[] => [{ id: 'sites.new-file', label: t.newFile, group: 'do', run: () => latest.current() }],
      [t],
    ),
  )
}

function NodeMenu({ current, ask, actions, work }: Omit<ToolsProps, 'folder'>) {
  const t = useTexts(texts)
  return (
    <Menu position="bottom-end" shadow="md" width={240} disabled={current === undefined}>
      <Menu.Target>
        <button
          type="button"
          className={styles.tool}
          aria-label={current ? t.actionsOf(current.name) : t.actions}
          title={current ? t.actionsOf(current.name) : t.actions}
          disabled={current === undefined}
        >
          <IconDots size={18} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      {current ? (
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={18} stroke={1.75} aria-hidden />}
            rightSection={<kbd>F2</kbd>}
            onClick={() => ask({ kind: 'move', path: current.path })}
          >
            {t.move}
          </Menu.Item>
          {current.kind === 'file' ? (
            <>
              <Menu.Item
                leftSection={<IconHistory size={18} stroke={1.75} aria-hidden />}
                onClick={() => work.open(current.path, { versions: true })}
              >
                {t.versions}
              </Menu.Item>
              <Menu.Item
                component="a"
                href={actions.addressOf(current.path)}
                download={current.name}
                leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
              >
                {t.download}
              </Menu.Item>
            </>
          ) : null}
          <Menu.Divider />
          <Menu.Item
            color="brick"
            leftSection={<IconTrash size={18} stroke={1.75} aria-hidden />}
            rightSection={<kbd>Del</kbd>}
            onClick={() => void actions.remove(current.path)}
          >
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      ) : null}
    </Menu>
  )
}

interface TreeProps {
  tree: TreeState
  work: Work
  actions: FileActions
  ask: (asked: Asked) => void
  mayWrite: boolean
  isSearch: boolean
}

function Tree({ tree, work, actions, ask, mayWrite, isSearch }: TreeProps) {
  const t = useTexts(texts)
  const [over, setOver] = useState<string | null>(null)
  const { rows, at, list } = tree
  const drop = (event: DragEvent, folder: string) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(null)
    void droppedFiles(event.dataTransfer).then(files =>
      files.length > 0 ? actions.upload(files, folder) : undefined,
    )
  }
  const takes = (folder: string) =>
    mayWrite
      ? {
          onDragOver: (event: DragEvent) => {
            event.preventDefault()
            event.stopPropagation()
            setOver(folder)
          },
          onDragLeave: () => setOver(null),
          onDrop: (event: DragEvent) => drop(event, folder),
        }
      : {}
  const press = useKeys({ tree, work, actions, ask, mayWrite })
  return (
    <div
      ref={list}
      className={styles.tree}
      data-over={over === '' || undefined}
      {...takes('')}
      {...(rows.length > 0 ? { role: 'tree', 'aria-label': t.files } : {})}
    >
      {rows.length === 0 ? <p className={styles.none}>{isSearch ? t.noneFound : t.noFiles}</p> : null}
      {rows.map((row, line) => (
        <Row
          key={row.node.path}
          row={row}
          isOpenFile={row.node.path === work.path}
          isStop={line === at}
          isOver={over !== null && over !== '' && over === folderOf(row.node)}
          choose={() => {
            tree.moveTo(line)
            activate(row, tree, work, false)
          }}
          press={event => press(event, line)}
          drag={takes(folderOf(row.node))}
        />
      ))}
    </div>
  )
}

function activate({ node, isOpen }: TreeRow, tree: TreeState, work: Work, isByKey: boolean): void {
  if (node.kind === 'folder') tree.fold(node.path, !isOpen)
  else work.open(node.path, isByKey ? { focus: true } : {})
}

function useKeys({ tree, work, actions, ask, mayWrite }: Omit<TreeProps, 'isSearch'>) {
  const { rows, moveTo, fold } = tree
  // The focus goes to a neighbour that stays.
  const removeAt = ({ node }: TreeRow, at: number) => {
    const stays = (other: TreeRow) => !`${other.node.path}/`.startsWith(`${node.path}/`)
    const next = rows.findIndex((other, line) => line > at && stays(other))
    moveTo(next < 0 ? at - 1 : next)
    void actions.remove(node.path)
  }
  const act = (key: string, row: TreeRow, at: number): boolean => {
    if (key === 'Enter' || key === ' ') activate(row, tree, work, key === 'Enter')
    else if (key === 'F2' && mayWrite) ask({ kind: 'move', path: row.node.path })
    else if (key === 'Delete' && mayWrite) removeAt(row, at)
    else {
      const step = stepOf(key, rows, at)
      if (step === null) return false
      if ('to' in step) moveTo(step.to)
      else if ('fold' in step) fold(step.fold, false)
      else fold(step.unfold, true)
    }
    return true
  }
  return (event: KeyboardEvent, at: number) => {
    const row = rows[at]
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (act(event.key, row, at)) event.preventDefault()
    else if (/^[\p{L}\p{N}_.-]$/u.test(event.key)) {
      // The letters here are those of names, not of shortcuts.
      event.preventDefault()
      moveTo(letterStep(event.key, rows, at))
    }
  }
}

interface RowProps {
  row: TreeRow
  isOpenFile: boolean
  isStop: boolean
  isOver: boolean
  choose: () => void
  press: (event: KeyboardEvent) => void
  drag: object
}

function Row({ row, isOpenFile, isStop, isOver, choose, press, drag }: RowProps) {
  const { node, level, position, siblings, isOpen } = row
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpenFile) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpenFile])
  return (
    <div
      ref={element}
      role="treeitem"
      tabIndex={isStop ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={node.kind === 'folder' ? isOpen : undefined}
      aria-selected={isOpenFile}
      className={styles.row}
      data-over={isOver || undefined}
      style={{ paddingInlineStart: 8 + (level - 1) * 16 }}
      title={node.path}
      onClick={choose}
      onKeyDown={press}
      {...drag}
    >
      <span className={styles.fold} data-open={isOpen || undefined}>
        {node.kind === 'folder' ? <IconChevronRight size={14} stroke={2} aria-hidden /> : null}
      </span>
      <Kind node={node} isOpen={isOpen} />
      <span className={styles.name}>{node.name}</span>
      <Mark node={node} isOpen={isOpen} />
    </div>
  )
}

function Kind({ node, isOpen }: { node: TreeNode; isOpen: boolean }) {
  if (node.kind === 'file') return <IconFile size={16} stroke={1.5} aria-hidden />
  const Picture = isOpen ? IconFolderOpen : IconFolder
  return <Picture size={16} stroke={1.5} aria-hidden />
}

// A folder that is open shows what changed in it by its lines.
function Mark({ node, isOpen }: { node: TreeNode; isOpen: boolean }) {
  const t = useTexts(texts)
  if (node.kind === 'folder')
    return node.hasChanges && !isOpen ? (
      <span className={styles.dot} title={t.holdsChanges}>
        <span className="visually-hidden">{t.holdsChanges}</span>
      </span>
    ) : null
  return node.change === 'none' ? null : <span className={styles.mark}>{t[node.change]}</span>
}
