import { text } from '@helder/words'
import type { Slice } from '../core/slice.ts'
import { routes as fileRoutes } from './files/routes.ts'
import { routes as formRoutes } from './forms/routes.ts'
import { serveHosts } from './pages/host.ts'
import { stopSandbox } from './pages/pool.ts'
import { previewServer } from './pages/preview.ts'
import { routes as pageRoutes } from './pages/routes.ts'
import { personalData } from './personal-data.ts'
import { routes as previewRoutes } from './previews/routes.ts'
import { pruneJob } from './releases/actions.ts'
import { buildJob } from './releases/build.ts'
import { routes as releaseRoutes } from './releases/routes.ts'
import { routes as siteRoutes } from './sites/routes.ts'

export { uploadSite } from './files/actions.ts'
export { publishSite } from './releases/actions.ts'
export { buildRelease } from './releases/build.ts'
export { findRelease } from './releases/store.ts'
export { makeSite, removeSite } from './sites/actions.ts'
export { findSiteBySlug } from './sites/store.ts'

/** Websites: their files, previews and releases, and serving them to visitors. */
export const sites: Slice = {
  name: 'sites',
  routes: [...siteRoutes, ...fileRoutes, ...releaseRoutes, ...previewRoutes, ...formRoutes, ...pageRoutes],
  jobs: [buildJob, pruneJob],
  permissions: [
    {
      key: 'sites.sites.read',
      name: text('Websites en voorbeelden zien', 'See websites and previews'),
      roles: ['manager', 'developer', 'editor', 'expert'],
    },
    {
      key: 'sites.sites.write',
      name: text('Websites maken en instellen', 'Make and set up websites'),
      roles: ['manager', 'developer'],
    },
    {
      key: 'sites.sites.remove',
      name: text('Websites verwijderen', 'Remove websites'),
      roles: ['manager'],
    },
    {
      key: 'sites.files.read',
      name: text('De code van websites lezen', 'Read the code of websites'),
      roles: ['manager', 'developer', 'expert'],
    },
    {
      key: 'sites.files.write',
      name: text('De code van websites veranderen', 'Change the code of websites'),
      roles: ['manager', 'developer', 'expert'],
    },
    {
      key: 'sites.releases.publish',
      name: text('Websites publiceren', 'Publish websites'),
      roles: ['manager', 'developer', 'editor', 'expert'],
    },
  ],
  personalData,
  async start(services) {
    const hosts = serveHosts(services, previewServer(services))
    return {
      hosts,
      async stop() {
        hosts.stop()
        await stopSandbox(services)
      },
    }
  },
}
