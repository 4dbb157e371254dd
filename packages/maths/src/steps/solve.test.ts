import { describe, expect, it } from 'vitest'
import { printText } from '../print/text.ts'
import type { Expr } from '../tree.ts'
import { formula } from './notation.ts'
import { contains } from './real-set.ts'
import { holdsAt } from './recognise.ts'
import { solve } from './solve.ts'
import { Chance, patient } from './steps.test-support.ts'
import { valueAt } from './value.ts'
import { zerosOf } from './witness.ts'

/** Sides in x of every kind; `p q r s` become whole numbers. */
const sides = [
  'p*x+q',
  'p*x^2+q*x+r',
  '|p*x+q|',
  '|x+p|+q*x',
  '|x+p|-|x+q|',
  'sqrt(x+s)+p',
  'sqrt(s*x+s)-x',
  'p/(x+q)',
  'p/(x+q)+r/x',
  '(x+p)/(x+q)',
  'p/(x^2+q)',
  'ln(x+s)',
  'ln(x+s)+ln(x)',
  'e^(p*x)',
  'e^(2x)+p*e^x',
  '2^(x+p)',
  '(x+p)(x+q)(x+r)',
  'x^4+p*x^2+q',
  'x*|x|',
  '(x+p)*e^x',
  'sqrt(x^2)+p*x',
  'x^3+p*x+q',
]

function filled(text: string, chance: Chance): string {
  return text.replace(/\b[pqrs]\b/g, letter => `(${letter === 's' ? chance.whole(1, 6) : chance.nonzero(5)})`)
}

describe('solutions', () => {
  it('are what numbers on a grid say, for equations and inequalities of every kind', () => {
    const chance = new Chance(19)
    const unknown: string[] = []
    for (let k = 0; k < 400; k += 1) {
      const relation = chance.pick(['=', '<', '<=', '>', '>='])
      const text = `${filled(chance.pick(sides), chance)} ${relation} ${chance.next() < 0.6 ? chance.whole(-6, 6) : filled('p*x+q', chance)}`
      const line = formula(text)
      const set = solve(line, 'x', patient())
      if (!set) {
        unknown.push(text)
        continue
      }
      for (let j = -96; j <= 96; j += 1) {
        const x = j / 8
        if (nearEnd(set.spans, x) || nearlyEqual(line, x)) continue
        expect(contains(set, x), `${printText(line)} at ${x}`).toBe(holdsAt(line, { x }))
      }
      for (const { from, to, fromClosed, toClosed } of set.spans) {
        for (const [end, closed] of [
          [from, fromClosed],
          [to, toClosed],
        ] as const) {
          if (closed)
            expect(holdsAt(line, { x: end.value }), `${printText(line)} at its end ${end.value}`).toBe(true)
        }
      }
    }
    expect(unknown.length, unknown.join('; ')).toBeLessThan(90)
  })
})

const waves = [
  'sin(s*x)',
  'p*cos(x+q)',
  'tan(s*x)',
  'sin(x)^2+p*sin(x)',
  'cos(x)^2+p*sin(x)',
  'sin(x)*cos(x)',
  'p*sin(x)+q*cos(x)',
  'sin(2x)-sin(x)',
  'cos(3x)-cos(x)',
  'sin(x)-cos(x)',
  'x^2-s',
  'x^3-p*x',
  'sqrt(x+s)-x',
  'e^(2x)-s*e^x',
]

describe('no solution is left out', () => {
  it('where the sides of an equation cross', () => {
    const chance = new Chance(23)
    let known = 0
    for (let k = 0; k < 150; k += 1) {
      const line = formula(
        `${filled(chance.pick(waves), chance)} = ${chance.pick(['0', '0', '1', '1/2', '-1/2'])}`,
      )
      const set = solve(line, 'x', patient())
      if (!set) continue
      known += 1
      for (const zero of zerosOf(line, 'x', {}))
        expect(contains(set, zero), `${printText(line)} at ${zero}`).toBe(true)
      for (const { base, period } of set.families) {
        for (const turns of [-3, 0, 4]) {
          const x = base.value + turns * period.value
          expect(holdsAt(line, { x }), `${printText(line)} at ${x}`).toBe(true)
        }
      }
    }
    expect(known).toBeGreaterThan(100)
  })
})

/** Near an end, rounding decides; the ends are tried apart. */
function nearEnd(spans: readonly { from: { value: number }; to: { value: number } }[], x: number): boolean {
  return spans.some(s => Math.abs(s.from.value - x) < 1e-6 || Math.abs(s.to.value - x) < 1e-6)
}

/** Where the sides nearly agree, doubles can't tell. */
function nearlyEqual(line: Expr, x: number): boolean {
  const [left, right] = line.kind === 'op' ? line.args.map(side => valueAt(side, { x })) : []
  return Math.abs((left ?? 0) - (right ?? 0)) < 1e-4
}
