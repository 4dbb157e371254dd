import { check } from '../src/index.ts'
import type { Verdict } from '../src/verdict.ts'

/** A verdict, and how many milliseconds it took. */
export interface Judged {
  verdict: Verdict
  ms: number
}

/** Checks an answer, as any program does with the package. */
export function judge(question: Parameters<typeof check>[0]): Judged {
  const began = performance.now()
  const verdict = check(question)
  return { verdict, ms: performance.now() - began }
}
