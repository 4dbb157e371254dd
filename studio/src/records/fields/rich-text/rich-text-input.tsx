import { type FieldOf, isObject } from '@helder/fields'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
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
  const sendPicture = useStable((file: File) => files.send(file))
  const editor = useWriting({ wiring, lang, value, change }, sendPicture)
  const files = useSendFile({
    maxBytes: undefined,
    isPicture: true,
    kept: file => editor.chain().focus().insertPicture(pictureOf(file)).run(),
  })
  return (
    <div className={styles.writing} data-invalid={wiring['aria-invalid']}>
      <Toolbar editor={editor} label={label} sendPicture={sendPicture} />
      <SendingLine files={files} />
      <EditorContent editor={editor} className={styles.text} />
    </div>
  )
}

function pictureOf({ object, name, width, height }: KeptFile) {
  return { object, name, alt: '', width: width ?? null, height: height ?? null }
}

function useWriting(
  { wiring, lang, value, change }: Omit<WritingProps, 'label'>,
  sendPicture: (file: File) => void,
): Editor {
  const { fileAddress } = useEditing()
  const written = useRef(value)
  const addressOf = useStable(fileAddress)
  const write = useStable((editor: Editor) => {
    const next = editor.isEmpty ? undefined : editor.getJSON()
    written.current = next
    change(next)
  })
  // Pictures that are pasted or dropped are sent as those that are chosen.
  const take = useStable((list: FileList | undefined) => {
    const picture = [...(list ?? [])].find(({ type }) => type.startsWith('image/'))
    if (picture !== undefined) sendPicture(picture)
    return picture !== undefined
  })
  const { id, 'aria-describedby': described, 'aria-invalid': isInvalid } = wiring
  const editorProps = useMemo(
    () => ({
      attributes: attributesOf({ id, described, isInvalid, lang }),
      handlePaste: (_view: unknown, event: ClipboardEvent) => take(event.clipboardData?.files),
      handleDrop: (_view: unknown, event: DragEvent) => take(event.dataTransfer?.files),
    }),
    [id, described, isInvalid, lang, take],
  )
  const [parts] = useState(() => extensions(addressOf))
  const editor = useEditor({
    extensions: parts,
    content: isObject(value) ? value : null,
    injectCSS: false,
    onUpdate: update => write(update.editor),
    editorProps,
  })
  // What came from elsewhere, such as an earlier version, takes the place of what was written.
  useEffect(() => {
    if (value === written.current) return
    written.current = value
    editor.commands.setContent(isObject(value) ? value : null, { emitUpdate: false })
  }, [editor, value])
  return editor
}

function attributesOf(wiring: {
  id: string
  described: string | undefined
  isInvalid: true | undefined
  lang: string | undefined
}): Record<string, string> {
  const { id, described, isInvalid, lang } = wiring
  return {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
    ...(lang ? { lang } : {}),
  }
}
