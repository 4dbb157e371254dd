import type { FoundItem } from '../../core/personal-data.ts'

/** The files of an export by object: a path that no other has, of the name that the file had. */
export function filePaths(items: FoundItem[]): Map<string, string> {
  const paths = new Map<string, string>()
  const taken = new Set<string>()
  for (const { sha, name } of items.flatMap(item => item.objects)) {
    if (paths.has(sha)) continue
    const plain = plainName(name ?? sha.slice(0, 12))
    let path = `files/${plain}`
    for (let number = 2; taken.has(path.toLowerCase()); number++) path = `files/${number}-${plain}`
    taken.add(path.toLowerCase())
    paths.set(sha, path)
  }
  return paths
}

// A name comes from whoever uploaded it, and ends up on the disk of whoever unpacks the export.
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._ -]/gu, '-')
      .replace(/^[. ]+/, '')
      .slice(0, 100) || 'file'
  )
}

/** What is held as comma-separated values that no spreadsheet takes for a formula. Source: RFC 4180. */
export function asCsv(items: FoundItem[]): string {
  const rows = items.flatMap(item =>
    item.facts.map(fact => [item.store, item.id, fact.field, fact.category ?? '', textOf(fact.value)]),
  )
  return [['store', 'id', 'field', 'category', 'value'], ...rows]
    .map(row => `${row.map(csvCell).join(',')}\r\n`)
    .join('')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A cell of CSV; what begins like a formula gets an apostrophe. Source: OWASP ASVS 5.0, 1.2.10. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * What of all that is held goes into an export. A request is known to whoever made it, and an earlier export would
 * hold everything twice.
 */
export function givenOf(items: FoundItem[]): FoundItem[] {
  return items.filter(item => item.store !== 'privacy.requests')
}
