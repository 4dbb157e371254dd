import type { Budget } from '../budget.ts'
import { negative, one, product, quotient, type Rational, sum, toNumber, whole } from '../exact/rational.ts'
import { exactValue } from '../forms/rational-value.ts'
import { type Expr, int, op, size, sym, variables } from '../tree.ts'
import { combined, isUnit, type Unit, unitNamed } from '../units/table.ts'
import { multiplied, type Range, rangeOf } from './numeric-value.ts'

/** A number with units. */
export interface Quantity {
  /** Null where only units stand: `m/s`. */
  readonly number: Expr | null
  /** Exponents by symbol. Every variable counts as a unit; one that is in no table only equals itself. */
  readonly units: ReadonlyMap<string, Rational>
}

const noUnits: ReadonlyMap<string, Rational> = new Map()

/** Splits a product of a number and units; null where it is none: a sum of lengths, a set. */
export function quantityOf(e: Expr, budget: Budget): Quantity | null {
  budget.spend(size(e))
  if (e.kind === 'sym')
    return variables(e).length > 0
      ? { number: null, units: new Map([[symbol(e.name), one]]) }
      : { number: e, units: noUnits }
  if (e.kind !== 'op') return e.kind === 'num' ? { number: e, units: noUnits } : null
  const [first, second] = e.args
  if (!first) return null
  if (e.op === 'degree') return { number: first, units: new Map([['deg', one]]) }
  if (e.op === '*' || e.op === 'stackunits')
    return e.args.map(arg => quantityOf(arg, budget)).reduce((a, b) => times(a, b))
  if (e.op === '/' && second)
    return times(quantityOf(first, budget), raised(quantityOf(second, budget), whole(-1)))
  if (e.op === '-')
    return times({ number: op('-', int(1)), units: noUnits }, quantityOf(first, budget), opposite)
  if (e.op === '^' && second && variables(first).length > 0)
    return raised(quantityOf(first, budget), exactValue(second, budget))
  if (e.op === 'sqrt' && variables(first).length > 0)
    return raised(quantityOf(first, budget), { n: 1n, d: 2n })
  return isNumber(e) ? { number: e, units: noUnits } : null
}

const numberless = new Set([
  'list',
  'set',
  'tuple',
  'matrix',
  '=',
  '#',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'not',
  'chain',
])

function isNumber(e: Extract<Expr, { kind: 'op' }>): boolean {
  return !numberless.has(e.op) && variables(e).length === 0
}

/** One symbol for what is written in two ways: litres, ohms and micro. */
function symbol(name: string): string {
  const plain = name.replace(/^[µμ](?=.)/, 'u').replace(/(?:Ω|Omega)$/, 'ohm')
  return /^.{0,2}L$/.test(plain) && isUnit(plain) ? `${plain.slice(0, -1)}l` : plain
}

function times(
  a: Quantity | null,
  b: Quantity | null,
  join: (a: Expr, b: Expr) => Expr = (x, y) => op('*', x, y),
): Quantity | null {
  if (!a || !b) return null
  const units = new Map(a.units)
  for (const [name, exponent] of b.units) units.set(name, sum(units.get(name) ?? whole(0), exponent))
  for (const [name, exponent] of units) if (exponent.n === 0n) units.delete(name)
  return { number: a.number && b.number ? join(a.number, b.number) : (a.number ?? b.number), units }
}

function opposite(_: Expr, b: Expr): Expr {
  return op('-', b)
}

function raised(a: Quantity | null, exponent: Rational | null): Quantity | null {
  if (!a || !exponent) return null
  const units = new Map([...a.units].map(([name, count]) => [name, product(count, exponent)]))
  return { number: a.number && raisedNumber(a.number, exponent), units }
}

function raisedNumber(e: Expr, exponent: Rational): Expr {
  if (exponent.n === -1n && exponent.d === 1n) return op('/', int(1), e)
  const size = exponent.d === 1n ? int(exponent.n) : op('/', int(exponent.n), int(exponent.d))
  return op('^', e, size)
}

/** Whether two quantities are in the very same units, in whatever order those were written. */
export function sameUnits(a: Quantity, b: Quantity): boolean {
  return (
    a.units.size === b.units.size &&
    [...a.units].every(([name, exponent]) => isSame(exponent, b.units.get(name)))
  )
}

function isSame(a: Rational, b: Rational | undefined): boolean {
  return b !== undefined && a.n === b.n && a.d === b.d
}

/** All units of a quantity as one; a symbol that is no unit is a base unit of its own. Null for roots of units that aren't base units. */
function unitOf(a: Quantity): Unit | null {
  let unit: Unit | null = nothing
  for (const [name, exponent] of a.units) {
    if (exponent.d > 12n || Math.abs(toNumber(exponent)) > mostExponent) return null
    unit =
      unit &&
      combined(unit, unitNamed(name) ?? { ...nothing, base: new Map([[name, 1]]) }, toNumber(exponent))
  }
  return unit && { ...unit, offset: startOf(a) }
}

const nothing: Unit = { factor: one, turns: 0, base: new Map(), offset: whole(0) }
const mostExponent = 100

/** Where a scale of temperature starts, if that is the only unit; in `K/min` only differences count. */
function startOf(a: Quantity): Rational {
  const [only] = a.units
  return (a.units.size === 1 && only && isSame(only[1], one) && unitNamed(only[0])?.offset) || whole(0)
}

/** Turns numbers in the units of one quantity into numbers in those of another; null where they measure different things. */
export function conversion(from: Quantity, to: Quantity, budget: Budget): ((value: Range) => Range) | null {
  const [a, b] = [unitOf(from), unitOf(to)]
  if (!a || !b || !sameBase(a, b)) return null
  const by = factorOf(a, b, budget)
  const shift = quotient(sum(a.offset, negative(b.offset)), b.factor)
  return by && (value => moved(multiplied(value, by), shift))
}

function moved(a: Range, by: Rational): Range {
  return { low: sum(a.low, by), high: sum(a.high, by) }
}

function factorOf(a: Unit, b: Unit, budget: Budget): Range | null {
  const factor = quotient(a.factor, b.factor)
  const turns = a.turns - b.turns
  if (turns === 0) return { low: factor, high: factor }
  const turned = rangeOf(op('^', sym('pi'), int(turns)), budget)
  return turned && multiplied(turned, { low: factor, high: factor })
}

function sameBase(a: Unit, b: Unit): boolean {
  return a.base.size === b.base.size && [...a.base].every(([name, count]) => b.base.get(name) === count)
}

/** A symbol among the units that is in no table; undefined where all are known. */
export function unknownUnit(a: Quantity): string | undefined {
  return [...a.units.keys()].find(name => !isUnit(name))
}
