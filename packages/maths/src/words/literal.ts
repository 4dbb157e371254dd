/** Why an answer has the form that was asked or not. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'literal.same': { nl: 'Goed: precies deze vorm.', en: 'Right: exactly this form.' },
  'literal.otherForm': {
    nl: 'De waarde klopt, maar schrijf het in de vorm die gevraagd wordt.',
    en: 'The value is right, but write it in the form that is asked for.',
  },
  'literal.different': { nl: 'Dit is niet wat gevraagd wordt.', en: 'This is not what is asked for.' },
}
