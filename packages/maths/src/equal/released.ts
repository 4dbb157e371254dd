import { evaluate } from '../evaluate/complex.ts'
import { factor } from '../exact/factor.ts'
import {
  coefficients,
  degree,
  generator,
  generatorsOf,
  multiply,
  negate,
  onePoly,
  type Poly,
  subtract,
  zeroPoly,
} from '../exact/polynomial.ts'
import { ratio } from '../exact/rational.ts'
import { approximate, realRoots } from '../exact/real-roots.ts'
import { type Expr, isOp, nodes, variables } from '../tree.ts'
import { exponential } from './exponential.ts'
import type { Field } from './field.ts'
import { type Fraction, inverse, minus, ofPoly, ofRational, plus, scaled, times } from './fraction.ts'
import { logarithm } from './logarithm.ts'
import { hasVariables, signOf } from './sign.ts'
import type { Settled } from './statements.ts'

/** A statement with its equations freed of logarithms and of square roots where that changes no solution; itself where nothing changes. */
export function released(field: Field, f: Settled): Settled {
  if (f.kind === 'and' || f.kind === 'or') {
    const parts = f.parts.map(part => released(field, part))
    return parts.every((part, k) => part === f.parts[k]) ? f : { kind: f.kind, parts }
  }
  if (f.kind !== 'atom') return f
  if (f.relation === '<' || f.relation === '<=') return releasedInequality(field, f.relation, f.value) ?? f
  if (f.relation !== '=') return f
  const value =
    withoutLogs(field, f.value, f.source) ??
    withoutLogOfRest(field, f.value) ??
    withoutRoot(field, f.value) ??
    withoutPowers(field, f.value) ??
    factorByFactor(field, f.value, f.source)
  return value ? { kind: 'atom', relation: '=', value } : f
}

function logsIn(e: Expr): Expr[] {
  return [...nodes(e)].filter(node => isOp(node, 'ln') || isOp(node, 'log'))
}

/** Whether the argument of a logarithm is a sum of variables times numbers. */
function isOfLinear(log: Expr): boolean {
  const [argument] = log.kind === 'op' ? log.args : []
  if (argument === undefined) return false
  return [...nodes(argument)].every(node => {
    if (node.kind !== 'op' || node.op === '+' || node.op === '-') return true
    const changing = node.args.filter(part => variables(part).length > 0).length
    return changing === 0 || (node.op === '*' && changing === 1)
  })
}

/** ln f + rest = 0 as f = e^(-rest): the only logarithm, to the first power, of what is then above zero by itself. */
function withoutLogOfRest(field: Field, { num }: Fraction): Fraction | null {
  const ofLogs = num.filter(({ m }) =>
    m.some((g, k) => k % 2 === 0 && field.at(g).kind === 'log' && hasVariables(field, ofPoly(generator(g)))),
  )
  const [term, ...more] = ofLogs
  const [g = -1, count] = term?.m ?? []
  const { argument } = g < 0 ? {} : field.at(g)
  if (term === undefined || more.length > 0 || term.m.length !== 2 || count !== 1 || !argument) return null
  const rest = scaled(ofPoly(num.filter(other => other !== term)), ratio(-1n, term.c))
  return field.settle(plus(argument, minus(exponential(field, rest)), field.budget))
}

/** An inequality freed of logarithms or powers, which rise: ln f < c says that 0 < f < e^c, and 2^u < 2^v that u < v. */
function releasedInequality(field: Field, relation: '<' | '<=', value: Fraction): Settled | null {
  const below = ofPoly(value.den)
  if (!field.isPositive(value.den) && (hasVariables(field, below) || signOf(field, below) <= 0)) return null
  const single = oneLog(field, value.num)
  const sides = single ? null : powersOfLogs(field, value.num)
  if (single) {
    const first = ordered(field, relation, single.value)
    return single.isAbove ? first : { kind: 'and', parts: [first, isAbove(single.of)] }
  }
  if (sides) {
    const first = ordered(field, relation, plus(sides.above, minus(sides.below), field.budget))
    return { kind: 'and', parts: [first, ...sides.arguments.map(isAbove)] }
  }
  const apart = withoutPowers(field, value)
  if (apart === null) return null
  return ordered(field, relation, (value.num[0]?.c ?? 0n) > 0n ? apart : minus(apart))
}

function isAbove(of: Fraction): Settled {
  return { kind: 'atom', relation: '<', value: minus(of) }
}

/** An inequality divided by the size of the fixed number that something in it is multiplied by. */
function ordered(field: Field, relation: '<' | '<=', value: Fraction): Settled {
  const groups = new Map<string, Poly>()
  for (const { c, m } of value.num) {
    const inside: number[] = []
    const outside: number[] = []
    for (let k = 0; k < m.length; k += 2)
      (hasVariables(field, ofPoly(generator(m[k] ?? 0))) ? outside : inside).push(m[k] ?? 0, m[k + 1] ?? 0)
    const name = outside.join()
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), { c, m: inside }])
  }
  const factor = groups.get([...groups.keys()].sort().at(-1) ?? '')
  const sign = factor ? signOf(field, ofPoly(factor)) : 0
  if (factor === undefined || sign === 0) return { kind: 'atom', relation, value }
  const size = sign < 0 ? minus(ofPoly(factor)) : ofPoly(factor)
  return {
    kind: 'atom',
    relation,
    value: field.settle(times(ofPoly(value.num), inverse(size), field.budget)),
  }
}

/** n·ln f + c as f - e^(-c/n), or turned where n is below zero; null where there is more than one logarithm, or none. */
function oneLog(field: Field, num: Poly): { value: Fraction; of: Fraction; isAbove: boolean } | null {
  const changing = num.filter(({ m }) =>
    m.some((g, k) => k % 2 === 0 && hasVariables(field, ofPoly(generator(g)))),
  )
  const [term] = changing
  const { kind, argument } = term?.m.length === 2 && term.m[1] === 1 ? field.at(term.m[0] ?? 0) : {}
  if (term === undefined || changing.length > 1 || kind !== 'log' || argument === undefined) return null
  const rest = num.filter(other => other !== term)
  const bound = exponential(field, field.settle(scaled(ofPoly(rest), ratio(-1n, term.c))))
  const apart = plus(argument, minus(bound), field.budget)
  return { value: term.c > 0n ? apart : minus(apart), of: argument, isAbove: term.c < 0n }
}

/** The two sides of Π fᵢ^nᵢ < e^c for Σ nᵢ·ln fᵢ < c, and what must be above zero for it; null for anything else. */
function powersOfLogs(
  field: Field,
  num: Poly,
): { above: Fraction; below: Fraction; arguments: Fraction[] } | null {
  const sides = { above: ofPoly(onePoly), below: ofPoly(onePoly) }
  const inside: Fraction[] = []
  for (const { c, m } of num) {
    const kernel = m.length === 2 && m[1] === 1 ? field.at(m[0] ?? 0) : undefined
    if (m.length > 0 && kernel?.kind !== 'log') return null
    const argument = kernel?.argument ?? exponential(field, ofRational({ n: 1n, d: 1n }))
    if (hasVariables(field, argument)) inside.push(argument)
    const size = c < 0n ? -c : c
    if (size > 60n) return null
    const side = c > 0n ? 'above' : 'below'
    for (let k = 0n; k < size; k++) sides[side] = field.settle(times(sides[side], argument, field.budget))
  }
  return inside.length === 0 ? null : { ...sides, arguments: inside }
}

/** Σ nᵢ·ln fᵢ = c as Π fᵢ^nᵢ = e^c, without the solutions that it adds. */
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
  const kept = solvingPart(field, freed, source ?? field.polyTree(num))
  return kept && ofPoly(kept)
}

/**
 * A polynomial without the factors whose zeros do not solve what it came from, as x + e where 2·ln x = 2 became
 * x² = e². Null where a factor has zeros of both kinds, or zeros that are not found. Of several variables all is kept.
 */
function solvingPart(field: Field, freed: Poly, tree: Expr): Poly | null {
  const changing = generatorsOf(freed).filter(g => hasVariables(field, ofPoly(generator(g))))
  const [g] = changing
  const name = g === undefined ? undefined : field.at(g).name
  if (g === undefined || changing.length > 1) return freed
  if (name === undefined) return null
  const logs = logsIn(tree)
  let result: Poly = onePoly
  for (const [part] of factor(freed, field.budget).factors) {
    if (degree(part, g) === 0) continue
    const zeros = zerosOf(field, part, g)
    const solving = zeros?.filter(re => {
      const at = new Map([[name, { re, im: 0 }]])
      if (logs.some(log => evaluate(log, at, field.budget).axis !== 'real')) return false
      const value = evaluate(tree, at, field.budget)
      return value.error < 1e-6 && Math.hypot(value.re, value.im) < 1e-6
    })
    if (zeros === null || solving === undefined || (solving.length > 0 && solving.length < zeros.length))
      return null
    if (solving.length > 0) result = multiply(result, part, field.budget)
  }
  return result
}

/** The real zeros of a polynomial in one variable, with fixed numbers in it where it is linear; null where they are not found. */
function zerosOf(field: Field, p: Poly, g: number): number[] | null {
  if (generatorsOf(p).length === 1)
    return realRoots(p, field.budget).map(root => approximate(root, field.budget))
  const parts = coefficients(p, g)
  const [slope, constant] = [parts.get(1), parts.get(0) ?? zeroPoly].map(part =>
    part ? evaluate(field.polyTree(part), new Map(), field.budget) : undefined,
  )
  if (degree(p, g) > 1 || !slope || !constant || slope.error > 1e-9 || constant.error > 1e-9) return null
  if (slope.axis !== 'real' || constant.axis !== 'real') return null
  return [-constant.re / slope.re]
}

/** A product of powers and other things, as (2^x - 1)(2^x - 8), factor by factor without those that are never zero. */
function factorByFactor(field: Field, { num }: Fraction, source: Expr | undefined): Fraction | null {
  const factors = field.budget.attempt(0.2, budget => factor(num, budget).factors)
  if (factors === null || factors.length < 2) return null
  // What stood under a logarithm shows in its factors, unless a square or product was taken apart.
  const bare = source !== undefined && logsIn(source).every(isOfLinear)
  let result = ofPoly(onePoly)
  let changed = false
  for (const [part] of factors) {
    const plain = generatorsOf(part).every(g => field.at(g).kind === 'variable')
    if (!plain) changed = true
    if (!plain && (field.isPositive(part) || field.isPositive(negate(part)))) continue
    const freed = plain
      ? ofPoly(part)
      : (withoutPowers(field, ofPoly(part)) ?? (bare ? withoutLogs(field, ofPoly(part), undefined) : null))
    if (freed === null) return null
    result = times(result, freed, field.budget)
  }
  return changed ? field.settle(result) : null
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
