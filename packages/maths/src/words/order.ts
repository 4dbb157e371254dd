/** Reasons of the tests of greater and at least. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'order.above': { nl: 'Goed: je getal is groter.', en: 'Right: your number is greater.' },
  'order.equal': { nl: 'Je getal is precies even groot.', en: 'Your number is exactly as great.' },
  'order.below': { nl: 'Je getal is te klein.', en: 'Your number is too small.' },
  'order.notNumber': {
    nl: 'Hier hoort een getal. Je antwoord is geen getal.',
    en: 'A number is asked for here. Your answer is not a number.',
  },
  'order.targetNotNumber': {
    nl: 'Het getal waarmee vergeleken wordt is geen getal. De maker van de vraag moet dat aanpassen.',
    en: 'What is compared with is not a number. The author of the question has to mend that.',
  },
  'order.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
  'order.undecided': {
    nl: 'De getallen liggen zo dicht bij elkaar, dat niet te beslissen was welk het grootst is.',
    en: 'The numbers lie so close together that it could not be decided which is greater.',
  },
}
