import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import { newRecord } from '../content/new-item.tsx'
import { useSiteContent } from '../content/site-content.tsx'
import { RecordWork } from './record-work.tsx'

/** An item at its own address, whether it is there already or not yet. */
export function RecordScreen() {
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const { site, collections } = useSiteContent()
  const { collectionId = '', recordId = newRecord } = useParams({ strict: false })
  const { key, bear } = useWorkKey(recordId)
  const isSingle = collections.some(one => one.collectionId === collectionId && one.single)
  return (
    <RecordWork
      key={key}
      collectionId={collectionId}
      recordId={recordId === newRecord ? null : recordId}
      isSingle={isSingle}
      made={made => {
        bear(made)
        void navigate({
          to: '/w/$slug/sites/$siteId/content/$collectionId/$recordId',
          params: { slug, siteId: site.siteId, collectionId, recordId: made },
          search: before => before,
          replace: true,
        })
      }}
    />
  )
}

/**
 * A key for the work on an item: another item is another piece of work, but what was new a moment ago and has an
 * address now is the same, and stays on screen with the focus where it is.
 */
export function useWorkKey(recordId: string): { key: number; bear: (recordId: string) => void } {
  const [born, bear] = useState('')
  const [seen, setSeen] = useState({ recordId, key: 0 })
  if (seen.recordId === recordId) return { key: seen.key, bear }
  const isSame = seen.recordId === newRecord && recordId === born
  const next = { recordId, key: isSame ? seen.key : seen.key + 1 }
  setSeen(next)
  return { key: next.key, bear }
}
