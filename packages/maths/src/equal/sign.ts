import { evaluate } from '../evaluate/complex.ts'
import { generator, generatorsOf, type Poly } from '../exact/polynomial.ts'
import type { Field } from './field.ts'
import { type Fraction, ofPoly, rationalOf } from './fraction.ts'

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

/** What holds no variables in each product of generators that do, by the text of that product. */
export function constantCoefficients(field: Field, p: Poly): Map<string, Poly> {
  const groups = new Map<string, Poly[number][]>()
  const fixed = new Map(generatorsOf(p).map(g => [g, !hasVariables(field, ofPoly(generator(g)))]))
  for (const { c, m } of p) {
    const inside: number[] = []
    const outside: number[] = []
    for (let k = 0; k < m.length; k += 2)
      (fixed.get(m[k] ?? 0) ? inside : outside).push(m[k] ?? 0, m[k + 1] ?? 0)
    const group = groups.get(outside.join())
    if (group) group.push({ c, m: inside })
    else groups.set(outside.join(), [{ c, m: inside }])
  }
  return groups
}
