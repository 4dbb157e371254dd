import type { Budget } from '../budget.ts'
import { negative, product, quotient, type Rational, sum, toNumber, whole, zero } from '../exact/rational.ts'
import { type Expr, int, isOp, nodes, type Op, op, rewrite, sameTree, sym, variables } from '../tree.ts'
import { coverUp, type Move } from './cover-up.ts'
import {
  addUp,
  coefficient,
  expand,
  has,
  isZeroNumeral,
  key,
  minus,
  multiply,
  neat,
  numberOf,
  numeral,
  reduced,
  terms,
} from './form.ts'
import { isolates } from './progress.ts'
import { pointsOf } from './real-set.ts'
import { solve } from './solve.ts'
import type { Task } from './task.ts'
import { factoredOut, symbolicIn, together } from './together.ts'
import { type Coefficients, fromCoefficients, polynomialIn, withoutRoot } from './univariate.ts'

/**
 * The next line that a good solver would write: a true rule on the line that is there, chosen by what kind of equation
 * it is. Null where the line is solved, or no rule here brings it nearer.
 */
export function nextMove(line: Expr, task: Task, name: string, budget: Budget): Move | null {
  budget.spend(500)
  if (line.kind !== 'op') return null
  if (line.op === 'or' || line.op === 'and' || line.op === 'list') return inCases(line, task, name, budget)
  if (line.args.length !== 2 || !['=', '<', '>', '<=', '>='].includes(line.op)) return null
  return tidied(line, name) ?? (isolates(line, name) ? null : new Solving(line, task, name, budget).next())
}

/** The first case that is not solved goes on, and with it the others that need the same; solved ones stay. */
function inCases(line: Op, task: Task, name: string, budget: Budget): Move | null {
  const moves = line.args.map(arg => nextMove(arg, task, name, budget))
  const first = moves.find(move => move !== null)
  if (!first) return null
  const parts = line.args.map((arg, k) => (moves[k]?.name === first.name ? (moves[k]?.line ?? arg) : arg))
  const kept = line.op === 'or' ? parts.filter(arg => !(arg.kind === 'sym' && arg.name === 'none')) : parts
  const flat = kept.flatMap(arg => (isOp(arg, line.op) ? arg.args : [arg]))
  const single = flat.filter((arg, j) => flat.findIndex(other => key(other) === key(arg)) === j)
  const [only] = single
  return {
    ...first,
    line: only === undefined ? sym('none') : single.length === 1 ? only : op(line.op, ...single),
  }
}

/** Each side tidied without multiplying out, where that changes more than the order; values are also reduced. */
function tidied(line: Op, name: string): Move | null {
  const names = new Set([name])
  const sides = line.args.map(side => (has(side, names) ? neat(side) : reduced(neat(side))))
  return sides.some((side, k) => key(side) !== key(line.args[k] ?? side))
    ? { name: 'tidy', line: op(line.op, ...sides) }
    : null
}

class Solving {
  readonly line: Op
  readonly left: Expr
  readonly right: Expr
  readonly task: Task
  readonly name: string
  readonly names: ReadonlySet<string>
  readonly budget: Budget

  constructor(line: Op, task: Task, name: string, budget: Budget) {
    this.line = line
    this.left = line.args[0] ?? int(0)
    this.right = line.args[1] ?? int(0)
    this.task = task
    this.name = name
    this.names = new Set([name])
    this.budget = budget
  }

  get #difference(): Expr {
    return op('+', this.left, minus(this.right))
  }

  next(): Move | null {
    const all = polynomialIn(this.#difference, this.name)
    if (occurrences(this.line, this.name) === 1) return coverUp(this.line, this.name, this.budget)
    if (all) return all.length <= 2 ? this.#linear() : this.line.op === '=' ? this.#higher(all) : null
    if (this.line.op !== '=') return null
    return (
      this.#zeroProduct() ??
      this.#fractions() ??
      this.#logs() ??
      this.#roots() ??
      this.#kernel() ??
      this.#common()
    )
  }

  #both(name: string, left: Expr, right: Expr, part?: Expr): Move {
    return { name, line: op(this.line.op, left, right), ...(part ? { part } : {}) }
  }

  #linear(): Move | null {
    const { d } = together(this.#difference)
    const divisor = numberOf(d)
    if (divisor && divisor.n !== 1n)
      return this.#both('clearFractions', cleared(this.left, d), cleared(this.right, d), d)
    const [left, right] = [expand(this.left), expand(this.right)]
    if (key(left) !== key(neat(this.left)) || key(right) !== key(neat(this.right)))
      return this.#both('expand', left, right)
    const mine = (side: Expr): Expr => addUp(terms(side).filter(t => has(t, this.names)))
    const [here, there] = [mine(left), mine(right)]
    if (isZeroNumeral(there)) return null
    const part =
      !isZeroNumeral(here) && coefficient(neat(op('+', here, minus(there)))).c.n < 0n ? here : there
    return this.#both(
      'moveUnknown',
      neat(op('+', left, minus(part))),
      neat(op('+', right, minus(part))),
      part,
    )
  }

  #higher(all: Coefficients): Move | null {
    const asProduct = this.#zeroProduct()
    if (asProduct) return asProduct
    const standard = fromCoefficients(all, this.name)
    if (!isZeroNumeral(this.right) || key(neat(this.left)) !== key(standard))
      return this.#toStandard(all, standard)
    if (all[0]?.n === 0n)
      return { name: 'factorOut', line: op('=', factoredOut(standard), int(0)), part: sym(this.name) }
    return all.length === 3 ? this.#quadratic(all) : this.#byRationalRoot(all)
  }

  /** Everything to the left, in order; with brackets or fractions in the way, these first. */
  #toStandard(all: Coefficients, standard: Expr): Move {
    const { d } = together(this.#difference)
    const divisor = numberOf(d)
    if (divisor && divisor.n !== 1n)
      return this.#both('clearFractions', cleared(this.left, d), cleared(this.right, d), d)
    const [left, right] = [expand(this.left), expand(this.right)]
    if (key(left) !== key(neat(this.left)) || key(right) !== key(neat(this.right)))
      return this.#both('expand', left, right)
    if (all.slice(1, -1).every(c => c.n === 0n)) {
      const power = all.length - 1
      const main = fromCoefficients([...all.slice(0, power).map(() => zero), all[power] ?? zero], this.name)
      return this.#both('moveTerm', main, numeral(negative(all[0] ?? zero)), numeral(all[0] ?? zero))
    }
    const upright = (all.at(-1)?.n ?? 1n) < 0n ? fromCoefficients(all.map(negative), this.name) : standard
    return { name: 'toZero', line: op('=', upright, int(0)) }
  }

  #quadratic(all: Coefficients): Move {
    const [c, b, a] = [all[0] ?? zero, all[1] ?? zero, all[2] ?? whole(1)]
    const inside = sum(product(b, b), product(whole(-4), product(a, c)))
    const rational = rationalRoot(inside)
    if (b.n === 0n)
      return {
        name: 'moveTerm',
        line: op('=', fromCoefficients([zero, zero, a], this.name), numeral(negative(c))),
        part: numeral(c),
      }
    if (this.task.method === 'square') return this.#square(a, b, c)
    if (rational && this.task.method !== 'formula') return this.#factors(all)
    return this.#formula(a, b, inside)
  }

  #factors(all: Coefficients): Move {
    return { name: 'factor', line: op('=', productOf(all, this.name, this.budget), int(0)) }
  }

  #square(a: Rational, b: Rational, c: Rational): Move {
    const x = sym(this.name)
    if (a.n !== a.d) {
      const scaled = [c, b, a].map(part => quotient(part, a))
      return { name: 'divide', line: op('=', fromCoefficients(scaled, this.name), int(0)), part: numeral(a) }
    }
    const shift = quotient(b, whole(2))
    const rest = sum(product(shift, shift), negative(c))
    return {
      name: 'completeSquare',
      line: op('=', op('^', neat(op('+', x, numeral(shift))), int(2)), numeral(rest)),
      part: numeral(shift),
    }
  }

  #formula(a: Rational, b: Rational, inside: Rational): Move {
    if (inside.n < 0n) return { name: 'noRealRoot', line: sym('none'), part: numeral(inside) }
    const x = sym(this.name)
    const value = (root: Expr): Expr =>
      op('/', op('+', numeral(negative(b)), root), numeral(product(whole(2), a)))
    const root = op('sqrt', numeral(inside))
    if (inside.n === 0n)
      return { name: 'formula', line: op('=', x, neat(value(int(0)))), part: numeral(inside) }
    return {
      name: 'formula',
      line: op('or', op('=', x, value(root)), op('=', x, value(op('-', root)))),
      part: numeral(inside),
    }
  }

  #byRationalRoot(all: Coefficients): Move | null {
    const line = op('=', productOf(all, this.name, this.budget), int(0))
    return key(line) === key(this.line) || !isOp(line.args[0], '*')
      ? this.#kernel()
      : { name: 'factorHigher', line }
  }

  #zeroProduct(): Move | null {
    const side = isZeroNumeral(this.right) ? this.left : isZeroNumeral(this.left) ? this.right : null
    if (!side) return null
    const above = isOp(side, '-', 1) ? (side.args[0] ?? side) : side
    if (isOp(above, '/', 2) && above.args[0] && !has(above.args[1] ?? above, this.names))
      return this.#both('multiply', above.args[0], int(0), above.args[1])
    const factors = isOp(above, '*') ? above.args.filter(f => has(f, this.names)) : []
    const bases = factors.map(f => (isOp(f, '^', 2) && numberOf(f.args[1] ?? f) ? (f.args[0] ?? f) : f))
    const [only] = bases
    if (bases.length === 1 && only)
      return {
        name: 'divide',
        line: op('=', only, int(0)),
        part: multiply(isOp(above, '*') ? above.args.filter(f => !has(f, this.names)) : []),
      }
    return bases.length > 1
      ? { name: 'zeroProduct', line: op('or', ...bases.map(f => op('=', f, int(0)))) }
      : null
  }

  /** Both sides times the common denominator. */
  #fractions(): Move | null {
    const { d } = together(this.#difference)
    if (!has(d, this.names) && numberOf(d)?.n === 1n) return null
    return this.#both('clearFractions', cleared(this.left, d), cleared(this.right, d), d)
  }

  #logs(): Move | null {
    const [left, right] = [asLog(this.left), asLog(this.right)]
    const base = left?.base ?? right?.base
    if (!base || (left?.base && right?.base && key(left.base) !== key(right.base))) return null
    if (left?.single && right?.single && left.base && right.base)
      return { name: 'equalLogs', line: op('=', left.argument, right.argument), part: base }
    if (left?.single && left.base && !has(this.right, this.names))
      return { name: 'undoLog', line: op('=', left.argument, neat(op('^', base, this.right))), part: base }
    if (left && right)
      return {
        name: 'combineLogs',
        line: op('=', left.base ? inLog(left) : this.left, right.base ? inLog(right) : this.right),
        part: base,
      }
    return this.#logsApart()
  }

  /** Logarithms to the left and what has none to the right. */
  #logsApart(): Move | null {
    const all = terms(neat(this.#difference))
    const isLog = (t: Expr): boolean =>
      [...nodes(t)].some(part => (isOp(part, 'ln') || isOp(part, 'log')) && has(part, this.names))
    const [logs, rest] = [all.filter(isLog), all.filter(t => !isLog(t))]
    const line = op('=', neat(addUp(logs)), neat(addUp(rest.map(minus))))
    return rest.some(t => has(t, this.names)) || key(line) === key(this.line)
      ? null
      : { name: 'moveTerm', line, part: addUp(rest) }
  }

  #roots(): Move | null {
    const root = [...nodes(this.line)].find(part => isOp(part, 'sqrt') && has(part, this.names))
    if (root?.kind !== 'op' || !root.args[0]) return null
    const slot = sym('the root')
    const put = rewrite(this.#difference, part => (sameTree(part, root) ? slot : part))
    const parts = symbolicIn(expand(put), slot.name)
    const [rest, factor] = parts ?? []
    if (!rest || !factor || parts?.length !== 2) return null
    const other = neat(op('/', minus(rest), factor))
    if (!sameTree(neat(this.left), root) && !sameTree(neat(this.right), root))
      return { name: 'isolateRoot', line: op('=', root, other), part: root }
    return { name: 'squareBoth', line: op('=', root.args[0], neat(op('^', upright(other), int(2)))) }
  }

  /** With one function of the unknown: its values first. */
  #kernel(): Move | null {
    const kernels = [...nodes(this.line)].filter(part => isKernel(part, this.names))
    for (const kernel of kernels) {
      const move = this.#inKernel(kernel)
      if (move) return move
    }
    return null
  }

  #inKernel(kernel: Expr): Move | null {
    const slot = sym(`${this.name}'`)
    const put = rewrite(this.#difference, part =>
      key(part) === key(kernel) ? slot : (wholePowerOf(part, kernel, slot) ?? part),
    )
    if (has(put, this.names)) return null
    const set = solve(op('=', put, int(0)), slot.name, this.budget)
    const points = set && pointsOf(set)
    if (!points || points.some(p => !p.exact)) return null
    const cases = points.map(p => op('=', kernel, p.exact ?? int(0)))
    const [only] = cases
    const line = cases.length === 0 ? sym('none') : cases.length === 1 && only ? only : op('or', ...cases)
    return key(line) === key(this.line) ? null : { name: 'substituteKernel', line, part: kernel }
  }

  #common(): Move | null {
    const out = factoredOut(expand(this.#difference))
    return isOp(out, '*') ? { name: 'factorOut', line: op('=', out, int(0)), part: out.args[0] ?? out } : null
  }
}

/** A sum whose square is wanted, with its first term above zero. */
function upright(e: Expr): Expr {
  const first = terms(e)[0]
  return first && isOp(e, '+') && coefficient(first).c.n < 0n ? neat(minus(addUp(terms(e)))) : e
}

function occurrences(e: Expr, name: string): number {
  let total = 0
  for (const part of nodes(e)) if (part.kind === 'sym' && part.name === name) total += 1
  return total
}

function rationalRoot(inside: Rational): boolean {
  const found = neat(op('sqrt', numeral(inside)))
  return numberOf(found) !== null
}

/** Each term times a denominator, fractions gone and brackets left. */
export function cleared(side: Expr, d: Expr): Expr {
  return neat(
    addUp(
      terms(neat(side)).map(t => {
        const { n, d: own } = together(t)
        const left = together(op('/', d, own))
        return multiply([...factorsOf(neat(cancel(left.n, left.d))), ...factorsOf(n)])
      }),
    ),
  )
}

function factorsOf(e: Expr): readonly Expr[] {
  return isOp(e, '*') ? e.args : [e]
}

/** A quotient of products with the factors that both have left out. */
function cancel(above: Expr, below: Expr): Expr {
  return neat(
    multiply([above, ...factorsOf(below).map(f => (numberOf(f) ? op('/', int(1), f) : op('^', f, int(-1))))]),
  )
}

/** The polynomial as a product: its number, a linear factor for each rational zero, and what is left. */
function productOf(all: Coefficients, name: string, budget: Budget): Expr {
  const set = solve(op('=', fromCoefficients(all, name), int(0)), name, budget)
  const roots =
    (set && pointsOf(set))
      ?.map(p => p.exact && numberOf(p.exact))
      .filter(r => r !== null && r !== undefined) ?? []
  let rest = all
  const factors: Expr[] = []
  for (const root of roots) {
    while (rest.length > 1 && polynomialZero(rest, root)) {
      rest = withoutRoot(rest, root).map(c => quotient(c, { n: root.d, d: 1n }))
      factors.push(
        fromCoefficients(
          [
            { n: -root.n, d: 1n },
            { n: root.d, d: 1n },
          ],
          name,
        ),
      )
    }
  }
  const lead = rest.length === 1 ? rest[0] : undefined
  const others = lead ? (lead.n === lead.d ? [] : [numeral(lead)]) : [fromCoefficients(rest, name)]
  return asPowers([...others, ...factors])
}

/** Equal factors as a power. */
function asPowers(factors: readonly Expr[]): Expr {
  const counts = new Map<string, { factor: Expr; n: number }>()
  for (const factor of factors) {
    const old = counts.get(key(factor))
    counts.set(key(factor), { factor, n: (old?.n ?? 0) + 1 })
  }
  return multiply([...counts.values()].map(({ factor, n }) => (n === 1 ? factor : op('^', factor, int(n)))))
}

function polynomialZero(all: Coefficients, x: Rational): boolean {
  return all.reduceRight((done, c) => sum(product(done, x), c), zero).n === 0n
}

interface LogSide {
  readonly base: Expr | null
  readonly argument: Expr
  /** Whether the side is one logarithm and nothing else. */
  readonly single: boolean
}

/** A side as one logarithm; a number alone has no base. Null where something else stands in it. */
function asLog(side: Expr): LogSide | null {
  if (isOp(side, 'ln') || isOp(side, 'log'))
    return { base: baseOf(side), argument: side.args[0] ?? int(1), single: true }
  let base: Expr | null = null
  const factors: Expr[] = []
  for (const t of terms(side)) {
    const { c, rest } = coefficient(t)
    if (!isOp(rest, 'ln') && !isOp(rest, 'log'))
      return variables(side).length === 0 && base === null
        ? { base: null, argument: side, single: true }
        : null
    const own = baseOf(rest)
    if ((base && key(base) !== key(own)) || c.d !== 1n) return null
    base = own
    factors.push(c.n === 1n ? (rest.args[0] ?? int(1)) : op('^', rest.args[0] ?? int(1), numeral(c)))
  }
  return { base, argument: neat(multiply(factors)), single: false }
}

function baseOf(e: Op): Expr {
  return e.op === 'ln' ? sym('e') : (e.args[1] ?? int(10))
}

function inLog({ base, argument }: LogSide): Expr {
  return !base || (base.kind === 'sym' && base.name === 'e') ? op('ln', argument) : op('log', argument, base)
}

function isKernel(e: Expr, names: ReadonlySet<string>): boolean {
  if (e.kind !== 'op' || !has(e, names)) return false
  if (['sin', 'cos', 'tan', 'ln', 'log', 'abs', 'sqrt', 'exp'].includes(e.op)) return true
  const n = e.op === '^' && e.args[1] ? numberOf(e.args[1]) : null
  if (e.op !== '^') return false
  return n === null ? has(e.args[1] ?? e, names) : toNumber(n) >= 2 && e.args[0]?.kind === 'sym'
}

/** A power that is a whole power of another: `e^(2x)` of `e^x`, `x^4` of `x^2`. */
function wholePowerOf(part: Expr, kernel: Expr, slot: Expr): Expr | null {
  if (!isOp(part, '^', 2) || !isOp(kernel, '^', 2)) return null
  const [[a, u], [b, v]] = [part.args, kernel.args]
  if (!a || !u || !b || !v || key(a) !== key(b)) return null
  const ratio = numberOf(neat(op('/', u, v)))
  return ratio?.d === 1n && ratio.n > 1n ? op('^', slot, numeral(ratio)) : null
}
