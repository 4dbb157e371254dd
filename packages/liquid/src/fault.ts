import type { Text } from '@helder/words'

/** What is wrong in a template, and where: line and column count from 1. */
export interface TemplateProblem {
  path: string
  line: number
  column: number
  message: Text
}

/** A template that can't be read or rendered. */
export class TemplateFault extends Error {
  readonly problem: TemplateProblem

  constructor(problem: TemplateProblem) {
    super(problem.message.en)
    this.name = 'TemplateFault'
    this.problem = problem
  }
}
