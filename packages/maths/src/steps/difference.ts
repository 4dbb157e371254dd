import { type Expr, op, sym } from '../tree.ts'
import { minus, neat, numberOf } from './form.ts'
import { combine, contains, type Family, type RealSet, type Root, type Span } from './real-set.ts'
import type { StepVerdict } from './relate.ts'
import type { Tuple } from './system.ts'

/** What two statements have to do with each other. */
export interface Difference {
  readonly lost: readonly Expr[]
  readonly gained: readonly Expr[]
  readonly lostAt: readonly Root[]
  readonly gainedAt: readonly Root[]
  /** Whether what is lost is only part of what there was, and likewise what is gained. */
  readonly shares: boolean
  /** Whether the line before has no solution at all. */
  readonly fromNone: boolean
}

export function shownOf({ lost, gained }: Difference): Pick<StepVerdict, 'lost' | 'gained'> {
  return { ...(lost.length ? { lost } : {}), ...(gained.length ? { gained } : {}) }
}

/** Whether all that is gained is what is lost, rounded to a number of decimals. */
export function roundedOff({ lost, gained, lostAt, gainedAt }: Difference): boolean {
  if (gainedAt.length === 0 || gainedAt.length !== gained.length || lostAt.length !== lost.length)
    return false
  return gainedAt.every(g => lostAt.some(l => isRoundingOf(g, l.value))) && lostAt.length === gainedAt.length
}

function isRoundingOf(g: Root, value: number): boolean {
  const digits = g.exact && numberOf(g.exact)
  if (!digits || digits.d === 1n) return false
  for (let k = 1; k <= 12; k += 1) {
    const power = 10n ** BigInt(k)
    if (power % digits.d === 0n) return Math.abs(g.value - value) <= 0.500001 / Number(power)
  }
  return false
}

export function endsOf(set: RealSet): Root[] {
  return set.spans.flatMap(s => [s.from, s.to])
}

export function asEquations(tuple: Tuple, names: readonly string[]): Expr {
  const parts = names.flatMap(name => (tuple[name] ? [op('=', sym(name), shownRoot(tuple[name]))] : []))
  return parts.length === 1 && parts[0] ? parts[0] : op('and', ...parts)
}

function approximation(value: number): Expr {
  const text = Math.abs(value).toPrecision(6)
  const size: Expr = {
    kind: 'num',
    value: { n: BigInt(Math.round(Math.abs(value) * 1e6)), d: 1_000_000n },
    text,
  }
  return value < 0 ? minus(size) : size
}

/** Numbers that are in a set, some of each part. */
export function samples(set: RealSet | null): number[] {
  if (!set) return []
  const inner = set.spans.map(s => {
    if (s.from.value === s.to.value) return s.from.value
    if (!Number.isFinite(s.from.value)) return Number.isFinite(s.to.value) ? s.to.value - 1.37 : 0.37
    return Number.isFinite(s.to.value) ? (s.from.value + s.to.value) / 2 : s.from.value + 1.37
  })
  return [...inner, ...set.families.flatMap(f => [-1, 0, 1, 2].map(k => f.base.value + k * f.period.value))]
}

export function ofSets(a: RealSet, b: RealSet, name: string): Difference {
  const [lost, gained] = [without(a, b, name), without(b, a, name)]
  const common = samples(a).some(value => contains(b, value)) || samples(b).some(value => contains(a, value))
  return {
    lost: lost.shown,
    gained: gained.shown,
    lostAt: lost.points,
    gainedAt: gained.points,
    shares: common || emptyAgainstPoints(a, b),
    fromNone: a.spans.length === 0 && a.families.length === 0,
  }
}

/** All solutions lost, or all of them added: there is nothing in common then, and yet nothing else is wrong. */
function emptyAgainstPoints(a: RealSet, b: RealSet): boolean {
  const isNone = (set: RealSet): boolean => set.spans.length === 0 && set.families.length === 0
  return isNone(a) !== isNone(b)
}

/** What the first set has and the second has not, as statements. */
export function without(a: RealSet, b: RealSet, name: string): { shown: Expr[]; points: Root[] } {
  const families = a.families.filter(f => !turns(f).every(value => contains(b, value)))
  const plain = a.spans.flatMap(span => spansWithout(span, b))
  const points = plain.filter(s => s.from.value === s.to.value).map(s => s.from)
  return {
    shown: [...plain.map(s => asStatement(s, name)), ...families.flatMap(f => ofFamily(f, name))],
    points,
  }
}

/** What is left of a span; a set with families can only take single points of it. */
function spansWithout(span: Span, b: RealSet): readonly Span[] {
  if (span.from.value === span.to.value) return contains(b, span.from.value) ? [] : [span]
  const plain = { spans: b.spans, families: [] }
  return (
    combine([{ spans: [span], families: [] }, plain], ([mine, other]) => mine === true && other !== true)
      ?.spans ?? []
  )
}

function turns(f: Family): number[] {
  return Array.from({ length: 24 }, (_, k) => f.base.value + (k - 12) * f.period.value)
}

function ofFamily({ base, period }: Family, name: string): Expr[] {
  if (!base.exact || !period.exact) return []
  return [op('=', sym(name), neat(op('+', base.exact, op('*', sym('k'), period.exact))))]
}

function asStatement(s: Span, name: string): Expr {
  const x = sym(name)
  if (s.from.value === s.to.value) return op('=', x, shownRoot(s.from))
  const low = Number.isFinite(s.from.value) ? op(s.fromClosed ? '>=' : '>', x, shownRoot(s.from)) : null
  const high = Number.isFinite(s.to.value) ? op(s.toClosed ? '<=' : '<', x, shownRoot(s.to)) : null
  return low && high ? op('and', low, high) : (low ?? high ?? sym('all'))
}

function shownRoot(root: Root): Expr {
  return root.exact ?? approximation(root.value)
}
