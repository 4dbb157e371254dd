/** Reasons of the tests of numbers with units. Those of their figures are in digits.ts. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'units.within': { nl: 'Goed: getal en eenheid kloppen.', en: 'Right: number and unit are right.' },
  'units.outside': {
    nl: 'De eenheid past bij het antwoord, maar het getal ligt te ver af.',
    en: 'The unit fits the answer, but the number is too far off.',
  },
  'units.noUnits': {
    nl: 'Je antwoord heeft geen eenheid. Zet die achter het getal, bijvoorbeeld 12,3*m/s.',
    en: 'Your answer has no unit. Write it after the number, for instance 12.3*m/s.',
  },
  'units.noNumber': {
    nl: 'Je gaf alleen een eenheid. Zet er een getal voor.',
    en: 'You gave a unit only. Write a number before it.',
  },
  'units.notQuantity': {
    nl: 'Schrijf je antwoord als één getal keer eenheden, bijvoorbeeld 12,3*m/s.',
    en: 'Write your answer as one number times units, for instance 12.3*m/s.',
  },
  'units.notDecimal': {
    nl: 'Schrijf het getal in cijfers, zoals 3,14 of 3,1*10^5, met de eenheid erachter.',
    en: 'Write the number in figures, such as 3.14 or 3.1*10^5, with the unit after it.',
  },
  'units.notNumber': {
    nl: 'Voor de eenheid hoort een getal te staan.',
    en: 'There should be a number before the unit.',
  },
  'units.dimension': {
    nl: 'Je eenheid hoort bij een andere grootheid dan gevraagd.',
    en: 'Your unit belongs to another quantity than asked.',
  },
  'units.capitals': {
    nl: '{unit} is geen eenheid. Let op hoofdletters en kleine letters: bedoel je {meant}?',
    en: '{unit} is not a unit. Mind capitals and small letters: do you mean {meant}?',
  },
  'units.unknown': {
    nl: '{unit} is geen eenheid die hier bekend is. Gebruik het symbool van de eenheid, zoals m en niet meter.',
    en: '{unit} is not a unit that is known here. Use the symbol of the unit, such as m and not metre.',
  },
  'units.otherUnits': {
    nl: 'Het klopt na omrekenen, maar gevraagd is het antwoord in een andere eenheid.',
    en: 'It is right after conversion, but the answer is asked in another unit.',
  },
  'units.otherUnitsAndNumber': {
    nl: 'Het antwoord is in een andere eenheid gevraagd, en ook na omrekenen klopt het getal niet.',
    en: 'The answer is asked in another unit, and after conversion the number is not right either.',
  },
  'units.toleranceUnits': {
    nl: 'De marge heeft een andere eenheid dan het antwoord. De maker van de vraag moet dat aanpassen.',
    en: 'The tolerance has another unit than the answer. The author of the question has to mend that.',
  },
  'units.options': {
    nl: 'De instelling {options} is niet geldig voor deze toets. De maker van de vraag moet dat aanpassen.',
    en: 'The setting {options} is not valid for this test. The author of the question has to mend that.',
  },
  'units.target': {
    nl: 'Het antwoord bij deze vraag is geen getal met een eenheid. De maker van de vraag moet dat aanpassen.',
    en: 'The answer of this question is not a number with a unit. The author of the question has to mend that.',
  },
  'units.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
  'units.undecided': {
    nl: 'Je getal ligt zo dicht bij de grens van wat goed is, dat het niet te beslissen was.',
    en: 'Your number lies so close to the bound of what is right that it could not be decided.',
  },
}
