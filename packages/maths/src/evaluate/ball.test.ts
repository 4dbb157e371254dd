import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { ratio, whole } from '../exact/rational.ts'
import { type Expr, int, literal, op, sym } from '../tree.ts'
import { evaluateBall, type RealBall } from './ball.ts'
import { type Ball, excludesZero, magnitudeBits } from './ball-functions.ts'
import { evaluate, isKnown } from './complex.ts'
import { ofDouble, toDouble, topBit, wholeRoot, zeroBall } from './real-ball.ts'

const budget = (): Budget => new Budget(1e10, 60_000)
const point = { x: { re: 1.375, im: 0 }, y: { re: -0.625, im: 0.75 } }
const balls = new Map(
  Object.entries(point).map(([name, z]): [string, Ball] => [
    name,
    { re: ofDouble(z.re), im: z.im === 0 ? zeroBall : ofDouble(z.im) },
  ]),
)

function at(e: Expr, bits = 128): Ball | null {
  return evaluateBall(e, balls, bits, budget())
}

/** The first decimals of a real ball, without rounding. */
function decimals(a: RealBall | undefined, count: number): string {
  if (a === undefined) return ''
  const digits = ((a.m * 10n ** BigInt(count)) >> BigInt(-a.e)).toString()
  return `${digits.slice(0, -count)}.${digits.slice(-count)}`
}

function edge(a: RealBall, sign: 1n | -1n): [bigint, number] {
  return [a.m + sign * a.r, a.e]
}

function below([m, e]: [bigint, number], [n, f]: [bigint, number]): boolean {
  const low = Math.min(e, f)
  return m << BigInt(e - low) <= n << BigInt(f - low)
}

function overlap(a: RealBall, b: RealBall): boolean {
  return below(edge(a, -1n), edge(b, 1n)) && below(edge(b, -1n), edge(a, 1n))
}

const leaf = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map(int),
  fc.constantFrom<Expr>(
    sym('x'),
    sym('y'),
    sym('pi'),
    sym('e'),
    sym('i'),
    literal('0.1'),
    op('/', int(2), int(3)),
    op('-', int(2)),
  ),
)
const names = [
  '-',
  'sqrt',
  'exp',
  'ln',
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'sinh',
  'cosh',
  'tanh',
  'asin',
  'acos',
  'atan',
  'acot',
  'asec',
]
  .concat([
    'asinh',
    'acosh',
    'atanh',
    'acoth',
    'asech',
    'acsch',
    'abs',
    'arg',
    're',
    'im',
    'conjugate',
    'signum',
    'floor',
    'ceiling',
    'round',
  ])
  .concat(['percent', 'degree', 'factorial', 'acsc'])
const tree = fc.letrec<{ tree: Expr }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom(...names), tie('tree')).map(([name, arg]) => op(name, arg)),
    fc
      .tuple(
        fc.constantFrom('+', '*', '/', '^', 'root', 'log', 'max', 'min', 'mod'),
        tie('tree'),
        tie('tree'),
      )
      .map(([name, a, b]) => op(name, a, b)),
  ),
})).tree

describe('evaluateBall', () => {
  it.each<[string, Expr, string]>([
    ['pi', sym('pi'), '3.14159265358979323846264338327950288419716939937510'],
    ['e', sym('e'), '2.71828182845904523536028747135266249775724709369995'],
    ['ln 2', op('ln', int(2)), '0.69314718055994530941723212145817656807550013436025'],
    ['sin 1', op('sin', int(1)), '0.84147098480789650665250232163029899962256306079837'],
    ['cos 100', op('cos', int(100)), '0.86231887228768393410193851395084253551008400853551'],
    ['atan 1/2', op('atan', op('/', int(1), int(2))), '0.46364760900080611621425623146121440202853705428612'],
    ['sqrt 2', op('sqrt', int(2)), '1.41421356237309504880168872420969807856967187537694'],
    ['cube root of 2', op('root', int(2), int(3)), '1.25992104989487316476721060727822835057025146470150'],
    [
      'gamma 1/2',
      op('gamma', op('/', int(1), int(2))),
      '1.77245385090551602729816748334114518279754945612238',
    ],
    ['e^pi', op('^', sym('e'), sym('pi')), '23.14069263277926900572908636794854738026610624260021'],
  ])('gives the digits of %s', (_, e, digits) => {
    expect(decimals(at(e, 256)?.re, 50).padStart(digits.length, '0')).toBe(digits)
  })

  it.each([40, 64, 300, 1000, 5000])('keeps almost all of %i digits', bits => {
    const [x, y] = [sym('x'), sym('y')]
    for (const e of [
      op('exp', x),
      op('ln', y),
      op('atan', x),
      op('sqrt', y),
      op('root', x, int(7)),
      op('sin', y),
      op('/', x, int(3)),
      op('asin', y),
    ]) {
      const found = at(e, bits)
      expect(found).not.toBeNull()
      if (found) expect(topBit({ m: found.re.r, r: 0n, e: found.re.e })).toBeLessThan(12 - bits)
    }
  })

  it('holds what more digits find, and what doubles find', () => {
    let compared = 0
    fc.assert(
      fc.property(tree, e => {
        const coarse = at(e, 64)
        const fine = at(e, 400)
        const double = evaluate(e, new Map(Object.entries(point)), budget())
        if (coarse && fine) {
          compared += 1
          expect(overlap(coarse.re, fine.re) && overlap(coarse.im, fine.im)).toBe(true)
        }
        if (
          fine &&
          isKnown(double) &&
          magnitudeBits(fine) < 900 &&
          topBit({ m: fine.re.r, r: 0n, e: fine.re.e }) < -300
        ) {
          const apart = Math.hypot(toDouble(fine.re) - double.re, toDouble(fine.im) - double.im)
          expect(apart).toBeLessThanOrEqual(
            double.error + 2 ** -50 * Math.hypot(double.re, double.im) + 2 ** -300,
          )
        }
      }),
      { numRuns: 4000, seed: 7 },
    )
    expect(compared).toBeGreaterThan(2000)
  })

  it.each<[string, Expr]>([
    ['division by zero', op('/', int(1), op('+', int(1), op('-', int(1))))],
    [
      'division by what may be zero',
      op('/', int(1), op('+', op('^', op('sqrt', int(2)), int(2)), op('-', int(2)))),
    ],
    ['zero to the power zero', op('^', int(0), int(0))],
    ['a logarithm of zero', op('ln', int(0))],
    ['an unknown function', op('f', int(1))],
    ['a size beyond all bounds', op('^', int(10), op('^', int(10), op('^', int(10), int(10))))],
    ['a step at a value that is not exact', op('floor', op('*', op('sqrt', int(2)), op('sqrt', int(2))))],
    ['a tangent at its pole', op('tan', op('/', sym('pi'), int(2)))],
  ])('finds none for %s', (_, e) => {
    expect(at(e)).toBeNull()
  })

  it('tells what is nearly zero from zero', () => {
    const near = op(
      '+',
      op('*', int(4), op('atan', op('/', int(1), int(5)))),
      op('-', op('atan', op('/', int(1), int(239)))),
      op('-', op('/', sym('pi'), int(4))),
    )
    const zero = at(near, 3000)
    expect(zero && excludesZero(zero)).toBe(false)
    expect(zero && magnitudeBits(zero)).toBeLessThan(-2980)
    const moved = at(op('+', near, op('^', int(10), op('-', int(800)))), 3000)
    expect(moved && excludesZero(moved)).toBe(true)
  })

  it('takes fractions as exact values', () => {
    const found = evaluateBall(
      op('+', op('*', int(3), sym('x')), op('-', int(1))),
      new Map([
        ['x', ratio(1n, 4n)],
        ['z', whole(1)],
      ]),
      64,
      budget(),
    )
    expect(found?.re.r).toBe(0n)
    expect(found && toDouble(found.re)).toBe(-0.25)
  })
})

describe('wholeRoot', () => {
  it('is the whole part of the root', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 500n }), n => {
        const root = wholeRoot(n)
        expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true)
      }),
    )
  })
})
