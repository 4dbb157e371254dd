import type { LinkTarget } from '../ui/links.tsx'

/** What the address of a screen of a site says about its publication. */
export interface PublishSearch {
  /** `changes` to choose what goes along, or the id of a release that is followed. */
  publish?: string
}

/** Reads the part of an address that is about publishing. */
export function readPublishSearch(search: Record<string, unknown>): PublishSearch {
  return typeof search.publish === 'string' ? { publish: search.publish } : {}
}

/** Which of the three panes a phone shows. */
export type CodeView = 'files' | 'editor' | 'preview'

/** What the address of the editor says besides the file. */
export interface CodeSearch extends PublishSearch {
  /** The line to go to, from 1. */
  line?: number
  view?: CodeView
  /** The page that the preview begins with: `/nieuws`. */
  page?: string
  /** The older versions of the file rather than the file. */
  versions?: true
}

const views: readonly unknown[] = ['files', 'editor', 'preview'] satisfies CodeView[]

/** Reads the part of an address that is about the editor. */
export function readCodeSearch(search: Record<string, unknown>): CodeSearch {
  const { line, view, page, versions } = search
  return {
    ...readPublishSearch(search),
    ...(typeof line === 'number' && Number.isSafeInteger(line) && line > 0 ? { line } : {}),
    ...(views.includes(view) ? { view: view as CodeView } : {}),
    ...(typeof page === 'string' && page.startsWith('/') ? { page } : {}),
    ...(versions === true ? { versions } : {}),
  }
}

/** Where a site is found in the studio. */
export interface SitePlace {
  slug: string
  siteId: string
}

/** A file in the editor, at a line where something stands. */
export function fileTarget(place: SitePlace, path: string, search: CodeSearch = {}): LinkTarget {
  return { to: '/w/$slug/sites/$siteId/code/$', params: { ...place, _splat: path }, search: { ...search } }
}
