import { greekNames } from '../read/names.ts'
import { type Expr, isOp, type Num, type Op } from '../tree.ts'
import { layOut, level, type Notation, type Piece, type Print } from './layout.ts'

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

/** Words in both languages, as `key: Dutch | English`. */
const words = table(`
open: haakje openen | open bracket
close: haakje sluiten | close bracket
+: plus | plus
-: min | minus
pm: plus of min | plus or minus
times: keer | times
over: gedeeld door | divided by
fraction: breuk teller | fraction numerator
denominator: noemer | denominator
endFraction: einde breuk | end fraction
squared: kwadraat | squared
cubed: tot de derde | cubed
power: tot de macht | to the power
endPower: einde macht | end power
and: en | and
or: of | or
not: niet | not
=: is gelijk aan | equals
#: is niet gelijk aan | is not equal to
<: is kleiner dan | is less than
<=: is kleiner dan of gelijk aan | is less than or equal to
>: is groter dan | is greater than
>=: is groter dan of gelijk aan | is greater than or equal to
approx: is ongeveer gelijk aan | is approximately equal to
similar: is gelijkvormig met | is similar to
congruent: is congruent met | is congruent to
equiv: is equivalent met | is equivalent to
proportional: is evenredig met | is proportional to
perpendicular: staat loodrecht op | is perpendicular to
parallel: is evenwijdig met | is parallel to
in: is element van | is an element of
notin: is geen element van | is not an element of
subset: is een deelverzameling van | is a subset of
subseteq: is een deelverzameling van of gelijk aan | is a subset of or equal to
implies: dan geldt | implies
xnor: geldt precies als | if and only if
define: is gedefinieerd als | is defined as
union: verenigd met | union
intersection: doorsnede met | intersection
setminus: zonder | without
sqrt: wortel | square root of
sqrtOf: wortel van | square root of
endRoot: einde wortel | end root
cube: derdemachtswortel van | cube root of
root: machtswortel van | root of
degreeOf: met wortelexponent | with index
abs: absolute waarde van | absolute value of
endAbs: einde absolute waarde | end absolute value
floor: naar beneden afgerond | floor of
endFloor: einde afronding | end floor
ceiling: naar boven afgerond | ceiling of
endCeiling: einde afronding | end ceiling
conjugate: geconjugeerde van | conjugate of
endConjugate: einde geconjugeerde | end conjugate
log: logaritme | logarithm
base: met grondtal | with base
of: van | of
factorial: faculteit | factorial
percent: procent | percent
degree: graden | degrees
list: lijst | list
endList: einde lijst | end list
set: verzameling | set
endSet: einde verzameling | end set
emptySet: lege verzameling | empty set
tuple: punt | point
endTuple: einde punt | end point
matrix: matrix | matrix
row: rij | row
endMatrix: einde matrix | end matrix
interval: interval van | interval from
to: tot | to
including: inbegrepen | included
excluding: niet inbegrepen | excluded
index: index | sub
endIndex: einde index | end sub
prime: accent | prime
inverse: inverse | inverse
capital: hoofdletter | capital
diff: afgeleide naar | derivative with respect to
integral: integraal | integral
from: van | from
endIntegral: einde integraal | end integral
sum: som voor | sum for
product: product voor | product for
endSum: einde som | end sum
endProduct: einde product | end product
limit: limiet voor | limit as
goes: naar | goes to
plus: van boven | from above
minus: van beneden | from below
if: als | if
else: anders | otherwise
endCases: einde gevallen | end cases
inf: oneindig | infinity
minf: min oneindig | minus infinity
true: waar | true
false: onwaar | false
all: alle waarden | all values
none: geen waarden | no values
half: half | half
halves: halven | halves
quarter: kwart | quarter
quarters: kwart | quarters
third: derde | third
thirds: derde | thirds
fifth: vijfde | fifth
fifths: vijfde | fifths
sixth: zesde | sixth
sixths: zesde | sixths
eighth: achtste | eighth
eighths: achtste | eighths
tenth: tiende | tenth
tenths: tiende | tenths
sin: sinus | sine
cos: cosinus | cosine
tan: tangens | tangent
cot: cotangens | cotangent
sec: secans | secant
csc: cosecans | cosecant
asin: arcsinus | arc sine
acos: arccosinus | arc cosine
atan: arctangens | arc tangent
acot: arccotangens | arc cotangent
asec: arcsecans | arc secant
acsc: arccosecans | arc cosecant
sinh: sinus hyperbolicus | hyperbolic sine
cosh: cosinus hyperbolicus | hyperbolic cosine
tanh: tangens hyperbolicus | hyperbolic tangent
ln: natuurlijke logaritme | natural logarithm
exp: e-macht | exponential
gcd: grootste gemene deler | greatest common divisor
lcm: kleinste gemene veelvoud | least common multiple
max: maximum | maximum
min: minimum | minimum
mod: rest | remainder
signum: teken | sign
alpha: alfa | alpha
beta: bèta | beta
theta: thèta | theta
phi: fi | phi
eta: èta | eta
zeta: zèta | zeta
`)

type Words = Readonly<Record<string, string>>

function table(lines: string): { nl: Words; en: Words } {
  const rows = lines
    .trim()
    .split('\n')
    .map(line => /^(\S+): (.*) \| (.*)$/.exec(line) ?? [])
  const column = (k: number) => Object.fromEntries(rows.map(row => [row[1] ?? '', row[k] ?? '']))
  return { nl: column(2), en: column(3) }
}

const counted = {
  nl: ['', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}
const parts: Readonly<Record<string, string>> = {
  2: 'half',
  3: 'third',
  4: 'quarter',
  5: 'fifth',
  6: 'sixth',
  8: 'eighth',
  10: 'tenth',
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
