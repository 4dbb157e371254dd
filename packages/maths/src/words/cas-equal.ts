/** Why answers are written the same or not. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'casEqual.same': { nl: 'Goed: precies zo.', en: 'Right: exactly so.' },
  'casEqual.different': {
    nl: '{answer} is niet precies zo geschreven als gevraagd.',
    en: '{answer} is not written exactly as was asked.',
  },
  'casEqual.byZero': { nl: 'Er wordt door nul gedeeld.', en: 'There is a division by zero.' },
}
