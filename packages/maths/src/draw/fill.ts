import { printText } from '../print/text.ts'
import { binds, type Expr, int, isOp, type Num, type Op, op } from '../tree.ts'
import type { Values } from './draw.ts'
import { DrawError, type DrawProblem } from './problem.ts'
import { readExpression } from './read.ts'

/** How values are filled in. */
export interface FillStyle {
  /** Leave out what nobody writes: `1*x`, `x + 0`, `x^1`, `0*x`. Without it a form that was asked for stays. */
  readonly tidy?: boolean
}

/**
 * A tree with values for its variables. Signs come out as people write them, where a value was filled in: `x + b` with
 * -3 becomes `x - 3`, `x - b` becomes `x + 3`, and `a^2` becomes `(-3)^2`.
 */
export function fill(template: Expr, values: Values, style: FillStyle = {}): Expr {
  return replace(template, values, style.tidy === true, new Set())
}

function replace(e: Expr, values: Values, tidy: boolean, bound: ReadonlySet<string>): Expr {
  if (e.kind === 'sym') return bound.has(e.name) ? e : (values.get(typedAs(e.name)) ?? e)
  if (e.kind !== 'op') return e
  const name = binds(e)
  const inner = name === undefined ? bound : new Set([...bound, name])
  const args = e.args.map((arg, k) => replace(arg, values, tidy, k < 2 ? inner : bound))
  if (args.every((arg, k) => arg === e.args[k])) return e
  const signed = signs(op(e.op, ...args))
  return tidy ? tidied(signed) : signed
}

// A reader calls a variable e or i otherwise than the constant.
function typedAs(name: string): string {
  return name === 'e_' || name === 'i_' ? name.charAt(0) : name
}

function signs(e: Op): Expr {
  if (e.op === '-') {
    const [inner = e] = e.args
    return isZero(inner) ? inner : beginsNegative(inner) ? negated(inner) : e
  }
  if (e.op !== '+') return e
  return op('+', ...e.args.map((term, k) => (k > 0 && beginsNegative(term) ? op('-', negated(term)) : term)))
}

/** Whether it is written with a minus in front. */
function beginsNegative(e: Expr): boolean {
  if (e.kind !== 'op') return false
  return e.op === '-' || ((e.op === '*' || e.op === '/') && beginsNegative(e.args[0] ?? int(0)))
}

// Without the minus in front.
function negated(e: Expr): Expr {
  if (e.kind !== 'op') return op('-', e)
  const [first = e, ...rest] = e.args
  return e.op === '-' ? first : op(e.op, negated(first), ...rest)
}

function isNumber(e: Expr | undefined, value: bigint): e is Num {
  return e?.kind === 'num' && e.value.n === value && e.value.d === 1n
}

const isZero = (e: Expr | undefined) => isNumber(e, 0n)
const isOne = (e: Expr | undefined) => isNumber(e, 1n)

function tidied(e: Expr): Expr {
  if (e.kind !== 'op') return e
  const [first = e, second] = e.args
  if (e.op === '*') return tidiedProduct(e.args)
  if (e.op === '+')
    return joined(
      '+',
      e.args.filter(term => !isZero(term)),
      int(0),
    )
  if (e.op === '/' && (isOne(second) || isZero(first)) && !isZero(second)) return first
  if (e.op === '^' && isOne(second)) return first
  if (e.op === '^' && isZero(second) && !isZero(first)) return int(1)
  return e
}

function tidiedProduct(factors: readonly Expr[]): Expr {
  if (factors.some(isZero)) return int(0)
  const [first, ...rest] = factors
  const minusOne = isOp(first, '-', 1) && isOne(first.args[0]) && rest.length > 0
  const kept = joined(
    '*',
    (minusOne ? rest : factors).filter(factor => !isOne(factor)),
    int(1),
  )
  return minusOne ? op('-', kept) : kept
}

function joined(name: string, args: readonly Expr[], none: Expr): Expr {
  const [only = none] = args
  return args.length < 2 ? only : op(name, ...args)
}

/** A text that was filled in, or what is wrong with it. */
export type FilledText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: DrawProblem }

/**
 * A text with `{{…}}` in it, in each a variable or a formula of them in calculator notation, filled in and printed. A
 * value that is a text comes without quotes.
 */
export function fillText(
  template: string,
  values: Values,
  style: FillStyle & { readonly print?: (e: Expr) => string } = {},
): FilledText {
  const { print = printText } = style
  try {
    const text = template.replace(/\{\{(.*?)\}\}/gs, (_, inside: string) => {
      const filled = fill(readExpression(inside, values.keys()), values, style)
      return filled.kind === 'str' ? filled.value : print(filled)
    })
    return { ok: true, text }
  } catch (error) {
    if (error instanceof DrawError) return { ok: false, problem: error.problem }
    throw error
  }
}
