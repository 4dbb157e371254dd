import { collected, type Expr, isOp, isSym, op, sym } from '../tree.ts'
import { closingBrace } from './latex-commands.ts'
import { conditional, grids, otherwise, relations, systems } from './latex-names.ts'
import { type LatexReader, unexpected } from './latex-reader.ts'
import { clause, relationName } from './latex-statements.ts'
import type { LatexToken } from './latex-tokens.ts'
import { refuseAt } from './problem.ts'

/** What stands between `\begin` and `\end`: a matrix, cases, or statements below each other. */
export function environment(r: LatexReader, begin: LatexToken, system = false): Expr {
  if (!grids.test(begin.text) && !systems.test(begin.text)) refuseAt('command', begin, { found: '\\begin' })
  if (begin.text === 'array' && r.sees('{')) r.k = skipBraces(r)
  const rows = rowsOf(r, begin)
  if (begin.text === 'cases' || system) return byCases(rows.map(row => row.filter(cell => cell !== null)))
  const cells = rows.map(row => row.map(cell => cell ?? refuseAt('incomplete', begin)))
  if (!grids.test(begin.text)) return collected('list', cells.flat())
  const width = cells[0]?.length ?? 0
  if (cells.some(row => row.length !== width)) refuseAt('incomplete', begin)
  const matrix = op('matrix', ...cells.map(row => op('list', ...row)))
  return begin.text.toLowerCase() === 'vmatrix' ? op('determinant', matrix) : matrix
}

function skipBraces(r: LatexReader): number {
  r.take()
  return closingBrace(r) + 1
}

function rowsOf(r: LatexReader, begin: LatexToken): (Expr | null)[][] {
  const rows: (Expr | null)[][] = []
  r.open.push(begin)
  while (r.next().type !== 'finish') {
    rows.push(row(r, begin))
    if (r.skip('\\\\')) continue
    if (r.next().type !== 'finish') unexpected(r, r.next())
  }
  const finish = r.take()
  if (finish.text !== begin.text)
    refuseAt('wrongClose', finish, {
      open: begin.text,
      close: begin.text,
      found: finish.text,
    })
  r.open.pop()
  if (rows.length === 0) refuseAt('incomplete', begin)
  return rows
}

function row(r: LatexReader, begin: LatexToken): (Expr | null)[] {
  const cells = [cell(r)]
  while (r.skip('&')) {
    const tail = cell(r)
    const head = cells.at(-1)
    if (grids.test(begin.text) || begin.text === 'cases' || !head || !isOp(tail ?? undefined, 'relates'))
      cells.push(tail)
    else cells[cells.length - 1] = joinedRelation(head, tail)
  }
  return cells
}

/** One cell; a condition's word is left out, and `otherwise` is no condition. A relation may stand first, after `&`. */
function cell(r: LatexReader): Expr | null {
  const token = r.next()
  if ((token.type === 'text' || token.type === 'word') && otherwise.test(token.text.trim().toLowerCase())) {
    r.take()
    return null
  }
  if ((token.type === 'text' || token.type === 'word') && conditional.test(token.text.trim().toLowerCase()))
    r.take()
  r.skip(',')
  const name = relationName(r)
  const e = clause(r)
  if (r.sees(',') || r.sees(';')) r.take()
  return name === undefined ? e : op('relates', sym(name), e)
}

/** Rows of a value and its condition are a definition by cases; rows of one cell are equations that hold together. */
function byCases(rows: readonly (readonly Expr[])[]): Expr {
  if (
    rows.every(row => row.length === 1) &&
    rows.every(row => row[0]?.kind === 'op' && relations.has(row[0].op))
  )
    return op('list', ...rows.flat())
  return op(
    'piecewise',
    ...rows.flatMap(([value, condition]) => [condition, value].filter(e => e !== undefined)),
  )
}

function joinedRelation(head: Expr, tail: Expr | null): Expr | null {
  const [name, right] = isOp(tail ?? undefined, 'relates', 2) && tail?.kind === 'op' ? tail.args : []
  return isSym(name) && right ? op(name.name, head, right) : tail
}
