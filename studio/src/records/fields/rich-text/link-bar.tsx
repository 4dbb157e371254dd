import { Button } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { TextField } from '../../../ui/form/fields.tsx'
import { FieldErrors } from '../../../ui/form/form.tsx'
import { useTexts } from '../../../ui/language.tsx'
import styles from './rich-text.module.css'
import { texts } from './texts.ts'

/** Makes a link of what is selected, changes the one at the cursor, or takes it away. */
export function LinkBar(props: { editor: Editor; isSafe: (address: string) => boolean; close: () => void }) {
  const { editor, isSafe, close } = props
  const t = useTexts(texts)
  const before = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(before)
  const [isWrong, setWrong] = useState(false)
  const apply = () => {
    const href = completed(address.trim())
    if (!isSafe(href)) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    // Where nothing is selected the address itself becomes the words.
    if (editor.state.selection.empty && before === '') {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    } else chain.setLink({ href }).run()
    close()
  }
  const leave = () => {
    close()
    editor.commands.focus()
  }
  return (
    <form
      className={styles.side}
      onSubmit={event => {
        event.preventDefault()
        apply()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.nativeEvent.stopImmediatePropagation()
        leave()
      }}
    >
      <FieldErrors errors={isWrong ? { address: t.wrongAddress } : {}}>
        <TextField
          name="address"
          label={t.address}
          inputMode="url"
          autoComplete="off"
          autoFocus
          value={address}
          change={setAddress}
        />
      </FieldErrors>
      <div className={styles.sideActions}>
        <Button type="submit" size="compact-md">
          {t.apply}
        </Button>
        {before === '' ? null : (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
              close()
            }}
          >
            {t.unlink}
          </Button>
        )}
        <Button variant="subtle" color="gray" size="compact-md" onClick={leave}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}

// People write `helder.example` and `me@helder.example`.
function completed(address: string): string {
  if (/^[^\s@/:]+@[^\s@/:]+\.\w+$/.test(address)) return `mailto:${address}`
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address
}
