import { factor } from '../exact/factor.ts'
import { squareFree } from '../exact/gcd.ts'
import {
  coefficients,
  constant,
  constantOf,
  divideByNumber,
  generator,
  generatorsOf,
  isConstant,
  key,
  leadingSign,
  multiply,
  onePoly,
  type Poly,
  power,
} from '../exact/polynomial.ts'
import { op } from '../tree.ts'
import { exponential, exponentOf, mayBeComplex, realExponent } from './exponential.ts'
import type { Field } from './field.ts'
import { type Fraction, inverse, isNil, minus, ofPoly, plus, scaled, times } from './fraction.ts'
import { contentOf } from './parts.ts'
import { rationalPower, wholePower } from './powers.ts'
import { signOf } from './sign.ts'

/** |u|: a product over the factors of u, where what is never below zero stands without bars. */
export function absolute(field: Field, u: Fraction): Fraction {
  const value = field.canonical(u)
  if (mayBeComplex(field, value)) return modulus(field, value)
  const above = ofPolynomial(field, value.num)
  const below = ofPolynomial(field, value.den)
  return field.settle(times({ num: above, den: onePoly }, { num: onePoly, den: below }, field.budget))
}

/** The size of what holds turns: that of every factor by itself where that can be told. */
function modulus(field: Field, value: Fraction): Fraction {
  const above = sizeOfTurning(field, value.num)
  const below = sizeOfTurning(field, value.den)
  return field.settle(times(above, inverse(below), field.budget))
}

/** p·p̄ for every square in it, 1 for a turn by itself, and bars round the rest. */
function sizeOfTurning(field: Field, p: Poly): Fraction {
  const number = contentOf(p)
  let result = ofPoly(constant(number < 0n ? -number : number))
  let rest: Poly = onePoly
  const factors = factorsIn(field, divideByNumber(p, number || 1n))
  const exponent = realExponent(field, factors)
  if (exponent) result = times(result, exponential(field, exponent), field.budget)
  for (const [part, count] of factors) {
    if (exponent && exponentOf(field, part)) continue
    if (!mayBeComplex(field, ofPoly(part)))
      result = times(result, ofPoly(ofFactor(field, part, count)), field.budget)
    else if (!isTurn(field, part)) {
      const square = times(ofPoly(part), field.conjugate(ofPoly(part)), field.budget)
      result = times(result, wholePower(field, square, BigInt(count >> 1)), field.budget)
      if (count % 2 === 0) continue
      const real = realTurn(field, ofPoly(part))
      if (real) result = times(result, barsRound(field, real), field.budget)
      else rest = multiply(rest, part, field.budget)
    }
  }
  return field.settle(
    isConstant(rest) ? result : times(result, rootOfSize(field, ofPoly(rest)), field.budget),
  )
}

/** Whether it is a root of unity or a rotation, which has size 1. */
export function isTurn(field: Field, p: Poly): boolean {
  const [g, ...more] = generatorsOf(p)
  if (g === undefined || more.length > 0 || p.length > 1) return false
  return field.at(g).kind === 'unity' || field.at(g).kind === 'rotation'
}

/** The factors of a polynomial, or where that is too much those of different multiplicity. */
export function factorsIn(field: Field, p: Poly): [Poly, number][] {
  const found = field.budget.attempt(0.2, budget => [...factor(p, budget).factors])
  return found ?? squareFree(p, field.budget)
}

/** √(u·ū); of what is real or imaginary but written with turns, such as a sine, the bars stay. */
function rootOfSize(field: Field, value: Fraction): Fraction {
  const real = realTurn(field, value)
  if (real) return barsRound(field, real)
  const centred = centre(field, value)
  const conjugate = field.conjugate(centred)
  return rationalPower(field, field.canonical(times(centred, conjugate, field.budget)), { n: 1n, d: 2n })
}

/** A real value of the same size as one that is written with turns, such as 2·sin x for e^(2ix) - 1; null where there is none. */
export function realTurn(field: Field, value: Fraction): Fraction | null {
  const centred = centre(field, value)
  const conjugate = field.conjugate(centred)
  if (same(field, conjugate, centred)) return centred
  const i = field.unity({ n: 1n, d: 4n })
  return i && same(field, conjugate, minus(centred)) ? field.canonical(times(centred, i, field.budget)) : null
}

/** A value turned so that the exponents of every rotation lie evenly round zero; its size stays what it is. */
function centre(field: Field, value: Fraction): Fraction {
  let result = value
  for (const g of new Set([...generatorsOf(value.num), ...generatorsOf(value.den)])) {
    if (field.at(g).kind !== 'rotation') continue
    const shift = middle(result.den, g) - middle(result.num, g)
    if (Number.isInteger(shift)) result = field.settle(times(result, field.power(g, shift), field.budget))
  }
  return field.canonical(result)
}

/** Halfway between the lowest and the highest exponent of a generator. */
function middle(p: Poly, g: number): number {
  const exponents = [...coefficients(p, g).keys()]
  return (Math.min(...exponents) + Math.max(...exponents)) / 2
}

function same(field: Field, a: Fraction, b: Fraction): boolean {
  return isNil(field.settle(plus(a, minus(b), field.budget)))
}

/** |u| for a real u that is kept whole. */
function barsRound(field: Field, u: Fraction): Fraction {
  if (isNil(u)) return u
  const value = field.canonical(u)
  const sign = signOf(field, value)
  if (sign !== 0) return sign > 0 ? value : minus(value)
  const size = leadingSign(value.num) < 0 ? minus(value) : value
  return field.opaque('abs', [size], op('abs', field.treeOf(size)))
}

function ofPolynomial(field: Field, p: Poly): Poly {
  const number = constantOf(p)
  if (number !== null) return [{ c: number < 0n ? -number : number, m: [] }]
  const size = contentOf(p)
  const parts = factorsIn(field, divideByNumber(p, size))
  let result: Poly = [{ c: size < 0n ? -size : size, m: [] }]
  for (const [part, count] of parts) result = multiply(result, ofFactor(field, part, count), field.budget)
  return result
}

function ofFactor(field: Field, p: Poly, count: number): Poly {
  if (field.isPositive(p, false) || count % 2 === 0) return power(p, count, field.budget)
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
