import { evaluate } from '../evaluate/complex.ts'
import { factor } from '../exact/factor.ts'
import {
  coefficients,
  generator,
  generatorsOf,
  multiply,
  negate,
  onePoly,
  type Poly,
  subtract,
  zeroPoly,
} from '../exact/polynomial.ts'
import { approximate, realRoots } from '../exact/real-roots.ts'
import type { Expr } from '../tree.ts'
import { exponential } from './exponential.ts'
import type { Field } from './field.ts'
import { type Fraction, minus, ofPoly, ofRational, plus, times } from './fraction.ts'
import { logarithm } from './logarithm.ts'
import { hasVariables } from './sign.ts'
import type { Settled } from './statements.ts'

/** A statement with its equations freed of logarithms and of square roots where that changes no solution; itself where nothing changes. */
export function released(field: Field, f: Settled): Settled {
  if (f.kind === 'and' || f.kind === 'or') {
    const parts = f.parts.map(part => released(field, part))
    return parts.every((part, k) => part === f.parts[k]) ? f : { kind: f.kind, parts }
  }
  if (f.kind !== 'atom' || f.relation !== '=') return f
  const value =
    withoutLogs(field, f.value, f.source) ?? withoutRoot(field, f.value) ?? withoutPowers(field, f.value)
  return value ? { kind: 'atom', relation: '=', value } : f
}

/** Σ nᵢ·ln fᵢ = c as Π fᵢ^nᵢ = e^c, where every real solution of the second solves the first. */
function withoutLogs(field: Field, { num }: Fraction, source: Expr | undefined): Fraction | null {
  let above: Fraction = ofPoly(onePoly)
  let below: Fraction = ofPoly(onePoly)
  let changing = false
  for (const { c, m } of num) {
    const kernel = m.length === 2 && m[1] === 1 ? field.at(m[0] ?? 0) : undefined
    if (m.length > 0 && kernel?.kind !== 'log') return null
    const argument = kernel?.argument ?? exponential(field, ofRational({ n: 1n, d: 1n }))
    if (kernel?.argument && hasVariables(field, kernel.argument)) changing = true
    const size = c < 0n ? -c : c
    if (size > 60n) return null
    for (let k = 0n; k < size; k++)
      if (c > 0n) above = times(above, argument, field.budget)
      else below = times(below, argument, field.budget)
  }
  if (!changing) return null
  const freed = subtract(
    multiply(above.num, below.den, field.budget),
    multiply(below.num, above.den, field.budget),
  )
  return everyRootSolves(field, freed, source ?? field.polyTree(num)) ? ofPoly(freed) : null
}

/** Whether the real zeros of a polynomial in one variable are zeros of what it came from. */
function everyRootSolves(field: Field, freed: Poly, tree: Expr): boolean {
  const used = generatorsOf(freed)
  const [g] = used
  if (g === undefined || used.length > 1) return used.length > 1
  const name = field.at(g).name
  if (name === undefined) return false
  return factor(freed, field.budget)
    .factors.flatMap(([part]) => realRoots(part, field.budget))
    .every(root => {
      const value = evaluate(
        tree,
        new Map([[name, { re: approximate(root, field.budget), im: 0 }]]),
        field.budget,
      )
      return value.error < 1e-6 && Math.hypot(value.re, value.im) < 1e-6
    })
}

/** c·e^u = d·e^v as u - v = ln(d/c), where c and d are above zero: powers of x in an exponent, as in 2^x = 8. */
function withoutPowers(field: Field, { num }: Fraction): Fraction | null {
  const [first, second] = num
  if (num.length !== 2 || first === undefined || second === undefined || first.c > 0n === second.c > 0n)
    return null
  const left = logOfTerm(field, first)
  const right = logOfTerm(field, second)
  return left && right ? field.settle(plus(left, minus(right), field.budget)) : null
}

/** ln of a term of numbers and exponentials, which are all above zero; null where there is more in it. */
function logOfTerm(field: Field, { c, m }: Poly[number]): Fraction | null {
  const size: Poly = [{ c: c < 0n ? -c : c, m }]
  const plain = m.every((g, k) => {
    const { kind, argument } = k % 2 === 0 ? field.at(g) : { kind: 'root', argument: undefined }
    return kind === 'exponential' || (kind === 'root' && argument === undefined)
  })
  return plain ? logarithm(field, ofPoly(size)) : null
}

/** A + B·√u = 0 as A² = B²·u, where A and B have opposite signs for all values that are assumed. */
function withoutRoot(field: Field, { num }: Fraction): Fraction | null {
  for (const g of generatorsOf(num)) {
    const { relation, kind } = field.at(g)
    if (kind !== 'root' || relation?.degree !== 2 || !hasVariables(field, ofPoly(generator(g)))) continue
    const parts = coefficients(num, g)
    const free = parts.get(0) ?? zeroPoly
    const factorOfRoot = parts.get(1) ?? zeroPoly
    const opposite =
      (field.isPositive(free) && field.isPositive(negate(factorOfRoot))) ||
      (field.isPositive(negate(free)) && field.isPositive(factorOfRoot))
    if (!opposite) continue
    const square = multiply(multiply(factorOfRoot, factorOfRoot, field.budget), relation.value, field.budget)
    return ofPoly(field.reduce(subtract(multiply(free, free, field.budget), square)))
  }
  return null
}
