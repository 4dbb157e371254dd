import type { Budget } from '../budget.ts'
import { quotient, whole } from '../exact/rational.ts'
import { type Expr, int, isOp, type Op, op, sym, variables } from '../tree.ts'
import { addUp, expand, has, minus, multiply, neat, numberOf, numeral, reduced } from './form.ts'
import { solve } from './solve.ts'
import { valueAt } from './value.ts'

/** What is done on both sides, by the name of its hint, and the line that comes of it. */
export interface Move {
  readonly name: string
  readonly line: Expr
  /** What the sentence of the hint names. */
  readonly part?: Expr
}

const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

/**
 * Takes off the outermost layer around the unknown, which stands in one place: the opposite operation on both sides.
 * Null where the unknown is free already, or no opposite is known.
 */
export function coverUp(e: Op, name: string, budget: Budget): Move | null {
  const names = new Set([name])
  const [first, second] = e.args
  if (!first || !second || has(first, names) === has(second, names)) return null
  const [side, other, relation] = has(first, names)
    ? [first, second, e.op]
    : [second, first, flipped[e.op] ?? e.op]
  if (side.kind !== 'op') return null
  const at = side.args.findIndex(arg => has(arg, names))
  const inner = side.args[at]
  return inner ? peel({ side, at, inner, other, relation, name, budget }) : null
}

interface Layer {
  readonly side: Op
  readonly at: number
  readonly inner: Expr
  readonly other: Expr
  readonly relation: string
  readonly name: string
  readonly budget: Budget
}

function peel(layer: Layer): Move | null {
  const { side, inner, other, relation } = layer
  const plain = byArithmetic(layer)
  if (plain) return plain
  if (relation !== '=') return null
  switch (side.op) {
    case '^':
      return byPower(layer)
    case 'sqrt':
      return valueAt(other, {}) < 0
        ? none('rootNegative')
        : { name: 'squareBoth', line: op('=', inner, neat(op('^', other, int(2)))) }
    case 'abs':
      return valueAt(other, {}) < 0 ? none('absNegative') : either('splitAbs', inner, other)
    case 'ln':
      return { name: 'undoLog', line: op('=', inner, neat(op('^', sym('e'), other))), part: sym('e') }
    case 'log':
      return layer.at === 0 && side.args[1]
        ? { name: 'undoLog', line: op('=', inner, neat(op('^', side.args[1], other))), part: side.args[1] }
        : null
    case 'exp':
      return valueAt(other, {}) <= 0
        ? none('powerNegative')
        : { name: 'takeLog', line: op('=', inner, neat(op('ln', other))), part: sym('e') }
    case 'sin':
    case 'cos':
    case 'tan':
      return byAngle(layer, side.op)
    default:
      return null
  }
}

function none(name: string): Move {
  return { name, line: sym('none') }
}

function either(name: string, inner: Expr, other: Expr): Move {
  if (numberOf(other)?.n === 0n) return { name, line: op('=', inner, int(0)) }
  return { name, line: op('or', op('=', inner, other), op('=', inner, neat(minus(other)))) }
}

function byArithmetic({ side, at, inner, other, relation }: Layer): Move | null {
  const rest = side.args.filter((_, k) => k !== at)
  const turned = (sign: Expr): string => (valueAt(sign, {}) < 0 ? (flipped[relation] ?? relation) : relation)
  if (side.op === '+') {
    const moved = addUp(rest)
    return { name: 'moveTerm', line: op(relation, inner, neat(op('+', other, minus(moved)))), part: moved }
  }
  if (side.op === '-')
    return { name: 'negate', line: op(flipped[relation] ?? relation, inner, neat(minus(other))) }
  if (side.op === '*') {
    const factor = multiply(rest)
    if (relation !== '=' && !Number.isFinite(valueAt(factor, {}))) return null
    return { name: 'divide', line: op(turned(factor), inner, shared(other, factor)), part: factor }
  }
  const [above, below] = side.args
  if (side.op !== '/' || !above || !below) return null
  if (at === 0)
    return { name: 'multiply', line: op(turned(below), inner, neat(op('*', other, below))), part: below }
  if (relation !== '=') return null
  if (numberOf(other)?.n === 0n) return none('fractionZero')
  return { name: 'turnFraction', line: op('=', inner, neat(op('/', above, other))), part: inner }
}

/** A sum divided by a number term by term where that leaves no fractions, or the sum has a letter. */
function shared(e: Expr, by: Expr): Expr {
  const divided = neat(op('/', e, by))
  return isOp(e, '+') && numberOf(by)
    ? isOp(reduced(divided), '/') && variables(e).length === 0
      ? reduced(divided)
      : expand(divided)
    : divided
}

function byPower({ side, at, inner, other }: Layer): Move | null {
  const [base, exponent] = side.args
  if (!base || !exponent) return null
  if (at === 1) {
    if (valueAt(other, {}) <= 0) return none('powerNegative')
    const found = base.kind === 'sym' && base.name === 'e' ? op('ln', other) : op('log', other, base)
    return { name: 'takeLog', line: op('=', inner, neat(found)), part: base }
  }
  const n = numberOf(exponent)
  if (!n || n.n <= 0n) return null
  if (n.d !== 1n)
    return {
      name: 'takeRoot',
      line: op('=', inner, neat(op('^', other, numeral(quotient(whole(1), n))))),
      part: exponent,
    }
  const root = n.n === 2n ? neat(op('sqrt', other)) : wholeRootOf(other, n.n)
  if (n.n % 2n === 1n) return { name: 'takeRoot', line: op('=', inner, root), part: exponent }
  if (valueAt(other, {}) < 0) return none('squareNegative')
  return either('takeRoot', inner, root)
}

function wholeRootOf(e: Expr, n: bigint): Expr {
  const value = numberOf(e)
  if (value && value.d === 1n) {
    const guess = BigInt(
      Math.round(Math.sign(Number(value.n)) * Math.abs(Number(value.n)) ** (1 / Number(n))),
    )
    if (guess ** n === value.n) return int(guess)
  }
  return valueAt(e, {}) < 0 ? neat(minus(op('root', neat(minus(e)), int(n)))) : op('root', e, int(n))
}

/** All angles with that sine, cosine or tangent, as the inner expression. */
function byAngle({ inner, other, name, budget, side }: Layer, kind: string): Move | null {
  const slot = `${name}'`
  const set = solve(op('=', op(kind, sym(slot)), other), slot, budget)
  if (!set) return null
  if (set.families.length === 0) return none('angleNone')
  const cases = set.families.map(f =>
    op('=', inner, neat(op('+', f.base.exact ?? int(0), op('*', sym('k'), f.period.exact ?? int(0))))),
  )
  if (set.families.some(f => !f.base.exact || !f.period.exact)) return null
  const [only] = cases
  return only && cases.length === 1
    ? { name: 'angles', line: only, part: side }
    : { name: 'angles', line: op('or', ...cases), part: side }
}
