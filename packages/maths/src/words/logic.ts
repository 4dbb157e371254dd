/** Reasons of the test of propositional logic. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'logic.same': {
    nl: 'Goed: de formule is in precies dezelfde gevallen waar.',
    en: 'Right: the formula is true in exactly the same cases.',
  },
  'logic.different': {
    nl: 'De formule is niet in dezelfde gevallen waar. Kijk naar het geval {case}.',
    en: 'The formula is not true in the same cases. Look at the case {case}.',
  },
  'logic.notFormula': {
    nl: 'Hier hoort een logische formule, met and, or, not en implies.',
    en: 'A formula of logic is asked for here, with and, or, not and implies.',
  },
  'logic.targetNotFormula': {
    nl: 'Het antwoord bij deze vraag is geen logische formule. De maker van de vraag moet dat aanpassen.',
    en: 'The answer of this question is not a formula of logic. The author of the question has to mend that.',
  },
  'logic.tooMany': {
    nl: 'De formule heeft meer dan {most} losse uitspraken. Dat is te veel om alle gevallen na te gaan.',
    en: 'The formula has more than {most} separate statements. That is too many to go through all cases.',
  },
  'logic.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
}
