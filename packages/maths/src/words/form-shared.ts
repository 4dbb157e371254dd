/** A sentence in both languages. */
export interface Sentence {
  readonly nl: string
  readonly en: string
}

/** The sentences that every test of form with a target has. */
export function sharedTexts(family: string): Record<string, Sentence> {
  return {
    [`${family}.byZero`]: { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
    [`${family}.notExpression`]: {
      nl: 'Er wordt een uitdrukking gevraagd, en dat is {answer} niet.',
      en: 'An expression is asked, and {answer} is none.',
    },
    [`${family}.notEqual`]: {
      nl: '{answer} heeft niet de juiste waarde.',
      en: '{answer} does not have the right value.',
    },
    [`${family}.undecided`]: {
      nl: 'De vorm is goed, maar of je antwoord klopt, is niet vast te stellen.',
      en: 'The form is right, but whether your answer is right cannot be decided.',
    },
    [`${family}.noVariable`]: {
      nl: 'Deze toets heeft bij de opties een variabele nodig, bijvoorbeeld x.',
      en: 'This test needs a variable in its options, for example x.',
    },
  }
}
