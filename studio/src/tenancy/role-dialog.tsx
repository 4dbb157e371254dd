import { changeRole, makeRole, removeRole } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { PermissionBoxes, type PermissionGroup } from '../core/permissions.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { texts } from './texts.ts'

/** A role of the workspace's own while it is being made or changed. */
export interface RoleDraft {
  roleId?: string
  name: string
  permissions: string[]
  members?: number
}

interface DialogProps {
  draft: RoleDraft | null
  groups: PermissionGroup[]
  close: () => void
}

/** Making a role, or changing one. */
export function RoleDialog({ draft, groups, close }: DialogProps) {
  const t = useTexts(texts)
  const title = draft?.roleId ? t.changeRole(draft.name) : t.makeRole
  return (
    <Dialog title={title} isOpen={draft !== null} close={close}>
      {draft ? <RoleForm draft={draft} groups={groups} close={close} /> : null}
    </Dialog>
  )
}

function RoleForm({
  draft,
  groups,
  close,
}: {
  draft: RoleDraft
  groups: PermissionGroup[]
  close: () => void
}) {
  const t = useTexts(texts)
  const [name, setName] = useState(draft.name)
  const [permissions, setPermissions] = useState(draft.permissions)
  const { save, isBusy, problem } = useSaveRole(draft)
  const submit = async () => {
    if (await save({ name, permissions })) close()
  }
  return (
    <Form problem={problem} submit={() => void submit()}>
      <TextField
        name="name"
        label={t.roleName}
        help={t.roleNameHelp}
        data-autofocus
        value={name}
        change={setName}
      />
      <div>
        <h3>{t.rolePermissions}</h3>
        <p>{t.rolePermissionsHelp}</p>
      </div>
      <PermissionBoxes groups={groups} chosen={permissions} change={setPermissions} />
      <DialogActions>
        {draft.roleId && draft.members === 0 ? (
          <Remove draft={draft} roleId={draft.roleId} close={close} />
        ) : null}
        <Button type="submit" loading={isBusy}>
          {t.saveRole}
        </Button>
      </DialogActions>
    </Form>
  )
}

function useSaveRole(draft: RoleDraft) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const make = useCall(makeRole, { doing: t.makingRole, problems: 'form' })
  const change = useCall(changeRole, { doing: t.savingRole, changes: ['me'], problems: 'form' })
  const { roleId } = draft
  const put = async (body: { name: string; permissions: string[] }) =>
    roleId !== undefined && (await change.call({ params: { roleId }, body })).ok
  const save = async (body: { name: string; permissions: string[] }) => {
    const worked = roleId === undefined ? (await make.call({ body })).ok : await put(body)
    if (!worked) return false
    if (roleId === undefined) toasts.done(t.roleMade(body.name))
    else toasts.done(t.roleSaved(body.name), () => put({ name: draft.name, permissions: draft.permissions }))
    return true
  }
  return { save, isBusy: make.isBusy || change.isBusy, problem: make.problem ?? change.problem }
}

function Remove({ draft, roleId, close }: { draft: RoleDraft; roleId: string; close: () => void }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const remove = useCall(removeRole)
  const make = useCall(makeRole)
  const run = async () => {
    const { ok } = await remove.call({ params: { roleId } })
    if (!ok) return
    const { name, permissions } = draft
    toasts.done(t.roleRemoved(name), async () => (await make.call({ body: { name, permissions } })).ok)
    close()
  }
  return (
    <Button variant="outline" color="brick" loading={remove.isBusy} onClick={() => void run()}>
      {t.removeRole}
    </Button>
  )
}
