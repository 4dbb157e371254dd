/** Reasons of the tests of significant figures and decimal places. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'digits.right': {
    nl: 'Goed: het getal klopt en heeft de gevraagde nauwkeurigheid.',
    en: 'Right: the number is right and has the precision that was asked.',
  },
  'digits.rightCount': {
    nl: 'Goed: het getal heeft het gevraagde aantal significante cijfers.',
    en: 'Right: the number has the significant figures that were asked.',
  },
  'digits.sameFigures': {
    nl: 'De cijfers kloppen. Kijk of de komma op de goede plaats staat.',
    en: 'The figures are right. Check whether the decimal point is in the right place.',
  },
  'digits.otherFigures': {
    nl: 'De cijfers kloppen niet, waar de komma ook staat.',
    en: 'The figures are not right, wherever the decimal point stands.',
  },
  'digits.tooFew': {
    nl: 'Je getal klopt, maar heeft te weinig cijfers: {found} significante cijfers, gevraagd zijn er {asked}.',
    en: 'Your number is right, but has too few figures: {found} significant figures where {asked} are asked.',
  },
  'digits.tooMany': {
    nl: 'Je getal klopt, maar heeft te veel cijfers: {found} significante cijfers, gevraagd zijn er {asked}.',
    en: 'Your number is right, but has too many figures: {found} significant figures where {asked} are asked.',
  },
  'digits.wrongAndTooFew': {
    nl: 'Je getal klopt niet, en heeft te weinig significante cijfers: {found}, gevraagd zijn er {asked}.',
    en: 'Your number is not right, and has too few significant figures: {found} where {asked} are asked.',
  },
  'digits.wrongAndTooMany': {
    nl: 'Je getal klopt niet, en heeft te veel significante cijfers: {found}, gevraagd zijn er {asked}.',
    en: 'Your number is not right, and has too many significant figures: {found} where {asked} are asked.',
  },
  'digits.countTooFew': {
    nl: 'Je getal heeft te weinig significante cijfers: {found}, gevraagd zijn er {asked}. Nullen achteraan tellen alleen mee achter de komma, of als je 1,00e2 schrijft.',
    en: 'Your number has too few significant figures: {found} where {asked} are asked. Trailing zeros count only behind the decimal point, or when you write 1.00e2.',
  },
  'digits.countTooMany': {
    nl: 'Je getal heeft te veel significante cijfers: {found}, gevraagd zijn er {asked}.',
    en: 'Your number has too many significant figures: {found} where {asked} are asked.',
  },
  'digits.rounding': {
    nl: 'Je getal is bijna goed: het laatste cijfer klopt niet. Kijk hoe je hebt afgerond.',
    en: 'Your number is almost right: the last figure is not. Check how you rounded.',
  },
  'digits.wrongValue': {
    nl: 'Het aantal cijfers is goed, maar het getal klopt niet.',
    en: 'The number of figures is right, but the number itself is not.',
  },
  'digits.places': {
    nl: 'Je getal klopt, maar heeft {found} cijfers achter de komma. Gevraagd zijn er {asked}; nullen achteraan tellen mee.',
    en: 'Your number is right, but has {found} decimal places. {asked} are asked; zeros at the end count.',
  },
  'digits.wrongAndPlaces': {
    nl: 'Je getal klopt niet, en heeft {found} cijfers achter de komma. Gevraagd zijn er {asked}.',
    en: 'Your number is not right, and has {found} decimal places. {asked} are asked.',
  },
  'digits.notDecimal': {
    nl: 'Schrijf je antwoord als één getal in cijfers, zoals 3,14 of 3,1*10^5.',
    en: 'Write your answer as one number in figures, such as 3.14 or 3.1*10^5.',
  },
  'digits.collection': {
    nl: 'Hier hoort één getal. Lijsten, verzamelingen en matrices kunnen hier niet.',
    en: 'One number belongs here. Lists, sets and matrices are not possible.',
  },
  'digits.options': {
    nl: 'De instelling {options} zegt niet hoeveel cijfers er gevraagd zijn. De maker van de vraag moet dat aanpassen.',
    en: 'The setting {options} does not say how many figures are asked. The author of the question has to mend that.',
  },
  'digits.targetNotNumber': {
    nl: 'Het antwoord bij deze vraag is geen getal. De maker van de vraag moet dat aanpassen.',
    en: 'The answer of this question is not a number. The author of the question has to mend that.',
  },
  'digits.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
  'digits.undecided': {
    nl: 'Het goede antwoord ligt zo dicht bij een afrondgrens, dat het niet te beslissen was.',
    en: 'The right answer lies so close to where rounding turns that it could not be decided.',
  },
}
