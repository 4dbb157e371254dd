import { fromLiteral, one, power, product, type Rational, whole, zero } from '../exact/rational.ts'

/** A unit as a multiple of base units: `factor · π^turns · ∏ base^exponent`, and for a temperature scale where it starts. */
export interface Unit {
  readonly factor: Rational
  /** The power of π in the factor: 1 for a degree, which is π/180 rad. */
  readonly turns: number
  /** Exponents of base units, by name. */
  readonly base: ReadonlyMap<string, number>
  /** What is added, in base units, where the unit stands alone: 273.15 for degrees Celsius. */
  readonly offset: Rational
}

/**
 * Every unit: its name, `*` where prefixes go before it, and what it is: a factor and units with their exponents, or
 * nothing for a base unit (`pi` counts as a factor). Factors are exact by definition, but for the atomic mass. Sources: The International System
 * of Units, 9th edition (2019); NIST Special Publication 811; CODATA 2018 for u.
 */
const source =
  'm*=;s*=;kg=;A*=;K*=;mol*=;cd*=;rad*=;sr*=;bit*=;B*=;Np*=;g*=1e-3 kg;' +
  'Hz*=s-1;N*=kg m s-2;Pa*=N m-2;J*=N m;W*=J s-1;C*=A s;V*=W A-1;F*=C V-1;ohm*=V A-1;Omega*=ohm;Ω*=ohm;S*=ohm-1;Wb*=V s;T*=Wb m-2;H*=Wb A-1;' +
  'lm*=cd sr;lx*=lm m-2;Bq*=s-1;Gy*=J kg-1;Sv*=Gy;kat*=mol s-1;' +
  'l*=1e-3 m3;L*=l;t*=1e3 kg;min=60 s;h=3600 s;hr=h;d=24 h;day=d;week=7 d;yr=365.25 d;year=yr;ha=1e4 m2;' +
  'deg=1/180 pi rad;rev=2 pi rad;rpm=rev min-1;' +
  'eV*=1.602176634e-19 J;u=1.6605390666e-27 kg;amu=u;Da*=u;au=149597870700 m;ly=9460730472580800 m;Å=1e-10 m;' +
  'bar*=1e5 Pa;atm=101325 Pa;torr*=20265/152 Pa;Torr*=torr;mmHg=133.322387415 Pa;psi=lbf in-2;dyn*=1e-5 N;lbf=4.4482216152605 N;' +
  'cal*=4.184 J;Cal=kcal;Btu=1055.05585262 J;erg*=1e-7 J;Wh*=W h;VA*=W;Ah*=A h;hp=550 ft lbf s-1;' +
  'in=0.0254 m;ft=12 in;yd=3 ft;mi=5280 ft;nmi=1852 m;acre=4840 yd2;cc=cm3;gal=231 in3;lb=0.45359237 kg;oz=0.0625 lb;' +
  'mph=mi h-1;kmh=km h-1;kph=kmh;knot=nmi h-1;M*=mol l-1;dpt=m-1;Ci*=3.7e10 Bq;rem*=1e-2 Sv;ppm=1e-6;ppb=1e-9;degC=K;degF=5/9 K'

/** Multiples, by the letters before a unit. */
const prefixes: Readonly<Record<string, number>> = {
  da: 1,
  Y: 24,
  Z: 21,
  E: 18,
  P: 15,
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  d: -1,
  c: -2,
  m: -3,
  u: -6,
  µ: -6,
  μ: -6,
  n: -9,
  p: -12,
  f: -15,
  a: -18,
  z: -21,
  y: -24,
}

interface Entry {
  readonly definition: string
  readonly prefixed: boolean
}

let entries: ReadonlyMap<string, Entry> | undefined
const known = new Map<string, Unit | null>()

/** Where scales of temperature start, in kelvin. */
const starts: Readonly<Record<string, Rational>> = {
  degC: { n: 5463n, d: 20n },
  degF: { n: 45967n, d: 180n },
}

/** A unit by its symbol, with or without a prefix: `km`, `mol`, `Mg`. Capitals count; null where there is none. */
export function unitNamed(name: string): Unit | null {
  const before = known.get(name)
  if (before !== undefined) return before
  const found = read(name)
  if (known.size < mostKnown) known.set(name, found)
  return found
}

/** Names come from pupils too, so that not all of them are kept. */
const mostKnown = 2000

/** Whether a name is the symbol of a unit. */
export function isUnit(name: string): boolean {
  return unitNamed(name) !== null
}

/** Symbols that differ from a name in capitals only, for who typed `Kj`. */
export function unitsLike(name: string): readonly string[] {
  const wanted = name.toLowerCase()
  const found: string[] = []
  for (const [symbol, entry] of table()) {
    const multiples = entry.prefixed ? ['', ...Object.keys(prefixes)] : ['']
    found.push(
      ...multiples
        .map(prefix => `${prefix}${symbol}`)
        .filter(each => each !== name && each.toLowerCase() === wanted),
    )
  }
  return found
}

function table(): ReadonlyMap<string, Entry> {
  entries ??= new Map(source.split(';').map(line => entry(line)))
  return entries
}

function entry(line: string): [string, Entry] {
  const [left = '', definition = ''] = line.split('=')
  return [left.replace('*', ''), { definition, prefixed: left.endsWith('*') }]
}

function read(name: string): Unit | null {
  const found = table().get(name)
  if (found) return defined(name, found.definition)
  for (const [prefix, exponent] of Object.entries(prefixes)) {
    const rest = name.slice(prefix.length)
    if (!name.startsWith(prefix) || table().get(rest)?.prefixed !== true) continue
    const unit = unitNamed(rest)
    return unit && { ...unit, factor: product(unit.factor, power(whole(10), exponent)) }
  }
  return null
}

function defined(name: string, definition: string): Unit {
  let unit: Unit = { factor: one, turns: 0, base: new Map(), offset: starts[name] ?? zero }
  if (definition === '') return { ...unit, base: new Map([[name, 1]]) }
  for (const word of definition.split(' ')) unit = times(unit, word)
  return unit
}

function times(unit: Unit, word: string): Unit {
  if (word === 'pi') return { ...unit, turns: unit.turns + 1 }
  if (/^\d/.test(word)) return { ...unit, factor: product(unit.factor, number(word)) }
  const [, name = '', exponent = '1'] = /^(.*?)(-?\d+)?$/.exec(word) ?? []
  const other = unitNamed(name)
  const made = other && combined(unit, other, Number(exponent))
  return made ? { ...made, offset: unit.offset } : unit
}

function number(word: string): Rational {
  const [above = '1', below = '1'] = word.split('/')
  return product(fromLiteral(above) ?? one, power(fromLiteral(below) ?? one, -1))
}

/** `a · b^exponent`; null for a broken exponent of a unit that is a multiple of base units. */
export function combined(a: Unit, b: Unit, exponent: number): Unit | null {
  const even = Number.isInteger(exponent)
  if (!even && (b.factor.n !== b.factor.d || b.turns !== 0)) return null
  const base = new Map(a.base)
  for (const [name, count] of b.base) base.set(name, (base.get(name) ?? 0) + count * exponent)
  for (const [name, count] of base) if (count === 0) base.delete(name)
  const factor = even ? product(a.factor, power(b.factor, exponent)) : a.factor
  return { factor, turns: a.turns + b.turns * exponent, base, offset: zero }
}
