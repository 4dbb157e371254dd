/** Reasons of the tests of numbers within a tolerance. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'numeric.within': {
    nl: 'Goed: je getal ligt dicht genoeg bij het antwoord.',
    en: 'Right: your number is close enough to the answer.',
  },
  'numeric.outside': {
    nl: 'Je getal ligt te ver van het antwoord. Reken het na, en rond pas op het eind af.',
    en: 'Your number is too far from the answer. Check your calculation, and round only at the end.',
  },
  'numeric.notNumber': {
    nl: 'Hier hoort een getal. Je antwoord is geen getal.',
    en: 'A number is asked for here. Your answer is not a number.',
  },
  'numeric.otherKind': {
    nl: 'Je antwoord is van een andere soort dan gevraagd, bijvoorbeeld één getal in plaats van een lijst of verzameling.',
    en: 'Your answer is of another kind than asked, for instance one number where a list or set is asked for.',
  },
  'numeric.count': {
    nl: 'Er worden {asked} getallen gevraagd, en je gaf er {found}.',
    en: '{asked} numbers are asked for, and you gave {found}.',
  },
  'numeric.tolerance': {
    nl: 'De marge {options} is geen getal van nul of meer. De maker van de vraag moet dat aanpassen.',
    en: 'The tolerance {options} is not a number of zero or more. The author of the question has to mend that.',
  },
  'numeric.targetNotNumber': {
    nl: 'Het antwoord bij deze vraag is geen getal. De maker van de vraag moet dat aanpassen.',
    en: 'The answer of this question is not a number. The author of the question has to mend that.',
  },
  'numeric.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
  'numeric.undecided': {
    nl: 'Je getal ligt zo dicht bij de grens van wat goed is, dat het niet te beslissen was.',
    en: 'Your number lies so close to the bound of what is right that it could not be decided.',
  },
}
