import { text } from '@helder/words'
import { IconMail } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { workspaceRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'

const outboxRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/mail',
  component: lazyRouteComponent(
    reachable(() => import('./outbox.tsx')),
    'Outbox',
  ),
})

const messageRoute = createRoute({
  getParentRoute: () => outboxRoute,
  path: '/$messageId',
  component: lazyRouteComponent(
    reachable(() => import('./message.tsx')),
    'Message',
  ),
})

/** Its screens, by what is around them. */
export const routes = { workspace: [outboxRoute.addChildren([messageRoute])] } as const

/** Mail that goes out, or stays. */
export const mail: StudioSlice = {
  name: 'mail',
  label: text('Uitgaande mail', 'Outgoing mail'),
  places: [
    {
      to: '/w/$slug/mail',
      label: text('Uitgaande mail', 'Outgoing mail'),
      permission: 'mail.read',
      keywords: text('verstuurd, brieven, e-mail', 'sent, letters, e-mail'),
      keys: 'g m',
      rail: { icon: IconMail, order: 50 },
    },
  ],
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
}
