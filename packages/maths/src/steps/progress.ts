import { equal, product, sum, whole } from '../exact/rational.ts'
import { type Expr, isOp, isSym, nodes, size, some } from '../tree.ts'
import { coefficient, expand, has, isZeroNumeral, key, neat, numberOf, terms } from './form.ts'
import type { Task } from './task.ts'
import { type Coefficients, polynomialIn } from './univariate.ts'

/** How far a line is from what the task asks for; only the order of these numbers means something. */
export function distance(line: Expr, task: Task, unknowns: readonly string[]): number {
  const names = new Set(unknowns)
  switch (task.kind) {
    case 'equation':
    case 'inequality':
    case 'system':
      return ofStatement(line, unknowns)
    case 'expand':
      return 10 * openable(line) + terms(line).length + size(line) / 100
    case 'factor':
      return unfactored(line, unknowns[0]) + size(line) / 1000
    case 'completeSquare':
      return 10 * occurrences(line, names) + size(line) / 100
    case 'differentiate':
      return 100 * count(line, e => isOp(e, 'diff')) + size(line)
    case 'substitute':
      return 100 * occurrences(line, names) + size(line)
    case 'simplify':
      return size(line)
  }
}

function count(e: Expr, question: (e: Expr) => boolean): number {
  let total = 0
  for (const part of nodes(e)) if (question(part)) total += 1
  return total
}

function occurrences(e: Expr, names: ReadonlySet<string>): number {
  return count(e, part => part.kind === 'sym' && names.has(part.name))
}

/** Products and powers of sums: what can still be multiplied out. */
function openable(e: Expr): number {
  return count(e, part => {
    if (part.kind !== 'op') return false
    if (part.op === '^') return isOp(part.args[0], '+') || isOp(part.args[0], '*')
    return (part.op === '*' || part.op === '-') && part.args.some(arg => isOp(arg, '+'))
  })
}

function unfactored(e: Expr, name: string | undefined): number {
  const { rest } = coefficient(e)
  const factors = isOp(rest, '*') ? rest.args : [rest]
  return factors.reduce(
    (total, factor) => {
      const base = isOp(factor, '^') ? (factor.args[0] ?? factor) : factor
      if (!isOp(base, '+')) return total
      const degree = name === undefined ? 1 : (polynomialIn(base, name)?.length ?? 3) - 1
      return total + degree * degree + (commonNumber(base) ? 1 : 0)
    },
    isOp(e, '+') ? 5 : 0,
  )
}

function commonNumber(e: Expr): boolean {
  const all = terms(e).map(t => coefficient(t).c)
  if (all.some(c => c.d !== 1n)) return true
  const shared = all.reduce((g, c) => divisor(g, c.n < 0n ? -c.n : c.n), 0n)
  return shared > 1n
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

function ofStatement(e: Expr, unknowns: readonly string[]): number {
  if (e.kind !== 'op') return 0
  if (['or', 'list', 'seq'].includes(e.op)) return ofCases(e.args.map(arg => ofStatement(arg, unknowns)))
  if (e.op === 'and' || e.op === 'chain') {
    const parts = e.args.map(arg => ofStatement(arg, unknowns))
    return unknowns.length > 1 ? parts.reduce((a, b) => a + b, 0) + 0.2 * parts.length : ofCases(parts)
  }
  const [left, right] = e.args
  return left && right ? ofRelation(left, right, unknowns) : 0
}

/** Cases beside each other are as far as the farthest of them, and a little more. */
function ofCases(parts: readonly number[]): number {
  return Math.max(0, ...parts) + 0.1 * parts.reduce((a, b) => a + b, 0)
}

function ofRelation(left: Expr, right: Expr, unknowns: readonly string[]): number {
  const names = new Set(unknowns)
  const [mine, other] = [occurrences(left, names), occurrences(right, names)]
  const untidy = key(neat(left)) === key(left) && key(neat(right)) === key(right) ? 0 : 1
  if (
    (left.kind === 'sym' && mine === 1 && other === 0) ||
    (right.kind === 'sym' && other === 1 && mine === 0)
  ) {
    return 0.5 * untidy + (size(left) + size(right)) / 1000
  }
  const alone = [left, right].some(
    (side, k) => isUnknown(side) && !has(k === 0 ? right : left, new Set([nameOf(side)])),
  )
  const apart =
    unknowns.length > 1
      ? 30 * (new Set([...nodes(left), ...nodes(right)].filter(isUnknown).map(nameOf)).size - 1) -
        (alone ? 8 : 0)
      : 0
  if (mine + other === 1)
    return 2 + apart + depth(mine ? left : right, names) + 1.5 * products(left, right, names) + 0.5 * untidy
  return apart + ofSeveral(left, right, names, unknowns[0] ?? 'x') + 0.5 * untidy

  function isUnknown(part: Expr): boolean {
    return part.kind === 'sym' && names.has(part.name)
  }
}

function nameOf(e: Expr): string {
  return e.kind === 'sym' ? e.name : ''
}

function depth(e: Expr, names: ReadonlySet<string>): number {
  if (e.kind !== 'op') return 0
  const inner = e.args.find(arg => has(arg, names))
  return inner ? 1 + depth(inner, names) : 0
}

function brackets(left: Expr, right: Expr, names: ReadonlySet<string>): number {
  return [left, right].reduce(
    (n, side) =>
      n +
      count(
        side,
        e => (isOp(e, '*') || isOp(e, '^')) && e.args.some(arg => isOp(arg, '+') && has(arg, names)),
      ),
    0,
  )
}

function products(left: Expr, right: Expr, names: ReadonlySet<string>): number {
  return [left, right].reduce(
    (n, side) => n + count(side, e => isOp(e, '*') && e.args.some(arg => isOp(arg, '+') && has(arg, names))),
    0,
  )
}

function ofSeveral(left: Expr, right: Expr, names: ReadonlySet<string>, name: string): number {
  const seen = occurrences(left, names) + occurrences(right, names)
  const bothSides = has(left, names) && has(right, names) ? 3 : 0
  const base = 2 * seen + bothSides + 4 * brackets(left, right, names) + 0.3 * (parts(left) + parts(right))
  const all = polynomialIn(
    { kind: 'op', op: '+', args: [left, { kind: 'op', op: '-', args: [right] }] },
    name,
  )
  const fractions = count(left, e => isOp(e, '/')) + count(right, e => isOp(e, '/'))
  if (names.size > 1 || (all && all.length <= 2)) return 4 + base + 6 * fractions
  const zeroSide = isZeroNumeral(right) ? left : isZeroNumeral(left) ? right : null
  if (all && zeroSide) return zeroForm(zeroSide, name) + 0.01 * base
  if (all) return isSquareLine(left, right, all) ? 12 : 24 + base + 6 * fractions
  const several = 24 + base + 15 * kernels(left, right, names) + 6 * exponentialBases(left, right, names)
  return zeroSide && (isOp(zeroSide, '*') || isOp(zeroSide, '^')) ? 20 + 0.1 * several : several
}

/** A square that is written out, equal to a number: `x² - 6x + 9 = 7`. */
function isSquareLine(left: Expr, right: Expr, all: Coefficients): boolean {
  const value = numberOf(neat(right))
  const [c, b, a] = all
  if (!value || all.length !== 3 || !a || !b || !c || isZeroNumeral(right) || hasBrackets(left)) return false
  const constant = sum(c, value)
  return equal(product(b, b), product(whole(4), product(a, constant)))
}

function hasBrackets(e: Expr): boolean {
  return some(e, part => part.kind === 'op' && part.op !== '+' && part.args.some(arg => isOp(arg, '+')))
}

/** How many bases the powers with the unknown in the exponent have, above one. */
function exponentialBases(left: Expr, right: Expr, names: ReadonlySet<string>): number {
  const bases = new Set<string>()
  for (const part of [...nodes(left), ...nodes(right)]) {
    const [base, exponent] = isOp(part, '^', 2) ? part.args : []
    if (base && exponent && has(exponent, names)) bases.add(key(base))
  }
  return Math.max(0, bases.size - 1)
}

function parts(side: Expr): number {
  return terms(side).length
}

/** A product that is zero is nearly solved; a standard form is nearer than any other. */
function zeroForm(side: Expr, name: string): number {
  const factors = isOp(side, '*') ? side.args : [side]
  const degrees = factors.map(f => (polynomialIn(f, name)?.length ?? 1) - 1)
  const highest = Math.max(...degrees)
  if (isOp(side, '*') || isOp(side, '^')) return 5 + 3 * highest
  return 14 + 3 * (highest - 2) + terms(side).length + (key(expand(side)) === key(neat(side)) ? 0 : 2)
}

function kernels(left: Expr, right: Expr, names: ReadonlySet<string>): number {
  const isKernel = (e: Expr): boolean => {
    if (e.kind !== 'op') return false
    if (e.op === '/') return e.args[1] !== undefined && has(e.args[1], names)
    if (e.op === '^') return e.args[1] !== undefined && numberOf(e.args[1])?.d !== 1n && has(e, names)
    return !['+', '-', '*', '='].includes(e.op) && has(e, names)
  }
  return count(left, isKernel) + count(right, isKernel)
}

/** Whether a line has the unknown by itself, with nothing of it on the other side. */
export function isolates(e: Expr, name: string): boolean {
  if (e.kind !== 'op' || e.args.length !== 2) return false
  const [left, right] = e.args
  const names = new Set([name])
  return (
    (isSym(left, name) && right !== undefined && !has(right, names)) ||
    (isSym(right, name) && left !== undefined && !has(left, names))
  )
}
