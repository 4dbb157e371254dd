import { evaluate } from '../evaluate/complex.ts'
import type { Field } from './field.ts'
import { type Fraction, rationalOf } from './fraction.ts'

/** The sign of a value without variables, as far as doubles can tell for sure; 0 where it is not known. */
export function signOf(field: Field, a: Fraction): -1 | 0 | 1 {
  const known = rationalOf(a)
  if (known) return known.n > 0n ? 1 : known.n < 0n ? -1 : 0
  if (hasVariables(field, a)) return 0
  const value = evaluate(field.treeOf(a), new Map(), field.budget)
  if (!(value.error < Math.abs(value.re)) || Math.abs(value.im) > value.error) return 0
  return value.re > 0 ? 1 : -1
}

/** Whether a value depends on anything that is not a fixed number. */
export function hasVariables(field: Field, a: Fraction): boolean {
  return [...a.num, ...a.den].some(({ m }) => m.some((g, k) => k % 2 === 0 && depends(field, g)))
}

function depends(field: Field, g: number): boolean {
  const { kind, name = '', argument, args } = field.at(g)
  if (kind === 'variable') return name !== 'pi'
  // What an unknown function gives for a number is as free as a variable.
  if (kind === 'function')
    return !(known.has(name) || name.startsWith('turn')) || (args ?? []).some(arg => hasVariables(field, arg))
  return argument !== undefined && hasVariables(field, argument)
}

const known: ReadonlySet<string> = new Set(
  '^ abs exp atan asin factorial floor ceiling round gcd lcm mod'.split(' '),
)
