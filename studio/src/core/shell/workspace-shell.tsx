import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { keep } from '../../ui/kept.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Layers } from '../../ui/layers.tsx'
import { TitlePlace } from '../../ui/title.tsx'
import { useLiveEvents } from '../events.ts'
import { useMe, useWorkspace, WorkspaceProvider } from '../place.tsx'
import { usePlaces } from '../places.ts'
import type { Place } from '../slice.ts'
import { Banners } from './banners.tsx'
import { NotFound } from './dead-ends.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { SlicesAround } from './slices-around.tsx'
import { TopBar } from './top-bar.tsx'
import { WorkspaceSwitch } from './workspace-switch.tsx'

/** Around every screen of a workspace: its areas, and its name in every title. */
export function WorkspaceShell() {
  const { slug } = useParams({ strict: false })
  const workspace = useMe().workspaces.find(one => one.slug === slug)
  useEffect(() => {
    if (workspace) keep('workspace', workspace.slug)
  }, [workspace])
  if (workspace === undefined) return <NotFound />
  return (
    <WorkspaceProvider workspace={workspace}>
      <TitlePlace name={workspace.name}>
        <Rooms />
      </TitlePlace>
    </WorkspaceProvider>
  )
}

function Rooms() {
  const workspace = useWorkspace()
  const places = usePlaces()
  useLiveEvents(workspace.workspaceId, workspace.can('tenancy.settings.read'))
  usePlaceCommands(places)
  return (
    <div className={styles.shell} data-rail>
      <TopBar place={<WorkspaceSwitch />} />
      <Rail places={places} />
      <div className={styles.main}>
        <Banners />
        <SlicesAround />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Outlet />
          <Layers />
        </main>
      </div>
    </div>
  )
}

function usePlaceCommands(places: Place[]): void {
  const navigate = useNavigate()
  const language = useLanguage()
  const { slug, name } = useWorkspace()
  const commands = useMemo(
    () =>
      places.map((place): Command => {
        const { to, label, keywords, keys } = place
        return {
          id: to,
          label: label[language],
          group: 'go',
          hint: name,
          ...(keywords ? { keywords: keywords[language].split(', ') } : {}),
          ...(keys ? { keys } : {}),
          run: () => void navigate({ to, params: { slug } }),
        }
      }),
    [places, language, slug, name, navigate],
  )
  useCommands(commands, 'around')
}
