import { useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTexts } from '../../ui/language.tsx'
import { fileTarget, readCodeSearch } from '../addresses.ts'
import { FullFrame } from '../full-frame.tsx'
import { useSitePlace } from '../site-context.tsx'
import { useGo } from '../use-go.ts'
import { Preview } from './preview.tsx'
import { texts } from './texts.ts'
import { usePageKept } from './use-page-kept.ts'

/** The preview by itself, for whoever does not write code. */
export function PreviewScreen() {
  const t = useTexts(texts)
  const { page = '/' } = readCodeSearch(useSearch({ strict: false }))
  const { slug, siteId } = useSitePlace()
  const go = useGo()
  const open = useCallback(
    (file: string, line: number) => go(fileTarget({ slug, siteId }, file, { line })),
    [go, slug, siteId],
  )
  return (
    <FullFrame part={t.preview}>
      <Preview page={page} shows={usePageKept()} open={open} />
    </FullFrame>
  )
}
