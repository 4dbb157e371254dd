import { listErasures } from '@helder/server/privacy/erasures/schema'
import { listRequests } from '@helder/server/privacy/requests/schema'
import { text } from '@helder/words'
import { IconShieldCheck } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { ahead, rootRoute, workspaceRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'

const askRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy',
  component: lazyRouteComponent(
    reachable(() => import('./person/ask.tsx')),
    'Ask',
  ),
})

const ownRequestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/request',
  component: lazyRouteComponent(
    reachable(() => import('./person/own-request.tsx')),
    'OwnRequest',
  ),
})

const areaRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/privacy',
  component: lazyRouteComponent(
    reachable(() => import('./area.tsx')),
    'PrivacyArea',
  ),
})

const overviewRoute = createRoute({
  getParentRoute: () => areaRoute,
  path: '/',
  component: lazyRouteComponent(
    reachable(() => import('./overview/overview.tsx')),
    'Overview',
  ),
})

/** What is looked for in the register; it stands in the address. */
export interface RegisterSearch {
  find?: string
  category?: string
}

const registerRoute = createRoute({
  getParentRoute: () => areaRoute,
  path: '/register',
  validateSearch: ({ find, category }: Record<string, unknown>): RegisterSearch => ({
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof category === 'string' && category !== '' ? { category } : {}),
  }),
  component: lazyRouteComponent(
    reachable(() => import('./register/register.tsx')),
    'Register',
  ),
})

const requestsRoute = createRoute({
  getParentRoute: () => areaRoute,
  path: '/requests',
  // `open` asks for the form that writes one down, so that it has an address and a command.
  validateSearch: ({ open }: Record<string, unknown>): { open?: true } => (open === true ? { open } : {}),
  loader: ahead(listRequests, {}),
  component: lazyRouteComponent(
    reachable(() => import('./requests/list.tsx')),
    'RequestList',
  ),
})

// What it shows stands beside the list, in the area around both.
const requestRoute = createRoute({ getParentRoute: () => requestsRoute, path: '/$requestId' })

const erasuresRoute = createRoute({
  getParentRoute: () => areaRoute,
  path: '/erasures',
  loader: ahead(listErasures, {}),
  component: lazyRouteComponent(
    reachable(() => import('./erasures/list.tsx')),
    'ErasureList',
  ),
})

const proofRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/privacy/requests/$requestId/proof',
  loader: ahead(listErasures, {}),
  component: lazyRouteComponent(
    reachable(() => import('./erasures/proof.tsx')),
    'Proof',
  ),
})

/** Its screens, by what is around them. */
export const routes = {
  root: [askRoute, ownRequestRoute],
  workspace: [
    areaRoute.addChildren([
      overviewRoute,
      registerRoute,
      requestsRoute.addChildren([requestRoute]),
      erasuresRoute,
    ]),
    proofRoute,
  ],
} as const

/** What is held about people, what they ask, and what was erased. */
export const privacy: StudioSlice = {
  name: 'privacy',
  label: text('Privacy', 'Privacy'),
  places: [
    {
      to: '/w/$slug/privacy',
      label: text('Privacy', 'Privacy'),
      permission: 'privacy.register.read',
      keywords: text('AVG, persoonsgegevens', 'GDPR, personal data'),
      keys: 'g p',
      rail: { icon: IconShieldCheck, order: 40 },
    },
    {
      to: '/w/$slug/privacy/requests',
      label: text('Privacyverzoeken', 'Privacy requests'),
      permission: 'privacy.requests.read',
      keywords: text('inzage, wissen, AVG', 'access, erase, GDPR'),
      keys: 'g v',
    },
    {
      to: '/w/$slug/privacy/erasures',
      label: text('Wissingen', 'Erasures'),
      permission: 'privacy.requests.read',
      keywords: text('gewist, bewijs, grootboek', 'erased, proof, ledger'),
    },
    {
      to: '/w/$slug/privacy/register',
      label: text('Register van gegevens', 'Register of data'),
      permission: 'privacy.register.read',
      keywords: text('persoonsgegevens, verwerking, AVG', 'personal data, processing, GDPR'),
      keys: 'g a',
    },
  ],
  acts: {
    'privacy.requested': text('deed een privacyverzoek', 'made a privacy request'),
    'privacy.request-opened': text('schreef een privacyverzoek op', 'wrote down a privacy request'),
    'privacy.request-confirmed': text('bevestigde een privacyverzoek', 'confirmed a privacy request'),
    'privacy.request-approved': text('keurde een privacyverzoek goed', 'approved a privacy request'),
    'privacy.request-refused': text('wees een privacyverzoek af', 'refused a privacy request'),
    'privacy.request-retried': text(
      'voerde een privacyverzoek opnieuw uit',
      'carried a privacy request out again',
    ),
    'privacy.request-failed': text(
      'kon een privacyverzoek niet uitvoeren',
      'could not carry out a privacy request',
    ),
    'privacy.exported': text('zette iemands gegevens klaar', 'made somebody’s data ready'),
    'privacy.erased': text('wiste iemands gegevens', 'erased somebody’s data'),
  },
  letters: {
    'privacy.confirm': text('Privacyverzoek bevestigen', 'Confirm a privacy request'),
    'privacy.opened': text('Privacyverzoek opgeschreven', 'Privacy request written down'),
    'privacy.refused': text('Privacyverzoek afgewezen', 'Privacy request refused'),
    'privacy.ready': text('Gegevens staan klaar', 'Data is ready'),
    'privacy.erased': text('Gegevens worden gewist', 'Data is being erased'),
    'privacy.arrived': text('Er is een privacyverzoek', 'There is a privacy request'),
  },
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
}
