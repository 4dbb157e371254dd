import { greekNames } from '../read/names.ts'
import { type Expr, isOp, isSym, type Op } from '../tree.ts'
import { layOut, level, type Notation, type Piece, type Print } from './layout.ts'

/** How LaTeX looks. */
export interface LatexStyle {
  /** With a comma for decimals (`2{,}5`), a semicolon separates. */
  readonly decimal?: 'point' | 'comma'
  readonly language?: 'nl' | 'en'
}

/** A tree in LaTeX, which reads back to the same tree. */
export function printLatex(e: Expr, style: LatexStyle = {}): string {
  return layOut(e, notation(style)).trim()
}

function notation(style: LatexStyle): Notation {
  const separator = style.decimal === 'comma' ? '; ' : ', '
  const [and, or, not] = style.language === 'nl' ? ['en', 'of', 'niet'] : ['and', 'or', 'not']
  return {
    own: (e, print) => (e.kind === 'op' ? operator(e, print, separator) : leaf(e, style)),
    group,
    call: (name, args) => called(name, args.join(separator)),
    relations,
    between: {
      union: '\\cup ',
      intersection: '\\cap ',
      setminus: '\\setminus ',
      implies: '\\Rightarrow ',
      xnor: '\\Leftrightarrow ',
      define: ':=',
    },
    signs: {
      minus: '-',
      less: '-',
      plus: '+',
      pm: '\\pm ',
      divide: '/',
      and: `\\text{ ${and} }`,
      or: `\\text{ ${or} }`,
      not: `\\text{${not} }`,
    },
    times: (left, right, text) => (adjoins(left, right, text) ? (left.kind === 'num' ? '' : ' ') : '\\cdot '),
    power: (base, exponent) => `${base}^{${exponent.text}}`,
  }
}

function group(text: string): string {
  return `\\left(${text}\\right)`
}

const relations: Readonly<Record<string, string>> = {
  '=': ' = ',
  '#': '\\ne ',
  '<': '<',
  '<=': '\\le ',
  '>': '>',
  '>=': '\\ge ',
  approx: '\\approx ',
  similar: '\\sim ',
  in: '\\in ',
  notin: '\\notin ',
  subset: '\\subset ',
  subseteq: '\\subseteq ',
  equiv: '\\equiv ',
}

function leaf(e: Exclude<Expr, Op>, style: LatexStyle): Piece {
  if (e.kind === 'str') return atom(`\\text{"${e.value}"}`)
  if (e.kind === 'sym') return atom(name(e.name))
  const [digits = '', exponent = '0'] = e.text.split(/e/i)
  const point = (text: string) => (style.decimal === 'comma' ? text.replace('.', '{,}') : text)
  if (exponent === '0') return atom(point(digits))
  const short = Math.abs(Number(exponent)) <= 30
  return short
    ? atom(point(shifted(digits, Number(exponent))))
    : { text: `${point(digits)}\\cdot 10^{${exponent}}`, level: level.product }
}

/** Decimals with the point moved to the right by so many places. */
function shifted(digits: string, places: number): string {
  const [before = '', behind = ''] = digits.split('.')
  const all = '0'.repeat(Math.max(0, 1 - places - before.length)) + before + behind
  const at = all.length - behind.length + places
  const padded = all.padEnd(at, '0')
  return at >= padded.length ? padded : `${padded.slice(0, at)}.${padded.slice(at)}`
}

function atom(text: string): Piece {
  return { text, level: level.atom }
}

/** A name in upright letters where it has several, a Greek letter as its command, and what follows `_` below the line. */
function name(whole: string): string {
  if (whole === 'inf') return '\\infty '
  const primes = /'*$/.exec(whole)?.[0] ?? ''
  const [first = '', ...below] = whole.slice(0, whole.length - primes.length).split('_')
  const upright = first.length > 1 && !greekNames.has(first)
  const shown = upright ? `\\mathrm{${first}}` : greekNames.has(first) ? `\\${first} ` : first
  if (below.length === 0) return primes === '' ? shown : shown.trim() + primes
  const places = below.map(part => (part.length > 1 && /[a-z]/i.test(part) ? name(part).trim() : part))
  return `${shown.trim()}_{${places.join('_')}}${primes}`
}

const commands: Readonly<Record<string, string>> = {
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  cot: '\\cot',
  sec: '\\sec',
  csc: '\\csc',
  sinh: '\\sinh',
  cosh: '\\cosh',
  tanh: '\\tanh',
  coth: '\\coth',
  ln: '\\ln',
  log: '\\log',
  exp: '\\exp',
  max: '\\max',
  min: '\\min',
  gcd: '\\gcd',
  arg: '\\arg',
}

function called(op: string, args: string): string {
  const letter = /^[A-Za-z](?:_\w+)?'*(\^-1)?$/.exec(op)
  const known =
    commands[op] ??
    (letter
      ? name(op.replace('^-1', '')) + (letter[1] ? '^{-1}' : '')
      : `\\operatorname{${op.replaceAll('_', '\\_')}}`)
  return `${known}\\left(${args}\\right)`
}

/** Whether a product of these two is understood without a sign. */
function adjoins(left: Expr, right: Expr, text: string): boolean {
  if (!/^(?:[a-zA-Z]|\\(?!frac|left|text|d[^e]))/.test(text)) return false
  if (!isPlain(right) || right.kind === 'num') return false
  return isPlain(left) || left.kind === 'num'
}

function isPlain(e: Expr): boolean {
  if (e.kind === 'sym') return e.name.length === 1 || greekNames.has(e.name)
  if (e.kind === 'num' || e.kind === 'str') return false
  const [first] = e.args
  if (first === undefined) return false
  if (e.op === '-') return isPlain(first) || first.kind === 'num'
  return e.op === 'sqrt' || (e.op === '^' && isPlain(first))
}

function operator(e: Op, print: Print, separator: string): Piece | null {
  const own = Object.hasOwn(forms, e.op) ? forms[e.op]?.(e, print, separator) : undefined
  return own === undefined ? null : typeof own === 'string' ? atom(own) : own
}

type Form = (e: Op, print: Print, separator: string) => string | Piece | null | undefined

/** A form for operators with so many arguments, most of which are shown in full. */
function shape(count: number, form: (...args: string[]) => string | Piece): Form {
  return (e, print) => (e.args.length === count ? form(...e.args.map(arg => print(arg))) : undefined)
}

function row(open: string, close: string): Form {
  return (e, print, separator) =>
    `\\left${open}${e.args.map(arg => print(arg)).join(separator)}\\right${close}`
}

function after(sign: string): Form {
  return (e, print) =>
    e.args.length === 1 && e.args[0]
      ? { text: print(e.args[0], level.atom) + sign, level: level.postfix }
      : undefined
}

const forms: Readonly<Record<string, Form>> = {
  '/': shape(2, (a, b) => ({ text: `\\frac{${a}}{${b}}`, level: level.power })),
  '^': (e, print) => functionPower(e, print),
  sqrt: shape(1, a => `\\sqrt{${a}}`),
  root: shape(2, (a, n) => `\\sqrt[${n}]{${a}}`),
  abs: shape(1, a => `\\left|${a}\\right|`),
  floor: shape(1, a => `\\left\\lfloor ${a}\\right\\rfloor `),
  ceiling: shape(1, a => `\\left\\lceil ${a}\\right\\rceil `),
  binomial: shape(2, (n, k) => `\\binom{${n}}{${k}}`),
  conjugate: shape(1, a => `\\overline{${a}}`),
  log: (e, print) =>
    e.args.length === 2 && e.args[0]
      ? `\\log${isTen(e.args[1]) ? '' : `_{${print(e.args[1] as Expr)}}`}${group(print(e.args[0]))}`
      : undefined,
  percent: after('\\%'),
  degree: after('^{\\circ}'),
  mixed: (e, print) =>
    e.args.length === 2
      ? { text: e.args.map(arg => print(arg, level.power)).join(''), level: level.mixed }
      : undefined,
  list: (e, print, separator) => (e.args.length > 2 ? row('[', ']')(e, print, separator) : undefined),
  cc: row('[', ']'),
  set: row('\\{', '\\}'),
  tuple: (e, print, separator) => (e.args.length > 1 ? row('(', ')')(e, print, separator) : undefined),
  oo: row('\\langle ', '\\rangle '),
  co: row('[', '\\rangle '),
  oc: row('\\langle ', ']'),
  index: (e, print, separator) =>
    e.args[0]?.kind === 'sym' && !e.args[0].name.includes('_')
      ? `${print(e.args[0]).trim()}_{${e.args
          .slice(1)
          .map(arg => print(arg))
          .join(separator)}}`
      : undefined,
  matrix: (e, print) =>
    table(
      'pmatrix',
      e.args.map(line => (isOp(line, 'list') ? line.args : [line])),
      print,
    ),
  piecewise: (e, print) => table('cases', pieces(e.args), print),
  diff: (e, print) => derivative(e, print),
  integrate: (e, print) => integral(e, print),
  sum: (e, print) => big('\\sum', e, print),
  product: (e, print) => big('\\prod', e, print),
  limit: (e, print) => limit(e, print),
  noun: (e, print) => (e.args[0] ? print(e.args[0]) : undefined),
}

function isTen(e: Expr | undefined): boolean {
  return e?.kind === 'num' && e.text === '10'
}

/** `\sin^{2}\left(x\right)`: as it is written, and no doubt about what the power is of. */
function functionPower(e: Op, print: Print): Piece | undefined {
  const [base, exponent] = e.args
  if (
    base?.kind !== 'op' ||
    base.args.length !== 1 ||
    exponent?.kind !== 'num' ||
    !Object.hasOwn(commands, base.op) ||
    !base.args[0]
  )
    return undefined
  return { text: `${commands[base.op]}^{${exponent.text}}${group(print(base.args[0]))}`, level: level.power }
}

function table(environment: string, rows: readonly (readonly Expr[])[], print: Print): string {
  return `\\begin{${environment}}${rows.map(cells => cells.map(cell => print(cell)).join('&')).join('\\\\')}\\end{${environment}}`
}

/** The rows of a definition by cases: a value and its condition, at last perhaps a value alone. */
function pieces(args: readonly Expr[]): Expr[][] {
  const rows: Expr[][] = []
  for (let k = 0; k < args.length; k += 2) rows.push([args[k + 1], args[k]].filter(e => e !== undefined))
  return rows
}

function derivative(e: Op, print: Print): Piece | undefined {
  const [body, by, times] = e.args
  if (!body || by?.kind !== 'sym' || e.args.length > 3) return undefined
  const power = times ? `^{${print(times)}}` : ''
  return { text: `\\frac{d${power}}{d${print(by)}${power}}${group(print(body))}`, level: level.product }
}

function integral(e: Op, print: Print): Piece | undefined {
  const [body, by, from, to] = e.args
  if (!body || by?.kind !== 'sym' || by.name.length > 1 || (e.args.length !== 2 && e.args.length !== 4))
    return undefined
  const bounds = from && to ? `_{${print(from)}}^{${print(to)}}` : ' '
  return { text: `\\int${bounds}${print(body, level.mixed)}\\,d${by.name}`, level: level.product }
}

function big(sign: string, e: Op, print: Print): Piece | undefined {
  const [body, counter, from, to] = e.args
  if (!body || !isSym(counter) || !from || !to) return undefined
  return {
    text: `${sign}_{${print(counter)}=${print(from, level.sum)}}^{${print(to)}}${group(print(body))}`,
    level: level.product,
  }
}

function limit(e: Op, print: Print): Piece | undefined {
  const [body, by, to, side] = e.args
  if (!body || !isSym(by) || !to) return undefined
  const direction = isSym(side, 'plus') ? '^{+}' : isSym(side, 'minus') ? '^{-}' : ''
  const goal = direction === '' ? print(to) : print(to, level.atom)
  return {
    text: `\\lim_{${print(by).trim()}\\to ${goal}${direction}}${group(print(body))}`,
    level: level.product,
  }
}
