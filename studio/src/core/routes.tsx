import type { AnyContract, Given } from '@helder/client'
import type { Language } from '@helder/words'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router'
import { replyOptions } from './api.tsx'
import type { Me } from './place.tsx'
import { reachable } from './reachable.ts'
import { findMe } from './session.ts'
import { Root } from './shell/root.tsx'
import { FirstSettings, Settings } from './shell/settings.tsx'
import { SignedIn } from './shell/signed-in.tsx'
import { WorkspaceShell } from './shell/workspace-shell.tsx'

/** What routes know before they show anything. */
export interface RouteContext {
  queries: QueryClient
  language: () => Language
}

/** Around everything. */
export const rootRoute = createRootRouteWithContext<RouteContext>()({
  component: Root,
})

/** Around every screen for which one is signed in; others are sent to sign in, and come back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedIn,
  beforeLoad: async ({ context, location }): Promise<{ me: Me }> => {
    const me = await findMe(context.queries)
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } })
    return { me }
  },
})

/** Around every screen of a workspace. */
export const workspaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/w/$slug',
  component: WorkspaceShell,
  beforeLoad: ({ context, params }): { workspaceId: string } => {
    const workspace = context.me.workspaces.find(({ slug }) => slug === params.slug)
    if (workspace === undefined) throw notFound()
    return { workspaceId: workspace.workspaceId }
  },
})

/** The settings of a workspace: each tab comes from the slice that it is about. */
export const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  component: Settings,
})

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: FirstSettings,
})

const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: lazyRouteComponent(
    reachable(() => import('./home/home.tsx')),
    'Home',
  ),
})

/** Core's own screens. */
export const coreRoutes = { workspace: [homeRoute], settings: [settingsIndexRoute] } as const

/** Begins to read what a screen is going to show while its code is still on its way. */
export function ahead<C extends AnyContract>(contract: C, given: Given<C>) {
  return ({ context }: { context: RouteContext & { workspaceId: string } }): void => {
    const { queries, language, workspaceId } = context
    void queries.prefetchQuery(replyOptions(contract, given, { workspaceId, language: language() }))
  }
}
