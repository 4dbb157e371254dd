import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory, createRouter } from '@tanstack/react-router'
import { expect, it } from 'vitest'
import { routeTree, slices } from './routes.ts'

const router = createRouter({
  routeTree,
  history: createMemoryHistory(),
  context: { queries: new QueryClient(), language: () => 'nl' as const },
})
const addresses = Object.keys(router.routesByPath)

it('has every address once, in one form', () => {
  expect(addresses.sort()).toMatchInlineSnapshot(`
    [
      "/",
      "/account",
      "/invitation",
      "/link",
      "/privacy",
      "/request",
      "/sign-in",
      "/w/$slug",
      "/w/$slug/inbox",
      "/w/$slug/inbox/$recordId",
      "/w/$slug/mail",
      "/w/$slug/mail/$messageId",
      "/w/$slug/operations",
      "/w/$slug/platform",
      "/w/$slug/privacy",
      "/w/$slug/privacy/erasures",
      "/w/$slug/privacy/register",
      "/w/$slug/privacy/requests",
      "/w/$slug/privacy/requests/$requestId",
      "/w/$slug/privacy/requests/$requestId/proof",
      "/w/$slug/settings",
      "/w/$slug/settings/audit",
      "/w/$slug/settings/members",
      "/w/$slug/settings/roles",
      "/w/$slug/settings/support",
      "/w/$slug/settings/tokens",
      "/w/$slug/settings/workspace",
      "/w/$slug/sites",
      "/w/$slug/sites/$siteId",
      "/w/$slug/sites/$siteId/code/$",
      "/w/$slug/sites/$siteId/content",
      "/w/$slug/sites/$siteId/content/$collectionId",
      "/w/$slug/sites/$siteId/content/$collectionId/$recordId",
      "/w/$slug/sites/$siteId/content/$collectionId/$recordId/versions",
      "/w/$slug/sites/$siteId/content/$collectionId/setup",
      "/w/$slug/sites/$siteId/content/new",
      "/w/$slug/sites/$siteId/forms",
      "/w/$slug/sites/$siteId/forms/$collectionId",
      "/w/$slug/sites/$siteId/preview",
      "/w/$slug/sites/$siteId/releases",
      "/w/$slug/sites/$siteId/releases/$releaseId",
      "/w/$slug/sites/$siteId/settings",
      "/w/$slug/sites/new",
      "/workspaces",
      "/workspaces/new",
    ]
  `)
})

it('knows every place that the rail, the settings and the palette lead to', () => {
  for (const { to } of slices.flatMap(slice => slice.places)) expect(addresses).toContain(to)
})

it('gives each place its own keys and its own place in the rail and the settings', () => {
  const places = slices.flatMap(slice => slice.places)
  const taken = places.flatMap(({ keys, rail, settings }) => [
    ...(keys ? [keys] : []),
    ...(rail ? [`rail ${rail.order}`] : []),
    ...(settings ? [`settings ${settings.order}`] : []),
  ])
  expect(taken.filter((one, at) => taken.indexOf(one) !== at)).toEqual([])
})

it('names no act and no letter twice', () => {
  for (const part of ['acts', 'letters'] as const) {
    const names = slices.flatMap(slice => Object.keys(slice[part] ?? {}))
    expect(new Set(names).size).toBe(names.length)
  }
})
