import { printLatex } from '../../packages/maths/src/print/latex.ts'
import { readMaxima } from '../../packages/maths/src/read/maxima.ts'
import type { Case } from './cases.ts'

const plainFunctions = /^(sin|cos|tan|cot|sec|csc|asin|acos|atan|sinh|cosh|tanh|sqrt|abs|exp|ln|log)$/

/**
 * Whether every checker can be asked whether these are equal: two expressions with nothing but arithmetic and the
 * functions that all of them have, and no relations, lists, sets, matrices, texts or functions of an author.
 */
export function isScalar({ test, student, teacher, expected, quirk }: Case): boolean {
  return test === 'AlgEquiv' && expected !== -1 && quirk === undefined && [student, teacher].every(isPlain)
}

function isPlain(maxima: string): boolean {
  if (
    !/^[\w\s+\-*/^().%!]+$/.test(maxima) ||
    /\b(and|or|not|nounand|nounor|inf|minf|true|false|all|none)\b/.test(maxima)
  )
    return false
  return [...maxima.matchAll(/([A-Za-z]\w*)\s*\(/g)].every(([, name = '']) => plainFunctions.test(name))
}

/** Maxima's notation of a plain expression as most others read it. */
export function asPlainText(maxima: string): string {
  return maxima.replace(/%(?=pi|e|i)/g, '').replace(/\blog\s*\(/g, 'ln(')
}

/** Maxima's notation of a plain expression as LaTeX; null where our own reader can't read it. */
export function asLatex(maxima: string): string | null {
  const read = readMaxima(maxima)
  return read.ok ? printLatex(read.tree) : null
}
