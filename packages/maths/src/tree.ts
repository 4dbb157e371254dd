import { fromLiteral, type Rational, whole } from './exact/rational.ts'

/**
 * Mathematics as it was written: nothing is reordered, evaluated or simplified, so that a test can ask for a form.
 * A sum or product has all terms that stand on one level (`a+b-c` has three, `(a+b)-c` two); `a-b` is a sum with a
 * negative term. docs: the table of operators in README.md.
 */
export type Expr = Num | Sym | Str | Op

/** A number literal, never below zero. `text` is how it was written (`4.320e-3`, `100.`), with a point. */
export interface Num {
  readonly kind: 'num'
  readonly value: Rational
  readonly text: string
}

/** A variable, a unit, or one of the constants in `constants`. A simple subscript is part of the name: `a_1`. */
export interface Sym {
  readonly kind: 'sym'
  readonly name: string
}

/** A text between quotes. */
export interface Str {
  readonly kind: 'str'
  readonly value: string
}

/** An operator or function with what it is applied to. */
export interface Op {
  readonly kind: 'op'
  readonly op: string
  readonly args: readonly Expr[]
}

/** Names that are no variables, whatever the author does: π, e, the imaginary unit, both infinities, true and false, every value and none. */
export const constants: ReadonlySet<string> = new Set([
  'pi',
  'e',
  'i',
  'inf',
  'minf',
  'true',
  'false',
  'all',
  'none',
  'undefined',
])

/** A number literal from its text. Throws where it is no literal. */
export function literal(text: string): Num {
  const value = fromLiteral(text)
  if (value === null) throw new RangeError(`no literal: ${text}`)
  return { kind: 'num', value, text }
}

/** A whole number; below zero it is an operator on a number. */
export function int(n: bigint | number): Expr {
  const size = BigInt(n)
  if (size < 0n) return op('-', int(-size))
  return { kind: 'num', value: whole(size), text: size.toString() }
}

export function sym(name: string): Sym {
  return { kind: 'sym', name: own(name) }
}

export function str(value: string): Str {
  return { kind: 'str', value }
}

export function op(name: string, ...args: readonly Expr[]): Op {
  return { kind: 'op', op: own(name), args }
}

/** The only part, or an operator on all of them. */
export function collected(name: string, parts: readonly Expr[]): Expr {
  const [only] = parts
  return parts.length === 1 && only ? only : op(name, ...parts)
}

/** A name that no object has by itself, since rules are looked up by name: `constructor` becomes `constructor_`. */
function own(name: string): string {
  return name in Object.prototype ? `${name}_` : name
}

/** A number from an exact value: a whole number, or a division of two. */
export function exact(value: Rational): Expr {
  return value.d === 1n ? int(value.n) : negativeOutside(value)
}

function negativeOutside(value: Rational): Expr {
  const size = op('/', int(value.n < 0n ? -value.n : value.n), int(value.d))
  return value.n < 0n ? op('-', size) : size
}

/** Whether this is that operator, and with so many arguments where a number is given. */
export function isOp<Name extends string>(
  e: Expr | undefined,
  name: Name,
  count?: number,
): e is Op & { readonly op: Name } {
  return e?.kind === 'op' && e.op === name && (count === undefined || e.args.length === count)
}

export function isSym(e: Expr | undefined, name?: string): e is Sym {
  return e?.kind === 'sym' && (name === undefined || e.name === name)
}

/** What a relation becomes where its sides change places. */
export const mirrored: Readonly<Record<string, string>> = {
  '=': '=',
  '#': '#',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** Relations whose sides are alike, and that say nothing about solutions. */
export const sidesAlike: ReadonlySet<string> = new Set(
  'approx similar simeq congruent equiv notapprox notsimilar notsimeq notcongruent parallel perpendicular'.split(
    ' ',
  ),
)

/** Whether a literal was written with a point or an exponent. */
export function isDecimal(e: Num): boolean {
  return /[.eE]/.test(e.text)
}

/** Whether two trees are written the same: same operators, order, names and values (`0.50` is `0.5` and no `1/2`). */
export function sameTree(a: Expr, b: Expr): boolean {
  if (a.kind === 'num') return b.kind === 'num' && a.value.n === b.value.n && a.value.d === b.value.d
  if (a.kind === 'sym') return b.kind === 'sym' && a.name === b.name
  if (a.kind === 'str') return b.kind === 'str' && a.value === b.value
  if (b.kind !== 'op' || a.op !== b.op || a.args.length !== b.args.length) return false
  return a.args.every((arg, k) => sameTree(arg, b.args[k] ?? arg))
}

/** The tree with every node replaced from the leaves up; a node that is given back itself stays shared. */
export function rewrite(e: Expr, change: (e: Expr) => Expr): Expr {
  if (e.kind !== 'op') return change(e)
  const args = e.args.map(arg => rewrite(arg, change))
  return change(args.every((arg, k) => arg === e.args[k]) ? e : op(e.op, ...args))
}

/** Every node, the outermost first. */
export function* nodes(e: Expr): Generator<Expr> {
  yield e
  if (e.kind === 'op') for (const arg of e.args) yield* nodes(arg)
}

/** Whether some node satisfies the question. */
export function some(e: Expr, question: (e: Expr) => boolean): boolean {
  return question(e) || (e.kind === 'op' && e.args.some(arg => some(arg, question)))
}

/** The names of its variables, sorted; constants, function names and names that are bound by a sum are left out. */
export function variables(e: Expr): string[] {
  const found = new Set<string>()
  collect(e, found, new Set())
  return [...found].sort()
}

function collect(e: Expr, found: Set<string>, bound: ReadonlySet<string>): void {
  if (e.kind === 'sym' && !constants.has(e.name) && !bound.has(e.name)) found.add(e.name)
  if (e.kind !== 'op') return
  const name = binds(e)
  e.args.forEach((arg, k) => {
    if (name === undefined) collect(arg, found, bound)
    else if (k !== 1) collect(arg, found, k === 0 ? new Set([...bound, name]) : bound)
  })
}

/** The variable that an operator binds in its first argument: the counter of a sum or product, the variable of a definite integral, of a limit. */
export function binds(e: Op): string | undefined {
  const counter = e.args[1]
  const binding = ['sum', 'product', 'limit'].includes(e.op)
    ? e.args.length >= 3
    : e.op === 'integrate' && e.args.length === 4
  return binding && counter?.kind === 'sym' ? counter.name : undefined
}

/** The tree with a name replaced by another tree, where it is not bound. */
export function substitute(e: Expr, name: string, by: Expr): Expr {
  if (e.kind === 'sym') return e.name === name ? by : e
  if (e.kind !== 'op') return e
  const hidden = binds(e) === name
  return op(e.op, ...e.args.map((arg, k) => (hidden && k < 2 ? arg : substitute(arg, name, by))))
}

/** How many nodes the tree has. */
export function size(e: Expr): number {
  return e.kind === 'op' ? e.args.reduce((total, arg) => total + size(arg), 1) : 1
}
