import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { useLanguage, useTexts } from '../language.tsx'
import { type LinkTarget, TargetLink } from '../links.tsx'
import { texts } from '../texts.ts'
import styles from './data-table.module.css'
import { MoreRows, type MoreState } from './more-rows.tsx'
import { moved, switched } from './movement.ts'
import { nextSort, type Sort, type SortValue, sorted } from './sorting.ts'

/** A column: what stands above it, and what it shows of a row. The first one names the row. */
export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Present for a column that can be sorted by. */
  sortBy?: (row: Row) => SortValue
  /** A width of CSS; without it the column takes what its content asks for. */
  width?: string
  align?: 'end'
  /** Stands beside the label: the daylight mark. */
  mark?: ReactNode
  /** Left out on narrow screens, because the row can do without it. */
  isExtra?: boolean
}

/** What a table shows and offers. */
export interface DataTableProps<Row> {
  /** What the table is a list of, for those who do not see it. */
  label: string
  rows: readonly Row[]
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  /** What a row is called: in the names of its checkbox and menu. */
  rowName: (row: Row) => string
  /** Where a row opens; without it rows are only read. */
  open?: (row: Row) => LinkTarget
  /** The row that stands open beside the table. */
  openKey?: string | undefined
  selection?: { selected: ReadonlySet<string>; change: (selected: ReadonlySet<string>) => void }
  sort?: { by: Sort | undefined; change: (sort: Sort) => void }
  /** What can be done with a row, at its end. */
  actions?: (row: Row) => ReactNode
  /** Rows that are not read yet. */
  more?: MoreState
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode
}

/**
 * A list of things: moved through by arrow keys, opened with Enter, selected with Space. On a phone each row
 * becomes a small block with the names of its columns.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rowKey, selection, empty, more } = props
  const rows = useSorted(props)
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])
  const list = useRowKeys(keys, selection)
  const t = useTexts(texts)
  const hintId = useId()
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const canMove = props.open !== undefined || selection !== undefined
  return (
    <div className={styles.frame}>
      <table
        ref={list.ref}
        className={styles.table}
        aria-label={label}
        aria-describedby={canMove ? hintId : undefined}
        onKeyDown={list.onKeyDown}
      >
        <Head {...props} keys={keys} />
        <tbody>
          {rows.map((row, at) => (
            <BodyRow
              key={rowKey(row)}
              table={props}
              row={row}
              columns={columns}
              isTabStop={at === list.tabStop}
              onSelect={event => list.select(at, event)}
            />
          ))}
        </tbody>
      </table>
      {canMove ? (
        <p id={hintId} hidden>
          {t.tableKeys}
        </p>
      ) : null}
      {more ? <MoreRows more={more} count={rows.length} /> : null}
    </div>
  )
}

function useSorted<Row>({ rows, columns, sort }: DataTableProps<Row>): readonly Row[] {
  const language = useLanguage()
  const by = sort?.by
  return useMemo(() => {
    const sortBy = columns.find(column => column.key === by?.key)?.sortBy
    return by && sortBy ? sorted(rows, sortBy, by.down, language) : rows
  }, [rows, columns, by, language])
}

// One row is in the order of Tab; arrow keys move on from there.
function useRowKeys(keys: string[], selection: DataTableProps<never>['selection']) {
  const ref = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [anchor, setAnchor] = useState<string | null>(null)
  const at = current === null ? -1 : keys.indexOf(current)
  const stops = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-row-stop]') ?? [])]

  const select = (row: number, event: { shiftKey: boolean }) => {
    if (!selection) return
    const from = event.shiftKey && anchor !== null ? keys.indexOf(anchor) : -1
    selection.change(switched(selection.selected, keys, row, from < 0 ? null : from))
    if (from < 0) setAnchor(keys[row] ?? null)
    setCurrent(keys[row] ?? null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const row = rowOf(event.target)
    if (row < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ' && selection && isStop(event.target)) {
      event.preventDefault()
      return select(row, event)
    }
    const to = moved(event.key, row, keys.length)
    if (to === null) return
    event.preventDefault()
    setCurrent(keys[to] ?? null)
    stops()[to]?.focus()
  }
  return { ref, tabStop: Math.max(0, at), select, onKeyDown }
}

function rowOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLTableRowElement>('tbody tr') : null
  // A menu or a field inside a row needs its arrow keys itself.
  const isOwn =
    target instanceof Element && target.closest('[role="menu"], textarea, select, input[type="text"]')
  return row && !isOwn ? row.sectionRowIndex : -1
}

function isStop(target: EventTarget): boolean {
  return target instanceof Element && target.hasAttribute('data-row-stop')
}

function Head<Row>(props: DataTableProps<Row> & { keys: string[] }) {
  const { columns, selection, actions, sort, keys } = props
  const t = useTexts(texts)
  return (
    <thead>
      <tr>
        {selection ? (
          <th scope="col" className={styles.box}>
            <SelectAll label={t.selectAll} keys={keys} selection={selection} />
          </th>
        ) : null}
        {columns.map(column => (
          <th
            key={column.key}
            scope="col"
            data-align={column.align}
            data-extra={column.isExtra || undefined}
            style={column.width ? { width: column.width } : undefined}
            aria-sort={sortState(column, sort?.by)}
          >
            <span className={styles.head}>
              {column.sortBy && sort ? <SortButton column={column} sort={sort} /> : column.label}
              {column.mark}
            </span>
          </th>
        ))}
        {actions ? (
          <th scope="col" className={styles.actions}>
            <span className="visually-hidden">{t.actions}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

function sortState<Row>(column: Column<Row>, by: Sort | undefined) {
  if (!column.sortBy || by?.key !== column.key) return undefined
  return by.down ? 'descending' : 'ascending'
}

function SortButton<Row>({
  column,
  sort,
}: {
  column: Column<Row>
  sort: NonNullable<DataTableProps<Row>['sort']>
}) {
  const t = useTexts(texts)
  const isBy = sort.by?.key === column.key
  const Icon = isBy && sort.by?.down ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={styles.sort}
      title={t.sortBy(column.label)}
      onClick={() => sort.change(nextSort(sort.by, column.key))}
    >
      {column.label}
      <Icon size={14} stroke={2} aria-hidden data-on={isBy || undefined} />
    </button>
  )
}

function SelectAll(props: {
  label: string
  keys: string[]
  selection: NonNullable<DataTableProps<never>['selection']>
}) {
  const { label, keys, selection } = props
  const count = keys.filter(key => selection.selected.has(key)).length
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={count > 0 && count === keys.length}
      ref={box => {
        if (box) box.indeterminate = count > 0 && count < keys.length
      }}
      onChange={() => selection.change(count === keys.length ? new Set() : new Set(keys))}
    />
  )
}

interface BodyRowProps<Row> {
  table: DataTableProps<Row>
  row: Row
  columns: Column<Row>[]
  isTabStop: boolean
  onSelect: (event: { shiftKey: boolean }) => void
}

function BodyRow<Row>({ table, row, columns, isTabStop, onSelect }: BodyRowProps<Row>) {
  const { rowKey, rowName, open, openKey, selection, actions } = table
  const t = useTexts(texts)
  const key = rowKey(row)
  const isSelected = selection?.selected.has(key) ?? false
  const [first, ...rest] = columns
  return (
    <tr
      data-open={openKey === key || undefined}
      data-selected={isSelected || undefined}
      data-linked={open ? true : undefined}
    >
      {selection ? (
        <td className={styles.box}>
          <input
            type="checkbox"
            aria-label={t.select(rowName(row))}
            tabIndex={isTabStop ? 0 : -1}
            {...(open ? {} : { 'data-row-stop': true })}
            checked={isSelected}
            onChange={() => {}}
            onClick={(event: MouseEvent) => onSelect(event)}
          />
        </td>
      ) : null}
      {first ? (
        <th scope="row" data-align={first.align}>
          {open ? (
            <RowLink target={open(row)} isTabStop={isTabStop}>
              {first.cell(row)}
            </RowLink>
          ) : (
            first.cell(row)
          )}
        </th>
      ) : null}
      {rest.map(column => (
        <td
          key={column.key}
          data-align={column.align}
          data-extra={column.isExtra || undefined}
          data-label={column.label}
        >
          {column.cell(row)}
        </td>
      ))}
      {actions ? <td className={styles.actions}>{actions(row)}</td> : null}
    </tr>
  )
}

function RowLink({
  target,
  isTabStop,
  children,
}: {
  target: LinkTarget
  isTabStop: boolean
  children: ReactNode
}) {
  return (
    <TargetLink target={target} className={styles.link} tabIndex={isTabStop ? 0 : -1} data-row-stop>
      {children}
    </TargetLink>
  )
}
