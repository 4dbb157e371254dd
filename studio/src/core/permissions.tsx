import { listRoles } from '@helder/server/core/tenancy/schema'
import { useMemo } from 'react'
import { CheckField } from '../ui/form/fields.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useReply } from './api.tsx'
import styles from './permissions.module.css'
import { useWorkspace } from './place.tsx'
import { useSlices } from './slices.tsx'

/** Permissions that belong together, with the name of their slice. */
export interface PermissionGroup {
  name: string
  label: string
  permissions: { key: string; label: string }[]
}

/** Groups permissions by the slice that their key begins with, in the order in which slices come. */
export function usePermissionGroups(
  permissions: readonly { key: string; name: { nl: string; en: string } }[],
): PermissionGroup[] {
  const slices = useSlices()
  const language = useLanguage()
  return useMemo(() => {
    const names = [...new Set(permissions.map(({ key }) => sliceOf(key)))]
    const order = slices.map(slice => slice.name)
    return names
      .sort((a, b) => place(order, a) - place(order, b))
      .map(name => ({
        name,
        label: slices.find(slice => slice.name === name)?.label[language] ?? name,
        permissions: permissions
          .filter(({ key }) => sliceOf(key) === name)
          .map(permission => ({ key: permission.key, label: permission.name[language] })),
      }))
  }, [permissions, slices, language])
}

function sliceOf(key: string): string {
  return key.split('.')[0] ?? key
}

function place(order: string[], name: string): number {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}

/** What a permission is called, for whoever may see the roles; its key for others. */
export function usePermissionNames(): (key: string) => string {
  const language = useLanguage()
  const { can } = useWorkspace()
  const { data } = useReply(listRoles, {}, { when: can('tenancy.members.read') })
  return key => data?.permissions.find(permission => permission.key === key)?.name[language] ?? key
}

/** Boxes for permissions, group by group; those that the person does not have can't be given away. */
export function PermissionBoxes(props: {
  groups: PermissionGroup[]
  chosen: readonly string[]
  change: (chosen: string[]) => void
}) {
  const { groups, chosen, change } = props
  const { can } = useWorkspace()
  return (
    <div className={styles.groups}>
      {groups.map(group => (
        <fieldset key={group.name} className={styles.group}>
          <legend>{group.label}</legend>
          {group.permissions.map(({ key, label }) => (
            <CheckField
              key={key}
              name={`permissions.${key}`}
              label={label}
              value={chosen.includes(key)}
              disabled={!can(key)}
              change={isOn => change(isOn ? [...chosen, key] : chosen.filter(other => other !== key))}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
