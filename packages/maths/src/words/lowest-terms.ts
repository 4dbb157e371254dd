/** Why fractions are in lowest terms or not. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'lowestTerms.reduced': { nl: 'Alle breuken zijn vereenvoudigd.', en: 'All fractions are in lowest terms.' },
  'lowestTerms.notReduced': {
    nl: '{fraction} kun je nog vereenvoudigen: teller en noemer zijn deelbaar door {divisor}.',
    en: '{fraction} can be reduced: numerator and denominator can be divided by {divisor}.',
  },
  'lowestTerms.rootBelow': {
    nl: 'In {fraction} staat een wortel of een imaginair getal in de noemer: {below}. Werk die weg.',
    en: 'In {fraction} there is a root or an imaginary number in the denominator: {below}. Take it out.',
  },
  'lowestTerms.minusBelow': {
    nl: 'In {fraction} staat een min in de noemer. Zet de min vóór de breuk, of laat twee minnen tegen elkaar wegvallen.',
    en: 'In {fraction} there is a minus in the denominator. Put it before the fraction, or let two of them cancel.',
  },
  'lowestTerms.fractionInFraction': {
    nl: 'In {fraction} staat een breuk in een breuk. Maak er één breuk van.',
    en: 'In {fraction} there is a fraction inside a fraction. Make it one fraction.',
  },
  'lowestTerms.byZero': { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
}
