import { Problem } from '@helder/client'
import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
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

/** For what a screen did not survive: no connection, a no that it did not expect, or a mistake of ours. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Around>
      {error instanceof Problem ? <ErrorState isScreen trouble={error} retry={again} /> : <Stuck />}
    </Around>
  )
}

function Stuck() {
  const t = useTexts(texts)
  useTitle(t.brokenTitle)
  return (
    <EmptyState
      isScreen
      drawing="unplugged"
      title={t.brokenTitle}
      action={<Button onClick={() => location.reload()}>{t.reload}</Button>}
    >
      {t.broken}
    </EmptyState>
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
