import { Button } from '@mantine/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { TextField } from '../../../ui/form/fields.tsx'
import { useTexts } from '../../../ui/language.tsx'
import { texts as fieldTexts } from '../texts.ts'
import styles from './rich-text.module.css'
import { texts } from './texts.ts'

/** What the picture that is selected shows, in words. */
export function PictureBar({ editor }: { editor: Editor }) {
  const t = useTexts(texts)
  const words = useTexts(fieldTexts)
  const alt = useEditorState({
    editor,
    selector: ({ editor: now }) => String(now.getAttributes('image').alt),
  })
  return (
    <div className={styles.side}>
      <TextField
        name="alt"
        label={words.alt}
        help={words.altHelp}
        value={alt}
        change={next => editor.commands.updateAttributes('image', { alt: next })}
      />
      <div className={styles.sideActions}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          onClick={() => editor.chain().focus().deleteSelection().run()}
        >
          {t.removePicture}
        </Button>
      </div>
    </div>
  )
}
