import { text } from '@helder/words'
import type { Slice } from '../core/slice.ts'
import { routes as erasureRoutes } from './erasures/routes.ts'
import { expire } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { routes as registerRoutes } from './register/routes.ts'
import { carryOut, deciding } from './requests/actions.ts'
import { routes as requestRoutes } from './requests/routes.ts'

export { catchingUp, catchUp } from './erasures/repeat.ts'
export { rolesThatSee } from './register/actions.ts'
export { openRequest } from './requests/actions.ts'

/** What is held about people: shown, handed over, erased with proof, and gone when its term is over. */
export const privacy: Slice = {
  name: 'privacy',
  routes: [...registerRoutes, ...requestRoutes, ...erasureRoutes],
  jobs: [carryOut, expire],
  permissions: [
    {
      key: 'privacy.register.read',
      name: text('Zien welke gegevens er zijn', 'See which data there is'),
      roles: ['manager', 'developer', 'editor', 'expert', 'teacher', 'support', 'admin', 'administration'],
    },
    {
      key: 'privacy.requests.read',
      name: text('Privacyverzoeken zien', 'See privacy requests'),
      roles: ['manager', 'admin'],
    },
    {
      key: deciding,
      name: text('Privacyverzoeken behandelen', 'Decide on privacy requests'),
      roles: ['manager', 'admin'],
    },
  ],
  personalData,
}
