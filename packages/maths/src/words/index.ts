import type { Reason } from '../verdict.ts'
import { texts as assoc } from './assoc.ts'
import { texts as casEqual } from './cas-equal.ts'
import { texts as completeSquare } from './complete-square.ts'
import { texts as digits } from './digits.ts'
import { texts as equality } from './equality.ts'
import { texts as expanded } from './expanded.ts'
import { texts as factored } from './factored.ts'
import { texts as fractions } from './fractions.ts'
import { texts as literal } from './literal.ts'
import { texts as logic } from './logic.ts'
import { texts as lowestTerms } from './lowest-terms.ts'
import { mistakeTexts } from './mistakes.ts'
import { texts as numeric } from './numeric.ts'
import { texts as order } from './order.ts'
import { problemTexts } from './problems.ts'
import { texts as sameType, sorts } from './same-type.ts'
import { texts as steps } from './steps.ts'
import { texts as substitution } from './substitution.ts'
import { texts as symbolic } from './symbolic.ts'
import { texts as wordTexts } from './texts.ts'
import { texts as units } from './units.ts'
import { texts as validator } from './validator.ts'

/** A sentence, or a word in one, in both languages. */
type Both = { readonly nl: string; readonly en: string }

/** Why, by the code of the reason. `{…}` stands for data of the reason. */
export const reasonTexts: Readonly<Record<string, Both>> = {
  ...assoc,
  ...casEqual,
  ...completeSquare,
  ...digits,
  ...equality,
  ...expanded,
  ...factored,
  ...fractions,
  ...literal,
  ...logic,
  ...lowestTerms,
  ...numeric,
  ...order,
  ...sameType,
  ...steps,
  ...substitution,
  ...symbolic,
  ...wordTexts,
  ...units,
  ...validator,
}

/** The sentence of a reason. */
export function reasonSentence({ code, data = {} }: Reason, language: 'nl' | 'en'): string {
  const sentence = own(reasonTexts, code)?.[language] ?? code
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => word(name, data[name] ?? '', data, language))
}

// Kinds of things, and what is wrong with what was typed, are said in the language of the reader; the rest is mathematics.
function word(
  name: string,
  value: string,
  data: Readonly<Record<string, string>>,
  language: 'nl' | 'en',
): string {
  if (name === 'mistake') return own(mistakeTexts, value)?.[language] ?? value
  const problem = name === 'problem' ? own(problemTexts, value) : undefined
  if (problem !== undefined)
    return problem[language].replace(/\{(\w+)\}/g, (_, inner: string) => data[inner] ?? '…')
  return (name === 'answer' || name === 'target' ? own(kinds, value)?.[language] : undefined) ?? value
}

const kinds: Readonly<Record<string, Both>> = { ...sorts, statement: { nl: 'uitspraak', en: 'statement' } }

function own(texts: Readonly<Record<string, Both>>, key: string): Both | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}
