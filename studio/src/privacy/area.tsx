import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { useTexts } from '../ui/language.tsx'
import { Screen, type ScreenTab } from '../ui/screen.tsx'
import { ListAndPanel } from '../ui/side-panel.tsx'
import { RequestPanel } from './requests/panel.tsx'
import { texts } from './texts.ts'

/** Everything about privacy, tab by tab, with room beside it for a request. */
export function PrivacyArea() {
  return (
    <Permitted to="privacy.register.read">
      <Area />
    </Permitted>
  )
}

function Area() {
  const t = useTexts(texts)
  useWriteCommand()
  const { requestId } = useParams({ strict: false })
  return (
    <ListAndPanel
      list={
        <Screen title={t.privacy} tabs={useTabs()}>
          <Outlet />
        </Screen>
      }
      panel={requestId === undefined ? null : <RequestPanel requestId={requestId} />}
    />
  )
}

function useWriteCommand() {
  const t = useTexts(texts)
  const { slug, can } = useWorkspace()
  const navigate = useNavigate()
  const mayWrite = can('privacy.requests.write')
  useCommands(
    useMemo((): Command[] => {
      const open = { to: '/w/$slug/privacy/requests', params: { slug }, search: { open: true } } as const
      return mayWrite
        ? [{ id: 'write-down-request', label: t.write, group: 'do', run: () => void navigate(open) }]
        : []
    }, [t, mayWrite, slug, navigate]),
  )
}

function useTabs(): ScreenTab[] {
  const t = useTexts(texts)
  const { slug, can } = useWorkspace()
  const params = { slug }
  const ofRequests: ScreenTab[] = [
    { label: t.requests, target: { to: '/w/$slug/privacy/requests', params } },
    { label: t.erasures, target: { to: '/w/$slug/privacy/erasures', params } },
  ]
  return [
    { label: t.overview, target: { to: '/w/$slug/privacy', params } },
    ...(can('privacy.requests.read') ? ofRequests : []),
    { label: t.register, target: { to: '/w/$slug/privacy/register', params } },
  ]
}
