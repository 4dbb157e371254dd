import type { Language } from '@helder/words'

/** By which column a table is sorted, and which way. */
export interface Sort {
  key: string
  down: boolean
}

/** What a row is sorted by; nothing comes last, whichever way. */
export type SortValue = string | number | boolean | Date | null

/** The sort after a click on a column: up first, then down. */
export function nextSort(sort: Sort | undefined, key: string): Sort {
  return sort?.key === key ? { key, down: !sort.down } : { key, down: false }
}

/** Rows in order, those that are equal in the order they had. */
export function sorted<Row>(
  rows: readonly Row[],
  by: (row: Row) => SortValue,
  down: boolean,
  language: Language,
): Row[] {
  const words = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const compare = (a: SortValue, b: SortValue): number => {
    if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b)
    return Number(a) - Number(b)
  }
  return rows
    .map(row => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return down ? compare(b.value, a.value) : compare(a.value, b.value)
    })
    .map(({ row }) => row)
}

/** A sort as it stands in an address: `name` or `-name`. */
export function sortText(sort: Sort): string {
  return `${sort.down ? '-' : ''}${sort.key}`
}

/** The sort that an address asks for. */
export function sortFrom(text: string | undefined): Sort | undefined {
  if (!text) return undefined
  return text.startsWith('-') ? { key: text.slice(1), down: true } : { key: text, down: false }
}
