import { equal } from '../exact/rational.ts'
import type { Expr } from '../tree.ts'
import { numberOf } from './form.ts'
import { close } from './value.ts'

/** A real number as a double, with its exact form where one is known. */
export interface Root {
  readonly value: number
  readonly exact: Expr | null
}

/** All numbers between two ends; the ends are the same number for a single point. */
export interface Span {
  readonly from: Root
  readonly to: Root
  readonly fromClosed: boolean
  readonly toClosed: boolean
}

/** The numbers `base + k·period` for every whole k. */
export interface Family {
  readonly base: Root
  readonly period: Root
}

/** A set of real numbers: disjoint spans from left to right, and families that repeat for ever. */
export interface RealSet {
  readonly spans: readonly Span[]
  readonly families: readonly Family[]
}

export const infinite: Root = { value: Number.POSITIVE_INFINITY, exact: null }
export const below: Root = { value: Number.NEGATIVE_INFINITY, exact: null }

export const nothing: RealSet = { spans: [], families: [] }
export const everything: RealSet = {
  spans: [{ from: below, to: infinite, fromClosed: false, toClosed: false }],
  families: [],
}

/** The set of these numbers; the same number twice counts once. */
export function ofPoints(points: readonly Root[]): RealSet {
  return {
    spans: distinct(points).map(p => ({ from: p, to: p, fromClosed: true, toClosed: true })),
    families: [],
  }
}

function distinct(points: readonly Root[]): Root[] {
  const sorted = [...points].sort((a, b) => a.value - b.value)
  const kept: Root[] = []
  for (const p of sorted) {
    const last = kept.at(-1)
    if (!last || !close(last.value, p.value) || differ(last, p)) kept.push(p)
    else if (!last.exact && p.exact) kept[kept.length - 1] = p
  }
  return kept
}

/** Whether two numbers that are close are different fractions. */
function differ(a: Root, b: Root): boolean {
  const [x, y] = [a.exact && numberOf(a.exact), b.exact && numberOf(b.exact)]
  return !!x && !!y && !equal(x, y)
}

/** The single points of a set; null where it has more than points. */
export function pointsOf(set: RealSet): readonly Root[] | null {
  if (set.families.length > 0 || set.spans.some(s => s.from.value !== s.to.value)) return null
  return set.spans.map(s => s.from)
}

/** Whether a number is in the set; a number that is an end but for rounding counts as that end. */
export function contains(set: RealSet, value: number): boolean {
  return set.spans.some(s => inSpan(s, value)) || set.families.some(f => inFamily(f, value))
}

function inSpan(s: Span, value: number): boolean {
  if (close(value, s.from.value)) return s.fromClosed
  if (close(value, s.to.value)) return s.toClosed
  return value > s.from.value && value < s.to.value
}

function inFamily(f: Family, value: number): boolean {
  const turns = (value - f.base.value) / f.period.value
  return Math.abs(turns - Math.round(turns)) < 1e-9 * Math.max(1, Math.abs(turns))
}

/** The set of all numbers of which these sets, by what they hold, say so; null where families stand in the way. */
export function combine(
  sets: readonly RealSet[],
  holds: (member: readonly boolean[]) => boolean,
): RealSet | null {
  if (sets.some(set => set.families.length > 0)) return null
  const ends = distinct(
    sets.flatMap(set => set.spans.flatMap(s => [s.from, s.to])).filter(end => Number.isFinite(end.value)),
  )
  return fromTests(ends, value => holds(sets.map(set => contains(set, value))))
}

/** The set from its possible ends, by testing these and a number in each gap. */
export function fromTests(candidates: readonly Root[], holds: (value: number) => boolean): RealSet {
  const ends = distinct(candidates)
  const spans: Span[] = []
  let open: { from: Root; closed: boolean } | null = null
  const edges = [below, ...ends, infinite]
  edges.forEach((end, k) => {
    const next = edges[k + 1]
    const at = Number.isFinite(end.value) && holds(end.value)
    if (open && !at) {
      if (Number.isFinite(end.value))
        spans.push({ from: open.from, fromClosed: open.closed, to: end, toClosed: false })
      open = Number.isFinite(end.value) ? null : open
    }
    const after = next !== undefined && holds(between(end.value, next.value))
    if (at && !after) {
      spans.push({ from: open?.from ?? end, fromClosed: open?.closed ?? true, to: end, toClosed: true })
      open = null
    } else if (after) open ??= { from: end, closed: at }
    if (!next && open) spans.push({ from: open.from, fromClosed: open.closed, to: infinite, toClosed: false })
  })
  return { spans, families: [] }
}

function between(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY)
    return b === Number.POSITIVE_INFINITY ? 0 : b - Math.max(1, Math.abs(b)) * 0.734
  if (b === Number.POSITIVE_INFINITY) return a + Math.max(1, Math.abs(a)) * 0.734
  return (a + b) / 2
}

/** Both sets together; families stay beside each other. */
export function union(sets: readonly RealSet[]): RealSet {
  const plain = combine(
    sets.map(set => ({ spans: set.spans, families: [] })),
    member => member.includes(true),
  )
  return { spans: plain?.spans ?? [], families: sets.flatMap(set => set.families) }
}

/** What all sets have; families are kept where the others hold single points or bounded spans. */
export function intersection(sets: readonly RealSet[]): RealSet | null {
  const withFamilies = sets.filter(set => set.families.length > 0)
  if (withFamilies.length === 0) return combine(sets, member => !member.includes(false))
  const plain = sets.filter(set => set.families.length === 0)
  const common = combine(plain.length ? plain : [everything], member => !member.includes(false))
  const [only] = withFamilies
  if (!common || !only || withFamilies.length > 1) return null
  if (common.spans.some(s => !Number.isFinite(s.from.value) || !Number.isFinite(s.to.value))) return null
  const found = common.spans.flatMap(span => only.families.flatMap(f => within(f, span)))
  const points = only.spans.map(s => s.from).filter(p => contains(common, p.value))
  return ofPoints([...found, ...points])
}

function within(f: Family, span: Span): Root[] {
  const first = Math.ceil((span.from.value - f.base.value) / f.period.value - 1e-9)
  const found: Root[] = []
  for (let k = first; found.length < 200; k += 1) {
    const value = f.base.value + k * f.period.value
    if (value > span.to.value + 1e-9) break
    if (inSpan(span, value)) found.push({ value, exact: shifted(f, k) })
  }
  return found
}

/** The exact form of a member of a family, where both its parts have one. */
export function shifted(f: Family, k: number): Expr | null {
  if (!f.base.exact || !f.period.exact) return null
  const turns: Expr = { kind: 'op', op: '*', args: [number(k), f.period.exact] }
  return { kind: 'op', op: '+', args: [f.base.exact, turns] }
}

function number(k: number): Expr {
  const size: Expr = { kind: 'num', value: { n: BigInt(Math.abs(k)), d: 1n }, text: `${Math.abs(k)}` }
  return k < 0 ? { kind: 'op', op: '-', args: [size] } : size
}

/** The families written with one common period, bases from zero up; null where periods have no common multiple of reasonable size. */
export function aligned(families: readonly Family[]): { period: number; bases: readonly Root[] } | null {
  const [first] = families
  if (!first) return { period: 0, bases: [] }
  let period = Math.abs(first.period.value)
  for (const f of families) {
    const times = multipleOf(period, Math.abs(f.period.value))
    if (times === null) return null
    period *= times
  }
  const bases = families.flatMap(f => {
    const count = Math.round(period / Math.abs(f.period.value))
    return Array.from({ length: count }, (_, k) => ({
      value: modulo(f.base.value + k * Math.abs(f.period.value), period),
      exact: shifted(f, k),
    }))
  })
  return { period, bases: distinct(bases) }
}

function multipleOf(period: number, other: number): number | null {
  for (let k = 1; k <= 60; k += 1) {
    const turns = (period * k) / other
    if (Math.abs(turns - Math.round(turns)) < 1e-9 * turns) return k
  }
  return null
}

function modulo(value: number, period: number): number {
  const rest = value - Math.floor(value / period) * period
  return close(rest, period) || close(rest, 0) ? 0 : rest
}
