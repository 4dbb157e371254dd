import { restoreRecord } from '@helder/server/records/rows/schema'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useCall } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { RecordState } from '../content/record-state.tsx'
import type { WholeCollection } from '../site.ts'
import { ValueList } from '../values/values.tsx'
import { useValuesAbout } from './about-values.tsx'
import { RecordFrame } from './frame.tsx'
import { texts } from './texts.ts'
import type { WholeRecord } from './use-draft.ts'

/** An item to read: for who may not write, or because it is in the bin. */
export function Reader(props: { collection: WholeCollection; record: WholeRecord; isSingle: boolean }) {
  const { collection, record, isSingle } = props
  const t = useTexts(texts)
  const about = useValuesAbout(collection, record)
  return (
    <RecordFrame
      isSingle={isSingle}
      title={record.title || t.untitled}
      about={<RecordState state={record.state} />}
      actions={record.inBin ? <PutBack record={record} /> : null}
    >
      {record.inBin ? (
        <Notice tone="warning" title={t.inBin}>
          {t.inBinAbout}
        </Notice>
      ) : null}
      <ValueList fields={collection.draft.fields} values={record.values} about={about} />
    </RecordFrame>
  )
}

function PutBack({ record }: { record: WholeRecord }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const toasts = useToasts()
  const restore = useCall(restoreRecord)
  if (!can('records.content.write')) return null
  const putBack = async () => {
    const { ok } = await restore.call({ params: { recordId: record.recordId } })
    if (ok) toasts.done(t.isBack(record.title || t.untitled))
  }
  return (
    <Button
      loading={restore.isBusy}
      leftSection={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />}
      onClick={() => void putBack()}
    >
      {t.putBack}
    </Button>
  )
}
