import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { printText } from '../print/text.ts'
import { type Expr, isOp, op } from '../tree.ts'
import { withoutDiff } from './derive.ts'
import { judgeStep, mistakes } from './index.ts'
import { formula } from './notation.ts'
import { rewriting, rewritten } from './pattern.ts'
import { holdsAt, isStatement } from './recognise.ts'
import {
  Chance,
  equation,
  expression,
  inequality,
  inequalityRewritten,
  patient,
  rewrittenTruly,
  system,
} from './steps.test-support.ts'
import { close, pointsFor, valueAt } from './value.ts'

const right = ['nearer', 'equivalent']

function shown(lines: readonly Expr[]): string {
  return lines.map(line => printText(line)).join('  →  ')
}

describe('true rewriting', () => {
  it('of equations, several steps at random, is never judged wrong', () => {
    const chance = new Chance(7)
    const counts: Record<string, number> = {}
    for (let k = 0; k < 200; k += 1) {
      const before = equation(chance)
      let after = before
      for (let j = chance.whole(1, 3); j > 0; j -= 1) after = rewrittenTruly(after, chance)
      const { relation } = judgeStep(before, after, { kind: 'equation', unknowns: ['x'] }, patient())
      counts[relation] = (counts[relation] ?? 0) + 1
      expect([...right, 'undecided'], shown([before, after])).toContain(relation)
    }
    expect(counts.undecided ?? 0).toBeLessThan(10)
  })

  it('of expressions, several steps at random, is never judged wrong', () => {
    const chance = new Chance(11)
    for (let k = 0; k < 200; k += 1) {
      const before = expression(chance)
      let after = before
      for (let j = chance.whole(1, 3); j > 0; j -= 1) after = rewrittenTruly(after, chance)
      expect(right, shown([before, after])).toContain(
        judgeStep(before, after, { kind: 'simplify' }, patient()).relation,
      )
    }
  })
})

describe('true rewriting of statements', () => {
  it('of inequalities is never judged wrong, and a turned sign never right', () => {
    const chance = new Chance(5)
    for (let k = 0; k < 150; k += 1) {
      const before = inequality(chance)
      let after = before
      for (let j = chance.whole(1, 3); j > 0; j -= 1) after = inequalityRewritten(after, chance)
      const judge = (line: Expr): string =>
        judgeStep(before, line, { kind: 'inequality', unknowns: ['x'] }, patient()).relation
      expect(right, shown([before, after])).toContain(judge(after))
      const turned = after.kind === 'op' ? op(after.op, ...[...after.args].reverse()) : after
      if (solutionsDiffer(before, turned)) expect(right, shown([before, turned])).not.toContain(judge(turned))
    }
  })

  it('of systems is never judged wrong', () => {
    const chance = new Chance(3)
    for (let k = 0; k < 100; k += 1) {
      const { before, after } = system(chance)
      const task = { kind: 'system' as const, unknowns: ['x', 'y'] }
      expect(right, shown([before, after])).toContain(judgeStep(before, after, task, patient()).relation)
    }
  })
})

/** What a mistake makes of random instances of its own pattern, where that changes the value. */
function planted(chance: Chance, rule: string): { before: Expr; after: Expr } | null {
  const pattern = rewriting(rule)
  const filled = instance(pattern.from, chance)
  const [made] = rewritten(pattern, filled, new Budget())
  return made ? { before: filled, after: made } : null
}

const letters: Record<string, readonly string[]> = {
  n: ['2', '3', '4', '5'],
  m: ['3', '5', '6', '7'],
  k: ['2', '7', '8'],
  x: ['x'],
  y: ['x+1'],
  X: ['x'],
  Y: ['x^2'],
}
const anything = ['x', '3', 'x+2', '2x', 'x^2', '5', 'x-1', 'y']

/** The pattern with a random expression for each letter; the same letter gives the same expression. */
function instance(e: Expr, chance: Chance, found = new Map<string, Expr>()): Expr {
  if (e.kind === 'sym') {
    if (e.name === 'e' || e.name === 'pi') return e
    const chosen = found.get(e.name) ?? formula(chance.pick(letters[e.name] ?? anything))
    found.set(e.name, chosen)
    return chosen
  }
  if (e.kind !== 'op') return e
  const names: Record<string, readonly string[]> = {
    '~': ['=', '<'],
    lg: ['ln'],
    trig: ['sin', 'cos'],
    fn: ['sin', 'ln'],
  }
  const name = names[e.op] ? chance.pick(names[e.op] ?? [e.op]) : e.op
  return op(name, ...e.args.map(arg => instance(arg, chance, found)))
}

/** Whether numbers tell the two lines apart. */
function differ(a: Expr, b: Expr): boolean {
  const points = pointsFor(['x', 'y', 'k'], 40)
  if (isStatement(a)) return false
  return points.some(at => {
    const [u, v] = [valueAt(a, at), valueAt(b, at)]
    return Number.isFinite(u) && Number.isFinite(v) && !close(u, v, 1e-6)
  })
}

describe('planted mistakes', () => {
  it.each(mistakes.filter(m => m.make).map(m => [m.name, m] as const))('%s is never judged right', (_, m) => {
    const chance = new Chance(m.name.length * 97)
    for (const rule of m.make ?? []) {
      for (let k = 0; k < 3; k += 1) {
        const pair = planted(chance, rule)
        if (!pair) continue
        const [a, b] = [withoutDiff(pair.before), withoutDiff(pair.after)]
        if (!a || !b) continue
        const statement = isStatement(pair.before)
        const wrong = statement ? solutionsDiffer(pair.before, pair.after) : differ(a, b)
        if (!wrong) continue
        const task = { kind: statement ? ('equation' as const) : ('simplify' as const), unknowns: ['x'] }
        const { relation } = judgeStep(pair.before, pair.after, task, patient())
        expect(right, shown([pair.before, pair.after])).not.toContain(relation)
      }
    }
  })
})

/** Whether some number on a fine grid satisfies the one and not the other. */
function solutionsDiffer(a: Expr, b: Expr): boolean {
  for (let k = -60; k <= 60; k += 1) {
    const at = { x: k / 4, y: 1.7, k: 1 }
    if (holdsAt(a, at) !== holdsAt(b, at)) return true
  }
  return isOp(a, 'never')
}
