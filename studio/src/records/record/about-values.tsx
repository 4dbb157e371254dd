import { addressOf } from '@helder/client'
import type { Field } from '@helder/fields'
import { downloadFile } from '@helder/server/records/files/schema'
import { useEffect, useMemo, useRef } from 'react'
import { useWorkspaceId } from '../../core/place.tsx'
import { holdingOf } from '../content/item-table.tsx'
import { useSiteContent } from '../content/site-content.tsx'
import { FieldMark } from '../daylight.tsx'
import type { WholeCollection } from '../site.ts'
import type { ValuesAbout } from '../values/values.tsx'

/** Where the files of an item are: those that were just sent are shown from here. */
export function useFiles(recordId: string | null) {
  const workspaceId = useWorkspaceId()
  const sent = useRef(new Map<string, string>())
  useEffect(() => {
    const { current } = sent
    return () => {
      for (const address of current.values()) URL.revokeObjectURL(address)
      current.clear()
    }
  }, [])
  return useMemo(
    () => ({
      keepFile: (object: string, file: Blob) => {
        if (!sent.current.has(object)) sent.current.set(object, URL.createObjectURL(file))
      },
      fileAddress: (object: string) => {
        const here = sent.current.get(object)
        if (here !== undefined || recordId === null || workspaceId === undefined) return here ?? null
        return addressOf(downloadFile, { params: { recordId, object } }, { workspaceId })
      },
    }),
    [recordId, workspaceId],
  )
}

/** What the values of an item need to know to be read. */
export function useValuesAbout(
  collection: WholeCollection,
  record: { recordId: string; references: Record<string, string> },
): ValuesAbout {
  const { fileAddress } = useFiles(record.recordId)
  const { references } = record
  const { languages } = useSiteContent().site
  return useMemo(
    () => ({
      fileAddress,
      references,
      languages,
      mark: (_path: string, field: Field) => <FieldMark holding={holdingOf(collection)} field={field} />,
    }),
    [fileAddress, references, languages, collection],
  )
}
