/** Why an answer is of the sort that was asked, or not. `{answer}` and `{target}` are sorts, named in `sorts`. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'sameType.same': {
    nl: 'Je antwoord is van de gevraagde soort.',
    en: 'Your answer is of the sort that was asked.',
  },
  'sameType.different': {
    nl: 'Je antwoord heeft een andere soort dan gevraagd: {answer} in plaats van {target}.',
    en: 'Your answer is of another sort than was asked: {answer} instead of {target}.',
  },
  'sameType.byZero': { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
}

/** The names of sorts. */
export const sorts: Record<string, { readonly nl: string; readonly en: string }> = {
  expression: { nl: 'uitdrukking', en: 'expression' },
  equation: { nl: 'vergelijking', en: 'equation' },
  inequality: { nl: 'ongelijkheid', en: 'inequality' },
  logic: { nl: 'logische uitspraak', en: 'logical statement' },
  list: { nl: 'lijst', en: 'list' },
  set: { nl: 'verzameling', en: 'set' },
  tuple: { nl: 'punt', en: 'point' },
  matrix: { nl: 'matrix', en: 'matrix' },
  interval: { nl: 'interval', en: 'interval' },
  text: { nl: 'tekst', en: 'text' },
  function: { nl: 'functie', en: 'function' },
}
