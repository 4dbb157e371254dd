import { collected, type Expr, op } from '../tree.ts'
import { conditional, logic, negated, relations, startsFactor } from './latex-names.ts'
import { factor } from './latex-operands.ts'
import { type LatexReader, unexpected } from './latex-reader.ts'
import type { LatexToken } from './latex-tokens.ts'
import { asInterval } from './parts.ts'
import { refuse, refuseAt } from './problem.ts'

/** Everything: one statement, or several with a separator or on lines of their own. */
export function all(r: LatexReader): Expr {
  const statements = [clause(r)]
  while (r.sees(',') || r.sees(';') || r.sees('\\\\')) {
    r.take()
    if (r.next().type === 'end') break
    statements.push(clause(r))
  }
  if (r.next().type !== 'end') unexpected(r, r.next())
  return collected('list', statements)
}

/** A statement, or a value. */
export function clause(r: LatexReader): Expr {
  return r.deeper(() => {
    const left = flat(r, 'or', () => flat(r, 'and', () => negation(r)))
    if (r.skip('⇒')) return op('implies', left, clause(r))
    if (r.skip('⇔')) return op('xnor', left, clause(r))
    if (r.skip(':=')) return op('define', left, clause(r))
    return left
  })
}

function flat(r: LatexReader, name: string, part: () => Expr): Expr {
  const parts = [part()]
  while (connective(r) === name) {
    r.take()
    if (r.next(-1).type === 'letter') r.take()
    parts.push(part())
  }
  return collected(name, parts)
}

/** The word between statements that stands next: a sign, upright text, or loose letters with space on both sides. */
function connective(r: LatexReader): string | undefined {
  const token = r.next()
  if (token.type === 'sign') return token.text === 'and' || token.text === 'or' ? token.text : undefined
  if (token.type === 'text' || token.type === 'word') return logic.get(token.text.trim().toLowerCase())
  const second = r.next(1)
  if (token.type !== 'letter' || !token.gap || second.type !== 'letter' || second.gap || !r.next(2).gap)
    return undefined
  return logic.get(token.text + second.text)
}

function negation(r: LatexReader): Expr {
  if (!r.sees('not') && connective(r) !== 'not') return relation(r)
  r.take()
  return r.deeper(() => op('not', negation(r)))
}

function relation(r: LatexReader): Expr {
  const parts: Expr[] = []
  let left = union(r)
  for (let name = relationName(r); name !== undefined; name = relationName(r)) {
    const right = name === 'in' || name === 'notin' ? asInterval(union(r)) : union(r)
    parts.push(op(name, left, right))
    left = right
  }
  return parts.length === 0 ? left : collected('chain', parts)
}

/** Takes the relation that stands next, with `\not` before it. */
export function relationName(r: LatexReader): string | undefined {
  const token = r.next()
  if (token.type !== 'sign') return undefined
  const next = r.next(1)
  if (token.text === 'not' && next.type === 'sign' && negated.has(next.text)) {
    r.k += 2
    return negated.get(next.text)
  }
  if (token.text === '=<' || token.text === '=>')
    refuse('backwards', token.at, 2, { found: token.text, better: token.text === '=<' ? '\\le' : '\\ge' })
  if (token.text === '>' && r.open.at(-1)?.text === '<') return undefined
  const name = relations.get(token.text)
  if (name !== undefined) r.take()
  return name
}

function union(r: LatexReader): Expr {
  return joined(r, 'union', '∪', () => difference(r))
}

function difference(r: LatexReader): Expr {
  let left = joined(r, 'intersection', '∩', () => sum(r))
  while (r.skip('∖'))
    left = op('setminus', asInterval(left), asInterval(joined(r, 'intersection', '∩', () => sum(r))))
  return left
}

function joined(r: LatexReader, name: string, sign: string, part: () => Expr): Expr {
  const parts = [part()]
  while (r.skip(sign)) parts.push(part())
  return parts.length === 1 ? collected(name, parts) : op(name, ...parts.map(asInterval))
}

/** Terms with signs between them. */
export function sum(r: LatexReader): Expr {
  return r.deeper(() => {
    let terms = [product(r)]
    for (;;) {
      const sign = r.next()
      if (sign.type !== 'sign' || !'+-±∓'.includes(sign.text)) return collected('+', terms)
      if (sign.text === '∓') refuseAt('operator', sign, { found: '∓', better: '\\pm' })
      r.take()
      const term = product(r, sign.text === '-')
      if (sign.text === '±') terms = [op('pm', collected('+', terms), term)]
      else terms.push(sign.text === '-' ? op('-', term) : term)
    }
  })
}

/** A product with its divisions from left to right; after a minus the product as a whole is negated, by the caller. */
export function product(r: LatexReader, subtracted = false): Expr {
  let factors = [subtracted ? factor(r) : signed(r)]
  let divided = false
  for (;;) {
    const sign = r.next()
    if (sign.type === 'sign' && sign.text === '*') {
      r.take()
      factors.push(signed(r))
    } else if (sign.type === 'sign' && (sign.text === '/' || sign.text === ':')) {
      r.take()
      factors = [op('/', collected('*', factors), signed(r))]
      divided = true
    } else if (adjoins(r)) {
      if (divided) doubt(r, sign)
      divided = false
      factors.push(factor(r))
    } else return collected('*', factors)
  }
}

/** Says that a division before a product was read from left to right. */
export function doubt(r: LatexReader, at: LatexToken): void {
  r.warn({ code: 'ambiguous', at: at.at, length: at.end - at.at, data: { taken: '(a/b)·c' } })
}

/** A factor with the signs before it. */
export function signed(r: LatexReader): Expr {
  const token = r.next()
  if (token.type !== 'sign' || !'+-±'.includes(token.text)) return factor(r)
  r.take()
  if (token.text === '±')
    return op(
      'pm',
      r.deeper(() => product(r, true)),
    )
  const inner = r.deeper(() => signed(r))
  return token.text === '+' ? inner : op('-', inner)
}

/** Whether what stands next is a factor without a sign for the product. */
export function adjoins(r: LatexReader): boolean {
  const token = r.next()
  if (r.k === r.differentialAt || connective(r) !== undefined) return false
  if (token.type === 'number') {
    if (r.next(-1).type === 'number') refuseAt('missingOperator', token, { found: token.text })
    return true
  }
  if (token.type === 'text' || token.type === 'word') return !conditional.test(token.text.trim())
  if (token.type !== 'sign')
    return token.type === 'letter' || token.type === 'begin' || token.type === 'command'
  if (token.text === '|')
    return token.side === 'left' || (token.side === undefined && r.open.at(-1)?.text !== '|')
  if (token.text === '[' && endsInterval(r)) return false
  return startsFactor.has(token.text)
}

/** Whether a square bracket closes the interval that is open, as in `]1,2[`. */
export function endsInterval(r: LatexReader): boolean {
  const open = r.open.at(-1)
  if (open === undefined || r.next().side === 'left') return false
  return open.text === ']' || r.next().side === 'right' || (open.text === '[' && r.separated)
}
