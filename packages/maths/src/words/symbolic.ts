/** Why an answer is equivalent to its target or not. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'symbolic.same': { nl: 'Goed.', en: 'Right.' },
  'symbolic.different': {
    nl: 'Dit is niet gelijkwaardig met wat gevraagd wordt.',
    en: 'This is not equivalent to what is asked for.',
  },
  'symbolic.noStatement': {
    nl: 'Er wordt een vergelijking of ongelijkheid gevraagd, en dit is een uitdrukking.',
    en: 'An equation or inequality is asked for, and this is an expression.',
  },
  'symbolic.byZero': { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
  'symbolic.undecided': {
    nl: 'Het programma kan niet beslissen of dit goed is.',
    en: 'The program cannot decide whether this is right.',
  },
}
