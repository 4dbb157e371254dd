/** Why answers are the same or not up to the order of terms and factors. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'assoc.same': {
    nl: 'Goed, en in de gevraagde vorm.',
    en: 'Right, and in the form that was asked.',
  },
  'assoc.arithmetic': {
    nl: 'De waarde van {answer} klopt, maar de vorm nog niet: kijk naar getallen, breuken en minnen.',
    en: 'The value of {answer} is right, but its form is not yet: look at numbers, fractions and signs.',
  },
  'assoc.otherForm': {
    nl: 'De waarde van {answer} klopt, maar het is niet de gevraagde vorm.',
    en: 'The value of {answer} is right, but it is not the form that was asked.',
  },
  'assoc.different': {
    nl: '{answer} is niet de gevraagde vorm, ook niet met de termen of factoren in een andere volgorde.',
    en: '{answer} is not the form that was asked, not even with its terms or factors in another order.',
  },
  'assoc.byZero': {
    nl: 'Er wordt door nul gedeeld.',
    en: 'There is a division by zero.',
  },
  'assoc.noRules': {
    nl: 'Deze toets heeft een lijst met regels nodig, bijvoorbeeld [zeroAdd, oneMul].',
    en: 'This test needs a list of rules, for example [zeroAdd, oneMul].',
  },
  'assoc.unknownRule': {
    nl: '{rule} is geen regel van deze toets.',
    en: '{rule} is no rule of this test.',
  },
  'assoc.rulesClash': {
    nl: 'De regels {rules} werken elkaar tegen. Kies er één.',
    en: 'The rules {rules} work against each other. Choose one.',
  },
}
