import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { useTitle } from '../../ui/title.tsx'
import { useIsSignedIn, useWorkspace, useWorkspaceId } from '../place.tsx'
import { texts } from '../texts.ts'
import { DoorShell, PlainShell } from './plain-shell.tsx'

// A dead end has the walls of wherever one is: a workspace, one's own screens, or the door.
function Around({ children }: { children: ReactNode }) {
  const isInWorkspace = useWorkspaceId() !== undefined
  const isSignedIn = useIsSignedIn()
  if (isInWorkspace) return children
  if (isSignedIn) return <PlainShell>{children}</PlainShell>
  return <DoorShell corner={null}>{children}</DoorShell>
}

/** For an address that leads nowhere, or nowhere this person may be. */
export function NotFound() {
  const t = useTexts(texts)
  useTitle(t.notFoundTitle)
  return (
    <Around>
      <EmptyState
        isScreen
        drawing="closed"
        title={t.notFoundTitle}
        action={
          <ButtonLink to="/workspaces" variant="default">
            {t.toHome}
          </ButtonLink>
        }
      >
        {t.notFound}
      </EmptyState>
    </Around>
  )
}

/** For a mistake of ours in a screen. */
export function Broken() {
  const t = useTexts(texts)
  useTitle(t.brokenTitle)
  return (
    <Around>
      <EmptyState
        isScreen
        drawing="unplugged"
        title={t.brokenTitle}
        action={<Button onClick={() => location.reload()}>{t.reload}</Button>}
      >
        {t.broken}
      </EmptyState>
    </Around>
  )
}

/** Shows a screen to who may see it, and a sentence to others. */
export function Permitted({ to, children }: { to: string; children: ReactNode }) {
  return useWorkspace().can(to) ? children : <NotPermitted />
}

function NotPermitted() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  useTitle(t.notAllowedTitle)
  return (
    <EmptyState
      isScreen
      drawing="closed"
      title={t.notAllowedTitle}
      action={
        <ButtonLink to="/w/$slug" params={{ slug }} variant="default">
          {t.toOverview}
        </ButtonLink>
      }
    >
      {t.notAllowed}
    </EmptyState>
  )
}
