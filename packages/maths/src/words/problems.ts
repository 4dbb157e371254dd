import type { Problem, ProblemCode } from '../read/problem.ts'

/** The sentence of a problem: where it is, and what to do. */
export function sentence(problem: Problem, language: 'nl' | 'en'): string {
  return problemTexts[problem.code][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => problem.data[name] ?? '',
  )
}

/** The sentences, by code. `{…}` stands for data of the problem. */
export const problemTexts: Readonly<Record<ProblemCode, { readonly nl: string; readonly en: string }>> = {
  empty: { nl: 'Er staat nog niets. Typ een antwoord.', en: 'There is nothing here yet. Type an answer.' },
  tooLong: {
    nl: 'Dit is te lang. Gebruik hoogstens {most} tekens.',
    en: 'This is too long. Use at most {most} characters.',
  },
  tooDeep: {
    nl: 'Hier zitten te veel haakjes of bewerkingen in elkaar, meer dan {most}. Schrijf het korter.',
    en: 'Too many brackets or operations are inside each other here, more than {most}. Write it shorter.',
  },
  tooLarge: {
    nl: 'Dit zijn te veel onderdelen, meer dan {most}. Schrijf het korter.',
    en: 'This has too many parts, more than {most}. Write it shorter.',
  },
  character: {
    nl: 'Het teken {character} kan hier niet worden gelezen. Haal het weg of schrijf het anders.',
    en: 'The character {character} cannot be read here. Remove it or write it differently.',
  },
  missingClose: {
    nl: 'Hier mist een haakje sluiten: {close} hoort bij {open}. Zet het erbij.',
    en: 'A closing bracket is missing here: {close} belongs to {open}. Add it.',
  },
  missingOpen: {
    nl: 'Bij dit haakje {close} hoort een haakje openen dat er niet staat. Zet het erbij, of haal dit haakje weg.',
    en: 'This bracket {close} has no opening bracket. Add one, or remove this bracket.',
  },
  wrongClose: {
    nl: 'Hier staat {found}, maar het haakje {open} sluit je met {close}.',
    en: 'Here is {found}, but the bracket {open} is closed by {close}.',
  },
  missingBar: {
    nl: 'Hier mist een streep | om de absolute waarde af te sluiten. Zet die erbij, of schrijf abs(…).',
    en: 'A bar | to close the absolute value is missing here. Add it, or write abs(…).',
  },
  missingOperand: {
    nl: 'Bij {sign} mist een getal of letter. Vul die in, of haal {sign} weg.',
    en: 'A number or letter is missing at {sign}. Fill it in, or remove {sign}.',
  },
  unfinished: {
    nl: 'Hier houdt het te vroeg op: na {sign} moet nog iets komen.',
    en: 'This ends too early: something has to follow {sign}.',
  },
  missingOperator: {
    nl: 'Voor {found} mist een bewerking, zoals * of +. Zet die erbij.',
    en: 'An operation such as * or + is missing before {found}. Add it.',
  },
  emptyBrackets: {
    nl: 'Tussen deze haakjes staat niets. Vul ze in of haal ze weg.',
    en: 'There is nothing between these brackets. Fill them in or remove them.',
  },
  comma: {
    nl: 'Een komma kan hier niet. Schrijf een kommagetal met een punt (0.5), en zet een rij tussen haakjes: [a, b].',
    en: 'A comma cannot be here. Write a decimal number with a point (0.5), and put a list between brackets: [a, b].',
  },
  decimalOrList: {
    nl: 'Is deze komma een decimaalteken of scheidt hij twee getallen? Scheid getallen met een puntkomma (1; 5), of schrijf een kommagetal met een punt (1.5).',
    en: 'Is this comma a decimal sign, or does it separate two numbers? Separate numbers by a semicolon (1; 5), or write a decimal number with a point (1.5).',
  },
  decimalSigns: {
    nl: 'Hier staan een punt en een komma in één getal. Schrijf het zonder teken voor duizendtallen.',
    en: 'There are a point and a comma in one number. Write it without a sign for thousands.',
  },
  separator: {
    nl: 'Hier staat {found} tussen stukken die niet in een rij staan. Zet een rij tussen haakjes.',
    en: 'Here {found} stands between parts that are not in a list. Put a list between brackets.',
  },
  backwards: { nl: 'Schrijf {better} in plaats van {found}.', en: 'Write {better} instead of {found}.' },
  operator: {
    nl: 'Het teken {found} wordt hier niet gebruikt. Schrijf {better}.',
    en: 'The sign {found} is not used here. Write {better}.',
  },
  unknownSign: {
    nl: 'Het teken {found} kan hier niet staan. Haal het weg.',
    en: 'The sign {found} cannot stand here. Remove it.',
  },
  quote: {
    nl: 'Deze tekst is niet afgesloten. Zet een aanhalingsteken aan het eind.',
    en: 'This text is not closed. Put a quotation mark at its end.',
  },
  comment: {
    nl: 'Deze opmerking is niet afgesloten. Zet */ aan het eind.',
    en: 'This comment is not closed. Put */ at its end.',
  },
  apostrophe: {
    nl: 'Een apostrof kan hier niet. Schrijf een afgeleide als diff(y, x).',
    en: 'An apostrophe cannot be here. Write a derivative as diff(y, x).',
  },
  nameCase: {
    nl: 'Schrijf {better} met kleine letters in plaats van {found}.',
    en: 'Write {better} in lower case instead of {found}.',
  },
  argumentMissing: {
    nl: 'Waarvan neem je {name}? Schrijf bijvoorbeeld {name}(x).',
    en: 'What is {name} taken of? Write {name}(x), for example.',
  },
  argumentCount: {
    nl: 'Bij {name} horen {expected} getallen of letters tussen de haakjes, en hier staan er {found}.',
    en: '{name} takes {expected} numbers or letters between its brackets, and here are {found}.',
  },
  number: {
    nl: 'Dit getal is te groot of te klein om te lezen. Schrijf het anders.',
    en: 'This number is too large or too small to read. Write it differently.',
  },
  statements: {
    nl: 'Hier begint een tweede opdracht. Geef er één tegelijk.',
    en: 'A second statement begins here. Give one at a time.',
  },
  mixedNumber: {
    nl: 'Een gemengd getal is een geheel getal met een breuk van gehele getallen: 4 1/2.',
    en: 'A mixed number is a whole number with a fraction of whole numbers: 4 1/2.',
  },
  command: {
    nl: 'De opdracht {found} is niet bekend. Schrijf het anders.',
    en: 'The command {found} is not known. Write it differently.',
  },
  unknownFunction: {
    nl: 'De functie {found} is niet bekend. Schrijf {found}*(…) als je vermenigvuldigt.',
    en: 'The function {found} is not known. Write {found}*(…) if you multiply.',
  },
  thousands: {
    nl: 'Is dit duizendtallen of een kommagetal? Schrijf {found} zonder punt, of met een komma.',
    en: 'Does this mean thousands or a decimal number? Write {found} without the point, or with a comma.',
  },
  numbered: {
    nl: '{name} is gelezen als een letter met een volgnummer. Schrijf een macht met ^ en een product met *.',
    en: '{name} was read as a letter with a number. Write a power with ^ and a product with *.',
  },
  interval: {
    nl: 'Een interval heeft twee grenzen, met een puntkomma ertussen: <1; 5].',
    en: 'An interval has two ends, with a semicolon between them: <1; 5].',
  },
  superscript: {
    nl: 'Deze macht kan niet worden gelezen. Schrijf hem met ^: x^(…).',
    en: 'This power cannot be read. Write it with ^: x^(…).',
  },
  incomplete: {
    nl: 'Hier is nog een leeg vak. Vul het in of haal het weg.',
    en: 'There is an empty box here. Fill it in or remove it.',
  },
  ambiguous: {
    nl: 'Dit is gelezen als {taken}. Zet haakjes als je iets anders bedoelt.',
    en: 'This was read as {taken}. Add brackets where you mean something else.',
  },
}
