import { text } from '@helder/words'
import { z } from 'zod'
import { job } from '../jobs/jobs.ts'
import type { Slice } from '../slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { deleteExpired } from './store.ts'

export { addAccount, linkAddress, makeLink } from './actions.ts'
export { findAccountByEmail } from './store.ts'

const expire = job('identity.expire', z.object({}), ctx => ctx.write(deleteExpired), {
  cron: '20 * * * *',
  each: 'workspace',
})

/** Accounts in two realms, and the ways to sign in to them. */
export const identity: Slice = {
  name: 'identity',
  routes,
  jobs: [expire],
  permissions: [
    {
      key: 'identity.tokens.write',
      name: text('Sleutels voor programma’s maken', 'Make keys for programs'),
      roles: ['manager', 'developer'],
    },
  ],
  personalData,
}
