import { invite, listRoles } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { CheckField, ChoiceField, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { useReach } from './reach.ts'
import { inOrder, type Role, roleAbout } from './role-words.ts'
import { texts } from './texts.ts'

/** Inviting someone: who, as what, and whether that person comes from outside. */
export function Invite({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const roles = useReply(listRoles, {})
  return (
    <Dialog title={t.invite} isOpen={isOpen} close={close}>
      <Loaded from={roles}>
        {reply => <InviteForm roles={inOrder(reply.roles, language)} close={close} />}
      </Loaded>
    </Dialog>
  )
}

function InviteForm({ roles, close }: { roles: Role[]; close: () => void }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [email, setEmail] = useState('')
  const [roleId, setRoleId] = useState<string | null>(null)
  const [relation, setRelation] = useState<'insider' | 'outsider'>('insider')
  const [confirmed, setConfirmed] = useState(false)
  const inviting = useCall(invite, { doing: t.inviting, changes: ['mail'], problems: 'form' })
  const outsider = relation === 'outsider'
  const submit = async () => {
    const outcome = await inviting.call({ body: { email, roleId: roleId ?? '', outsider, confirmed } })
    if (!outcome.ok) return
    toasts.done(t.invited(email.trim()))
    close()
  }
  return (
    <Form problem={inviting.problem} submit={() => void submit()}>
      <TextField
        name="email"
        type="email"
        label={t.email}
        help={t.emailHelp}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={email}
        change={setEmail}
      />
      <RoleChoice roles={roles} value={roleId} change={setRoleId} />
      <ChoiceField
        name="outsider"
        label={t.employed}
        value={relation}
        change={setRelation}
        options={[
          { value: 'insider', label: t.insider },
          { value: 'outsider', label: t.outsider, help: t.outsiderHelp },
        ]}
      />
      {outsider ? (
        <Notice tone="warning" title={t.outsiderTitle}>
          {t.outsiderWarning}
        </Notice>
      ) : null}
      {outsider ? (
        <CheckField name="confirmed" label={t.outsiderConfirm} value={confirmed} change={setConfirmed} />
      ) : null}
      <DialogActions>
        <Button type="submit" loading={inviting.isBusy}>
          {t.sendInvitation}
        </Button>
      </DialogActions>
    </Form>
  )
}

function RoleChoice(props: { roles: Role[]; value: string | null; change: (roleId: string) => void }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const isWithinReach = useReach()
  return (
    <ChoiceField
      name="roleId"
      label={t.role}
      isDense
      value={props.value}
      change={props.change}
      options={props.roles.map(role => ({
        value: role.roleId,
        label: role.name[language],
        help: roleAbout(role, t),
        disabled: !isWithinReach(role),
      }))}
    />
  )
}
