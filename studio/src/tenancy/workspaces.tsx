import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { type Membership, useMe } from '../core/place.tsx'
import { PlainShell } from '../core/shell/plain-shell.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { ButtonLink, TargetLink } from '../ui/links.tsx'
import { Screen } from '../ui/screen.tsx'
import { texts } from './texts.ts'
import styles from './workspaces.module.css'

/** The workspaces that one works in, to choose from. */
export function Workspaces() {
  const t = useTexts(texts)
  const { workspaces, mayMakeWorkspaces } = useMe()
  const make = mayMakeWorkspaces ? (
    <ButtonLink
      to="/workspaces/new"
      variant={workspaces.length > 0 ? 'default' : 'filled'}
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
    >
      {t.newWorkspace}
    </ButtonLink>
  ) : null
  return (
    <PlainShell>
      <Screen title={t.workspaces} width="text" actions={workspaces.length > 0 ? make : null}>
        {workspaces.length > 0 ? (
          <ul className={styles.list}>
            {workspaces.map(workspace => (
              <li key={workspace.workspaceId}>
                <WorkspaceLine workspace={workspace} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState drawing="house" title={t.noWorkspaces} action={make}>
            {mayMakeWorkspaces ? t.noWorkspacesMake : t.noWorkspacesAsk}
          </EmptyState>
        )}
      </Screen>
    </PlainShell>
  )
}

function WorkspaceLine({ workspace }: { workspace: Membership }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug, name, role, supportEndsAt, kind } = workspace
  const under = supportEndsAt === null ? t.yourRole(role[language]) : t.lookingInUntil
  return (
    <TargetLink target={{ to: '/w/$slug', params: { slug } }} className={styles.line}>
      <span className={styles.words}>
        <strong>{name}</strong>
        <span>{kind === 'platform' ? `${t.operatorPlace}. ${under}` : under}</span>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </TargetLink>
  )
}
