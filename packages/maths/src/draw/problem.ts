/** What is wrong with a specification of variables, and on which line; a sentence comes from `drawSentence`. */
export interface DrawProblem {
  readonly code: DrawProblemCode
  /** From 1; 0 where it is about no single line. */
  readonly line: number
  readonly data: Readonly<Record<string, string>>
}

export type DrawProblemCode = keyof typeof texts

/** Thrown within this folder; its doors give the problem back. */
export class DrawError extends Error {
  override readonly name = 'DrawError'
  readonly problem: DrawProblem

  constructor(code: DrawProblemCode, data: Readonly<Record<string, string>> = {}, line = 0) {
    super(code)
    this.problem = { code, line, data }
  }
}

/** What is wrong, in words: what happened, why and what to do. */
export function drawSentence({ code, line, data }: DrawProblem, language: 'nl' | 'en'): string {
  const sentence = texts[code][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => data[name] ?? data[`${name}_${language}`] ?? '',
  )
  if (line === 0) return sentence
  return language === 'nl' ? `Regel ${line}: ${sentence}` : `Line ${line}: ${sentence}`
}

const texts = {
  tooLong: {
    nl: 'Dit is te lang: hoogstens {most} tekens en {lines} regels.',
    en: 'This is too long: at most {most} characters and {lines} lines.',
  },
  tooMany: {
    nl: 'Dit zijn meer dan {most} variabelen. Gebruik er minder.',
    en: 'These are more than {most} variables. Use fewer.',
  },
  notRead: { nl: '‘{text}’ is niet te lezen. {why}', en: '‘{text}’ can’t be read. {why}' },
  noName: {
    nl: '‘{name}’ kan geen naam van een variabele zijn. Begin met een letter, en gebruik geen naam van een functie.',
    en: '‘{name}’ can’t be the name of a variable. Begin with a letter, and use no name of a function.',
  },
  twice: {
    nl: '{name} heeft al waarden. Kies een andere naam, of voeg deze regels samen.',
    en: '{name} has values already. Choose another name, or join these lines.',
  },
  noRange: {
    nl: 'Achter ‘in’ hoort een bereik zoals -5..5, of een lijst zoals {2, 3, 5}.',
    en: 'Behind ‘in’ goes a range such as -5..5, or a list such as {2, 3, 5}.',
  },
  notNumber: { nl: '{text} is geen getal.', en: '{text} is no number.' },
  emptyRange: {
    nl: 'Van {from} tot {to} met stappen van {step} is er geen waarde. Zet de kleinste eerst, met een stap boven nul.',
    en: 'From {from} to {to} in steps of {step} there is no value. Put the smallest first, with a step above zero.',
  },
  hugeRange: {
    nl: 'Dit bereik heeft meer dan negen biljard waarden. Kies een kleiner bereik.',
    en: 'This range has more than nine quadrillion values. Choose a smaller one.',
  },
  noVariables: {
    nl: 'Er is nog geen variabele. Schrijf bijvoorbeeld: a in 1..10.',
    en: 'There is no variable yet. Write for example: a in 1..10.',
  },
  unknownName: {
    nl: '{name} heeft geen waarden. Geef ze op een regel hierboven, bijvoorbeeld: {name} in 1..10.',
    en: '{name} has no values. Give them on a line above, for example: {name} in 1..10.',
  },
  notCondition: {
    nl: '‘{text}’ is waar noch onwaar. Schrijf een voorwaarde zoals a != 0.',
    en: '‘{text}’ is neither true nor false. Write a condition such as a != 0.',
  },
  wrongKind: {
    nl: '{name} kan niet met {value} rekenen: dat is geen exact getal.',
    en: '{name} can’t work with {value}: that is no exact number.',
  },
  wrongCount: {
    nl: '{name} krijgt te veel of te weinig waarden.',
    en: '{name} is given too many or too few values.',
  },
  notWhole: {
    nl: '{name} werkt alleen met gehele getallen, niet met {value}.',
    en: '{name} works with whole numbers only, not with {value}.',
  },
  tooLarge: {
    nl: 'Bij {name} worden de getallen te groot om exact mee te rekenen.',
    en: 'At {name} the numbers become too large to work with exactly.',
  },
  none: {
    nl: 'Geen enkele variant voldoet aan ‘{conditions}’. Maak het bereik groter, of de voorwaarde minder streng.',
    en: 'No variant satisfies ‘{conditions}’. Widen the range, or relax the condition.',
  },
  noneTogether: {
    nl: 'Geen enkele variant voldoet tegelijk aan {conditions_nl}. Laat er een weg, of maak het bereik groter.',
    en: 'No variant satisfies {conditions_en} together. Leave one out, or widen the range.',
  },
  tooRare: {
    nl: 'In {tries} pogingen is geen variant gevonden die aan alle voorwaarden voldoet. Maak het bereik van de variabelen kleiner, zodat alle varianten na te gaan zijn.',
    en: 'In {tries} tries no variant was found that satisfies all conditions. Narrow the ranges, so that every variant can be gone through.',
  },
  noIndex: {
    nl: 'Variant {index} is er niet: er zijn er {count}, geteld vanaf 0.',
    en: 'There is no variant {index}: there are {count}, counted from 0.',
  },
  notCounted: {
    nl: 'Er zijn te veel varianten om ze te nummeren. Maak het bereik van de variabelen kleiner.',
    en: 'There are too many variants to number them. Narrow the ranges.',
  },
} satisfies Record<string, { nl: string; en: string }>
