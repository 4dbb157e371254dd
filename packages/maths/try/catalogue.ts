import type { Text } from './frame.ts'

/** What a test asks, with an example to try it on. */
export interface TestInfo {
  name: string
  about: Text
  /** What the options mean, where the test has them. */
  options?: Text
  /** Whether it compares texts rather than mathematics. */
  texts?: true
  example: { teacher: string; student: string; options?: string }
}

const about = (nl: string, en: string): Text => ({ nl, en })
const accuracy = about('Hoeveel het mag schelen, zoals 0.05', 'How much it may differ, such as 0.05')
const figures = about('Hoeveel cijfers; of [geschreven, juist]', 'How many figures; or [written, right]')
const variable = about('De variabele, zoals x', 'The variable, such as x')

/** The tests by what they look at, in the notation of Maxima where a test asks for it. */
export const groups: { label: Text; tests: TestInfo[] }[] = [
  {
    label: about('Waarde', 'Value'),
    tests: [
      {
        name: 'AlgEquiv',
        about: about(
          'Is het hetzelfde, hoe het ook is opgeschreven?',
          'Is it the same, however it is written?',
        ),
        example: { teacher: '(x+2)^2 - 1', student: 'x^2 + 4*x + 3' },
      },
      {
        name: 'AlgEquivNouns',
        about: about(
          'Hetzelfde, met afgeleiden en integralen die alleen genoteerd zijn.',
          'The same, with derivatives and integrals that are only written down.',
        ),
        example: { teacher: 'diff(y, x) + y', student: 'y + diff(y, x)' },
      },
      {
        name: 'SubstEquiv',
        about: about(
          'Hetzelfde op andere namen van variabelen na.',
          'The same but for other names of variables.',
        ),
        example: { teacher: 'a^2 + b', student: 'p^2 + q' },
      },
      {
        name: 'SysEquiv',
        about: about(
          'Hebben deze stelsels dezelfde oplossingen?',
          'Do these systems have the same solutions?',
        ),
        example: { teacher: '[x + y = 3, x - y = 1]', student: '[2*x = 4, y = 1]' },
      },
      {
        name: 'Sets',
        about: about('Bevatten deze verzamelingen hetzelfde?', 'Do these sets hold the same?'),
        example: { teacher: '{1, 2, 3}', student: '{3, 2/1, 1}' },
      },
      {
        name: 'SameType',
        about: about('Is het hetzelfde soort ding?', 'Is it the same kind of thing?'),
        example: { teacher: '{1, 2}', student: '[1, 2]' },
      },
      {
        name: 'PropLogic',
        about: about('Zegt deze bewering hetzelfde?', 'Does this statement say the same?'),
        example: { teacher: 'not (p and q)', student: 'not p or not q' },
      },
    ],
  },
  {
    label: about('Vorm', 'Form'),
    tests: [
      {
        name: 'EqualComAss',
        about: about(
          'Dezelfde vorm, op volgorde en haakjes na.',
          'The same form, but for order and brackets.',
        ),
        example: { teacher: '3*x + y', student: 'y + x*3' },
      },
      {
        name: 'EqualComAssRules',
        about: about(
          'Dezelfde vorm, op regels na die je noemt.',
          'The same form, but for rules that you name.',
        ),
        options: about('Namen van regels, zoals [ID_TRANS]', 'Names of rules, such as [ID_TRANS]'),
        example: { teacher: 'x + 0', student: 'x', options: '[ID_TRANS]' },
      },
      {
        name: 'CasEqual',
        about: about('Precies zo opgeschreven.', 'Written exactly so.'),
        example: { teacher: 'x*(x + 1)', student: 'x^2 + x' },
      },
      {
        name: 'Expanded',
        about: about('Zijn alle haakjes weggewerkt?', 'Have all brackets been expanded?'),
        example: { teacher: 'x^2 - 1', student: '(x - 1)*(x + 1)' },
      },
      {
        name: 'FacForm',
        about: about('Is het helemaal ontbonden?', 'Is it factored completely?'),
        options: variable,
        example: { teacher: '2*(x + 2)*(x + 1)', student: '(2*x + 4)*(x + 1)', options: 'x' },
      },
      {
        name: 'CompSquare',
        about: about('Is het kwadraat afgesplitst?', 'Has the square been completed?'),
        options: variable,
        example: { teacher: '(x - 3)^2 + 1', student: '(x - 3)^2 + 1', options: 'x' },
      },
      {
        name: 'SingleFrac',
        about: about('Is het één breuk?', 'Is it a single fraction?'),
        example: { teacher: '(x + 2)/x', student: '1 + 2/x' },
      },
      {
        name: 'PartFrac',
        about: about('Is er in breuken gesplitst?', 'Is it split into partial fractions?'),
        options: variable,
        example: { teacher: '1/n - 1/(n + 1)', student: '1/(n*(n + 1))', options: 'n' },
      },
      {
        name: 'LowestTerms',
        about: about('Zijn alle breuken vereenvoudigd?', 'Are all fractions in lowest terms?'),
        example: { teacher: '3/4', student: '9/12' },
      },
    ],
  },
  {
    label: about('Rekenen met functies', 'Calculus'),
    tests: [
      {
        name: 'Diff',
        about: about('Is het de afgeleide?', 'Is it the derivative?'),
        options: variable,
        example: { teacher: '3*x^2', student: 'x^4/4', options: 'x' },
      },
      {
        name: 'Int',
        about: about('Is het de primitieve, met een constante?', 'Is it the integral, with a constant?'),
        options: variable,
        example: { teacher: 'x^3/3 + c', student: 'x^3/3', options: 'x' },
      },
      {
        name: 'Antidiff',
        about: about(
          'Een primitieve, met welke constante ook.',
          'An antiderivative, with whatever constant.',
        ),
        options: variable,
        example: { teacher: 'x^3/3', student: 'x^3/3 + 5', options: 'x' },
      },
      {
        name: 'AddConst',
        about: about('Staan er genoeg constanten bij?', 'Are there enough constants?'),
        options: variable,
        example: { teacher: 'x^2/2 + c', student: 'x^2/2 + k', options: 'x' },
      },
    ],
  },
  {
    label: about('Getallen', 'Numbers'),
    tests: [
      {
        name: 'NumRelative',
        about: about('Dichtbij, als deel van het goede antwoord.', 'Close, as a share of the right answer.'),
        options: accuracy,
        example: { teacher: '3.14159', student: '3.1', options: '0.05' },
      },
      {
        name: 'NumAbsolute',
        about: about('Dichtbij, met een vast verschil.', 'Close, by a fixed difference.'),
        options: accuracy,
        example: { teacher: '2.5', student: '2.54', options: '0.05' },
      },
      {
        name: 'NumSigFigs',
        about: about(
          'Zoveel significante cijfers, en goed afgerond.',
          'So many significant figures, and rounded well.',
        ),
        options: figures,
        example: { teacher: '1.2345', student: '1.23', options: '3' },
      },
      {
        name: 'NumDecPlaces',
        about: about('Zoveel decimalen, en goed afgerond.', 'So many decimals, and rounded well.'),
        options: figures,
        example: { teacher: '3.14159', student: '3.14', options: '2' },
      },
      {
        name: 'NumDecPlacesWrong',
        about: about(
          'Goede cijfers, de komma mag verkeerd staan.',
          'Right digits, the point may be misplaced.',
        ),
        options: figures,
        example: { teacher: '3.14', student: '31.4', options: '2' },
      },
      {
        name: 'SigFigsStrict',
        about: about(
          'Zijn het zeker zoveel significante cijfers?',
          'Are these surely so many significant figures?',
        ),
        options: figures,
        example: { teacher: '1.500', student: '1500', options: '4' },
      },
      {
        name: 'GT',
        about: about('Is het groter?', 'Is it larger?'),
        example: { teacher: '2', student: 'sqrt(5)' },
      },
      {
        name: 'GTE',
        about: about('Is het groter of gelijk?', 'Is it larger or the same?'),
        example: { teacher: '2', student: 'sqrt(4)' },
      },
    ],
  },
  {
    label: about('Eenheden', 'Units'),
    tests: [
      {
        name: 'Units',
        about: about(
          'Een grootheid met eenheid; omrekenen mag.',
          'A quantity with its unit; converting is fine.',
        ),
        options: figures,
        example: { teacher: '25.0*m/s', student: '90.0*km/h', options: '3' },
      },
      {
        name: 'UnitsStrict',
        about: about('Precies deze eenheid.', 'Exactly this unit.'),
        options: figures,
        example: { teacher: '25.0*m/s', student: '90.0*km/h', options: '3' },
      },
      {
        name: 'UnitsRelative',
        about: about('Met eenheid, dichtbij als deel.', 'With a unit, close as a share.'),
        options: accuracy,
        example: { teacher: '9.81*m/s^2', student: '9.8*m/s^2', options: '0.01' },
      },
      {
        name: 'UnitsStrictRelative',
        about: about('Precies deze eenheid, dichtbij als deel.', 'Exactly this unit, close as a share.'),
        options: accuracy,
        example: { teacher: '9.81*m/s^2', student: '9.8*m/s^2', options: '0.01' },
      },
      {
        name: 'UnitsAbsolute',
        about: about(
          'Met eenheid, dichtbij met een vast verschil.',
          'With a unit, close by a fixed difference.',
        ),
        options: accuracy,
        example: { teacher: '9.81*m/s^2', student: '9.8*m/s^2', options: '0.05' },
      },
      {
        name: 'UnitsStrictAbsolute',
        about: about(
          'Precies deze eenheid, met een vast verschil.',
          'Exactly this unit, by a fixed difference.',
        ),
        options: accuracy,
        example: { teacher: '9.81*m/s^2', student: '9.8*m/s^2', options: '0.05' },
      },
    ],
  },
  {
    label: about('Redeneren in stappen', 'Reasoning in steps'),
    tests: [
      {
        name: 'Equiv',
        about: about('Volgt elke regel uit de vorige?', 'Does each line follow from the one before?'),
        example: {
          teacher: '[x = 2 or x = 3]',
          student: '[x^2 - 5*x + 6 = 0, (x - 2)*(x - 3) = 0, x = 2 or x = 3]',
        },
      },
      {
        name: 'EquivFirst',
        about: about(
          'Hetzelfde, en begint het met de opgave?',
          'The same, and does it begin with the question?',
        ),
        example: { teacher: '[2*x + 6 = 0]', student: '[2*x + 6 = 0, x = -3]' },
      },
    ],
  },
  {
    label: about('Tekst', 'Text'),
    tests: [
      {
        name: 'String',
        texts: true,
        about: about('Dezelfde tekst.', 'The same text.'),
        example: { teacher: '"Pythagoras"', student: '"pythagoras"' },
      },
      {
        name: 'StringSloppy',
        texts: true,
        about: about('Dezelfde tekst, op spaties na.', 'The same text, but for spaces.'),
        example: { teacher: '"schuine zijde"', student: '"schuine  zijde "' },
      },
      {
        name: 'Levenshtein',
        texts: true,
        about: about(
          'Lijkt het genoeg op een goede tekst, en niet op een foute?',
          'Is it near enough to a right text, and to no wrong one?',
        ),
        options: about('Hoe gelijk, van 0 tot 1', 'How alike, from 0 to 1'),
        example: { teacher: '[["hypotenusa"], ["radius"]]', student: '"hypothenusa"', options: '0.8' },
      },
      {
        name: 'SRegExp',
        texts: true,
        about: about('Een tekst naar een patroon.', 'A text by a pattern.'),
        example: { teacher: '"(lo|ho)rizont(aal|al)"', student: '"horizontaal"' },
      },
      {
        name: 'Validator',
        about: about('Doorstaat het antwoord een controle?', 'Does the answer pass a check?'),
        options: about(
          'De naam van een controle, zoals validate_all_one_letter_variables',
          'The name of a check, such as validate_all_one_letter_variables',
        ),
        example: { teacher: 'true', student: 'speed + x', options: 'validate_all_one_letter_variables' },
      },
    ],
  },
]

/** Every test. */
export const tests: TestInfo[] = groups.flatMap(group => group.tests)
