import { assert as assertProperty, constantFrom, integer, property, record, sample, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, type Syntax } from '../answers/index.ts'
import { Budget, BudgetSpent } from '../budget.ts'
import { evaluate, isKnown, truth } from '../evaluate/complex.ts'
import { printLatex } from '../print/latex.ts'
import { printMaxima } from '../print/maxima.ts'
import { printText } from '../print/text.ts'
import { type Expr, int, isOp, op, sameTree, some, sym } from '../tree.ts'
import type { Assumptions } from '../verdict.ts'
import { build } from './build.ts'
import { compare, inField, Undefined } from './compare.ts'
import {
  clearlyDiffer,
  mistaken,
  mistakes,
  rewritten,
  schoolExpression,
  somePoints,
  steps,
} from './rewriting.test-support.ts'

const settings = { numRuns: Number(process.env.MATHS_RUNS ?? 400), seed: Number(process.env.MATHS_SEED ?? 5) }
const quiet: Assumptions = {}

/** What comparing finds; `none` where one of them has no value. */
function found(a: Expr, b: Expr): string {
  try {
    return compare(a, b, { assume: quiet, budget: new Budget(undefined, 5000) }).answer
  } catch (error) {
    if (error instanceof Undefined) return 'none'
    throw error
  }
}

const shown = (a: Expr, b: Expr): string => `${printText(a)}  |  ${printText(b)}`

describe('rewriting by true rules', () => {
  it('is never refused, and seldom undecided', () => {
    let undecided = 0
    assertProperty(
      property(schoolExpression, steps, (e, list) => {
        const other = rewritten(e, list)
        const answer = found(e, other)
        if (answer === 'undecided') undecided++
        if (answer === 'undecided' && process.env.MATHS_SHOW) console.log(shown(e, other))
        // The rules are those of real numbers, and say nothing of what is real nowhere.
        if (clearlyDiffer(e, other) === false) expect(answer, shown(e, other)).not.toBe('different')
      }),
      settings,
    )
    expect(undecided / settings.numRuns).toBeLessThan(0.03)
  })

  it('is decided the same with the sides turned', () => {
    assertProperty(
      property(schoolExpression, steps, mistakes, (e, list, mistake) => {
        const other = mistaken(rewritten(e, list), mistake) ?? e
        const answers = new Set([found(e, other), found(other, e)])
        expect(answers.has('equal') && answers.has('different'), shown(e, other)).toBe(false)
      }),
      settings,
    )
  })
})

/** Tests that compare values, with what turns two expressions into an answer and a target. */
const valueTests: Readonly<Record<string, { options?: string; wrap?: (e: string) => string }>> = {
  AlgEquiv: {},
  AlgEquivNouns: {},
  EqualComAss: {},
  CasEqual: {},
  EqualComAssRules: { options: '[ID_TRANS]' },
  Diff: { options: 'x' },
  FacForm: { options: 'x' },
  SingleFrac: {},
  PartFrac: { options: 'x' },
  CompSquare: { options: 'x' },
  Sets: { wrap: e => `{${e}}` },
  SysEquiv: { wrap: e => `[z=${e}]` },
  Equiv: { wrap: e => `[${e}]` },
}

const notations: readonly [Syntax, (e: Expr) => string][] = [
  ['maxima', printMaxima],
  ['text', e => printText(e)],
  ['latex', e => printLatex(e)],
]

describe('a planted mistake', () => {
  it('that changes the value is never taken for equal', () => {
    let planted = 0
    assertProperty(
      property(schoolExpression, steps, mistakes, (e, list, mistake) => {
        const other = mistaken(rewritten(e, list), mistake)
        if (other === null || clearlyDiffer(e, other) !== true) return
        planted++
        expect(found(e, other), shown(e, other)).not.toBe('equal')
      }),
      settings,
    )
    expect(planted).toBeGreaterThan(settings.numRuns / 10)
  })

  it.each(Object.keys(valueTests))('is not right by %s', test => {
    const { options = '', wrap } = valueTests[test] ?? {}
    const pairs = sample(tuple(schoolExpression, steps, mistakes), {
      numRuns: 60,
      seed: settings.seed + test.length,
    })
    for (const [k, [e, list, mistake]] of pairs.entries()) {
      const other = mistaken(rewritten(e, list), mistake)
      if (other === null || clearlyDiffer(e, other) !== true) continue
      const [syntax, print] = (wrap ? notations[0] : notations[k % 3]) ?? ['maxima', printMaxima]
      const [student, teacher] = [other, e].map(print).map(text => (wrap ? wrap(text) : text))
      const asked = { test, options, syntax, student: student ?? '', teacher: teacher ?? '' }
      if (test === 'Equiv') asked.student = `[${print(e)},${print(other)}]`
      expect(check(asked).score, JSON.stringify(asked)).not.toBe(1)
    }
  })

  it('in an antiderivative is not right, unless it is a constant', () => {
    for (const [e, list, mistake] of sample(tuple(schoolExpression, steps, mistakes), {
      numRuns: 150,
      seed: settings.seed,
    })) {
      const other = mistaken(rewritten(e, list), mistake)
      if (other === null || !slopesDiffer(e, other)) continue
      for (const test of ['Int', 'Antidiff']) {
        const asked = {
          test,
          options: 'x',
          syntax: 'maxima' as const,
          student: `${printMaxima(other)}+c`,
          teacher: printMaxima(e),
        }
        expect(check(asked).score, JSON.stringify(asked)).not.toBe(1)
      }
    }
  })
})

/** Whether the difference of two expressions is seen to change with x. */
function slopesDiffer(a: Expr, b: Expr): boolean {
  const apart = somePoints.slice(0, 4).map(at => {
    const moved = new Map(at).set('y', { re: 1.23, im: 0 })
    const [left, right] = [a, b].map(e => evaluate(e, moved, new Budget()))
    return left && right && [left, right].every(v => isKnown(v) && v.axis === 'real' && v.error < 1e-8)
      ? left.re - right.re
      : Number.NaN
  })
  const [first = Number.NaN, ...rest] = apart
  return rest.some(value => Math.abs(value - first) > 1e-6 * (1 + Math.abs(value) + Math.abs(first)))
}

describe('the normal form', () => {
  it('has the value of what it was made from, at positive points', () => {
    let compared = 0
    assertProperty(
      property(schoolExpression, e => {
        // A cube root of what is written as a negative number is another number by the main branch.
        const tree = some(e, node => isOp(node, '/', 2) && sameTree(node, third)) ? null : formOf(e)
        if (tree === null) return
        for (const at of somePoints.slice(0, 4)) {
          const [given, formed] = [evaluate(e, at, new Budget()), evaluate(tree, at, new Budget())]
          if (!isKnown(given) || !isKnown(formed) || given.axis !== 'real') continue
          // ln x² is 2·ln x by convention, and so no real number where x is below zero.
          if (formed.axis !== 'real' && Math.abs(formed.im) > 1 && some(e, node => isOp(node, 'ln'))) continue
          compared++
          const apart = Math.hypot(given.re - formed.re, given.im - formed.im)
          expect(apart, shown(e, tree)).toBeLessThanOrEqual(
            1e-8 * (1 + Math.abs(given.re)) + given.error + formed.error,
          )
        }
      }),
      settings,
    )
    expect(compared).toBeGreaterThan(settings.numRuns)
  })
})

const third = op('/', int(1), int(3))

/** The tree of the normal form; null where there is no value, or it is too much. */
function formOf(e: Expr): Expr | null {
  const positive: Assumptions = { all: 'positive' }
  try {
    return inField({ assume: positive, budget: new Budget(undefined, 2000) }, field =>
      field.treeOf(field.canonical(build(field, e))),
    )
  } catch (error) {
    if (error instanceof Undefined || error instanceof BudgetSpent) return null
    throw error
  }
}

const x = sym('x')
const number = (n: number): Expr => int(n)
const right = (student: Expr, teacher: Expr): number =>
  check({
    test: 'AlgEquiv',
    options: '',
    syntax: 'maxima',
    student: printMaxima(student),
    teacher: printMaxima(teacher),
  }).score

describe('equations', () => {
  const factor = integer({ min: -9, max: 9 }).filter(n => n !== 0)
  const root = integer({ min: -6, max: 6 })

  it('stay the same when multiplied, moved and turned, and not with a mistake', () => {
    assertProperty(
      property(schoolExpression, schoolExpression, root, factor, (a, b, shift, k) => {
        const moved = op('+', op('*', number(k), x), number(shift))
        const given = op('=', a, b)
        const times = op('=', op('*', number(k), b), op('*', number(k), a))
        const shifted = op('=', op('+', a, moved), op('+', b, moved))
        for (const other of [times, shifted]) {
          if (right(other, given) === 0) expect(isUndecided(other, given), shown(given, other)).toBe(true)
        }
      }),
      { ...settings, numRuns: Math.ceil(settings.numRuns / 4) },
    )
  })

  it('differ when a solution is another', () => {
    assertProperty(
      property(root, root, root, factor, (p, q, r, k) => {
        const zeros = (...list: number[]): Expr =>
          op('=', op('*', number(k), ...list.map(n => op('+', x, op('-', number(n))))), number(0))
        const expanded = op(
          '=',
          op('+', op('^', x, number(2)), op('*', number(-p - q), x), number(p * q)),
          number(0),
        )
        expect(right(zeros(p, q), expanded)).toBe(1)
        const changed = [p, r].sort().join() !== [p, q].sort().join()
        expect(right(zeros(p, r), expanded)).toBe(changed ? 0 : 1)
        const either = op('or', op('=', x, number(p)), op('=', number(q), x))
        expect(right(either, expanded)).toBe(1)
      }),
      { ...settings, numRuns: Math.ceil(settings.numRuns / 4) },
    )
  })
})

function isUndecided(student: Expr, teacher: Expr): boolean {
  const asked = {
    test: 'AlgEquiv',
    options: '',
    syntax: 'maxima' as const,
    student: printMaxima(student),
    teacher: printMaxima(teacher),
  }
  return check(asked).basis.kind === 'undecided'
}

describe('inequalities', () => {
  const end = integer({ min: -4, max: 4 })
  const relation = constantFrom('<', '<=', '>', '>=', '=', '#')
  const linear = record({ p: constantFrom(1, -1, 2, -2, 4), q: end, r: relation, s: end }).map(
    ({ p, q, r, s }) => op(r, op('+', op('*', number(p), x), number(q)), number(s)),
  )
  const squared = record({ p: end, q: end, r: relation }).map(({ p, q, r }) =>
    op(r, op('*', op('+', x, number(p)), op('+', x, number(q))), number(0)),
  )
  const barred = record({ p: end, q: end, r: relation }).map(({ p, q, r }) =>
    op(r, op('abs', op('+', x, number(p))), number(q)),
  )
  const one = tuple(constantFrom(0, 1, 2), linear, squared, barred).map(([k, ...list]) => list[k] ?? list[0])
  const joined = tuple(constantFrom('and', 'or'), one, one).map(([word, a, b]) => op(word, a, b))

  it('are the same where they hold for the same numbers', () => {
    assertProperty(
      property(joined, joined, (a, b) => {
        const apart = samples.some(at => truth(a, at, new Budget()) !== truth(b, at, new Budget()))
        const score = right(a, b)
        expect(score, shown(a, b)).not.toBe(apart ? 1 : -1)
        if (!apart) expect(score, shown(a, b)).toBe(1)
      }),
      settings,
    )
  })

  it('are the same as their own parts turned round', () => {
    assertProperty(
      property(joined, a => {
        const turned = op(a.op, ...[...a.args].reverse())
        expect(right(turned, a), printText(a)).toBe(1)
        const denied = op('not', op(a.op === 'and' ? 'or' : 'and', ...a.args.map(part => op('not', part))))
        expect(right(denied, a), printText(a)).toBe(1)
      }),
      settings,
    )
  })
})

/** Every quarter between -13 and 13. */
const samples = Array.from({ length: 209 }, (_, k) => new Map([['x', { re: k / 8 - 13, im: 0 }]]))
