import { contract } from '@helder/client'
import { categoryKeys } from '@helder/fields'
import { z } from 'zod'

const text = z.object({ nl: z.string(), en: z.string() })

/** One kind of data that is held: where, why, how long, and who sees it. */
export const registerEntry = z.object({
  /** `identity.accounts`, or `records.records:contact` for a form. */
  store: z.string(),
  field: z.string(),
  label: text,
  category: z.enum(categoryKeys),
  about: text,
  purpose: text,
  keep: text,
  /** The names of the roles that see it. */
  seenBy: z.array(text),
})

export const getRegister = contract({
  area: 'workspace',
  method: 'GET',
  path: '/privacy/register',
  about: 'Every kind of personal data that this workspace holds, read from the definitions themselves.',
  reply: z.array(registerEntry),
})
