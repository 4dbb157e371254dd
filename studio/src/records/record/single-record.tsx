import { listRecords } from '@helder/server/records/rows/schema'
import { useReply } from '../../core/api.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { newRecord } from '../content/new-item.tsx'
import { useWorkKey } from './record.tsx'
import { RecordWork } from './record-work.tsx'

/** The only item of a collection, such as the texts of a home page. */
export function SingleRecord({ collectionId }: { collectionId: string }) {
  const list = useReply(
    listRecords,
    { params: { collectionId }, query: { limit: 1, sort: 'created' } },
    { topics: ['records.record', 'sites.site'] },
  )
  return (
    <Loaded from={list}>
      {({ records }) => <Only collectionId={collectionId} recordId={records[0]?.recordId ?? newRecord} />}
    </Loaded>
  )
}

function Only({ collectionId, recordId }: { collectionId: string; recordId: string }) {
  const { key, bear } = useWorkKey(recordId)
  return (
    <RecordWork
      key={key}
      collectionId={collectionId}
      recordId={recordId === newRecord ? null : recordId}
      isSingle
      made={bear}
    />
  )
}
