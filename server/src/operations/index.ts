import { text } from '@helder/words'
import type { Slice } from '../core/slice.ts'
import { backUp, backUpObjects } from './backups/actions.ts'
import { routes } from './backups/routes.ts'

export { backUpAfterRestore } from './backups/actions.ts'
export { findRestoreMark, settleRestore } from './backups/restore.ts'

/** What keeps the installation itself safe: backups, and restoring them. */
export const operations: Slice = {
  name: 'operations',
  routes,
  jobs: [backUp, backUpObjects],
  permissions: [
    {
      key: 'operations.read',
      name: text('Reservekopieën zien', 'See backups'),
      roles: ['admin'],
      platform: true,
    },
    {
      key: 'operations.write',
      name: text('Reservekopieën maken', 'Make backups'),
      roles: ['admin'],
      platform: true,
    },
  ],
  personalData: {
    tables: {},
    jobs: { 'operations.back-up': {}, 'operations.back-up-objects': {} },
    objects: {},
    nothing:
      'backups hold what everything else holds, sealed under a key per day that is destroyed when its term is over',
  },
}
