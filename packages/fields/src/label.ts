import type { Language } from '@helder/words'
import { z } from 'zod'

/** Words that a workspace gave, in at least one of Helder's languages. */
export const label = z
  .object({ nl: z.string().trim().max(300).optional(), en: z.string().trim().max(300).optional() })
  .refine(value => Boolean(value.nl || value.en), { error: 'Vul dit in.\u0000Fill this in.' })

/** Words that a workspace gave, in at least one of Helder's languages. */
export type Label = z.output<typeof label>

/** A label in a language, or in the other one where it was not given. */
export function said(words: Label, language: Language): string {
  return (language === 'nl' ? words.nl || words.en : words.en || words.nl) ?? ''
}
