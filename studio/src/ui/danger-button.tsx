import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Dialog, DialogActions } from './dialog.tsx'
import { TextField } from './form/fields.tsx'
import { Form } from './form/form.tsx'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'

/** What a button for something that can't be undone needs to say. */
export interface DangerProps {
  /** What it does, in words: `Lid verwijderen`. */
  label: string
  /** What is lost by it. */
  consequence: ReactNode
  /** A word to type first, such as a name; absent for what is lost only a little. */
  word?: string
  /** Does it; gives whether it worked. */
  run: () => Promise<boolean>
}

/** A button for what can't be undone: it says so, and asks for a typed word. */
export function DangerButton(props: DangerProps & { size?: 'compact-md' }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        color="brick"
        variant="outline"
        {...(props.size ? { size: props.size } : {})}
        onClick={() => setOpen(true)}
      >
        {props.label}
      </Button>
      <DangerDialog {...props} isOpen={isOpen} close={() => setOpen(false)} />
    </>
  )
}

/** The question behind a DangerButton, for where the button is something else, such as an entry of a menu. */
export function DangerDialog(props: DangerProps & { isOpen: boolean; close: () => void }) {
  return (
    <Dialog title={props.label} isOpen={props.isOpen} close={props.close} size="sm">
      <DangerQuestion {...props} />
    </Dialog>
  )
}

function DangerQuestion({ label, consequence, word, run, close }: DangerProps & { close: () => void }) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isRight = word === undefined || typed.trim().toLowerCase() === word.toLowerCase()
  const confirm = async () => {
    if (!isRight) return
    setBusy(true)
    const worked = await run()
    setBusy(false)
    if (worked) close()
  }
  return (
    <Form problem={null} submit={() => void confirm()}>
      <p>{consequence}</p>
      <p>{t.cannotUndo}</p>
      {word === undefined ? null : (
        <TextField
          name="word"
          label={t.typeWord(word)}
          value={typed}
          change={setTyped}
          autoComplete="off"
          data-autofocus
        />
      )}
      <DialogActions>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
        <Button type="submit" color="brick" disabled={!isRight} loading={isBusy}>
          {label}
        </Button>
      </DialogActions>
    </Form>
  )
}
