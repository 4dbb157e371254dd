import { Menu } from '@mantine/core'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../ui/language.tsx'
import { useMe, useWorkspace } from '../place.tsx'
import { texts } from '../texts.ts'
import styles from './top-bar.module.css'

/** The workspace that is worked in, and the way to the others. */
export function WorkspaceSwitch() {
  const t = useTexts(texts)
  const { workspaces, mayMakeWorkspaces } = useMe()
  const current = useWorkspace()
  if (workspaces.length < 2 && !mayMakeWorkspaces) return <span className={styles.place}>{current.name}</span>
  return (
    <Menu position="bottom-start" shadow="md" width={280}>
      <Menu.Target>
        <button type="button" className={styles.switch} aria-label={t.switchWorkspace(current.name)}>
          <span>{current.name}</span>
          <IconSelector size={18} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.yourWorkspaces}</Menu.Label>
        {workspaces.map(({ slug, name }) => (
          <Menu.Item
            key={slug}
            renderRoot={props => <Link to="/w/$slug" params={{ slug }} {...props} />}
            rightSection={slug === current.slug ? <IconCheck size={18} stroke={1.75} aria-hidden /> : null}
            aria-current={slug === current.slug ? 'true' : undefined}
          >
            {name}
          </Menu.Item>
        ))}
        {mayMakeWorkspaces ? (
          <>
            <Menu.Divider />
            <Menu.Item
              renderRoot={props => <Link to="/workspaces/new" {...props} />}
              leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
            >
              {t.newWorkspace}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
