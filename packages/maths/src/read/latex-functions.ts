import { collected, type Expr, int, isSym, op } from '../tree.ts'
import { closes, startsFactor } from './latex-names.ts'
import { factor, itemsOf, script } from './latex-operands.ts'
import type { LatexReader } from './latex-reader.ts'
import { adjoins, doubt, endsInterval, signed } from './latex-statements.ts'
import type { LatexToken } from './latex-tokens.ts'
import { longest } from './latex-words.ts'
import { counts, otherFunctions, plainFunctions } from './names.ts'
import { inverses, isMinusOne, ofAngle } from './parts.ts'
import { refuseAt } from './problem.ts'

/** A function with its power, its base and what it is taken of. */
export function apply(r: LatexReader, name: string, token: LatexToken): Expr {
  if (name === 'log') return logarithm(r)
  let base: Expr | undefined
  let power: Expr | undefined
  for (;;) {
    if (base === undefined && r.skip('_')) base = r.deeper(() => script(r))
    else if (power === undefined && r.skip('^')) power = r.deeper(() => script(r))
    else break
  }
  if (name === 'ln' && base && !isSym(base, 'e')) return powered(op('log', taken(r, token), base), power)
  if (power && isMinusOne(power) && inverses.test(name))
    return ofAngle(`a${name}`, taken(r, token), r.settings.degrees)
  const [least, most] = counts[name] ?? [1, 1]
  if (most > 1) return powered(list(r, name, least, most, token), power)
  return powered(ofAngle(name, taken(r, token), r.settings.degrees), power)
}

/** A logarithm with its base, which may stand to its left, and what it is taken of. */
export function logarithm(r: LatexReader, left?: Expr): Expr {
  const token = r.next(-1)
  let base = left
  let power: Expr | undefined
  for (;;) {
    if (base === undefined && r.skip('_')) base = r.deeper(() => script(r))
    else if (power === undefined && r.skip('^')) power = r.deeper(() => script(r))
    else break
  }
  const of = taken(r, token)
  return powered(op('log', of, base ?? int(10)), power)
}

function list(r: LatexReader, name: string, least: number, most: number, token: LatexToken): Expr {
  const open = r.next()
  if (!r.sees('(') && !r.sees('\\{')) refuseAt('argumentMissing', token, { name })
  r.take()
  const args = itemsOf(r, open, closes[open.text] ?? ')')
  if (args.length < least || args.length > most)
    refuseAt('argumentCount', token, {
      name,
      expected: `${least}`,
      found: `${args.length}`,
    })
  return op(name, ...args)
}

/** What a function is taken of: brackets, or the product that follows it up to the next sign or function. */
export function taken(r: LatexReader, token: LatexToken): Expr {
  if (r.sees('(') || r.sees('{') || (r.sees('[') && !endsInterval(r))) return ofBrackets(r, token)
  const first = r.next()
  if (first.type === 'sign' && !startsFactor.has(first.text) && !'|-±'.includes(first.text))
    refuseAt('argumentMissing', token, { name: token.text })
  if (first.type === 'end') refuseAt('argumentMissing', token, { name: token.text })
  const factors = [signed(r)]
  while (adjoins(r) && !startsFunction(r) && !(startsGroup(r.next()) && factors.some(hasLetter)))
    factors.push(factor(r))
  if (r.sees('/')) doubt(r, r.next())
  return collected('*', factors)
}

function ofBrackets(r: LatexReader, token: LatexToken): Expr {
  const open = r.take()
  const items = itemsOf(r, open, closes[open.text] ?? ')')
  const [only] = items
  if (!only) refuseAt('argumentMissing', token, { name: token.text })
  if (items.length > 1)
    refuseAt('argumentCount', token, {
      name: token.text,
      expected: '1',
      found: `${items.length}`,
    })
  return only
}

function startsFunction(r: LatexReader): boolean {
  const token = r.next()
  if (token.type === 'text') return true
  if (token.type === 'command' || token.type === 'word')
    return plainFunctions.has(token.text) || otherFunctions.has(token.text)
  if (token.type !== 'letter') return false
  const k = r.k++
  const name = longest(r, token)
  r.k = k
  return !r.variables.has(name) && (plainFunctions.has(name) || name === 'log')
}

function startsGroup(token: LatexToken): boolean {
  return token.type === 'sign' && (token.text === '(' || token.text === '[')
}

function hasLetter(e: Expr): boolean {
  return e.kind === 'sym' ? e.name !== 'pi' : e.kind === 'op' && e.args.some(hasLetter)
}

function powered(e: Expr, power: Expr | undefined): Expr {
  return power ? op('^', e, power) : e
}
