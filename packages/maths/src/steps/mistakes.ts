import { mistakeTexts } from '../words/mistakes.ts'
import { examples } from './rules/examples.ts'
import { type Rule, rules } from './rules/index.ts'

/** A mistake with all that is known about it. */
export interface Mistake extends Rule {
  readonly nl: string
  readonly en: string
  readonly example: readonly [before: string, after: string]
  readonly nearMiss: readonly [before: string, after: string]
}

/** Every mistake that is recognised, with its texts and its examples; a list to show, which judging does without. */
export const mistakes: readonly Mistake[] = rules.flatMap(rule => {
  const [said, shown] = [mistakeTexts[rule.name], examples[rule.name]]
  return said && shown ? [{ ...rule, ...said, ...shown }] : []
})
