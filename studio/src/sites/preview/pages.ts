import type { Reply } from '@helder/client'
import type { listPages } from '@helder/server/sites/pages/schema'

/** A page that is being made. */
export type Page = Reply<typeof listPages>['pages'][number]

/** The page of an address, where it is one that is being made. */
export function pageAt(pages: readonly Page[], address: string): Page | undefined {
  const [url] = address.split(/[?#]/)
  return pages.find(page => page.url === url)
}

/**
 * The page to go to when somebody begins to work on a file: one that it makes, in the language that is being looked
 * at. Undefined where the page that is shown is made by it already, or none is.
 */
export function pageOf(pages: readonly Page[], file: string, shown: string): Page | undefined {
  const current = pageAt(pages, shown)
  if (current?.file === file) return undefined
  const made = pages.filter(page => page.file === file)
  return made.find(({ language }) => language === current?.language) ?? made[0]
}
