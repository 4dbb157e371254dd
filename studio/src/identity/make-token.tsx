import { makeToken } from '@helder/server/core/identity/schema'
import { listRoles } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { PermissionBoxes, usePermissionGroups } from '../core/permissions.tsx'
import { useWorkspace } from '../core/place.tsx'
import { CopyText } from '../ui/copy-text.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/form/fields.tsx'
import { Form, useFieldError } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { Notice } from '../ui/notice.tsx'
import { texts } from './texts.ts'

/** Making a key: what it is for, what it may, and then the key itself, once. */
export function MakeToken({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const t = useTexts(texts)
  const [secret, setSecret] = useState<string | null>(null)
  const leave = () => {
    close()
    setSecret(null)
  }
  return (
    <Dialog title={secret ? t.keyMade : t.makeKey} isOpen={isOpen} close={leave}>
      {secret ? <Made secret={secret} close={leave} /> : <Making made={setSecret} />}
    </Dialog>
  )
}

const choices = [30, 90, 365] as const

function Making({ made }: { made: (secret: string) => void }) {
  const t = useTexts(texts)
  const groups = useOwnGroups()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number>(90)
  const [permissions, setPermissions] = useState<string[]>([])
  const make = useCall(makeToken, { doing: t.makingKey, problems: 'form' })
  const submit = async () => {
    const outcome = await make.call({ body: { name, days, permissions } })
    if (outcome.ok) made(outcome.reply.secret)
  }
  return (
    <Form problem={make.problem} submit={() => void submit()}>
      <TextField
        name="name"
        label={t.keyName}
        help={t.keyNameHelp}
        data-autofocus
        value={name}
        change={setName}
      />
      <SelectField
        name="days"
        label={t.keyDays}
        value={String(days)}
        change={value => setDays(Number(value))}
        options={choices.map(count => ({
          value: String(count),
          label: count === 365 ? t.year : t.days(count),
        }))}
      />
      <Permissions>
        <h3>{t.keyMay}</h3>
        <PermissionBoxes groups={groups} chosen={permissions} change={setPermissions} />
      </Permissions>
      <DialogActions>
        <Button type="submit" loading={make.isBusy}>
          {t.makeKey}
        </Button>
      </DialogActions>
    </Form>
  )
}

function Permissions({ children }: { children: React.ReactNode }) {
  const error = useFieldError('permissions')
  return (
    <div>
      {children}
      {error ? (
        <div role="alert" tabIndex={-1} data-form-problem>
          <Notice tone="bad">{error}</Notice>
        </div>
      ) : null}
    </div>
  )
}

// What one may oneself; the names are there for whoever may see the roles.
function useOwnGroups() {
  const { permissions, can } = useWorkspace()
  const { data } = useReply(listRoles, {}, { when: can('tenancy.members.read') })
  const own = useMemo(
    () =>
      data
        ? data.permissions.filter(({ key }) => permissions.includes(key))
        : permissions.map(key => ({ key, name: { nl: key, en: key } })),
    [data, permissions],
  )
  return usePermissionGroups(own)
}

function Made({ secret, close }: { secret: string; close: () => void }) {
  const t = useTexts(texts)
  return (
    <>
      <p>{t.keyOnce}</p>
      <CopyText label={t.key} value={secret} />
      <DialogActions>
        <Button onClick={close}>{t.keyDone}</Button>
      </DialogActions>
    </>
  )
}
