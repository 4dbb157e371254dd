import type { Sentence } from './form-shared.ts'

/** Why an answer is expanded, or not. */
export const texts: Record<string, Sentence> = {
  'expanded.right': {
    nl: 'Goed: alle haakjes zijn weggewerkt.',
    en: 'Right: all brackets are multiplied out.',
  },
  'expanded.brackets': {
    nl: 'In {part} kun je nog haakjes wegwerken.',
    en: 'In {part} there are brackets left to multiply out.',
  },
  'expanded.byZero': { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
}
