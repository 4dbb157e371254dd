import { listRoles } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useReply } from '../core/api.tsx'
import { usePermissionGroups } from '../core/permissions.tsx'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Part } from '../ui/screen.tsx'
import { RoleDialog, type RoleDraft } from './role-dialog.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { inOrder, type Role } from './role-words.ts'
import { texts } from './texts.ts'

/** What each role may do, and roles of the workspace's own. */
export function Roles() {
  return (
    <Permitted to="tenancy.members.read">
      <RoleOverview />
    </Permitted>
  )
}

function RoleOverview() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const reply = useReply(listRoles, {})
  const [draft, setDraft] = useState<RoleDraft | null>(null)
  const mayWrite = can('tenancy.members.write')
  useCommands(
    useMemo((): Command[] => {
      const make = {
        id: 'make-role',
        label: t.makeRole,
        group: 'do',
        run: () => setDraft({ name: '', permissions: [] }),
      } as const
      return mayWrite ? [make] : []
    }, [t, mayWrite]),
  )
  return (
    <Part
      title={t.roles}
      about={t.rolesAbout}
      actions={
        mayWrite ? (
          <Button
            leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
            onClick={() => setDraft({ name: '', permissions: [] })}
          >
            {t.makeRole}
          </Button>
        ) : null
      }
    >
      <Loaded from={reply} shape={<TableSkeleton columns={5} rows={8} />}>
        {({ roles, permissions }) => (
          <Overview
            roles={roles}
            permissions={permissions}
            draft={draft}
            setDraft={setDraft}
            mayWrite={mayWrite}
          />
        )}
      </Loaded>
    </Part>
  )
}

function Overview(props: {
  roles: Role[]
  permissions: { key: string; name: { nl: string; en: string } }[]
  draft: RoleDraft | null
  setDraft: (draft: RoleDraft | null) => void
  mayWrite: boolean
}) {
  const { roles, permissions, draft, setDraft, mayWrite } = props
  const language = useLanguage()
  const groups = usePermissionGroups(permissions)
  return (
    <>
      <RoleMatrix
        roles={inOrder(roles, language)}
        groups={groups}
        {...(mayWrite ? { edit: setDraft } : {})}
      />
      <RoleDialog draft={draft} groups={groups} close={() => setDraft(null)} />
    </>
  )
}
