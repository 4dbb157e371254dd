import { type Expr, int, isOp, type Op, op, rewrite, some, substitute, sym, variables } from '../tree.ts'
import { key } from './form.ts'
import { isSolving, type Task, unknownsOf } from './task.ts'

/** The lines as they are compared: one way of writing for each thing, and the exercise itself in the first, also where it was only said. */
export function linesOf(lines: readonly Expr[], task: Task): readonly Expr[] {
  const plain = plainLines(lines, task)
  const [first, ...others] = plain
  if (!first) return []
  if (task.kind === 'differentiate' && !some(first, part => isOp(part, 'diff'))) {
    const [name] = unknownsOf(task, [first])
    return name === undefined ? plain : [op('diff', first, sym(name)), ...others]
  }
  const values = task.kind === 'substitute' ? Object.entries(task.values ?? {}) : []
  return [values.reduce((e, [name, value]) => substitute(e, name, value), first), ...others]
}

/** Each line with what pupils write in several ways written in one. */
export function plainLines(lines: readonly Expr[], task: Task): readonly Expr[] {
  const names = unknownsOf(task, lines)
  if (isSolving(task)) return lines.map(line => plainStatement(line, task, names))
  return lines.map((line, k) => bareValue(line, lines[k - 1], task))
}

/** `a ⇒ b` is b; a list is "or", and in a system "and"; x₁ and x₂ are two values of x; ± is two cases. */
function plainStatement(line: Expr, task: Task, names: readonly string[]): Expr {
  if (isOp(line, 'implies') && line.args[1]) return plainStatement(line.args[1], task, names)
  const [name] = names
  if (isOp(line, 'set') && name !== undefined) return op('in', sym(name), line)
  const joined = rewrite(line, part =>
    part.kind === 'op' && (part.op === 'list' || part.op === 'seq')
      ? op(task.kind === 'system' ? 'and' : 'or', ...part.args)
      : part,
  )
  const cased = rewrite(joined, part =>
    part.kind === 'op' && relations.has(part.op) ? bothSigns(part) : part,
  )
  return name === undefined ? cased : numbered(cased, name)
}

const relations: ReadonlySet<string> = new Set(['=', '<', '>', '<=', '>=', 'approx'])

function bothSigns(e: Op): Expr {
  if (!some(e, part => isOp(part, 'pm'))) return e
  const sign = (plus: boolean): Expr =>
    rewrite(e, part => {
      if (!isOp(part, 'pm')) return part
      const [a, b] = part.args
      const last = b ?? a ?? int(0)
      const signed = plus ? last : op('-', last)
      return b && a ? op('+', a, signed) : signed
    })
  return op('or', sign(true), sign(false))
}

/** `x_1 = 2 and x_2 = 3` as two values of x. */
function numbered(line: Expr, name: string): Expr {
  const pattern = new RegExp(`^${name}_?\\d+$`)
  const found = variables(line).filter(v => pattern.test(v))
  if (found.length === 0 || variables(line).includes(name)) return line
  const renamed = found.reduce((e, v) => substitute(e, v, sym(name)), line)
  return isOp(renamed, 'and') ? op('or', ...renamed.args) : renamed
}

/** `f(x) = …`, `y' = …` and `… = …` after a line that says the left side: what stands to the right. */
function bareValue(line: Expr, before: Expr | undefined, task: Task): Expr {
  const [left, right] = isOp(line, '=', 2) ? line.args : []
  if (!left || !right) return line
  const isName =
    left.kind === 'sym' || (left.kind === 'op' && (task.kind === 'differentiate' || /^\w'*$/.test(left.op)))
  const isRepeated = before !== undefined && key(left) === key(bareValue(before, undefined, task))
  return isName || isRepeated ? right : line
}
