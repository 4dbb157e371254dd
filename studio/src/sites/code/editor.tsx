import { setDiagnostics } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type StateEffect, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Language } from '@helder/words'
import { type RefObject, useEffect, useRef } from 'react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { languageOf } from './codemirror/languages.ts'
import type { Hints } from './codemirror/liquid-help.ts'
import { edited } from './codemirror/setup.ts'
import { smallestChange } from './content.ts'
import type { FileProblem, FileView, OpenFile } from './desk.ts'
import styles from './editor.module.css'
import { texts } from './texts.ts'
import type { FocusWish } from './work.ts'

/** How a text was left: what was undone, selected and scrolled to, for coming back to its tab. */
export type LeftStates = Map<number, { state: EditorState; place: StateEffect<unknown> }>

/** What the editor of one file is given. */
export interface EditorProps {
  file: OpenFile
  view: FileView
  problems: FileProblem[]
  mayWrite: boolean
  hints: Hints
  left: LeftStates
  /** The line to go to. */
  line: number | undefined
  /** Called when it has gone there. */
  arrived: () => void
  focus: FocusWish
}

const afterDialogMs = 250

const fromElsewhere = Annotation.define<boolean>()

/** The text of a file, to be written in. */
export function Editor(props: EditorProps) {
  const { file, view, problems, mayWrite, hints, left, line, arrived, focus } = props
  const language = useLanguage()
  const t = useTexts(texts)
  const latestHints = useRef(hints)
  useEffect(() => {
    latestHints.current = hints
  })
  const [place, editor] = useEditor(file, view.id, left)
  useEffect(() => {
    const kind = languageOf(view.path, language, () => latestHints.current)
    editor.current?.dispatch({ effects: parts.kind.reconfigure(kind) })
  }, [view.path, language, editor])
  const label = t.contentOf(view.path)
  useEffect(() => {
    const attributes = EditorView.contentAttributes.of({
      'aria-label': label,
      ...(mayWrite ? { 'aria-description': t.tabKey } : {}),
      // Also what may only be read is scrolled by keys.
      tabindex: '0',
    })
    const how = [attributes, EditorState.readOnly.of(!mayWrite), EditorView.editable.of(mayWrite)]
    editor.current?.dispatch({ effects: parts.how.reconfigure(how) })
  }, [label, t, mayWrite, editor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that the text came from elsewhere it is taken over
  useEffect(() => takeOver(editor.current, file.text()), [view.given, file, editor])
  useEffect(() => showProblems(editor.current, problems), [problems, editor])
  useEffect(() => {
    if (line === undefined || editor.current === null) return
    goTo(editor.current, line)
    arrived()
  }, [line, arrived, editor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish comes as a new count
  useEffect(() => {
    if (!focus.take(view.path)) return
    // A dialog that closes gives the focus back to where it came from; the editor takes it after that.
    const isAfterDialog = document.querySelector('[aria-modal="true"]') !== null
    setTimeout(() => editor.current?.focus(), isAfterDialog ? afterDialogMs : 0)
  }, [focus.count, view.path, editor])
  return <div ref={place} className={styles.editor} />
}

// What changes of an editor while it is shown: how its text is read, and what may be done with it.
const parts = { kind: new Compartment(), how: new Compartment() }

function useEditor(
  file: OpenFile,
  id: number,
  left: LeftStates,
): [RefObject<HTMLDivElement | null>, RefObject<EditorView | null>] {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | null>(null)
  const language = useLanguage()
  const first = useRef(language)
  useEffect(() => {
    if (place.current === null) return
    const before = left.get(id)
    const view = new EditorView({
      parent: place.current,
      state: before?.state ?? begin(file, first.current),
      ...(before ? { scrollTo: before.place as StateEffect<never> } : {}),
    })
    editor.current = view
    return () => {
      left.set(id, { state: view.state, place: view.scrollSnapshot() })
      view.destroy()
      editor.current = null
    }
  }, [file, id, left])
  return [place, editor]
}

function begin(file: OpenFile, language: Language): EditorState {
  const doc = file.text()
  return EditorState.create({
    doc,
    extensions: [
      edited(language, doc),
      parts.kind.of([]),
      parts.how.of([]),
      EditorView.updateListener.of(({ docChanged, transactions, state }) => {
        if (!docChanged || transactions.every(one => one.annotation(fromElsewhere))) return
        file.change(() => state.sliceDoc())
      }),
    ],
  })
}

function takeOver(view: EditorView | null, text: string): void {
  if (view === null) return
  // Within the editor every line ends the same; how it is saved is kept apart.
  const changes = smallestChange(view.state.doc.toString(), text.replace(/\r\n?/g, '\n'))
  if (changes === null) return
  view.dispatch({ changes, annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)] })
}

function showProblems(view: EditorView | null, problems: FileProblem[]): void {
  if (view === null) return
  const { doc } = view.state
  const diagnostics = problems.map(({ line, column, message }) => {
    const at = doc.line(Math.min(Math.max(1, line), doc.lines))
    const from = Math.min(at.from + Math.max(0, column - 1), at.to)
    const word = /^[\w.-]+/.exec(doc.sliceString(from, at.to))?.[0].length ?? 1
    return { from, to: Math.min(at.to, from + word), severity: 'error' as const, message }
  })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

function goTo(view: EditorView, line: number): void {
  const { doc } = view.state
  const { from } = doc.line(Math.min(Math.max(1, line), doc.lines))
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
  view.focus()
}
