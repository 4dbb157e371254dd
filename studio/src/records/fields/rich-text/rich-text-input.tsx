import { type FieldOf, isObject } from '@helder/fields'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { FieldFrame, type Wiring } from '../../../ui/form/fields.tsx'
import { useStable } from '../../../ui/stable.ts'
import { type InputProps, useEditing, useFrame } from '../editing.tsx'
import { type KeptFile, useSendFile } from '../send-file.ts'
import { SendingLine } from '../sending-line.tsx'
import { extensions } from './extensions.ts'
import styles from './rich-text.module.css'
import { Toolbar } from './toolbar.tsx'

/** The input of a field for formatted text. */
export function RichTextInput(props: InputProps<FieldOf<'richText'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  const { language } = useEditing()
  return (
    <FieldFrame {...frame} isWide>
      {wiring => (
        <Writing
          label={frame.label}
          wiring={wiring}
          lang={field.localized ? language : undefined}
          value={value}
          change={change}
        />
      )}
    </FieldFrame>
  )
}

interface WritingProps {
  label: string
  wiring: Wiring
  lang: string | undefined
  value: unknown
  change: (value: unknown) => void
}

function Writing({ label, wiring, lang, value, change }: WritingProps) {
  const editor = useWriting({ wiring, lang, value, change })
  const files = useSendFile({
    maxBytes: undefined,
    isPicture: true,
    kept: file => editor.chain().focus().insertPicture(pictureOf(file)).run(),
  })
  usePastedPictures(editor, files.send)
  return (
    <div className={styles.writing} data-invalid={wiring['aria-invalid']}>
      <Toolbar editor={editor} label={label} sendPicture={files.send} />
      <SendingLine files={files} />
      <EditorContent editor={editor} className={styles.text} />
    </div>
  )
}

function pictureOf({ object, name, width, height }: KeptFile) {
  return { object, name, alt: '', width: width ?? null, height: height ?? null }
}

function useWriting({ wiring, lang, value, change }: Omit<WritingProps, 'label'>): Editor {
  const { fileAddress } = useEditing()
  const written = useRef(value)
  const addressOf = useStable(fileAddress)
  const write = useStable((editor: Editor) => {
    const next = editor.isEmpty ? undefined : editor.getJSON()
    written.current = next
    change(next)
  })
  const editor = useEditor({
    extensions: extensions(addressOf),
    content: isObject(value) ? value : null,
    injectCSS: false,
    onUpdate: update => write(update.editor),
    editorProps: { attributes: attributesOf(wiring, lang) },
  })
  // What came from elsewhere, such as an earlier version, takes the place of what was written.
  useEffect(() => {
    if (value === written.current) return
    written.current = value
    editor.commands.setContent(isObject(value) ? value : null, { emitUpdate: false })
  }, [editor, value])
  const described = wiring['aria-describedby']
  const isInvalid = wiring['aria-invalid']
  useEffect(() => {
    const { dom } = editor.view
    if (described) dom.setAttribute('aria-describedby', described)
    else dom.removeAttribute('aria-describedby')
    if (isInvalid) dom.setAttribute('aria-invalid', 'true')
    else dom.removeAttribute('aria-invalid')
  }, [editor, described, isInvalid])
  return editor
}

function attributesOf({ id }: Wiring, lang: string | undefined): Record<string, string> {
  return {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    ...(lang ? { lang } : {}),
  }
}

// Pictures that are pasted or dropped are sent as those that are chosen.
function usePastedPictures(editor: Editor, send: (file: File) => void): void {
  const take = useStable((event: Event, list: FileList | undefined) => {
    const picture = [...(list ?? [])].find(({ type }) => type.startsWith('image/'))
    if (picture === undefined) return
    event.preventDefault()
    event.stopPropagation()
    send(picture)
  })
  useEffect(() => {
    const { dom } = editor.view
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData?.files)
    const drop = (event: DragEvent) => take(event, event.dataTransfer?.files)
    dom.addEventListener('paste', paste, true)
    dom.addEventListener('drop', drop, true)
    return () => {
      dom.removeEventListener('paste', paste, true)
      dom.removeEventListener('drop', drop, true)
    }
  }, [editor, take])
}
