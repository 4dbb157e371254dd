import { type Sentence, sharedTexts } from './form-shared.ts'

/** Why an answer is one fraction, or a sum of partial fractions, or not. */
export const texts: Record<string, Sentence> = {
  ...sharedTexts('singleFraction'),
  'singleFraction.right': {
    nl: 'Goed, en geschreven als één breuk.',
    en: 'Right, and written as one fraction.',
  },
  'singleFraction.notOne': {
    nl: 'De waarde klopt, maar {answer} is niet geschreven als één breuk.',
    en: 'The value is right, but {answer} is not written as one fraction.',
  },
  'singleFraction.inside': {
    nl: 'De waarde klopt, maar in de teller of noemer staat nog een breuk: {part}.',
    en: 'The value is right, but there is still a fraction in the numerator or denominator: {part}.',
  },
  ...sharedTexts('partialFractions'),
  'partialFractions.right': {
    nl: 'Goed: de breuk is gesplitst.',
    en: 'Right: these are the partial fractions.',
  },
  'partialFractions.notFraction': {
    nl: 'De waarde klopt, maar {term} is niet één eenvoudige breuk. Werk de haakjes uit.',
    en: 'The value is right, but {term} is not one simple fraction. Multiply out the brackets.',
  },
  'partialFractions.severalFactors': {
    nl: 'De waarde klopt, maar {term} heeft verschillende factoren in de noemer en kan nog worden gesplitst.',
    en: 'The value is right, but {term} has different factors in its denominator and can still be split.',
  },
  'partialFractions.denominatorReducible': {
    nl: 'De waarde klopt, maar in {term} kun je {below} nog ontbinden in factoren.',
    en: 'The value is right, but in {term} you can still factor {below}.',
  },
  'partialFractions.numeratorTooHigh': {
    nl: 'De waarde klopt, maar in {term} is de graad van de teller te hoog.',
    en: 'The value is right, but in {term} the degree of the numerator is too high.',
  },
  'partialFractions.combine': {
    nl: 'De waarde klopt, maar {term} heeft dezelfde noemer als een andere term. Neem ze samen.',
    en: 'The value is right, but {term} has the same denominator as another term. Add them.',
  },
}
