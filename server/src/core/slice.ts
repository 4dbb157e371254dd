import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from './ctx.ts'
import type { Route } from './http/route.ts'
import type { AnyJob } from './jobs/jobs.ts'
import type { PersonalData } from './personal-data.ts'
import type { Permission } from './tenancy/rules.ts'

/** Where a request for a client's site belongs. */
export interface SiteHost {
  workspaceId: string
  siteId: string
  /** The host shows what is being worked on, to whoever knows its name. */
  preview?: true
}

/** What serves the hosts of clients' sites. */
export interface HostServer {
  /** The site of a host name, or null for a host that is nobody's. */
  find(host: string): Promise<SiteHost | null>
  /** Answers a request for a site's own pages and files. */
  serve(request: IncomingMessage, response: ServerResponse, host: string): void
}

/** What a slice can start with the server. */
export interface SliceRuntime {
  hosts?: HostServer
  stop?(): Promise<void>
}

/** An area of Helder: what it offers, what it needs doing, and what it holds about people. */
export interface Slice {
  /** Its one word: folder, schema, prefix of routes' permissions and of jobs. */
  name: string
  routes: Route[]
  jobs: AnyJob[]
  permissions: Permission[]
  personalData: PersonalData
  /** Starts what lives as long as the server does. */
  start?(services: Services): Promise<SliceRuntime>
}
