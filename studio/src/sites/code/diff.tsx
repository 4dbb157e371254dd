import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Language } from '@helder/words'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { languageOf } from './codemirror/languages.ts'
import { shown } from './codemirror/setup.ts'
import styles from './diff.module.css'

const noHints = () => ({ snippets: [], collections: [], forms: [] })

function read(path: string, language: Language, label: string): Extension {
  return [
    shown(language),
    languageOf(path, language, noHints),
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label }),
  ]
}

const diffConfig = { scanLimit: 5000, timeout: 500 }

/** Two texts side by side, with what differs; to be read. */
export function BothTexts(props: { path: string; left: string; right: string; labels: [string, string] }) {
  const { path, left, right, labels } = props
  const [leftLabel, rightLabel] = labels
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return
    const view = new MergeView({
      parent: place.current,
      a: { doc: left, extensions: read(path, language, leftLabel) },
      b: { doc: right, extensions: read(path, language, rightLabel) },
      collapseUnchanged: {},
      diffConfig,
    })
    return () => view.destroy()
  }, [path, left, right, leftLabel, rightLabel, language])
  return <div ref={place} className={styles.diff} />
}

/** What changed from one text to another, in one column; to be read. */
export function ChangedText(props: { path: string; before: string; after: string; label: string }) {
  const { path, before, after, label } = props
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return
    const changes = unifiedMergeView({
      original: before,
      mergeControls: false,
      collapseUnchanged: {},
      diffConfig,
    })
    const view = new EditorView({
      parent: place.current,
      doc: after,
      extensions: [read(path, language, label), changes],
    })
    return () => view.destroy()
  }, [path, before, after, label, language])
  return <div ref={place} className={styles.diff} />
}
