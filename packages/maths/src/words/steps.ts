/** What is said about the lines of a solution. */
export const texts: Record<string, { readonly nl: string; readonly en: string }> = {
  'steps.nearer': { nl: 'Goed, en een stap dichterbij.', en: 'Right, and one step nearer.' },
  'steps.equivalent': {
    nl: 'Goed, maar nog niet dichter bij het doel.',
    en: 'Right, but no nearer to the goal yet.',
  },
  'steps.repeated': {
    nl: 'Dit staat er al: de regel is dezelfde als de vorige.',
    en: 'This was there already: the line is the same as the one before.',
  },
  'steps.domain': {
    nl: 'Goed, zolang geldt: {condition}. Alleen daar heeft de vorige regel een waarde.',
    en: 'Right, as long as {condition}. Only there the line before has a value.',
  },
  'steps.narrower': {
    nl: 'Goed, zolang geldt: {condition}. Alleen daar heeft deze regel een waarde.',
    en: 'Right, as long as {condition}. Only there this line has a value.',
  },
  'steps.extraneous': {
    nl: 'Goed: wat wegvalt, voldoet niet aan de opgave.',
    en: 'Right: what drops out does not satisfy the exercise.',
  },
  'steps.loses': { nl: 'In deze stap gaan oplossingen verloren.', en: 'This step loses solutions.' },
  'steps.losesUnder': {
    nl: 'In deze stap gaan oplossingen verloren. De stap mag alleen als {condition}; bekijk het andere geval apart.',
    en: 'This step loses solutions. It is allowed only where {condition}; look at the other case apart.',
  },
  'steps.adds': {
    nl: 'In deze stap komen er oplossingen bij die niet voldoen. Controleer ze in de vorige regel.',
    en: 'This step adds solutions that do not satisfy. Check them in the line before.',
  },
  'steps.addsUnder': {
    nl: 'In deze stap komen er oplossingen bij. Zet er de voorwaarde {condition} bij, of controleer aan het eind.',
    en: 'This step adds solutions. Write the condition {condition} with it, or check at the end.',
  },
  'steps.different': {
    nl: 'Deze regel volgt niet uit de vorige.',
    en: 'This line does not follow from the one before.',
  },
  'steps.rounded': {
    nl: 'Deze waarde is afgerond. Schrijf de uitkomst exact, of met ≈.',
    en: 'This value is rounded. Write the outcome exactly, or with ≈.',
  },
  'steps.approximate': {
    nl: 'Goed, afgerond.',
    en: 'Right, rounded.',
  },
  'steps.mistake': {
    nl: 'Deze regel volgt niet uit de vorige. {mistake}',
    en: 'This line does not follow from the one before. {mistake}',
  },
  'steps.undecided': {
    nl: 'Het is niet gelukt om vast te stellen of deze stap klopt.',
    en: 'It could not be found out whether this step is right.',
  },
  'steps.solved': {
    nl: 'Klaar: alle oplossingen staan er, in de gevraagde vorm.',
    en: 'Done: all solutions are there, in the form that was asked.',
  },
  'steps.notIsolated': {
    nl: 'Nog niet klaar: maak {unknown} vrij.',
    en: 'Not done yet: get {unknown} by itself.',
  },
  'steps.notTidy': {
    nl: 'De uitkomst klopt, maar kan eenvoudiger.',
    en: 'The outcome is right, but can be simpler.',
  },
  'steps.missing': { nl: 'Niet alle oplossingen staan er.', en: 'Not all solutions are there.' },
  'steps.tooMany': {
    nl: 'Er staat een oplossing bij die niet voldoet.',
    en: 'There is a solution that does not satisfy.',
  },
  'steps.wrongEnd': {
    nl: 'De laatste regel is niet de oplossing van de opgave.',
    en: 'The last line is not the solution of the exercise.',
  },
  'steps.notExpanded': {
    nl: 'Nog niet klaar: er staan nog haakjes of termen die samen kunnen.',
    en: 'Not done yet: there are brackets or terms that can be taken together.',
  },
  'steps.notFactored': {
    nl: 'Nog niet klaar: er is nog een factor die ontbonden kan worden.',
    en: 'Not done yet: there is a factor that can be factored further.',
  },
  'steps.notSquare': {
    nl: 'Nog niet klaar: x mag alleen in het kwadraat voorkomen.',
    en: 'Not done yet: x may occur only inside the square.',
  },
  'steps.notDifferentiated': {
    nl: 'Nog niet klaar: er staat nog een afgeleide die niet is uitgewerkt.',
    en: 'Not done yet: there is a derivative that has not been worked out.',
  },
  'steps.notFilledIn': {
    nl: 'Nog niet klaar: er staat nog een letter waarvoor iets ingevuld moet worden.',
    en: 'Not done yet: there is a letter that has a value to be filled in.',
  },
}
