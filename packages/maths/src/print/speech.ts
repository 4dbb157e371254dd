import { greekNames } from '../read/names.ts'
import { type Expr, isOp, type Num, type Op } from '../tree.ts'
import { layOut, level, type Notation, type Piece, type Print } from './layout.ts'
import { counted, parts, type Words, words } from './speech-words.ts'

/**
 * A tree as it is read aloud. Everything that is not a single letter or number has a spoken end (`einde breuk`), so
 * that a listener hears the structure without seeing it.
 */
export function speak(e: Expr, language: 'nl' | 'en'): string {
  return layOut(e, notations[language])
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,;:])/g, '$1')
    .trim()
}

function notation(language: 'nl' | 'en'): Notation {
  const w = words[language]
  const said = (...names: readonly string[]): Words =>
    Object.fromEntries(names.map(name => [name, ` ${w[name]} `]))
  const say = new Speech(language)
  return {
    own: (e, print) => say.own(e, print),
    group: text => `${w.open} ${text} ${w.close}`,
    call: (name, args) => say.called(name, args),
    relations: said(
      '=',
      '#',
      '<',
      '<=',
      '>',
      '>=',
      'approx',
      'similar',
      'congruent',
      'equiv',
      'proportional',
      'perpendicular',
      'parallel',
      'in',
      'notin',
      'subset',
      'subseteq',
    ),
    between: said('union', 'intersection', 'setminus', 'implies', 'xnor', 'define'),
    signs: {
      minus: `${w['-']} `,
      less: ` ${w['-']} `,
      plus: ` ${w['+']} `,
      pm: ` ${w.pm} `,
      divide: ` ${w.over} `,
      and: ` ${w.and} `,
      or: ` ${w.or} `,
      not: `${w.not} `,
    },
    times: (left, right) =>
      isCoefficient(left) && (right.kind === 'sym' || isPowerOfLetter(right)) ? ' ' : ` ${w.times} `,
    power: (base, exponent) => `${base} ${w.power} ${exponent.text}`,
  }
}

/** Whether a letter after this is understood as a factor: `2 x`. */
function isCoefficient(e: Expr): boolean {
  return e.kind === 'num' || e.kind === 'sym' || (isOp(e, '-', 1) && e.args[0]?.kind !== 'op')
}

function isPowerOfLetter(e: Expr): boolean {
  return isOp(e, '^', 2) && e.args[0]?.kind === 'sym'
}

function isSingle(e: Expr | undefined): boolean {
  return e?.kind === 'num' || e?.kind === 'sym'
}

class Speech {
  readonly #w: Words
  readonly #language: 'nl' | 'en'

  constructor(language: 'nl' | 'en') {
    this.#w = words[language]
    this.#language = language
  }

  own(e: Expr, print: Print): Piece | null {
    if (e.kind === 'op') return this.#operator(e, print)
    const text = e.kind === 'num' ? this.#digits(e) : e.kind === 'str' ? e.value : this.#name(e.name)
    return { text, level: level.atom }
  }

  #digits(e: Num): string {
    return this.#language === 'nl' ? e.text.replace('.', ',') : e.text
  }

  /** A name: a word that is known, or letters, with capitals said to be so. */
  #name(whole: string): string {
    const [first = '', ...below] = whole.replace(/'+$/, '').split('_')
    const primes = whole.length - whole.replace(/'+$/, '').length
    const known =
      /^(?:inf|minf|true|false|all|none)$/.test(first) || greekNames.has(first)
        ? (this.#w[first] ?? first)
        : first
    const spoken = /^[A-Z]$/.test(known) ? `${this.#w.capital} ${known}` : known
    return [
      spoken,
      ...below.map(part => `${this.#w.index} ${part}`),
      ...Array<string>(primes).fill(this.#w.prime ?? ''),
    ].join(' ')
  }

  called(op: string, args: readonly string[], power = ''): string {
    const [, letter = op, primes = '', inverse] = /^(.*?)('*)(\^-1)?$/.exec(op) ?? []
    const name = this.#w[op] ?? this.#name(letter + primes)
    const head = inverse ? `${this.#w.inverse} ${this.#w.of} ${name}` : name
    return `${head} ${power} ${this.#w.of} ${args.join(', ')}`
  }

  #operator(e: Op, print: Print): Piece | null {
    const [a, b] = e.args
    if (e.op === '^' && a && b && this.#isNamed(a))
      return this.#applied(a.op, a.args[0] ?? a, print, powerOf(b, print, this.#w))
    const form = Object.hasOwn(forms, e.op) ? forms[e.op] : undefined
    if (form) return form(e, print, this.#w)
    if (e.op === '/' && a && b && e.args.length === 2) return this.#fraction(a, b, print)
    if (e.op === 'mixed' && a && isOp(b, '/', 2))
      return { text: `${print(a)} ${this.#w.and} ${print(b)}`, level: level.mixed }
    if (a && this.#isNamed(e)) return this.#applied(e.op, a, print)
    return e.args.length > 1 && !common.has(e.op) && /^\w/.test(e.op) && !(e.op in this.#w && isSign(e.op))
      ? {
          text: `${this.called(e.op, [])} ${this.#w.open} ${e.args.map(arg => print(arg)).join(', ')} ${this.#w.close}`,
          level: level.atom,
        }
      : null
  }

  /** Whether this is a function by name, of one thing. */
  #isNamed(e: Expr): e is Op {
    return e.kind === 'op' && e.args.length === 1 && !common.has(e.op) && !Object.hasOwn(forms, e.op)
  }

  /** A function of one thing: brackets are said unless it is a letter or number. A power stands with the name. */
  #applied(name: string, of: Expr, print: Print, power = ''): Piece {
    const inner = isSingle(of) ? print(of) : `${this.#w.open} ${print(of)} ${this.#w.close}`
    return { text: this.called(name, [inner], power), level: level.power }
  }

  #fraction(a: Expr, b: Expr, print: Print): Piece {
    const named = this.#namedFraction(a, b)
    if (named !== undefined) return { text: named, level: level.atom }
    if (isSingle(a) && isSingle(b))
      return { text: `${print(a)} ${this.#w.over} ${print(b)}`, level: level.product }
    return {
      text: `${this.#w.fraction} ${print(a)} ${this.#w.denominator} ${print(b)} ${this.#w.endFraction}`,
      level: level.atom,
    }
  }

  /** `een half`, `drie kwart`: small fractions as they are said in daily life. */
  #namedFraction(a: Expr, b: Expr): string | undefined {
    if (a.kind !== 'num' || b.kind !== 'num') return undefined
    const count = /^\d$/.test(a.text) ? counted[this.#language][Number(a.text)] : undefined
    const part = Object.hasOwn(parts, b.text) ? parts[b.text] : undefined
    if (!count || !part || Number(a.text) >= Number(b.text)) return undefined
    const plural = part === 'half' ? 'halves' : `${part}s`
    return `${count} ${this.#w[a.text === '1' ? part : plural]}`
  }
}

/** Operators that the common layout has a form for. */
const common = new Set(
  '+ - * ^ pm factorial and or not chain = # < <= > >= union intersection setminus implies xnor define'.split(
    ' ',
  ),
)

function isSign(op: string): boolean {
  return /^(?:approx|similar|congruent|equiv|proportional|perpendicular|parallel|in|notin|subset|subseteq)$/.test(
    op,
  )
}

type Form = (e: Op, print: Print, w: Words) => Piece | null

function row(open: string, close: string): Form {
  return (e, print, w) => atom(`${w[open]} ${e.args.map(arg => print(arg)).join('; ')} ${w[close]}`)
}

function atom(text: string): Piece {
  return { text, level: level.atom }
}

/** What has its end said: the word, the thing, the end. */
function enclosed(open: string, close: string): Form {
  return ({ args: [a] }, print, w) => {
    if (!a) return null
    if (isSingle(a)) return { text: `${w[open]} ${print(a)}`, level: level.power }
    return atom(`${w[open]} ${print(a)} ${w[close]}`)
  }
}

function interval(from: string, to: string): Form {
  return ({ args: [a, b] }, print, w) =>
    a && b ? atom(`${w.interval} ${print(a)} ${w[from]} ${w.to} ${print(b)} ${w[to]}`) : null
}

function after(word: string): Form {
  return ({ args: [a] }, print, w) =>
    a ? { text: `${print(a, level.atom)} ${w[word]}`, level: level.postfix } : null
}

function big(word: string, end: string): Form {
  return ({ args: [body, counter, from, to] }, print, w) =>
    body && counter && from && to
      ? atom(
          `${w[word]} ${print(counter)} ${w.from} ${print(from)} ${w.to} ${print(to)} ${w.of} ${print(body)} ${w[end]}`,
        )
      : null
}

const forms: Readonly<Record<string, Form>> = {
  '^': ({ args: [base, exponent] }, print, w) =>
    base && exponent
      ? { text: `${print(base, level.postfix + 1)} ${powerOf(exponent, print, w)}`, level: level.power }
      : null,
  sqrt: ({ args: [a] }, print, w) => {
    if (!a) return null
    if (isSingle(a)) return { text: `${w.sqrt} ${print(a)}`, level: level.power }
    return atom(`${w.sqrtOf} ${print(a)} ${w.endRoot}`)
  },
  root: ({ args: [a, n] }, print, w) =>
    a && n
      ? atom(
          `${n.kind === 'num' && n.text === '3' ? `${w.cube} ${print(a)}` : `${w.root} ${print(a)} ${w.degreeOf} ${print(n)}`} ${w.endRoot}`,
        )
      : null,
  abs: enclosed('abs', 'endAbs'),
  floor: enclosed('floor', 'endFloor'),
  ceiling: enclosed('ceiling', 'endCeiling'),
  conjugate: enclosed('conjugate', 'endConjugate'),
  log: ({ args: [a, base] }, print, w) =>
    a
      ? atom(
          `${w.log} ${base && !(base.kind === 'num' && base.text === '10') ? `${w.base} ${print(base)} ` : ''}${w.of} ${isSingle(a) ? print(a) : `${w.open} ${print(a)} ${w.close}`}`,
        )
      : null,
  factorial: after('factorial'),
  percent: after('percent'),
  degree: after('degree'),
  list: row('list', 'endList'),
  set: (e, print, w) => (e.args.length === 0 ? atom(w.emptySet ?? '') : row('set', 'endSet')(e, print, w)),
  tuple: row('tuple', 'endTuple'),
  matrix: (e, print, w) =>
    atom(
      `${w.matrix} ${e.args.map((line, k) => `${w.row} ${k + 1}: ${(isOp(line, 'list') ? line.args : [line]).map(cell => print(cell)).join(', ')}`).join('; ')} ${w.endMatrix}`,
    ),
  oo: interval('excluding', 'excluding'),
  oc: interval('excluding', 'including'),
  co: interval('including', 'excluding'),
  cc: interval('including', 'including'),
  index: ({ args: [a, ...places] }, print, w) =>
    a
      ? atom(
          `${print(a, level.atom)} ${w.index} ${places.map(place => print(place)).join(', ')} ${w.endIndex}`,
        )
      : null,
  diff: ({ args: [body, by] }, print, w) =>
    body && by
      ? atom(
          `${w.diff} ${print(by)} ${w.of} ${isSingle(body) ? print(body) : `${w.open} ${print(body)} ${w.close}`}`,
        )
      : null,
  integrate: ({ args: [body, by, from, to] }, print, w) =>
    body && by
      ? atom(
          `${w.integral} ${from && to ? `${w.from} ${print(from)} ${w.to} ${print(to)} ` : ''}${w.of} ${print(body)} d ${print(by)} ${w.endIntegral}`,
        )
      : null,
  sum: big('sum', 'endSum'),
  product: big('product', 'endProduct'),
  limit: ({ args: [body, by, to, side] }, print, w) =>
    body && by && to
      ? atom(
          `${w.limit} ${print(by)} ${w.goes} ${print(to)} ${side?.kind === 'sym' ? `${w[side.name] ?? ''} ` : ''}${w.of} ${isSingle(body) ? print(body) : `${w.open} ${print(body)} ${w.close}`}`,
        )
      : null,
  piecewise: (e, print, w) => atom(`${casesOf(e.args, print, w).join('; ')}; ${w.endCases}`),
  noun: ({ args: [a] }, print) => (a ? atom(print(a)) : null),
}

/** A square and a cube have names; any other exponent that is not single has its end said. */
function powerOf(exponent: Expr, print: Print, w: Words): string {
  if (exponent.kind === 'num' && exponent.text === '2') return w.squared ?? ''
  if (exponent.kind === 'num' && exponent.text === '3') return w.cubed ?? ''
  return isSingle(exponent) ? `${w.power} ${print(exponent)}` : `${w.power} ${print(exponent)} ${w.endPower}`
}

function casesOf(args: readonly Expr[], print: Print, w: Words): string[] {
  const spoken: string[] = []
  for (let k = 0; k < args.length; k += 2) {
    const [condition, value] = [args[k], args[k + 1]]
    if (condition && value) spoken.push(`${print(value)} ${w.if} ${print(condition)}`)
    else if (condition) spoken.push(`${w.else} ${print(condition)}`)
  }
  return spoken
}

const notations = { nl: notation('nl'), en: notation('en') }
