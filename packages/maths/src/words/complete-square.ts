import { type Sentence, sharedTexts } from './form-shared.ts'

/** Why an answer is a completed square, or not. */
export const texts: Record<string, Sentence> = {
  ...sharedTexts('completeSquare'),
  'completeSquare.right': { nl: 'Goed: het kwadraat is afgesplitst.', en: 'Right: the square is completed.' },
  'completeSquare.loose': {
    nl: 'De waarde klopt, maar {variable} staat ook buiten het kwadraat, in {term}.',
    en: 'The value is right, but {variable} also stands outside the square, in {term}.',
  },
  'completeSquare.noSquare': {
    nl: 'De waarde klopt, maar {term} is geen kwadraat van iets lineairs in {variable}.',
    en: 'The value is right, but {term} is no square of something linear in {variable}.',
  },
}
