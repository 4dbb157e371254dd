import { Budget, BudgetSpent } from '../budget.ts'
import { printText } from '../print/text.ts'
import { type Expr, int, isOp, op, rewrite, sameTree, size, some, sym, variables } from '../tree.ts'
import type { Assumptions, Basis, Reason } from '../verdict.ts'
import {
  all,
  conditionAgainst,
  consequences,
  distinct,
  guardedBy,
  nonNegative,
  onlyIn,
  withoutOuterLog,
} from './conditions.ts'
import { withoutDiff } from './derive.ts'
import { asEquations, type Difference, endsOf, ofSets, roundedOff, shownOf } from './difference.ts'
import { minus, neat, numeral } from './form.ts'
import { plainLines } from './lines.ts'
import { distance } from './progress.ts'
import {
  type Family,
  infinite,
  intersection,
  pointsOf,
  type RealSet,
  type Root,
  shifted,
} from './real-set.ts'
import { holdsAt, isStatement, type Recognised, recognise, sameSet } from './recognise.ts'
import { same, sameStatement } from './same.ts'
import { guards, solve } from './solve.ts'
import { projected, sameTuple, solveSystem, type Tuple } from './system.ts'
import { isSolving, type Task, unknownsOf } from './task.ts'
import { together } from './together.ts'
import { close, pointsFor, valueAt } from './value.ts'
import { witnessed } from './witness.ts'

/** How a line stands to the one before it. */
export interface StepVerdict {
  readonly relation: 'nearer' | 'equivalent' | 'loses' | 'adds' | 'different' | 'mistake' | 'undecided'
  /** The solutions that the step loses or adds, as equations. */
  readonly lost?: readonly Expr[]
  readonly gained?: readonly Expr[]
  /** Under what condition the step would be right. */
  readonly condition?: Expr
  readonly mistake?: { readonly rule: string; readonly at: Expr }
  readonly reason: Reason
  readonly basis: Basis
}

const proved: Basis = { kind: 'proved' }

const refuted: Basis = { kind: 'refuted' }

const open: Basis = { kind: 'undecided' }

/** Judges one step. The names that a line is about come from the task, or from the line before. */
export function judgeStep(before: Expr, after: Expr, task: Task, budget: Budget = new Budget()): StepVerdict {
  const [a = before, b = after] = plainLines([before, after], task)
  try {
    return new Judge(task, unknownsOf(task, [a, b]), budget).step(a, b)
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error
    return undecided
  }
}

/** How large two lines may be together to be solved. */
const largest = 2000

const undecided: StepVerdict = { relation: 'undecided', reason: { code: 'steps.undecided' }, basis: open }

function conditional(right: StepVerdict, condition: Expr): StepVerdict {
  return { ...right, condition, reason: { code: 'steps.domain', data: { condition: printText(condition) } } }
}

/** What real numbers show of two values: that they differ, or that the second has none where the first has. */
function compareValues(a: Expr, b: Expr, assume: Assumptions): 'different' | 'narrower' | 'alike' {
  const names = [...new Set([...variables(a), ...variables(b)])]
  let narrower = false
  for (const point of pointsFor(names, 14)) {
    const at = Object.fromEntries(
      Object.entries(point).map(([name, x]) => [name, isPositive(name, assume) ? Math.abs(x) : x]),
    )
    const [x, y] = [valueAt(a, at), valueAt(b, at)]
    if (!Number.isFinite(x)) continue
    if (!Number.isFinite(y)) narrower = true
    else if (!close(x, y, 1e-7)) return 'different'
  }
  return narrower ? 'narrower' : 'alike'
}

function isPositive(name: string, assume: Assumptions): boolean {
  return assume.all === 'positive' || (assume.positive?.has(name) ?? false)
}

/** With = where ≈ was written. */
function exactly(e: Expr): Expr {
  return rewrite(e, part => (part.kind === 'op' && part.op === 'approx' ? op('=', ...part.args) : part))
}

/** Judges steps of one task. */
export class Judge {
  readonly task: Task
  readonly unknowns: readonly string[]
  readonly budget: Budget
  readonly assume: Assumptions

  constructor(task: Task, unknowns: readonly string[], budget: Budget) {
    this.task = task
    this.unknowns = unknowns
    this.budget = budget
    this.assume = task.assume ?? {}
  }

  step(before: Expr, after: Expr): StepVerdict {
    const work = size(before) + size(after)
    this.budget.spend(200 + 100 * work)
    if (work > largest) return this.#large(before, after)
    const rounded = some(after, part => isOp(part, 'approx'))
    const verdict = this.#exactStep(exactly(before), exactly(after))
    return rounded && verdict.reason.code === 'steps.rounded'
      ? { relation: 'nearer', reason: { code: 'steps.approximate' }, basis: proved }
      : verdict
  }

  /** Lines that nobody writes by hand: equal by a proof, or left undecided. */
  #large(before: Expr, after: Expr): StepVerdict {
    if (sameTree(before, after))
      return { relation: 'equivalent', reason: { code: 'steps.repeated' }, basis: proved }
    if (isStatement(before) || isStatement(after) || guardedBy(before).length + guardedBy(after).length > 0)
      return undecided
    const equal = this.budget.attempt(0.8, part => same(before, after, this.assume, part))
    if (equal === null) return undecided
    const code = equal ? 'steps.equivalent' : 'steps.different'
    return { relation: equal ? 'equivalent' : 'different', reason: { code }, basis: equal ? proved : refuted }
  }

  #exactStep(before: Expr, after: Expr): StepVerdict {
    if (sameTree(before, after))
      return { relation: 'equivalent', reason: { code: 'steps.repeated' }, basis: proved }
    if (isSolving(this.task) || isStatement(before) || isStatement(after))
      return this.#statements(before, after)
    return this.#values(before, after)
  }

  #values(before: Expr, after: Expr): StepVerdict {
    const [a, b] = [withoutDiff(before), withoutDiff(after)]
    if (!a || !b) return undecided
    const shown = compareValues(a, b, this.assume)
    if (shown === 'different') return this.#wrong(before, after)
    const equal = same(a, b, this.assume, this.budget)
    if (equal === null) return undecided
    if (!equal) return this.#wrong(before, after)
    if (shown === 'narrower') return this.#narrower(a, b)
    const condition = this.#domain(a, b)
    const right = this.#right(before, after)
    return condition ? conditional(right, condition) : right
  }

  /** Right where the line after has a value, which is not everywhere where the line before has. */
  #narrower(before: Expr, after: Expr): StepVerdict {
    const condition = all('and', distinct(onlyIn(guardedBy(after), guardedBy(before))))
    if (!condition) return this.#wrong(before, after)
    const right = this.#right(before, after)
    return {
      ...right,
      condition,
      reason: { code: 'steps.narrower', data: { condition: printText(condition) } },
    }
  }

  #right(before: Expr, after: Expr): StepVerdict {
    const nearer =
      distance(after, this.task, this.unknowns) < distance(before, this.task, this.unknowns) - 1e-9
    return {
      relation: nearer ? 'nearer' : 'equivalent',
      reason: { code: nearer ? 'steps.nearer' : 'steps.equivalent' },
      basis: proved,
    }
  }

  /** Where the line before has no value and the line after has, as a condition; null where there is no such place. */
  #domain(before: Expr, after: Expr): Expr | null {
    const [name] = this.unknowns
    if (name === undefined) return null
    const closed = onlyIn(guardedBy(before), guardedBy(after)).filter(
      guard => !isOp(guard, '#') && this.#excludes(guard, before, after),
    )
    const gone: Expr[] = []
    for (const guard of guards(before)) {
      if (!variables(guard).every(v => v === name)) continue
      const zeros = this.budget.attempt(0.1, part => solve(op('=', guard, int(0)), name, part))
      for (const root of (zeros && pointsOf(zeros)) ?? []) {
        const at = { [name]: root.value }
        const isGone = Number.isNaN(valueAt(before, at)) && !Number.isNaN(valueAt(after, at))
        if (root.exact && isGone && closed.every(c => holdsAt(c, at)))
          gone.push(op('#', sym(name), root.exact))
      }
    }
    return all('and', distinct([...gone, ...closed]))
  }

  /** Whether the line after has a value somewhere that this condition keeps the line before from having. */
  #excludes(guard: Expr, before: Expr, after: Expr): boolean {
    const names = [...new Set([...variables(before), ...variables(after)])]
    return pointsFor(names, 14).some(
      at => !holdsAt(guard, at) && Number.isNaN(valueAt(before, at)) && !Number.isNaN(valueAt(after, at)),
    )
  }

  #statements(before: Expr, after: Expr): StepVerdict {
    const difference = this.#difference(before, after)
    if (difference === 'rounded')
      return { relation: 'different', reason: { code: 'steps.rounded' }, basis: refuted }
    if (difference === 'same') return this.#right(before, after)
    if (difference !== null && difference !== 'alike') return this.#unequal(before, after, difference)
    const apart = this.task.kind === 'system' ? 'and' : 'or'
    const [a, b] = [withoutOuterLog(before), withoutOuterLog(after)]
    const proof = this.budget.attempt(0.5, part => sameStatement(a, b, this.assume, part, apart))
    if (proof === true) return this.#provedUnder(before, after, a, b)
    if (difference === 'alike') return undecided
    if (this.#sameWithoutFractions(before, after)) return this.#underMissing(before, after)
    if (this.#several(before) && consequences(before).some(line => this.#proved(line, after))) {
      return { relation: 'adds', reason: { code: 'steps.adds' }, basis: refuted }
    }
    const system = this.unknowns.length > 1 || isOp(before, 'and')
    return system && proof === false ? this.#wrong(before, after) : this.#byNumbers(before, after)
  }

  /**
   * Right by a proof that leaves out where something has no value. What stands in one of the lines only, and may have
   * no value, is the condition; where that is about the unknown, the solutions may differ, and nothing is known.
   */
  #provedUnder(before: Expr, after: Expr, left: Expr, right: Expr): StepVerdict {
    const [a, b] = [guardedBy(left), guardedBy(right)]
    const missing = [...onlyIn(a, b), ...onlyIn(b, a)].filter(g => variables(g).length > 0)
    const names = new Set(this.unknowns)
    const unsure = missing.some(g => variables(g).some(v => names.has(v)))
    return unsure && !this.#several(before)
      ? this.#byNumbers(before, after)
      : this.#underMissing(before, after)
  }

  #several(line: Expr): boolean {
    return variables(line).some(v => !this.unknowns.includes(v))
  }

  #underMissing(before: Expr, after: Expr): StepVerdict {
    const [a, b] = [guardedBy(before), guardedBy(after)]
    const missing = [...onlyIn(a, b), ...onlyIn(b, a)].filter(g => variables(g).length > 0)
    const condition = all('and', distinct(missing))
    const right = this.#right(before, after)
    return condition ? conditional(right, condition) : right
  }

  #proved(a: Expr, b: Expr): boolean {
    return this.budget.attempt(0.3, part => sameStatement(a, b, this.assume, part)) === true
  }

  /** Whether two formulas in several letters are the same equation once their fractions are cleared. */
  #sameWithoutFractions(before: Expr, after: Expr): boolean {
    if (!isOp(before, '=', 2) || !isOp(after, '=', 2) || !this.#several(before)) return false
    const [f, g] = [before, after].map(
      e => together(op('+', e.args[0] ?? int(0), minus(e.args[1] ?? int(0)))).n,
    )
    if (!f || !g) return false
    const names = [...new Set([...variables(f), ...variables(g)])]
    const ratios = pointsFor(names, 4).map(at => valueAt(f, at) / valueAt(g, at))
    const factor = ratios[0] ?? Number.NaN
    const scaled = numeral({ n: BigInt(Math.round(factor * 5040) || 0), d: 5040n })
    if (!Number.isFinite(factor) || factor === 0 || !ratios.every(r => close(r, factor))) return false
    return same(f, op('*', neat(scaled), g), this.assume, this.budget) === true
  }

  /** With neither a proof nor all solutions: numbers can still refute. */
  #byNumbers(before: Expr, after: Expr): StepVerdict {
    this.budget.spend(20_000)
    const names = [...new Set([...variables(before), ...variables(after)])]
    return witnessed(before, after, names) ? this.#wrong(before, after) : undecided
  }

  #unequal(before: Expr, after: Expr, difference: Difference): StepVerdict {
    const { lost, gained } = difference
    if (roundedOff(difference))
      return {
        relation: 'different',
        ...shownOf(difference),
        reason: { code: 'steps.rounded' },
        basis: refuted,
      }
    const follows =
      lost.length === 0 &&
      !difference.fromNone &&
      (this.#follows(before, after) || this.#unsaid(before, after))
    const preferred = difference.fromNone
      ? impossible
      : lost.length > 0 && gained.length === 0
        ? tolerated
        : undefined
    const mistake = follows ? null : this.#recognised(before, after, preferred)
    const extra = shownOf(difference)
    const named =
      mistake && tolerated.has(mistake.mistake.name)
        ? { mistake: { rule: mistake.mistake.name, at: mistake.at } }
        : {}
    if (
      !difference.shares ||
      (lost.length && gained.length) ||
      (mistake &&
        (mistake.score < 1 || impossible.has(mistake.mistake.name)) &&
        !tolerated.has(mistake.mistake.name))
    ) {
      return { ...this.#wrong(before, after, mistake), ...extra }
    }
    const condition = lost.length
      ? this.#forLost(before, difference.lostAt)
      : this.#forGained(before, after, difference.gainedAt)
    const relation = lost.length ? 'loses' : 'adds'
    const code = `steps.${relation}${condition ? 'Under' : ''}`
    const data = condition ? { data: { condition: printText(condition) } } : {}
    return {
      relation,
      ...extra,
      ...named,
      ...(condition ? { condition } : {}),
      reason: { code, ...data },
      basis: refuted,
    }
  }

  /** Whether the line after is what squaring, clearing denominators or dropping logarithms gives: right steps that may add solutions. */
  #follows(before: Expr, after: Expr): boolean {
    const [name] = this.unknowns
    const target = name === undefined ? null : this.budget.attempt(0.2, part => solve(after, name, part))
    if (name === undefined || !target) return false
    return consequences(before).some(line => {
      const set = this.budget.attempt(0.2, part => solve(line, name, part))
      return set !== null && sameSet(set, target)
    })
  }

  #wrong(before: Expr, after: Expr, known?: Recognised | null): StepVerdict {
    const mistake = known === undefined ? this.#recognised(before, after) : known
    if (!mistake) return { relation: 'different', reason: { code: 'steps.different' }, basis: refuted }
    const losing = tolerated.has(mistake.mistake.name) && this.#several(before)
    return {
      relation: losing ? 'loses' : 'mistake',
      mistake: { rule: mistake.mistake.name, at: mistake.at },
      reason: { code: 'steps.mistake', data: { mistake: mistake.mistake.name } },
      basis: refuted,
    }
  }

  /** The mistake that explains a step best; a preferred one comes first. */
  #recognised(before: Expr, after: Expr, preferred?: ReadonlySet<string>): Recognised | null {
    const search = (only?: ReadonlySet<string>): Recognised | null =>
      this.budget.attempt(0.6, part => recognise(before, after, this.unknowns, part, only))?.[0] ?? null
    return (preferred ? search(preferred) : null) ?? search()
  }

  /** What the solutions of both lines differ in: nothing (the same), nothing that doubles show (rounded, or alike and not proved). */
  #difference(before: Expr, after: Expr): Difference | 'same' | 'rounded' | 'alike' | null {
    const names = new Set(variables(before))
    if (this.unknowns.length > 1) return this.#ofSystems(before, after)
    const [name] = this.unknowns
    if (name === undefined || [...names].some(v => v !== name && !counters.has(v))) return null
    const positive = isPositive(name, this.assume)
    const [a, b] = [before, after].map(line => {
      const set = this.budget.attempt(0.3, part => solve(line, name, part))
      return set && positive ? intersection([set, aboveZero]) : set
    })
    if (!a || !b) return null
    const exactness = this.#exactly(a, b)
    if (sameSet(a, b) || exactness === 'rounded') return exactness
    return ofSets(a, b, name)
  }

  /** Whether ends and families that are the same as doubles are the same. */
  #exactly(a: RealSet, b: RealSet): 'same' | 'rounded' | 'alike' {
    const answers = [
      ...endsOf(a).map(root =>
        this.#sameAsOne(
          root,
          endsOf(b).filter(other => close(other.value, root.value)),
        ),
      ),
      ...a.families.map(f => this.#sameFamily(f, b.families)),
    ]
    if (answers.includes(false)) return 'rounded'
    return answers.every(answer => answer === true) ? 'same' : 'alike'
  }

  /** Whether a number is one of those that are near it; null where that is not known, or there are none. */
  #sameAsOne(root: Root, near: readonly Root[]): boolean | null {
    const answers = near.map(other => this.#sameRoot(root, other))
    if (answers.includes(true)) return true
    return answers.length > 0 && answers.every(answer => answer === false) ? false : null
  }

  #sameFamily(f: Family, others: readonly Family[]): boolean | null {
    for (const g of others) {
      const turns = Math.round((f.base.value - g.base.value) / g.period.value)
      const turned = { value: g.base.value + turns * g.period.value, exact: shifted(g, turns) }
      if (close(turned.value, f.base.value)) return this.#sameAsOne(f.base, [turned])
    }
    return null
  }

  #sameRoot(a: Root, b: Root): boolean | null {
    if (!Number.isFinite(a.value)) return true
    return a.exact && b.exact ? same(a.exact, b.exact, {}, this.budget) : null
  }

  /** A line about some of the unknowns is held against what the line before says about these. */
  #ofSystems(before: Expr, after: Expr): Difference | 'same' | 'rounded' | 'alike' | null {
    const names = this.unknowns.filter(name => variables(after).includes(name))
    const fewer = names.length > 0 && names.length < this.unknowns.length
    const solved = (line: Expr, about: readonly string[]): readonly Tuple[] | null =>
      this.budget
        .attempt(0.3, part => solveSystem(line, about, part))
        ?.filter(tuple =>
          about.every(name => !isPositive(name, this.assume) || (tuple[name]?.value ?? 0) > 0),
        ) ?? null
    const [all, b] = [solved(before, this.unknowns), solved(after, fewer ? names : this.unknowns)]
    const a = all && fewer ? projected(all, names) : all
    if (!a || !b) return null
    const lost = a.filter(tuple => !b.some(other => sameTuple(tuple, other)))
    const gained = b.filter(tuple => !a.some(other => sameTuple(tuple, other)))
    if (lost.length === 0 && gained.length === 0) return this.#sameTuples(a, b)
    const shares = lost.length < a.length || gained.length < b.length
    const show = (tuple: Tuple): Expr => asEquations(tuple, this.unknowns)
    return {
      lost: lost.map(show),
      gained: gained.map(show),
      lostAt: [],
      gainedAt: [],
      shares: shares && a.length > 0 && b.length > 0,
      fromNone: a.length === 0,
    }
  }

  #sameTuples(a: readonly Tuple[], b: readonly Tuple[]): 'same' | 'rounded' | 'alike' {
    const answers = a.flatMap(tuple => {
      const other = b.find(one => sameTuple(tuple, one))
      return Object.entries(tuple).map(([name, root]) =>
        other?.[name] ? this.#sameRoot(root, other[name]) : null,
      )
    })
    if (answers.includes(false)) return 'rounded'
    return answers.every(answer => answer === true) ? 'same' : 'alike'
  }

  /** A step that loses numbers is right where the unknown is none of them. */
  #forLost(before: Expr, roots: readonly Root[]): Expr | null {
    const [name] = this.unknowns
    if (name === undefined || roots.length === 0 || roots.some(r => r.exact === null)) return null
    const parts = roots.map(
      r => nonNegative(before, { [name]: r.value }) ?? op('#', sym(name), r.exact ?? int(0)),
    )
    return all('and', distinct(parts))
  }

  /** What held in the line before by itself, and has to be said now: sides and arguments that are above zero, denominators that are not zero. */
  #forGained(before: Expr, after: Expr, roots: readonly Root[]): Expr | null {
    const [name] = this.unknowns
    if (name === undefined) return null
    const unsaid = all('and', distinct(onlyIn(guardedBy(before), guardedBy(after))))
    if (unsaid && this.#mends(before, after, unsaid, name)) return unsaid
    if (roots.length === 0) return null
    const found = roots.map(root => conditionAgainst(before, name, root))
    return found.some(c => c === null) ? null : all('and', distinct(found.filter(c => c !== null)))
  }

  /** Whether only what a function says by itself about its argument is missing. */
  #unsaid(before: Expr, after: Expr): boolean {
    const [name] = this.unknowns
    const guard = all('and', distinct(onlyIn(guardedBy(before), guardedBy(after))))
    const byFraction = guard !== null && some(guard, part => isOp(part, '#'))
    return name !== undefined && guard !== null && !byFraction && this.#mends(before, after, guard, name)
  }

  /** Whether the line after, with a condition beside it, has the solutions of the line before. */
  #mends(before: Expr, after: Expr, condition: Expr, name: string): boolean {
    const [a, b] = [before, op('and', after, condition)].map(line =>
      this.budget.attempt(0.2, part => solve(line, name, part)),
    )
    return !!a && !!b && sameSet(a, b)
  }
}

const aboveZero: RealSet = {
  spans: [{ from: { value: 0, exact: int(0) }, to: infinite, fromClosed: false, toClosed: false }],
  families: [],
}

const counters: ReadonlySet<string> = new Set(['k', 'n', 'm', 'l'])

/** The mistakes that find solutions where there are none at all. */
const impossible: ReadonlySet<string> = new Set(['rootOfNegative', 'absEqualsNegative'])

/** The mistakes that lose or add solutions while all else is right: the relation says more then. */
const tolerated: ReadonlySet<string> = new Set([
  'rootWithoutNegative',
  'dividedByVariable',
  'factorForgotten',
  'absOneCase',
  'oneAngleOnly',
  'productNotZero',
])
