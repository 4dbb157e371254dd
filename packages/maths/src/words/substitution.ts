import type { Sentence } from './form-shared.ts'

/** Why an answer is the target by other names, or not. */
export const texts: Record<string, Sentence> = {
  'substitution.same': { nl: 'Goed.', en: 'Right.' },
  'substitution.renamed': { nl: 'Goed, met andere namen: {names}.', en: 'Right, by other names: {names}.' },
  'substitution.none': {
    nl: 'Ook met andere namen voor de variabelen klopt je antwoord niet.',
    en: 'Your answer is not right, not even with other names for the variables.',
  },
  'substitution.otherVariables': {
    nl: 'Je antwoord heeft andere variabelen dan gevraagd.',
    en: 'Your answer has other variables than were asked.',
  },
  'substitution.tooMany': {
    nl: 'Meer dan {most} variabelen kan deze toets niet omnoemen.',
    en: 'This test cannot rename more than {most} variables.',
  },
  'substitution.undecided': {
    nl: 'Of je antwoord met andere namen klopt, is niet vast te stellen.',
    en: 'Whether your answer is right by other names cannot be decided.',
  },
  'substitution.noList': {
    nl: 'De opties van deze toets zijn een lijst met namen, bijvoorbeeld [x].',
    en: 'The options of this test are a list of names, for example [x].',
  },
  'substitution.byZero': { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
}
