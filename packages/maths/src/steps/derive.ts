import { type Expr, int, isOp, isSym, type Op, op, rewrite, sym } from '../tree.ts'
import { has, minus, neat, numberOf } from './form.ts'

/** The derivative with respect to a variable, tidied; null where a function is unknown. */
export function derivative(e: Expr, name: string): Expr | null {
  const found = of(e, name, new Set([name]))
  return found && neat(found)
}

/** The tree with every `diff(f, x)` worked out; null where one can't be. */
export function withoutDiff(e: Expr): Expr | null {
  let failed = false
  const done = rewrite(e, part => {
    if (!isOp(part, 'diff') || !part.args[0] || !isSym(part.args[1])) return part
    const found = derivative(part.args[0], part.args[1].name)
    failed ||= found === null
    return found ?? part
  })
  return failed ? null : done
}

function of(e: Expr, name: string, names: ReadonlySet<string>): Expr | null {
  if (!has(e, names)) return int(0)
  if (e.kind !== 'op') return int(1)
  const [a, b] = e.args
  if (!a) return null
  if (e.op === '+' || e.op === '-') return ofTerms(e, name, names)
  if (e.op === '*') return ofProduct(e, name, names)
  if (e.op === '/' && b) return ofQuotient(a, b, name, names)
  if (e.op === '^' && b) return ofPower(a, b, name, names)
  if (e.op === 'log' && b) return of(op('/', op('ln', a), op('ln', b)), name, names)
  const outer = outside[e.op]?.(a)
  const inner = of(a, name, names)
  return outer && inner ? op('*', outer, inner) : null
}

function ofTerms(e: Op, name: string, names: ReadonlySet<string>): Expr | null {
  const changed = e.args.map(arg => of(arg, name, names))
  return all(changed, parts => op(e.op, ...parts))
}

function all(parts: readonly (Expr | null)[], make: (parts: Expr[]) => Expr): Expr | null {
  const found = parts.filter(part => part !== null)
  return found.length === parts.length ? make(found) : null
}

function ofProduct(e: Op, name: string, names: ReadonlySet<string>): Expr | null {
  const changed = e.args.map(arg => of(arg, name, names))
  return all(changed, parts => op('+', ...parts.map((part, k) => op('*', ...e.args.map((arg, j) => (j === k ? part : arg))))))
}

function ofQuotient(a: Expr, b: Expr, name: string, names: ReadonlySet<string>): Expr | null {
  const da = of(a, name, names)
  if (!has(b, names)) return da && op('/', da, b)
  const db = of(b, name, names)
  return da && db && op('/', op('+', op('*', da, b), op('-', op('*', a, db))), op('^', b, int(2)))
}

function ofPower(a: Expr, b: Expr, name: string, names: ReadonlySet<string>): Expr | null {
  if (!has(b, names)) {
    const da = of(a, name, names)
    const lower = numberOf(b) ? neat(op('+', b, int(-1))) : op('+', b, int(-1))
    return da && op('*', b, op('^', a, lower), da)
  }
  const inner = of(op('*', b, isSym(a, 'e') ? int(1) : op('ln', a)), name, names)
  return inner && op('*', op('^', a, b), inner)
}

const two = int(2)
const square = (e: Expr): Expr => op('^', e, two)
const oneMinusSquare = (u: Expr): Expr => op('+', int(1), op('-', square(u)))

/** The derivative of each function at its argument. */
const outside: Readonly<Record<string, (u: Expr) => Expr>> = {
  sqrt: u => op('/', int(1), op('*', two, op('sqrt', u))),
  exp: u => op('^', sym('e'), u),
  ln: u => op('/', int(1), u),
  abs: u => op('/', u, op('abs', u)),
  sin: u => op('cos', u),
  cos: u => minus(op('sin', u)),
  tan: u => op('/', int(1), square(op('cos', u))),
  asin: u => op('/', int(1), op('sqrt', oneMinusSquare(u))),
  acos: u => op('/', int(-1), op('sqrt', oneMinusSquare(u))),
  atan: u => op('/', int(1), op('+', int(1), square(u))),
  sinh: u => op('cosh', u),
  cosh: u => op('sinh', u),
}
