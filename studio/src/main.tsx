import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import './ui/theme/tokens.css'
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Button.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Loader.layer.css'
// A menu is a popover with less around it, so it comes after.
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import './ui/theme/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './core/api.tsx'
import { firstLanguage } from './core/session.ts'
import { Broken, NotFound } from './core/shell/dead-ends.tsx'
import { SlicesProvider } from './core/slices.tsx'
import { routeTree, slices } from './routes.ts'
import { noteMove } from './ui/arrival.ts'
import { Busy } from './ui/busy.ts'
import { BusyProvider } from './ui/busy-provider.tsx'
import { Skeleton } from './ui/loading.tsx'
import { Appearance } from './ui/theme/appearance.tsx'
import { ToastsProvider } from './ui/toasts/toaster.tsx'
import { Toasts } from './ui/toasts/toasts.ts'

const queries = makeQueryClient(() => void askToSignIn())
const busy = new Busy()
const toasts = new Toasts()

const router = createRouter({
  routeTree,
  context: { queries, language: firstLanguage },
  defaultPreload: 'intent',
  // What was read is kept by the queries; the router need not keep it as well.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
  if (fromLocation !== undefined) noteMove()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

// A session that ended elsewhere: sign in again, and go on where one was.
async function askToSignIn(): Promise<void> {
  const { pathname, href } = router.state.location
  if (['/sign-in', '/link', '/invitation'].includes(pathname)) return
  await router.navigate({ to: '/sign-in', search: { next: href }, replace: true })
  queries.clear()
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the studio')
createRoot(root).render(
  <StrictMode>
    <Appearance>
      <QueryClientProvider client={queries}>
        <ToastsProvider toasts={toasts}>
          <BusyProvider busy={busy}>
            <SlicesProvider slices={slices}>
              <RouterProvider router={router} />
            </SlicesProvider>
          </BusyProvider>
        </ToastsProvider>
      </QueryClientProvider>
    </Appearance>
  </StrictMode>,
)
