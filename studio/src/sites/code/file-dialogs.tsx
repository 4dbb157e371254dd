import { Problem } from '@helder/client'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useTexts } from '../../ui/language.tsx'
import { texts } from './texts.ts'

/** What is asked about a file. */
export type Asked = { kind: 'make'; folder: string } | { kind: 'move'; path: string }

/** Asks for the path of a new file, or the new path of one. */
export function FileDialog(props: {
  asked: Asked | null
  close: () => void
  make: (path: string) => Promise<Problem | null>
  move: (from: string, to: string) => Promise<Problem | null>
}) {
  const { asked, close, make, move } = props
  const t = useTexts(texts)
  return (
    <Dialog
      title={asked?.kind === 'move' ? t.move : t.newFile}
      isOpen={asked !== null}
      close={close}
      size="sm"
    >
      {asked?.kind === 'make' ? (
        <PathForm
          begin={asked.folder === '' ? '' : `${asked.folder}/`}
          label={t.path}
          help={t.newHelp}
          button={t.make}
          save={make}
          close={close}
        />
      ) : null}
      {asked?.kind === 'move' ? (
        <PathForm
          begin={asked.path}
          label={t.moveTo}
          help={t.moveHelp}
          button={t.doMove}
          save={to => move(asked.path, to)}
          close={close}
        />
      ) : null}
    </Dialog>
  )
}

// The server names the path by where it stands in the address or the body.
const serverNames = ['*', 'to', 'from']

function PathForm(props: {
  begin: string
  label: string
  help: string
  button: string
  save: (path: string) => Promise<Problem | null>
  close: () => void
}) {
  const { begin, label, help, button, save, close } = props
  const t = useTexts(texts)
  const [path, setPath] = useState(begin)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const clean = path.trim().replace(/^\/+|\/+$/g, '')
  const submit = async () => {
    if (clean === begin) return close()
    setBusy(true)
    const found = await save(clean)
    setBusy(false)
    if (found === null) close()
    else setProblem(aboutPath(found))
  }
  return (
    <Form problem={problem} submit={() => void submit()}>
      <TextField
        name="path"
        label={label}
        help={help}
        value={path}
        change={setPath}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <DialogActions>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
        <Button type="submit" disabled={clean === ''} loading={isBusy}>
          {button}
        </Button>
      </DialogActions>
    </Form>
  )
}

function aboutPath(problem: Problem): Problem {
  const said = serverNames.map(name => problem.fields[name]).find(Boolean)
  if (said === undefined && problem.kind !== 'conflict') return problem
  const message = said ?? problem.message
  return new Problem({
    type: problem.kind,
    status: problem.status,
    detail: message,
    fields: [{ path: 'path', message }],
  })
}
