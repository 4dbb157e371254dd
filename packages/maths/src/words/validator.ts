/** Reasons of the test by a named check. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'validator.passed': {
    nl: 'Goed: je antwoord heeft de gevraagde vorm.',
    en: 'Right: your answer has the form that was asked.',
  },
  'validator.functions': {
    nl: '{found} is geen functie die hier bekend is. Bedoel je een product? Zet dan * tussen de delen.',
    en: '{found} is not a function that is known here. Do you mean a product? Then write * between its parts.',
  },
  'validator.underscore': {
    nl: 'In {found} staat een laag streepje. Gebruik een naam zonder.',
    en: '{found} has an underscore in it. Use a name without one.',
  },
  'validator.longNames': {
    nl: 'De naam {found} heeft meer dan één letter. Zet * tussen letters die je vermenigvuldigt.',
    en: 'The name {found} has more than one letter. Write * between letters that you multiply.',
  },
  'validator.kind': {
    nl: 'Je antwoord is van een andere soort dan gevraagd.',
    en: 'Your answer is of another kind than asked.',
  },
  'validator.unknown': {
    nl: 'De controle {name} bestaat niet. De maker van de vraag moet dat aanpassen.',
    en: 'There is no check called {name}. The author of the question has to mend that.',
  },
  'validator.noCheck': {
    nl: '{name} is geen controle. De maker van de vraag moet dat aanpassen.',
    en: '{name} is not a check. The author of the question has to mend that.',
  },
  'validator.noParts': {
    nl: '{name} kan niets met je antwoord. De maker van de vraag moet de controle aanpassen.',
    en: '{name} has no meaning for your answer. The author of the question has to mend the check.',
  },
  'validator.options': {
    nl: 'De instelling {options} is niet de naam van een controle. De maker van de vraag moet dat aanpassen.',
    en: 'The setting {options} is not the name of a check. The author of the question has to mend that.',
  },
  'validator.divisionByZero': {
    nl: 'Er wordt gedeeld door nul. Dat kan niet.',
    en: 'There is a division by zero. That has no value.',
  },
}
