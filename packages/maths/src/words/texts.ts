/** Reasons of the tests of answers in words. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'texts.same': { nl: 'Goed: dit is de gevraagde tekst.', en: 'Right: this is the text that was asked.' },
  'texts.different': {
    nl: 'Dit is niet de gevraagde tekst. Let op spelling en hoofdletters.',
    en: 'This is not the text that was asked. Mind spelling and capitals.',
  },
  'texts.matches': {
    nl: 'Goed: je antwoord heeft de gevraagde vorm.',
    en: 'Right: your answer has the form that was asked.',
  },
  'texts.noMatch': {
    nl: 'Je antwoord heeft niet de gevraagde vorm.',
    en: 'Your answer does not have the form that was asked.',
  },
  'texts.near': {
    nl: 'Goed: je antwoord is (bijna) hetzelfde als “{nearest}”.',
    en: 'Right: your answer is (nearly) the same as “{nearest}”.',
  },
  'texts.far': {
    nl: 'Je antwoord lijkt te weinig op een goed antwoord.',
    en: 'Your answer is not enough like a right answer.',
  },
  'texts.denied': {
    nl: 'Je antwoord lijkt meer op een fout antwoord dan op een goed antwoord.',
    en: 'Your answer is more like a wrong answer than like a right one.',
  },
  'texts.answerNotText': {
    nl: 'Hier hoort een antwoord in woorden.',
    en: 'An answer in words is asked for here.',
  },
  'texts.notText': {
    nl: 'Het antwoord en het patroon moeten allebei tekst tussen aanhalingstekens zijn.',
    en: 'The answer and the pattern must both be texts between quotes.',
  },
  'texts.pattern': {
    nl: 'Het patroon {pattern} is niet geldig. De maker van de vraag moet dat aanpassen.',
    en: 'The pattern {pattern} is not valid. The author of the question has to mend that.',
  },
  'texts.lists': {
    nl: 'Bij deze vraag hoort een lijst van goede en een lijst van foute antwoorden. De maker van de vraag moet dat aanpassen.',
    en: 'This question needs a list of right and a list of wrong answers. The author of the question has to mend that.',
  },
  'texts.options': {
    nl: 'De instelling {options} zegt niet hoeveel de teksten op elkaar moeten lijken. De maker van de vraag moet dat aanpassen.',
    en: 'The setting {options} does not say how alike the texts must be. The author of the question has to mend that.',
  },
  'texts.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
}
