import { type Expr, op, str, sym } from '../tree.ts'
import { isUnit } from '../units/table.ts'
import { readLatex } from './latex.ts'
import { apply } from './latex-functions.ts'
import { closes, functionNamed, inWords } from './latex-names.ts'
import { itemsOf } from './latex-operands.ts'
import type { LatexReader } from './latex-reader.ts'
import type { LatexToken } from './latex-tokens.ts'
import { greekNames, otherFunctions } from './names.ts'
import { refuse, refuseAt } from './problem.ts'

/** As far as a name is looked for in letters that stand together. */
const longestName = { letters: 16, words: 60 }

/** A letter, or the name or function that starts with it. */
export function letter(r: LatexReader, token: LatexToken, short: boolean): Expr {
  const name = short ? token.text : longest(r, token)
  if (!r.variables.has(name)) {
    const known = name.length > 1 && !greekNames.has(name) ? functionNamed(name) : undefined
    if (known !== undefined) return apply(r, known, token)
  }
  return named(r, name)
}

/** The longest name that starts at this letter, and takes its letters. */
export function longest(r: LatexReader, token: LatexToken): string {
  if (!/^[A-Za-z]$/.test(token.text)) return token.text
  const most =
    r.settings.letters === 'words' || r.variables.size > 0 ? longestName.words : longestName.letters
  let run = token.text
  for (let ahead = 0; run.length < most; ahead++) {
    const next = r.next(ahead)
    if (next.type !== 'letter' || next.gap || next.text.length > 1 || r.k + ahead === r.differentialAt) break
    run += next.text
  }
  const wanted = [...r.variables].filter(name => run.startsWith(name))
  const words = isWhole(r, run) ? [run] : (inWords.get(token.text) ?? []).filter(name => run.startsWith(name))
  const name = (wanted.length > 0 ? wanted : words).reduce(
    (best, one) => (one.length > best.length ? one : best),
    token.text,
  )
  r.k += name.length - 1
  return name
}

/** Whether letters together are one name: a unit, a function before brackets, or any letters where names are words. */
function isWhole(r: LatexReader, run: string): boolean {
  if (r.settings.letters === 'words' || (r.settings.units === true && isUnit(run))) return true
  return run.length > 2 && otherFunctions.has(run) && r.sees('(', run.length - 1)
}

/** A variable with its subscript and primes, or a function with what it is applied to. */
export function named(r: LatexReader, first: string, below = r.skip('_')): Expr {
  let name = first
  let place: readonly Expr[] = []
  if (below) {
    const written = subscript(r)
    if (typeof written === 'string') name = `${first}_${written}`
    else place = written
  }
  while (r.sees("'")) name += r.take().text
  if (place.length > 0) return op('index', sym(name), ...place)
  return called(r, name, first) ?? symbol(r, name)
}

function symbol(r: LatexReader, name: string): Expr {
  const isVariable = r.variables.has(name) || (name === 'i' && r.settings.imaginary === false)
  return sym(isVariable && /^[ei]$/.test(name) ? `${name}_` : name)
}

function called(r: LatexReader, name: string, letter: string): Expr | undefined {
  if (!r.functions.has(letter) || r.variables.has(letter)) return undefined
  const inverse = inverseLength(r)
  const open = r.next(inverse)
  if (open.type !== 'sign' || (open.text !== '(' && open.text !== '[')) return undefined
  r.k += inverse + 1
  const args = itemsOf(r, open, closes[open.text] ?? ')')
  if (args.length === 0) refuse('emptyBrackets', open.at, r.next(-1).end - open.at)
  return op(inverse > 0 ? `${name}^-1` : name, ...args)
}

/** How many pieces `^{-1}` takes here, none where it does not stand here. */
function inverseLength(r: LatexReader): number {
  const four = [1, 2, 3, 4].map(ahead => r.next(ahead).text)
  if (!r.sees('^')) return 0
  if (four.join(' ') === '{ - 1 }') return 5
  return four[0] === '-' && four[1] === '1' ? 3 : 0
}

/** A subscript: a part of the name where it is simple, else what the variable is indexed by. */
function subscript(r: LatexReader): string | readonly Expr[] {
  const simple = simpleBelow(r)
  if (simple !== undefined) return simple
  const open = r.next()
  if (!r.sees('{')) refuse('unfinished', r.next(-1).at, 1, { sign: '_' })
  r.take()
  if (r.sees('}')) refuse('incomplete', open.at, 2)
  return itemsOf(r, open, '}')
}

function simpleBelow(r: LatexReader): string | undefined {
  const braced = r.sees('{')
  let ahead = braced ? 1 : 0
  let text = ''
  for (let token = r.next(ahead); isNamePart(token); token = r.next(ahead)) {
    text += token.text.trim()
    ahead++
    if (!braced) break
  }
  if (text === '' || (braced && !r.sees('}', ahead))) return undefined
  r.k += ahead + (braced ? 1 : 0)
  return text
}

/** Upright text: a unit, a word, or a name of several letters. */
export function word(r: LatexReader, token: LatexToken): Expr {
  const content = token.text.trim()
  if (content === '') refuseAt('incomplete', token)
  if (/^".*"$/.test(content)) return str(content.slice(1, -1))
  const known = token.type === 'word' || !followsNumber(r) ? functionNamed(content) : undefined
  if (known !== undefined && !r.variables.has(content)) return apply(r, known, token)
  if (/^[\p{L}\d_]+$/u.test(content)) return upright(r, content, token)
  const words = content.split(/\s+/)
  if (words.every(word => /^[\p{L}.]+$/u.test(word)))
    return r.k === 1 && r.next().type === 'end' ? str(content) : op('*', ...words.map(word => sym(word)))
  return unit(content, token)
}

function followsNumber(r: LatexReader): boolean {
  return r.next(-2).type === 'number'
}

function upright(r: LatexReader, content: string, token: LatexToken): Expr {
  if (r.sees('_') || content.length === 1) return named(r, content)
  if (token.type === 'word' && r.sees('(')) return op(content, ...itemsOf(r, r.take(), ')'))
  return sym(content)
}

/** A unit with signs, such as `m/s^2`, is read by itself; any other text is a text. */
function unit(content: string, token: LatexToken): Expr {
  if (!/^[\p{L}°%\d\s/*^·()-]+$/u.test(content) || token.text.includes('\\')) return str(content)
  const inner = readLatex(content, { letters: 'words', functions: [] })
  return inner.ok ? inner.tree : str(content)
}

function isNamePart(token: LatexToken): boolean {
  return token.type === 'number'
    ? /^\d+$/.test(token.text)
    : token.type === 'letter' ||
        ((token.type === 'text' || token.type === 'word') && /^[\p{L}\d]+$/u.test(token.text.trim()))
}
