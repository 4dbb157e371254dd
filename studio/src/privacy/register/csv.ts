import { categories } from '@helder/fields'
import type { Language } from '@helder/words'
import type { RegisterEntry } from '../../core/register.ts'

/** The words above the columns. */
export interface CsvHead {
  where: string
  what: string
  category: string
  why: string
  howLong: string
  whoSees: string
  source: string
}

/** The register as a table for a spreadsheet: UTF-8 with a mark, and no cell that a spreadsheet would compute. */
export function registerCsv(entries: readonly RegisterEntry[], head: CsvHead, language: Language): string {
  const rows = entries.map(entry => [
    entry.about[language],
    entry.label[language],
    categories[entry.category][language],
    entry.purpose[language],
    entry.keep[language],
    entry.seenBy.map(role => role[language]).join(', '),
    `${entry.store}.${entry.field}`,
  ])
  const heads = [head.where, head.what, head.category, head.why, head.howLong, head.whoSees, head.source]
  // A Dutch spreadsheet reads a comma as the mark of decimals, and expects a semicolon between cells.
  const between = language === 'nl' ? ';' : ','
  return `\uFEFF${[heads, ...rows].map(row => row.map(cell).join(between)).join('\r\n')}\r\n`
}

// Labels of fields are typed by people; one that begins as a formula is a text here. Source: OWASP, CSV Injection.
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
