import { type Sentence, sharedTexts } from './form-shared.ts'

/** Why an answer is factored completely, or not. */
export const texts: Record<string, Sentence> = {
  ...sharedTexts('factored'),
  'factored.right': {
    nl: 'Goed, en volledig ontbonden in factoren.',
    en: 'Right, and factored completely.',
  },
  'factored.commonFactor': {
    nl: 'De waarde klopt, maar je bent nog niet klaar: uit {part} kun je {factor} buiten haakjes halen.',
    en: 'The value is right, but it is not factored completely: {part} has a factor {factor}.',
  },
  'factored.reducible': {
    nl: 'De waarde klopt, maar je bent nog niet klaar: {part} = {factors}.',
    en: 'The value is right, but it is not factored completely: {part} = {factors}.',
  },
  'factored.notPolynomial': {
    nl: 'De waarde klopt, maar {part} is geen veelterm in {variable}.',
    en: 'The value is right, but {part} is no polynomial in {variable}.',
  },
  'factored.unsure': {
    nl: 'De waarde klopt, maar of je {part} nog kunt ontbinden, is niet vast te stellen.',
    en: 'The value is right, but whether {part} can be factored further cannot be decided.',
  },
}
