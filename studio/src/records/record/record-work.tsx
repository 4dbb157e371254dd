import { getRecord } from '@helder/server/records/rows/schema'
import { useState } from 'react'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded, type Reading } from '../../ui/loaded.tsx'
import { useCollection } from '../site.ts'
import { Editor } from './editor.tsx'
import { RecordFrame } from './frame.tsx'
import { Reader } from './reader.tsx'
import { texts } from './texts.ts'

/** What the work on an item needs to know of where it stands. */
export interface Work {
  collectionId: string
  /** Null for an item that was never saved. */
  recordId: string | null
  /** The only item of its collection. */
  isSingle: boolean
  /** Called once a new item has an id. */
  made: (recordId: string) => void
}

/** An item to write; to read for who may not write, or as long as it is in the bin. */
export function RecordWork(work: Work) {
  const { collectionId, recordId, isSingle } = work
  const { can } = useWorkspace()
  const collection = useCollection(collectionId)
  const record = useReply(
    getRecord,
    { params: { recordId: recordId ?? '' } },
    { topics: ['records.record', 'sites.site'], when: recordId !== null },
  )
  // What was new a moment ago is on screen before it is read.
  const [wasNew] = useState(recordId === null)
  const isReadOnly = !can('records.content.write') || record.data?.inBin === true
  if (collection.data === undefined) return <Waiting isSingle={isSingle} from={collection} />
  if (record.data === undefined && !(wasNew && !isReadOnly))
    return <Waiting isSingle={isSingle} from={record} />
  if (record.data !== undefined && isReadOnly)
    return <Reader collection={collection.data} record={record.data} isSingle={isSingle} />
  return <Editor work={work} collection={collection.data} record={record.data ?? null} />
}

function Waiting({ isSingle, from }: { isSingle: boolean; from: Reading<unknown> }) {
  const t = useTexts(texts)
  return (
    <RecordFrame isSingle={isSingle} title={from.problem ? t.noItem : t.item}>
      <Loaded from={from}>{() => null}</Loaded>
    </RecordFrame>
  )
}
