import { factor } from '../exact/factor.ts'
import { squareFree } from '../exact/gcd.ts'
import {
  constantOf,
  divideByNumber,
  generator,
  key,
  multiply,
  onePoly,
  type Poly,
  power,
} from '../exact/polynomial.ts'
import { op } from '../tree.ts'
import { mayBeComplex } from './exponential.ts'
import type { Field } from './field.ts'
import { type Fraction, ofPoly, plus, scaled, times } from './fraction.ts'
import { contentOf } from './parts.ts'
import { rationalPower } from './powers.ts'
import { signOf } from './sign.ts'

/** |u|: a product over the factors of u, where what is never below zero stands without bars. */
export function absolute(field: Field, u: Fraction): Fraction {
  const value = field.canonical(u)
  if (mayBeComplex(field, value)) return modulus(field, value)
  const above = ofPolynomial(field, value.num)
  const below = ofPolynomial(field, value.den)
  return field.settle(times({ num: above, den: onePoly }, { num: onePoly, den: below }, field.budget))
}

/** √(u·ū), unless the imaginary part turns out to be nothing. */
function modulus(field: Field, value: Fraction): Fraction {
  const conjugate = field.conjugate(value)
  const square = field.canonical(times(value, conjugate, field.budget))
  return rationalPower(field, square, { n: 1n, d: 2n })
}

function ofPolynomial(field: Field, p: Poly): Poly {
  const number = constantOf(p)
  if (number !== null) return [{ c: number < 0n ? -number : number, m: [] }]
  const size = contentOf(p)
  const primitive = divideByNumber(p, size)
  const parts =
    field.budget.attempt(0.2, budget => factor(primitive, budget).factors) ??
    squareFree(primitive, field.budget)
  let result: Poly = [{ c: size < 0n ? -size : size, m: [] }]
  for (const [part, count] of parts) result = multiply(result, ofFactor(field, part, count), field.budget)
  return result
}

function ofFactor(field: Field, p: Poly, count: number): Poly {
  if (field.isPositive(p) || count % 2 === 0) return power(p, count, field.budget)
  const sign = signOf(field, ofPoly(p))
  if (sign !== 0) return sign > 0 ? power(p, count, field.budget) : minusPower(field, p, count)
  return multiply(power(p, count - 1, field.budget), bars(field, p), field.budget)
}

function minusPower(field: Field, p: Poly, count: number): Poly {
  return multiply([{ c: -1n, m: [] }], power(p, count, field.budget), field.budget)
}

function bars(field: Field, p: Poly): Poly {
  const g = field.kernel(`a:${key(p)}`, () => ({
    kind: 'abs',
    tree: op('abs', field.polyTree(p)),
    relation: { degree: 2, value: field.reduce(power(p, 2, field.budget)) },
    argument: ofPoly(p),
  }))
  return generator(g)
}

/** The largest or smallest of two values: half of a + b ± |a - b|. */
export function extreme(field: Field, a: Fraction, b: Fraction, largest: boolean): Fraction {
  const apart = absolute(field, plus(a, scaled(b, { n: -1n, d: 1n }), field.budget))
  const both = plus(
    plus(a, b, field.budget),
    largest ? apart : scaled(apart, { n: -1n, d: 1n }),
    field.budget,
  )
  return scaled(both, { n: 1n, d: 2n })
}
