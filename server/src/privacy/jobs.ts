import { z } from 'zod'
import { job } from '../core/jobs/jobs.ts'
import { expireWorkspace } from './retention/actions.ts'

/** Removes every night what is past its term. */
export const expire = job(
  'privacy.expire',
  z.object({}),
  async ctx => {
    const gone = await expireWorkspace(ctx)
    ctx.log.info({ gone }, 'what was past its term is gone')
  },
  { cron: '10 2 * * *', each: 'workspace' },
)
