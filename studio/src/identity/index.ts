import { listTokens } from '@helder/server/core/identity/schema'
import { text } from '@helder/words'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { ahead, rootRoute, settingsRoute, signedInRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    isOwnPath(search.next) ? { next: search.next } : {},
  component: lazyRouteComponent(
    reachable(() => import('./sign-in.tsx')),
    'SignIn',
  ),
})

// Only an address of the studio itself: `//elsewhere.example` is one of somebody else.
function isOwnPath(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next)
}

const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link',
  component: lazyRouteComponent(
    reachable(() => import('./link.tsx')),
    'UseLink',
  ),
})

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(
    reachable(() => import('./account.tsx')),
    'Account',
  ),
})

const tokensRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/tokens',
  loader: ahead(listTokens, {}),
  component: lazyRouteComponent(
    reachable(() => import('./tokens.tsx')),
    'Tokens',
  ),
})

/** Its screens, by what is around them. */
export const routes = {
  root: [signInRoute, linkRoute],
  signedIn: [accountRoute],
  settings: [tokensRoute],
} as const

/** Signing in, and what belongs to a person. */
export const identity: StudioSlice = {
  name: 'identity',
  label: text('Aanmelden', 'Signing in'),
  places: [
    {
      to: '/w/$slug/settings/tokens',
      label: text('Sleutels', 'Keys'),
      permission: 'identity.tokens.write',
      keywords: text('api, token, programma, opdrachtregel', 'api, token, program, command line'),
      settings: { order: 40 },
    },
  ],
  acts: {
    'identity.signed-up': text('maakte een account', 'made an account'),
    'identity.account-made': text('maakte een account voor iemand', 'made an account for somebody'),
    'identity.link-used': text('gebruikte een link per mail', 'used a link by mail'),
    'identity.password-changed': text('koos een nieuw wachtwoord', 'chose a new password'),
    'identity.token-made': text('maakte een sleutel voor een programma', 'made a key for a program'),
    'identity.token-ended': text('trok een sleutel in', 'ended a key'),
  },
  letters: {
    'identity.sign-in': text('Link om aan te melden', 'Link to sign in'),
    'identity.set-password': text('Nieuw wachtwoord', 'New password'),
    'identity.verify': text('Adres bevestigen', 'Confirm address'),
    'identity.change-email': text('Nieuw adres bevestigen', 'Confirm new address'),
    'identity.email-changed': text('Adres is veranderd', 'Address has changed'),
    'identity.account-exists': text('Er is al een account', 'There is an account already'),
  },
}
