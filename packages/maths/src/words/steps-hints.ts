interface Sentence {
  readonly nl: string
  readonly en: string
}

/** For each kind of next step: a question that points the way, and what to do. */
export const hintTexts: Record<string, { readonly nudge: Sentence; readonly todo: Sentence }> = {
  tidy: {
    nudge: { nl: 'Kan er iets in deze regel eenvoudiger?', en: 'Can anything in this line be simpler?' },
    todo: {
      nl: 'Neem samen wat bij elkaar hoort, en reken uit wat uit te rekenen is.',
      en: 'Take like terms together, and work out what can be worked out.',
    },
  },
  moveTerm: {
    nudge: {
      nl: 'Wat staat er nog bij de onbekende opgeteld of afgetrokken?',
      en: 'What is still added to the unknown or subtracted from it?',
    },
    todo: {
      nl: 'Haal {part} weg: trek het aan beide kanten af.',
      en: 'Take {part} away: subtract it on both sides.',
    },
  },
  moveUnknown: {
    nudge: {
      nl: 'De onbekende staat aan beide kanten. Hoe krijg je hem aan één kant?',
      en: 'The unknown is on both sides. How do you get it on one side?',
    },
    todo: { nl: 'Trek {part} aan beide kanten af.', en: 'Subtract {part} on both sides.' },
  },
  addTerm: {
    nudge: {
      nl: 'Wat wordt er nog van de onbekende afgetrokken?',
      en: 'What is still subtracted from the unknown?',
    },
    todo: { nl: 'Tel {part} aan beide kanten op.', en: 'Add {part} on both sides.' },
  },
  addUnknown: {
    nudge: {
      nl: 'De onbekende staat aan beide kanten. Hoe krijg je hem aan één kant?',
      en: 'The unknown is on both sides. How do you get it on one side?',
    },
    todo: { nl: 'Tel {part} aan beide kanten op.', en: 'Add {part} on both sides.' },
  },
  negate: {
    nudge: {
      nl: 'Er staat nog een min voor. Hoe raak je die kwijt?',
      en: 'There is still a minus in front. How do you get rid of it?',
    },
    todo: {
      nl: 'Vermenigvuldig beide kanten met -1. Bij een ongelijkheid klapt het teken om.',
      en: 'Multiply both sides by -1. In an inequality the sign turns round.',
    },
  },
  divide: {
    nudge: {
      nl: 'Waarmee wordt de onbekende nog vermenigvuldigd?',
      en: 'What is the unknown still multiplied by?',
    },
    todo: { nl: 'Deel beide kanten door {part}.', en: 'Divide both sides by {part}.' },
  },
  multiply: {
    nudge: {
      nl: 'Er wordt nog door iets gedeeld. Wat is het tegenovergestelde daarvan?',
      en: 'Something is still divided. What is the opposite of that?',
    },
    todo: { nl: 'Vermenigvuldig beide kanten met {part}.', en: 'Multiply both sides by {part}.' },
  },
  turnFraction: {
    nudge: {
      nl: 'De onbekende staat in de noemer. Bedek de noemer: wat moet daar staan?',
      en: 'The unknown is in the denominator. Cover it up: what has to stand there?',
    },
    todo: {
      nl: 'Maak {part} vrij: teller gedeeld door de uitkomst.',
      en: 'Get {part} by itself: the numerator divided by the outcome.',
    },
  },
  fractionZero: {
    nudge: { nl: 'Wanneer is een breuk nul?', en: 'When is a fraction zero?' },
    todo: {
      nl: 'Een breuk is alleen nul als zijn teller nul is. Kan dat hier?',
      en: 'A fraction is zero only if its numerator is. Can that be here?',
    },
  },
  clearFractions: {
    nudge: {
      nl: 'Er staan breuken in. Hoe raak je ze allemaal tegelijk kwijt?',
      en: 'There are fractions. How do you get rid of all of them at once?',
    },
    todo: {
      nl: 'Vermenigvuldig elke term aan beide kanten met {part}. Wat in een noemer staat, mag niet nul zijn.',
      en: 'Multiply every term on both sides by {part}. What stands in a denominator may not be zero.',
    },
  },
  expand: {
    nudge: {
      nl: 'Er staan haakjes in de weg. Wat kun je daarmee doen?',
      en: 'There are brackets in the way. What can you do with them?',
    },
    todo: {
      nl: 'Werk de haakjes weg, en neem gelijksoortige termen samen.',
      en: 'Multiply out the brackets, and take like terms together.',
    },
  },
  toZero: {
    nudge: {
      nl: 'Wat voor vergelijking is dit, en hoe wil je die hebben staan?',
      en: 'What kind of equation is this, and how do you want it to stand?',
    },
    todo: {
      nl: 'Breng alles naar één kant, zodat er aan de andere kant nul staat.',
      en: 'Bring everything to one side, so that there is zero on the other.',
    },
  },
  factorOut: {
    nudge: { nl: 'Hebben alle termen iets gemeen?', en: 'Do all terms have something in common?' },
    todo: { nl: 'Haal {part} buiten haakjes.', en: 'Take {part} out of brackets.' },
  },
  factor: {
    nudge: {
      nl: 'Kun je de linkerkant als product schrijven?',
      en: 'Can you write the left side as a product?',
    },
    todo: {
      nl: 'Ontbind in factoren: zoek twee getallen die samen de juiste som en het juiste product geven.',
      en: 'Factor it: look for two numbers with the right sum and the right product.',
    },
  },
  factorHigher: {
    nudge: {
      nl: 'Ken je een getal waarvoor de linkerkant nul wordt?',
      en: 'Do you know a number for which the left side is zero?',
    },
    todo: {
      nl: 'Probeer de delers van de losse term. Elk getal a dat nul geeft, geeft een factor x - a.',
      en: 'Try the divisors of the constant term. Each number a that gives zero gives a factor x - a.',
    },
  },
  zeroProduct: {
    nudge: { nl: 'Wanneer is een product nul?', en: 'When is a product zero?' },
    todo: { nl: 'Stel elke factor apart gelijk aan nul.', en: 'Set each factor equal to zero, one by one.' },
  },
  completeSquare: {
    nudge: {
      nl: 'Van welk kwadraat zijn de eerste twee termen het begin?',
      en: 'Of which square are the first two terms the beginning?',
    },
    todo: {
      nl: 'Splits het kwadraat af: in het kwadraat komt {part} bij de onbekende. Zet de rest aan de andere kant.',
      en: 'Complete the square: inside it {part} is added to the unknown. Put the rest on the other side.',
    },
  },
  formula: {
    nudge: {
      nl: 'Welke formule geldt voor elke vergelijking van de tweede graad?',
      en: 'Which formula works for every equation of the second degree?',
    },
    todo: {
      nl: 'Gebruik de abc-formule. De discriminant is {part}.',
      en: 'Use the quadratic formula. The discriminant is {part}.',
    },
  },
  noRealRoot: {
    nudge: {
      nl: 'Bereken de discriminant. Wat zegt het teken?',
      en: 'Work out the discriminant. What does its sign say?',
    },
    todo: {
      nl: 'De discriminant is {part}. Bij een negatieve discriminant zijn er geen reële oplossingen.',
      en: 'The discriminant is {part}. With a negative discriminant there are no real solutions.',
    },
  },
  takeRoot: {
    nudge: { nl: 'Hoe maak je een macht ongedaan?', en: 'How do you undo a power?' },
    todo: {
      nl: 'Neem aan beide kanten de wortel. Bij een even macht zijn er twee mogelijkheden, plus en min.',
      en: 'Take the root on both sides. With an even power there are two possibilities, plus and minus.',
    },
  },
  squareNegative: {
    nudge: { nl: 'Kan een kwadraat dit getal zijn?', en: 'Can a square be this number?' },
    todo: {
      nl: 'Een kwadraat is nooit negatief. Wat betekent dat voor de oplossingen?',
      en: 'A square is never negative. What does that mean for the solutions?',
    },
  },
  isolateRoot: {
    nudge: {
      nl: 'Wat moet er gebeuren voordat je kunt kwadrateren?',
      en: 'What has to be done before you can square?',
    },
    todo: { nl: 'Zet {part} alleen aan één kant.', en: 'Put {part} alone on one side.' },
  },
  squareBoth: {
    nudge: { nl: 'Hoe maak je een wortel ongedaan?', en: 'How do you undo a root?' },
    todo: {
      nl: 'Kwadrateer beide kanten als geheel. Controleer aan het eind of de uitkomsten voldoen.',
      en: 'Square both sides as a whole. Check at the end whether the outcomes satisfy.',
    },
  },
  rootNegative: {
    nudge: { nl: 'Kan een wortel dit getal zijn?', en: 'Can a root be this number?' },
    todo: {
      nl: 'Een wortel is nooit negatief. Wat betekent dat voor de oplossingen?',
      en: 'A root is never negative. What does that mean for the solutions?',
    },
  },
  splitAbs: {
    nudge: {
      nl: 'Welke getallen hebben deze absolute waarde?',
      en: 'Which numbers have this absolute value?',
    },
    todo: {
      nl: 'Wat tussen de strepen staat, is het getal zelf of het tegengestelde ervan. Schrijf beide gevallen op.',
      en: 'What stands between the bars is the number itself or its opposite. Write down both cases.',
    },
  },
  absNegative: {
    nudge: { nl: 'Kan een absolute waarde dit getal zijn?', en: 'Can an absolute value be this number?' },
    todo: {
      nl: 'Een absolute waarde is nooit negatief. Wat betekent dat voor de oplossingen?',
      en: 'An absolute value is never negative. What does that mean for the solutions?',
    },
  },
  combineLogs: {
    nudge: {
      nl: 'Er staan meer logaritmen aan één kant. Welke regel neemt ze samen?',
      en: 'There are several logarithms on one side. Which rule takes them together?',
    },
    todo: {
      nl: 'Maak van elke kant één logaritme: een som wordt een product, een verschil een quotiënt. Wat in een logaritme staat, moet positief zijn.',
      en: 'Make one logarithm of each side: a sum becomes a product, a difference a quotient. What stands in a logarithm has to be positive.',
    },
  },
  equalLogs: {
    nudge: {
      nl: 'Links en rechts staat één logaritme met hetzelfde grondtal. Wat volgt daaruit?',
      en: 'There is one logarithm on each side, to the same base. What follows from that?',
    },
    todo: {
      nl: 'Stel wat in de logaritmen staat aan elkaar gelijk.',
      en: 'Set what stands in the logarithms equal.',
    },
  },
  undoLog: {
    nudge: { nl: 'Hoe maak je een logaritme ongedaan?', en: 'How do you undo a logarithm?' },
    todo: {
      nl: 'Neem aan beide kanten een macht van het grondtal {part}.',
      en: 'Take a power of the base {part} on both sides.',
    },
  },
  takeLog: {
    nudge: {
      nl: 'De onbekende staat in de exponent. Hoe krijg je hem daar weg?',
      en: 'The unknown is in the exponent. How do you get it out of there?',
    },
    todo: { nl: 'Neem de logaritme met grondtal {part}.', en: 'Take the logarithm to the base {part}.' },
  },
  powerNegative: {
    nudge: {
      nl: 'Kan een macht van een positief grondtal dit getal zijn?',
      en: 'Can a power of a positive base be this number?',
    },
    todo: {
      nl: 'Een macht van een positief grondtal is altijd positief. Dit geval geeft geen oplossing.',
      en: 'A power of a positive base is always positive. This case gives no solution.',
    },
  },
  substituteKernel: {
    nudge: { nl: 'Welke uitdrukking komt steeds terug?', en: 'Which expression keeps coming back?' },
    todo: {
      nl: 'Noem {part} even p, en los de vergelijking eerst voor p op.',
      en: 'Call {part} p for a moment, and solve the equation for p first.',
    },
  },
  angles: {
    nudge: {
      nl: 'Welke hoeken in de cirkel hebben deze waarde?',
      en: 'Which angles in the circle have this value?',
    },
    todo: {
      nl: 'Zoek alle hoeken waarvoor {part} deze waarde heeft, en tel er hele rondes bij op.',
      en: 'Find all angles for which {part} has this value, and add whole turns.',
    },
  },
  angleNone: {
    nudge: {
      nl: 'Tussen welke getallen ligt een sinus of cosinus?',
      en: 'Between which numbers does a sine or cosine lie?',
    },
    todo: {
      nl: 'Een sinus of cosinus ligt tussen -1 en 1. Wat betekent dat voor de oplossingen?',
      en: 'A sine or cosine lies between -1 and 1. What does that mean for the solutions?',
    },
  },
  checkSolutions: {
    nudge: { nl: 'Voldoen alle uitkomsten aan de opgave?', en: 'Do all outcomes satisfy the exercise?' },
    todo: {
      nl: 'Vul elke uitkomst in de opgave in, en streep weg wat niet voldoet.',
      en: 'Fill each outcome into the exercise, and cross out what does not satisfy.',
    },
  },
  lookBack: {
    nudge: {
      nl: 'Kijk nog eens naar de laatste regel: volgt die uit de vorige?',
      en: 'Look at the last line again: does it follow from the one before?',
    },
    todo: { nl: 'Ga verder vanaf {part}.', en: 'Go on from {part}.' },
  },
}

/** The sentence around the line itself. */
export const nextLine: Sentence = { nl: 'De volgende regel is: {line}', en: 'The next line is: {line}' }
