import type { Reply } from '@helder/client'
import type { getMe } from '@helder/server/core/tenancy/schema'
import { createContext, type ReactNode, useContext } from 'react'

/** Who is signed in, and where they work. */
export type Me = Reply<typeof getMe>

/** A workspace as its member sees it. */
export type Membership = Me['workspaces'][number]

const MeContext = createContext<Me | null>(null)
const WorkspaceContext = createContext<Membership | null>(null)

/** Tells who is signed in. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

/** Tells in which workspace everything inside happens. */
export function WorkspaceProvider({ workspace, children }: { workspace: Membership; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
}

/** Who is signed in; only below the routes that ask for it. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('this screen is shown to people who are signed in')
  return me
}

/** Whether somebody is known to be signed in here. */
export function useIsSignedIn(): boolean {
  return useContext(MeContext) !== null
}

/** The workspace that is worked in, and what its member may do there. */
export interface Workspace extends Membership {
  can: (permission: string) => boolean
}

/** The workspace that is worked in; only below its routes. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('this screen is shown in a workspace')
  return { ...workspace, can: permission => workspace.permissions.includes(permission) }
}

/** The id of the workspace that is worked in, or undefined outside one. */
export function useWorkspaceId(): string | undefined {
  return useContext(WorkspaceContext)?.workspaceId
}
