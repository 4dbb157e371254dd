import { isSafeLink } from '@helder/fields'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconSeparatorHorizontal,
  IconUnderline,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type ComponentType, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import inputs from '../../../ui/form/input.module.css'
import { useTexts } from '../../../ui/language.tsx'
import { LinkBar } from './link-bar.tsx'
import { PictureBar } from './picture-bar.tsx'
import styles from './rich-text.module.css'
import { texts } from './texts.ts'

const marks = [
  {
    name: 'bold',
    Icon: IconBold,
    keys: 'Control+B',
    toggle: (editor: Editor) => editor.chain().focus().toggleBold(),
  },
  {
    name: 'italic',
    Icon: IconItalic,
    keys: 'Control+I',
    toggle: (editor: Editor) => editor.chain().focus().toggleItalic(),
  },
  {
    name: 'underline',
    Icon: IconUnderline,
    keys: 'Control+U',
    toggle: (editor: Editor) => editor.chain().focus().toggleUnderline(),
  },
] as const

const blocks = [
  {
    name: 'bulletList',
    Icon: IconList,
    keys: 'Control+Shift+8',
    toggle: (editor: Editor) => editor.chain().focus().toggleBulletList(),
  },
  {
    name: 'orderedList',
    Icon: IconListNumbers,
    keys: 'Control+Shift+7',
    toggle: (editor: Editor) => editor.chain().focus().toggleOrderedList(),
  },
  {
    name: 'blockquote',
    Icon: IconBlockquote,
    keys: 'Control+Shift+B',
    toggle: (editor: Editor) => editor.chain().focus().toggleBlockquote(),
  },
] as const

const toggles = [...marks, ...blocks]

/** What can be done with a formatted text; one stop for Tab, arrow keys inside. */
export function Toolbar(props: { editor: Editor; label: string; sendPicture: (file: File) => void }) {
  const { editor, label, sendPicture } = props
  const t = useTexts(texts)
  const [isLinking, setLinking] = useState(false)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: toggles.filter(({ name }) => now.isActive(name)).map(({ name }) => name as string),
      isLink: now.isActive('link'),
      isPicture: now.isActive('image'),
      kind: kindOf(now),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  return (
    <div className={styles.tools}>
      <Bar label={t.tools(label)}>
        <KindSelect editor={editor} kind={state.kind} />
        {toggles.map(({ name, Icon, keys, toggle }) => (
          <Tool
            key={name}
            label={t[name]}
            Icon={Icon}
            keys={keys}
            isOn={state.on.includes(name)}
            run={() => toggle(editor).run()}
          />
        ))}
        <Tool
          label={t.line}
          Icon={IconSeparatorHorizontal}
          run={() => editor.chain().focus().setHorizontalRule().run()}
        />
        <Tool label={t.link} Icon={IconLink} isOn={state.isLink} run={() => setLinking(true)} />
        <PictureTool send={sendPicture} />
        <Tool
          label={t.undo}
          Icon={IconArrowBackUp}
          keys="Control+Z"
          isOff={!state.canUndo}
          run={() => editor.chain().focus().undo().run()}
        />
        <Tool
          label={t.redo}
          Icon={IconArrowForwardUp}
          keys="Control+Shift+Z"
          isOff={!state.canRedo}
          run={() => editor.chain().focus().redo().run()}
        />
      </Bar>
      {isLinking ? <LinkBar editor={editor} isSafe={isSafeLink} close={() => setLinking(false)} /> : null}
      {state.isPicture ? <PictureBar editor={editor} /> : null}
    </div>
  )
}

const kinds = ['paragraph', 'heading2', 'heading3', 'heading4', 'codeBlock'] as const
type Kind = (typeof kinds)[number]

function kindOf(editor: Editor): Kind {
  if (editor.isActive('codeBlock')) return 'codeBlock'
  const level = ([2, 3, 4] as const).find(one => editor.isActive('heading', { level: one }))
  return level === undefined ? 'paragraph' : `heading${level}`
}

function setKind(editor: Editor, kind: Kind): void {
  const chain = editor.chain().focus()
  const level = ([2, 3, 4] as const).find(one => kind === `heading${one}`)
  if (level !== undefined) chain.setHeading({ level }).run()
  else if (kind === 'codeBlock') chain.setCodeBlock().run()
  else chain.setParagraph().run()
}

function KindSelect({ editor, kind }: { editor: Editor; kind: Kind }) {
  const t = useTexts(texts)
  return (
    <select
      aria-label={t.kind}
      className={`${inputs.input} ${styles.kind}`}
      value={kind}
      onChange={event => {
        const chosen = kinds.find(one => one === event.target.value)
        if (chosen) setKind(editor, chosen)
      }}
    >
      {kinds.map(one => (
        <option key={one} value={one}>
          {t[one]}
        </option>
      ))}
    </select>
  )
}

function Bar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const stops = [...(bar.current?.querySelectorAll<HTMLElement>('select, button:not(:disabled)') ?? [])]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    stops[(to + stops.length) % stops.length]?.focus()
  }
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={styles.bar} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}

interface ToolProps {
  label: string
  Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  run: () => void
  /** Present for what is on or off. */
  isOn?: boolean
  isOff?: boolean
  keys?: string
}

function Tool({ label, Icon, run, isOn, isOff = false, keys }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      tabIndex={-1}
      title={keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label}
      aria-label={label}
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      disabled={isOff}
      // The selection in the text stays as it is.
      onMouseDown={event => event.preventDefault()}
      onClick={run}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
    </button>
  )
}

function PictureTool({ send }: { send: (file: File) => void }) {
  const t = useTexts(texts)
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool label={t.picture} Icon={IconPhoto} run={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t.picture}
        accept="image/png,image/jpeg,image/gif,image/webp"
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) send(file)
          event.target.value = ''
        }}
      />
    </>
  )
}
