import { contract } from '@helder/client'
import { z } from 'zod'

const formParams = z.object({ key: z.string().max(40) })

export const submitForm = contract({
  area: 'visitor',
  method: 'POST',
  path: '/forms/:key',
  about:
    'Sends a form of the site. Works as a plain form, which comes back to its page; asked for JSON, it gives the thanks.',
  params: formParams,
  body: z.record(z.string(), z.unknown()),
  download: 'text/html',
})

export const stampForm = contract({
  area: 'visitor',
  method: 'GET',
  path: '/forms/:key/stamp',
  about: 'The moment at which somebody began to fill in a form, signed: a program is faster than a person.',
  params: formParams,
  reply: z.object({ stamp: z.string() }),
})
