import { useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import type { LinkTarget } from '../../ui/links.tsx'
import { Part } from '../../ui/screen.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSiteContent } from '../content/site-content.tsx'
import styles from './record.module.css'

/** What stands around an item: a panel beside the list, or the screen where it is its collection's only one. */
export function RecordFrame(props: {
  isSingle: boolean
  title: string
  about?: ReactNode
  /** Where closing leads; the list where it is absent. */
  back?: LinkTarget
  actions?: ReactNode
  children: ReactNode
}) {
  const { isSingle, title, about, back, actions, children } = props
  const list = useListTarget()
  if (isSingle) {
    return (
      <div className={styles.single}>
        <Part title={title} about={about}>
          {children}
        </Part>
        {actions ? <div className={styles.singleActions}>{actions}</div> : null}
      </div>
    )
  }
  return (
    <SidePanel title={title} about={about} back={back ?? list} actions={actions}>
      <div className={styles.body}>{children}</div>
    </SidePanel>
  )
}

/** The list that an item was opened from, as it was narrowed and sorted. */
export function useListTarget() {
  const { slug } = useWorkspace()
  const { site } = useSiteContent()
  const { collectionId = '' } = useParams({ strict: false })
  const { sort, filter, bin } = useSearch({ strict: false })
  return {
    to: '/w/$slug/sites/$siteId/content/$collectionId' as const,
    params: { slug, siteId: site.siteId, collectionId },
    search: { ...(sort ? { sort } : {}), ...(filter ? { filter } : {}), ...(bin ? { bin } : {}) },
  }
}
