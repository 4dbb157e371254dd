import { contract } from '@helder/client'
import { z } from 'zod'

export const submitForm = contract({
  area: 'visitor',
  method: 'POST',
  path: '/forms/:key',
  about: 'Sends a form of the site. Works as a plain form and, asked for JSON, from a script.',
  params: z.object({ key: z.string().max(40) }),
  body: z.record(z.string(), z.unknown()),
  download: 'text/html',
})
