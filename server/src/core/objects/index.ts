import { text } from '@helder/words'
import { z } from 'zod'
import { job } from '../jobs/jobs.ts'
import type { Slice } from '../slice.ts'
import { sweepObjects, sweepStrays } from './objects.ts'

// An upload waits for the form that it belongs to; a day is longer than anyone keeps one open.
const graceMinutes = 24 * 60

const sweep = job(
  'objects.sweep',
  z.object({}),
  async ctx => {
    const unused = await sweepObjects(ctx, graceMinutes)
    const strays = await sweepStrays(ctx)
    ctx.log.info({ unused, strays }, 'objects swept')
  },
  { cron: '40 3 * * *', each: 'workspace' },
)

/** Files: kept once by what they are, as long as something needs them. */
export const objects: Slice = {
  name: 'objects',
  routes: [],
  jobs: [sweep],
  permissions: [],
  personalData: {
    tables: {
      'objects.objects': {
        about: text('Welke bestanden er zijn, zonder naam', 'Which files there are, without a name'),
        columns: { sha256: 'id', size_bytes: 'plain', created_at: 'plain' },
      },
      'objects.uses': {
        about: text('Waar elk bestand bij hoort', 'What each file belongs to'),
        columns: { sha256: 'id', owner_kind: 'plain', owner_id: 'id' },
      },
    },
    jobs: { 'objects.sweep': {} },
    objects: {},
  },
}
