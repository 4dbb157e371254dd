import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { PermissionGroup } from '../core/permissions.tsx'
import { SelectField } from '../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { useMediaQuery } from '../ui/media.ts'
import type { RoleDraft } from './role-dialog.tsx'
import styles from './role-matrix.module.css'
import { type Role, roleAbout } from './role-words.ts'
import { texts } from './texts.ts'

interface MatrixProps {
  roles: Role[]
  groups: PermissionGroup[]
  /** Opens a role of the workspace's own to change it. */
  edit?: (draft: RoleDraft) => void
}

// What the names of permissions and the rail take of a window, and what a role takes.
const namesWidth = 480
const roleWidth = 92

/** What each role may do: roles side by side, or one at a time where there is no room. */
export function RoleMatrix(props: MatrixProps) {
  const isNarrow = useMediaQuery(`(max-width: ${namesWidth + props.roles.length * roleWidth}px)`)
  return isNarrow ? <OneRole {...props} /> : <Matrix {...props} />
}

function Matrix({ roles, groups, edit }: MatrixProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <table className={styles.matrix} aria-label={t.roles}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t.may}</span>
          </th>
          {roles.map(role => (
            <th key={role.roleId} scope="col">
              <span className={styles.role}>
                <RoleName role={role} edit={edit} />
                <small>{t.memberCount(role.members)}</small>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(group => (
          <Fragment key={group.name}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {group.label}
              </th>
            </tr>
            {group.permissions.map(({ key, label }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {roles.map(role => (
                  <td key={role.roleId} title={`${role.name[language]}: ${label}`}>
                    <Mark isOn={role.permissions.includes(key)} />
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function RoleName({ role, edit }: { role: Role; edit: MatrixProps['edit'] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const name = role.name[language]
  if (role.key !== null || edit === undefined) return <span title={roleAbout(role, t)}>{name}</span>
  return (
    <Button
      variant="subtle"
      size="compact-md"
      aria-label={t.changeRole(name)}
      onClick={() =>
        edit({ roleId: role.roleId, name, permissions: role.permissions, members: role.members })
      }
    >
      {name}
    </Button>
  )
}

function Mark({ isOn }: { isOn: boolean }) {
  const t = useTexts(texts)
  if (!isOn) return <span className="visually-hidden">{t.no}</span>
  return (
    <>
      <IconCheck size={18} stroke={2.25} aria-hidden className={styles.check} />
      <span className="visually-hidden">{t.yes}</span>
    </>
  )
}

function OneRole({ roles, groups, edit }: MatrixProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [chosen, setChosen] = useState(roles[0]?.roleId ?? '')
  const role = roles.find(({ roleId }) => roleId === chosen) ?? roles[0]
  if (role === undefined) return null
  return (
    <div className={styles.one}>
      <SelectField
        name="role"
        label={t.showRole}
        help={`${roleAbout(role, t)} ${t.memberCount(role.members)}.`}
        value={role.roleId}
        change={setChosen}
        options={roles.map(({ roleId, name }) => ({ value: roleId, label: name[language] }))}
      />
      {role.key === null && edit ? <RoleName role={role} edit={edit} /> : null}
      {groups.map(group => (
        <section key={group.name}>
          <h3>{group.label}</h3>
          <ul>
            {group.permissions.map(({ key, label }) => (
              <li key={key} data-on={role.permissions.includes(key) || undefined}>
                <Mark isOn={role.permissions.includes(key)} />
                <span>{label}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
