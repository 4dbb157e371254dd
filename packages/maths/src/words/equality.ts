/** Why an answer is the same as the target, or not, for the tests of value; `{answer}` and `{target}` of a sort are named in `sorts`. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'algEquiv.equal': { nl: 'Je antwoord klopt.', en: 'Your answer is right.' },
  'algEquiv.different': {
    nl: 'Je antwoord is niet gelijk aan wat gevraagd is.',
    en: 'Your answer is not equal to what was asked.',
  },
  'algEquiv.sort': {
    nl: 'Je antwoord is van een andere soort dan gevraagd: {answer} in plaats van {target}.',
    en: 'Your answer is of another sort than was asked: {answer} instead of {target}.',
  },
  'algEquiv.length': {
    nl: 'Je antwoord heeft {answer} onderdelen, en het moeten er {target} zijn.',
    en: 'Your answer has {answer} parts, and there should be {target}.',
  },
  'algEquiv.element': {
    nl: 'Onderdeel {place} klopt niet: {element}.',
    en: 'Part {place} is not right: {element}.',
  },
  'algEquiv.shape': {
    nl: 'Je matrix is {answer}, en hij moet {target} zijn.',
    en: 'Your matrix is {answer}, and it should be {target}.',
  },
  'algEquiv.entry': {
    nl: 'In rij {row} klopt getal {place} niet: {element}.',
    en: 'In row {row}, entry {place} is not right: {element}.',
  },
  'algEquiv.notInSet': { nl: '{element} hoort er niet bij.', en: '{element} does not belong to it.' },
  'algEquiv.lacksElement': {
    nl: 'Alles wat er staat klopt, maar er ontbreekt nog iets.',
    en: 'All that is there is right, but something is missing.',
  },
  'algEquiv.functionName': {
    nl: 'Je functie heet {answer}, en gevraagd is {target}.',
    en: 'Your function is called {answer}, and {target} was asked.',
  },
  'algEquiv.functionArguments': {
    nl: 'Je functie hangt van te veel of te weinig variabelen af.',
    en: 'Your function depends on too many or too few variables.',
  },
  'algEquiv.noValue': {
    nl: 'Dit heeft geen waarde, bijvoorbeeld omdat er door nul gedeeld wordt.',
    en: 'This has no value, for example because of a division by zero.',
  },
  'algEquiv.undecided': {
    nl: 'Het is niet gelukt om vast te stellen of dit hetzelfde is. Iemand moet ernaar kijken.',
    en: 'It could not be found out whether this is the same. Somebody has to look at it.',
  },
  'algEquiv.tooMuch': {
    nl: 'Dit is te veel rekenwerk om na te gaan. Schrijf het antwoord eenvoudiger.',
    en: 'This is too much work to find out. Write the answer more simply.',
  },
  'calculus.sameDerivative': { nl: 'Je antwoord klopt.', en: 'Your answer is right.' },
  'calculus.constant': {
    nl: 'Je antwoord klopt, met de constanten erbij.',
    en: 'Your answer is right, constants included.',
  },
  'calculus.otherDerivative': {
    nl: 'De afgeleide van je antwoord is niet wat hij moet zijn.',
    en: 'The derivative of your answer is not what it should be.',
  },
  'calculus.differentiated': {
    nl: 'Je hebt gedifferentieerd waar je moest primitiveren.',
    en: 'You have differentiated where you had to integrate.',
  },
  'calculus.integrated': {
    nl: 'Je hebt geprimitiveerd waar je moest differentiëren.',
    en: 'You have integrated where you had to differentiate.',
  },
  'calculus.noConstant': { nl: 'Er ontbreekt een constante.', en: 'A constant is missing.' },
  'calculus.oddConstant': {
    nl: 'De constante staat er niet zoals hij hoort: als losse letter die je optelt.',
    en: 'The constant is not as it should be: a single letter that is added.',
  },
  'calculus.bars': {
    nl: 'Bij de logaritme horen absolute strepen, of juist niet: kijk waarvoor de functie bestaat.',
    en: 'The logarithm needs absolute value bars, or must not have them: look where the function exists.',
  },
  'calculus.noExpression': {
    nl: 'Hier hoort een formule, geen vergelijking of lijst.',
    en: 'A formula belongs here, no equation or list.',
  },
  'calculus.options': {
    nl: 'De opties van deze toets zijn niet goed: noem de variabele.',
    en: 'The options of this test are not right: name the variable.',
  },
  'systems.same': {
    nl: 'Goed: dit stelsel heeft dezelfde oplossingen.',
    en: 'Right: this system has the same solutions.',
  },
  'systems.tooFew': {
    nl: 'Wat er staat klopt, maar er ontbreekt een vergelijking: dit laat meer oplossingen toe.',
    en: 'What is there is right, but an equation is missing: this allows more solutions.',
  },
  'systems.tooMany': {
    nl: 'Er staat een vergelijking bij die niet uit de opgave volgt: er gaan oplossingen verloren.',
    en: 'There is an equation that does not follow from the exercise: solutions are lost.',
  },
  'systems.different': {
    nl: 'Dit stelsel heeft andere oplossingen.',
    en: 'This system has other solutions.',
  },
  'systems.noEquations': {
    nl: 'Hier hoort een lijst van vergelijkingen.',
    en: 'A list of equations belongs here.',
  },
  'systems.noValue': {
    nl: 'Dit heeft geen waarde, bijvoorbeeld omdat er door nul gedeeld wordt.',
    en: 'This has no value, for example because of a division by zero.',
  },
  'sets.same': {
    nl: 'Goed: dezelfde verzameling.',
    en: 'Right: the same set.',
  },
  'sets.tooMany': {
    nl: 'Dit hoort niet in de verzameling, of moet eenvoudiger: {elements}.',
    en: 'This does not belong in the set, or has to be simplified: {elements}.',
  },
  'sets.tooFew': {
    nl: 'Wat je gaf klopt, maar er ontbreken nog elementen: {count}.',
    en: 'What you gave is right, but elements are missing: {count}.',
  },
  'sets.noSet': {
    nl: 'Schrijf het antwoord als verzameling, tussen accolades.',
    en: 'Write the answer as a set, in braces.',
  },
  'equiv.same': {
    nl: 'Goed: elke regel volgt uit de vorige.',
    en: 'Right: each line follows from the one before.',
  },
  'equiv.step': {
    nl: 'Regel {line} volgt niet uit de vorige: {before} en {after} zijn niet gelijkwaardig.',
    en: 'Line {line} does not follow from the one before: {before} and {after} are not equivalent.',
  },
  'equiv.undecided': {
    nl: 'Het is niet gelukt om vast te stellen of regel {line} volgt: van {before} naar {after}.',
    en: 'It could not be found out whether line {line} follows: from {before} to {after}.',
  },
  'equiv.words': {
    nl: 'De formules kloppen; de woorden ertussen kan dit programma niet nakijken.',
    en: 'The formulas are right; the words between them can’t be checked by this program.',
  },
  'equiv.otherStart': { nl: 'De eerste regel is niet de opgave.', en: 'The first line is not the exercise.' },
  'equiv.noLines': { nl: 'Hier hoort een lijst van regels.', en: 'A list of lines belongs here.' },
  'equiv.options': {
    nl: 'De opties van deze toets zijn niet te lezen.',
    en: 'The options of this test can’t be read.',
  },
  'equiv.noValue': {
    nl: 'In een van de regels staat iets zonder waarde, bijvoorbeeld een deling door nul.',
    en: 'One of the lines has something without a value, for example a division by zero.',
  },
  'check.answer': {
    nl: 'Je antwoord is niet te lezen. {problem}',
    en: 'Your answer can’t be read. {problem}',
  },
  'check.target': {
    nl: 'Het goede antwoord is niet te lezen. {problem}',
    en: 'The right answer can’t be read. {problem}',
  },
  'check.noTest': { nl: 'Er is geen toets die {test} heet.', en: 'There is no test called {test}.' },
  'check.noValue': {
    nl: 'Dit heeft geen waarde, bijvoorbeeld omdat er door nul gedeeld wordt.',
    en: 'This has no value, for example because of a division by zero.',
  },
  'check.tooMuch': {
    nl: 'Dit is te veel rekenwerk om na te gaan. Schrijf het antwoord eenvoudiger.',
    en: 'This is too much work to find out. Write the answer more simply.',
  },
}
