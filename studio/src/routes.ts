import { audit, routes as auditRoutes } from './audit/index.ts'
import { catalogueRoute } from './catalogue/index.ts'
import { coreRoutes, rootRoute, settingsRoute, signedInRoute, workspaceRoute } from './core/routes.tsx'
import type { StudioSlice } from './core/slice.ts'
import { identity, routes as identityRoutes } from './identity/index.ts'
import { mail, routes as mailRoutes } from './mail/index.ts'
import { operations, routes as operationsRoutes } from './operations/index.ts'
import { privacy, routes as privacyRoutes } from './privacy/index.ts'
import { records, routes as recordsRoutes } from './records/index.ts'
import { sites, routes as sitesRoutes } from './sites/index.ts'
import { tenancy, routes as tenancyRoutes } from './tenancy/index.ts'

/** What the studio is made of, in the order in which it is listed. */
export const slices: StudioSlice[] = [sites, records, privacy, mail, operations, tenancy, identity, audit]

/** Every address of the studio: the table of contents. */
export const routeTree = rootRoute.addChildren([
  ...(import.meta.env.HELDER_CATALOGUE ? [catalogueRoute] : []),
  ...identityRoutes.root,
  ...tenancyRoutes.root,
  ...privacyRoutes.root,
  signedInRoute.addChildren([
    ...tenancyRoutes.signedIn,
    ...identityRoutes.signedIn,
    workspaceRoute.addChildren([
      ...coreRoutes.workspace,
      ...sitesRoutes.workspace,
      ...tenancyRoutes.workspace,
      ...recordsRoutes.workspace,
      ...privacyRoutes.workspace,
      ...mailRoutes.workspace,
      ...operationsRoutes.workspace,
      settingsRoute.addChildren([
        ...coreRoutes.settings,
        ...tenancyRoutes.settings,
        ...identityRoutes.settings,
        ...auditRoutes.settings,
      ]),
    ]),
  ]),
])
