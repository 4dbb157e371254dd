import type { Budget } from '../budget.ts'
import { type Expr, isOp, type Op, op, rewrite, sameTree, size, variables } from '../tree.ts'
import { withoutDiff } from './derive.ts'
import { expand, key, neat } from './form.ts'
import { formsOf, onEachSide } from './forms.ts'
import { type Rewriting, rewriting, rewritten, startsAt } from './pattern.ts'
import { aligned, contains, pointsOf, type RealSet } from './real-set.ts'
import { type Rule, rules } from './rules/index.ts'
import { solve } from './solve.ts'
import { solveSystem, type Tuple } from './system.ts'
import { close, type Point, pointsFor, valueAt } from './value.ts'

/** A mistake that explains how one line became another. */
export interface Recognised {
  readonly mistake: Rule
  /** The part of the line before to which it was done. */
  readonly at: Expr
  /** What the line before becomes by the mistake alone. */
  readonly made: Expr
  /** Lower is a better explanation. */
  readonly score: number
}

/**
 * The mistakes that explain the step, the best first, two at most: one rewriting that is not allowed, at any place of
 * the line or of a form that a right step gives, with any right steps after it. The caller knows that the step is not
 * right; the same is not asked here again. With `only`, no other mistakes are looked for.
 */
export function recognise(
  before: Expr,
  after: Expr,
  unknowns: readonly string[],
  budget: Budget,
  only?: ReadonlySet<string>,
): Recognised[] {
  if (size(before) + size(after) > largest) return []
  const target = targetOf(after, unknowns, budget)
  const harmless = targetOf(before, unknowns, budget)
  const best = new Map<string, number>()
  let found: Recognised[] = []
  let limit = Number.POSITIVE_INFINITY
  for (const { form, cost } of formsOf(before)) {
    if (cost > limit) break
    const work = 60 + 40 * size(form)
    budget.spend(10 * work)
    const least = (mistake: Rule): number => (mistake.weight ?? 0) + cost
    const hopeless = (mistake: Rule): boolean =>
      (only !== undefined && !only.has(mistake.name)) ||
      least(mistake) > limit ||
      least(mistake) >= (best.get(mistake.name) ?? Number.POSITIVE_INFINITY)
    const weigh = (candidate: Candidate, extra: number): void => {
      budget.spend(work)
      const { mistake } = candidate
      const fit = target(candidate.made)
      if (fit === null || ((mistake.weight ?? 0) >= vague && cost + fit >= 1)) return
      const score = least(mistake) + fit + extra
      if (score > limit || score >= (best.get(mistake.name) ?? Number.POSITIVE_INFINITY)) return
      if (harmless(candidate.made) !== null) return
      best.set(mistake.name, score)
      limit = Math.min(limit, score + 0.5)
      found = [...found.filter(other => other.mistake !== mistake), { ...candidate, score }]
    }
    const places = new Map<Rewriting, Candidate[]>()
    for (const candidate of candidates(form, budget, hopeless)) {
      weigh(candidate, 0)
      if (candidate.by) places.set(candidate.by, [...(places.get(candidate.by) ?? []), candidate])
    }
    for (const [by, list] of places) {
      const [first] = list
      if (first && new Set(list.map(one => one.at)).size > 1)
        weigh({ ...first, made: everywhere(form, by, budget) }, 0.4)
    }
  }
  return found
    .filter(r => r.score <= limit)
    .sort((a, b) => a.score - b.score)
    .slice(0, 2)
}

/** How large two lines may be together to look for a mistake in them. */
const largest = 600

/** From this weight on a mistake is so general that only the line as it stands may show it. */
const vague = 3

interface Candidate {
  readonly mistake: Rule
  readonly at: Expr
  readonly made: Expr
  readonly by: Rewriting | null
}

/** The same mistake made wherever it can be. */
function everywhere(line: Expr, by: Rewriting, budget: Budget): Expr {
  return rewrite(line, part => (part.kind === 'op' ? (rewritten(by, part, budget)[0] ?? part) : part))
}

interface Indexed {
  readonly mistake: Rule
  readonly rewritings: readonly Rewriting[]
}

/** Which mistakes can begin at which operator; made at the first use. */
let index: Map<string, readonly Indexed[]> | null = null
const anywhere = '*any*'

function startingAt(name: string): readonly Indexed[] {
  const all = byOperator()
  return all.get(name) ?? all.get(anywhere) ?? []
}

function byOperator(): ReadonlyMap<string, readonly Indexed[]> {
  if (index) return index
  const made = new Map<string, Indexed[]>()
  const put = (name: string, mistake: Rule, rule: Rewriting | null): void => {
    const list = made.get(name) ?? []
    made.set(name, list)
    const last = list.at(-1)
    if (rule && last?.mistake === mistake)
      list[list.length - 1] = { mistake, rewritings: [...last.rewritings, rule] }
    else list.push({ mistake, rewritings: rule ? [rule] : [] })
  }
  for (const mistake of rules) {
    if (mistake.also) put(anywhere, mistake, null)
    for (const text of mistake.make ?? []) {
      const rule = rewriting(text)
      for (const name of startsAt(rule) ?? [anywhere]) put(name, mistake, rule)
    }
  }
  const everywhere = made.get(anywhere) ?? []
  index = new Map(
    [...made].map(([name, list]) => [name, name === anywhere ? list : [...list, ...everywhere]]),
  )
  return index
}

/** All that one mistake makes of a line, at every place. */
export function* candidates(
  line: Expr,
  budget: Budget,
  skip: (mistake: Rule) => boolean = () => false,
): Generator<Candidate> {
  let count = 0
  for (const { part, put } of places(line, made => made)) {
    if (part.kind !== 'op') continue
    for (const { mistake, rewritings } of startingAt(part.op)) {
      if (skip(mistake)) continue
      for (const rule of rewritings) {
        for (const made of rewritten(rule, part, budget))
          yield { mistake, at: part, made: put(made), by: rule }
      }
      if (rewritings.length === 0)
        for (const made of mistake.also?.(part, line) ?? [])
          yield { mistake, at: part, made: put(made), by: null }
    }
    count += 1
    if (count > 120) return
  }
}

function* places(e: Expr, put: (made: Expr) => Expr): Generator<{ part: Expr; put: (made: Expr) => Expr }> {
  yield { part: e, put }
  if (e.kind !== 'op') return
  for (let k = 0; k < e.args.length; k += 1) {
    const arg = e.args[k]
    if (arg) yield* places(arg, made => put(op(e.op, ...e.args.map((old, j) => (j === k ? made : old)))))
  }
}

/** How well a candidate gives the line after it: 0 as it stands, more after further right steps; null where it does not. */
type Target = (candidate: Expr) => number | null

function targetOf(after: Expr, unknowns: readonly string[], budget: Budget): Target {
  const line = withoutDiff(after) ?? after
  const form = key(neat(line))
  const open = key(onEachSide(line, expand))
  const fits = isStatement(line) ? statementTarget(line, unknowns, budget) : valueTarget(line)
  return candidate => {
    const made = withoutDiff(candidate)
    if (!made || !fits(made)) return null
    if (key(neat(made)) === form) return 0
    return key(onEachSide(made, expand)) === open ? 0.5 : 1
  }
}

/** Whether a line says something, rather than being a value. */
export function isStatement(e: Expr): boolean {
  if (e.kind === 'sym') return ['true', 'false', 'all', 'none'].includes(e.name)
  return (
    e.kind === 'op' &&
    ['=', '<', '>', '<=', '>=', '#', 'or', 'and', 'chain', 'list', 'in', 'not', 'seq', 'set'].includes(e.op)
  )
}

function valueTarget(after: Expr): (candidate: Expr) => boolean {
  const names = variables(after)
  return candidate => {
    const all = [...new Set([...names, ...variables(candidate)])]
    return agree(pointsFor(all, 9), at => [valueAt(candidate, at), valueAt(after, at)], all.length)
  }
}

/** Whether two values are the same wherever both exist, in enough places; and not the one only where the other is not. */
function agree(
  points: readonly Point[],
  pair: (at: Point) => readonly [number, number],
  names: number,
): boolean {
  let both = 0
  for (const at of points) {
    const [a, b] = pair(at)
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue
    if (!close(a, b)) return false
    both += 1
  }
  return both >= (names === 0 ? 1 : 3)
}

function statementTarget(
  after: Expr,
  unknowns: readonly string[],
  budget: Budget,
): (candidate: Expr) => boolean {
  const bySolutions = solutionsFit(after, unknowns, budget)
  return candidate =>
    sameTree(candidate, after) ||
    proportional(candidate, after) ||
    isolatedFits(candidate, after) ||
    bySolutions(candidate)
}

/** How often a candidate may be solved in one search. */
const solvings = 60

function solutionsFit(
  after: Expr,
  unknowns: readonly string[],
  budget: Budget,
): (candidate: Expr) => boolean {
  const [name, ...others] = unknowns
  let left = solvings
  if (name === undefined) return () => false
  if (others.length > 0) {
    const solved = attempt(budget, part => solveSystem(after, unknowns, part))
    return candidate => {
      if (
        !solved ||
        solved.length === 0 ||
        left <= 0 ||
        !solved.every(tuple => holdsAt(candidate, numbersOf(tuple)))
      )
        return false
      left -= 1
      const other = attempt(budget, part => solveSystem(candidate, unknowns, part))
      return other?.length === solved.length
    }
  }
  let solved: RealSet | null | undefined
  return candidate => {
    solved = solved === undefined ? attempt(budget, part => solve(after, name, part)) : solved
    if (!solved || left <= 0 || !mayHold(candidate, name, solved)) return false
    left -= 1
    const other = attempt(budget, part => solve(candidate, name, part))
    return other !== null && sameSet(solved, other)
  }
}

function numbersOf(tuple: Tuple): Point {
  return Object.fromEntries(Object.entries(tuple).map(([name, root]) => [name, root.value]))
}

function attempt<T>(budget: Budget, work: (budget: Budget) => T | null): T | null {
  return budget.attempt(0.2, work)
}

/** Whether two single relations say the same since the differences of their sides stand in one ratio everywhere. */
function proportional(a: Expr, b: Expr): boolean {
  const [f, g] = [differenceOf(a), differenceOf(b)]
  if (!f || !g) return false
  const names = [...new Set([...variables(f.e), ...variables(g.e)])]
  let ratio: number | null = null
  let count = 0
  for (const at of pointsFor(names, 8)) {
    const [x, y] = [valueAt(f.e, at), valueAt(g.e, at)]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    if (Math.abs(y) < 1e-12 || Math.abs(x) < 1e-12) {
      if (Math.abs(y) < 1e-12 && Math.abs(x) < 1e-12) continue
      return false
    }
    ratio ??= x / y
    if (!close(x / y, ratio)) return false
    count += 1
  }
  return (
    count >= 3 &&
    ratio !== null &&
    (f.relation === '=' ? g.relation === '=' : f.relation === (ratio > 0 ? g.relation : flipped[g.relation]))
  )
}

const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

function differenceOf(e: Expr): { e: Expr; relation: string } | null {
  if (e.kind !== 'op' || !['=', '<', '>', '<=', '>='].includes(e.op)) return null
  const [left, right] = e.args
  return left && right ? { e: op('+', left, op('-', right)), relation: e.op } : null
}

/** Whether an equation in several unknowns holds where another one, solved for one of them, does. */
function isolatedFits(candidate: Expr, after: Expr): boolean {
  if (!isOp(after, '=', 2) || !isOp(candidate, '=', 2)) return false
  const [left, right] = after.args
  const name = left?.kind === 'sym' ? left.name : null
  const f = differenceOf(candidate)
  if (name === null || !right || !f || !variables(candidate).includes(name) || variables(right).length === 0)
    return false
  let count = 0
  for (const at of pointsFor(
    variables(after).filter(v => v !== name),
    6,
  )) {
    const value = valueAt(right, at)
    if (!Number.isFinite(value)) continue
    const size = valueAt(f.e, { ...at, [name]: value + 1 })
    const rest = valueAt(f.e, { ...at, [name]: value })
    if (!Number.isFinite(rest)) continue
    if (Math.abs(rest) > 1e-9 * Math.max(1, Math.abs(size))) return false
    count += 1
  }
  return count >= 3
}

/** A quick look whether a statement may have that set of solutions. */
function mayHold(candidate: Expr, unknown: string, set: RealSet): boolean {
  const points = pointsOf(set)
  const members = points
    ? points.map(p => p.value)
    : set.families.length
      ? set.families.flatMap(f => [f.base.value, f.base.value + f.period.value])
      : set.spans.map(s => inside(s.from.value, s.to.value))
  if (!members.every(value => holdsAt(candidate, { [unknown]: value }))) return false
  const others = [-7.31, -2.417, -0.613, 0.377, 1.933, 5.71, 13.37].filter(value => !contains(set, value))
  return others.every(value => !holdsAt(candidate, { [unknown]: value }))
}

function inside(a: number, b: number): number {
  if (!Number.isFinite(a)) return Number.isFinite(b) ? b - 1.37 : 0.37
  return Number.isFinite(b) ? (a + b) / 2 : a + 1.37
}

/** Whether a statement holds at a point, but for rounding. */
export function holdsAt(e: Expr, at: Point): boolean {
  if (e.kind !== 'op') return e.kind === 'sym' && (e.name === 'true' || e.name === 'all')
  if (e.op === 'or' || e.op === 'list') return e.args.some(arg => holdsAt(arg, at))
  if (e.op === 'and' || e.op === 'chain') return e.args.every(arg => holdsAt(arg, at))
  return relationHolds(e, at)
}

function relationHolds(e: Op, at: Point): boolean {
  const [left, right] = e.args
  if (!left || !right) return false
  const [a, b] = [valueAt(left, at), valueAt(right, at)]
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  const equal = close(a, b, 1e-7)
  if (e.op === '=') return equal
  if (e.op === '#') return !equal
  if (equal) return e.op.endsWith('=')
  return e.op.startsWith('<') ? a < b : a > b
}

/** Whether two sets have the same members, as doubles tell. */
export function sameSet(a: RealSet, b: RealSet): boolean {
  if (a.spans.length !== b.spans.length) return false
  const spans = a.spans.every((s, k) => {
    const t = b.spans[k]
    if (!t) return false
    const ends = close(s.from.value, t.from.value) && close(s.to.value, t.to.value)
    return ends && s.fromClosed === t.fromClosed && s.toClosed === t.toClosed
  })
  return spans && sameFamilies(a, b)
}

function sameFamilies(a: RealSet, b: RealSet): boolean {
  if (a.families.length === 0 || b.families.length === 0) return a.families.length === b.families.length
  const everyBase = (from: RealSet, into: RealSet): boolean => {
    const both = aligned(from.families)
    return (
      both?.bases.every(base =>
        [0, 1, 2, 3, 4, 5].every(k => contains(into, base.value + k * both.period)),
      ) ?? false
    )
  }
  return everyBase(a, b) && everyBase(b, a)
}
