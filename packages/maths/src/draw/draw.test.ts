import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rootOf } from '../exact/factor-univariate.ts'
import { printText } from '../print/text.ts'
import { readText } from '../read/text.ts'
import { type Expr, int, op, sym } from '../tree.ts'
import {
  chooseVariants,
  draw,
  drawSentence,
  fill,
  fillText,
  type Prepared,
  prepare,
  variant,
} from './index.ts'
import { chanceOf } from './random.ts'
import { isPrime } from './whole.ts'

function prepared(text: string): Prepared {
  const found = prepare(text)
  if (!found.ok) throw new Error(drawSentence(found.problem, 'en'))
  return found
}

function count(text: string): bigint {
  const { count } = prepared(text)
  if (count.kind !== 'exact') throw new Error('not counted')
  return count.count
}

function values(drawn: ReturnType<typeof draw>): Record<string, string> {
  if (!drawn.ok) throw new Error(drawSentence(drawn.problem, 'en'))
  return Object.fromEntries([...drawn.values].map(([name, e]) => [name, printText(e)]))
}

function every(text: string): Record<string, string>[] {
  const found = prepared(text)
  return Array.from({ length: Number(count(text)) }, (_, k) => values(variant(found, k)))
}

const sentences = (text: string) => {
  const found = prepare(text)
  return found.ok ? [] : [drawSentence(found.problem, 'nl'), drawSentence(found.problem, 'en')]
}

function tree(text: string): Expr {
  const read = readText(text)
  if (!read.ok) throw new Error(text)
  return read.tree
}

describe('values', () => {
  it('come from ranges, with steps, from lists, and from other values', () => {
    expect(every('a in -1..1')).toEqual([{ a: '-1' }, { a: '0' }, { a: '1' }])
    expect(every('a in 1..2 step 0.5').map(({ a }) => a)).toEqual(['1', '1.5', '2'])
    expect(every('a in 0..1 stap 1/3').map(({ a }) => a)).toEqual(['0', '1/3', '2/3', '1'])
    expect(every('u in ["km", "m, s"]').map(({ u }) => u)).toEqual(['"km"', '"m, s"'])
    expect(every('a, b in {2, 3}\nc = a*b + 1').map(({ c }) => c)).toEqual(['5', '7', '7', '10'])
  })

  it('are written as the author wrote them, once each', () => {
    expect(every('a in {1/2, 0.5, 3/4, 2/4, 1.50}').map(({ a }) => a)).toEqual(['1/2', '3/4', '1.50'])
    expect(every('p in {1.25, 2}\nq = p*2').map(({ q }) => q)).toEqual(['2.5', '4'])
    expect(every('f in {sin(x), cos(x)}\ng = f + 1').map(({ g }) => g)).toEqual(['sin(x) + 1', 'cos(x) + 1'])
  })

  it('may be called e or i, or by a Greek letter', () => {
    expect(every('i in {2}\ne = i + 1\nα = e^2')).toEqual([{ i: '2', e: '3', α: '9' }])
  })

  it('keep a root that is not exact', () => {
    expect(every('a in {8, 9}\nr = sqrt(a)').map(({ r }) => r)).toEqual(['sqrt(8)', '3'])
  })

  it('may have lines that say nothing', () => {
    expect(count('// two\n\na in 1..2 # and no more\r\n')).toBe(2n)
  })
})

describe('conditions', () => {
  it.each([
    ['a in -5..5\na != 0', 10],
    ['a in 1..10\nb in 1..10\na < b', 45],
    ['a in 1..10\nb in 1..10\ngcd(a, b) = 1', 63],
    ['a, b in 1..6\na + b = 7', 6],
    ['a in 1..30\nisPrime(a)', 10],
    ['a in 0..30\nisSquare(a)', 6],
    ['a in 1..10\nisInteger(a/3) or isEven(a)', 7],
    ['a in 1..10\nnot isOdd(a) and a > 4', 3],
    ['a, b, c in 1..5\na < b < c', 10],
    ['a in 1..12\nmod(a, 5) = 1', 3],
    ['a in 1..12\ndivides(a, 12)', 6],
    ['a, b in 1..4\nlcm(a, b) = max(a, b)', 12],
    ['a in 0..3\n1/a >= 1/2', 2],
    ['a in -2..2\n(-1)^(a + 10^30) = 1 and 0^2 = a^2', 1],
    ['a in -2..2\na^2 < 2', 3],
    ['a in -8..8\nabs(a) = 3', 2],
    ['a in {1/2, 3/4}\ndenominator(a) = 2', 1],
    ['t in {true, false}\nt', 1],
    ['a in 1..3\nb = a\nb = 2', 1],
    ['u in ["a", "b"]\nv in ["a", "b"]\nu != v', 2],
  ])('%s', (text, expected) => {
    expect(count(text)).toBe(BigInt(expected))
  })

  it('count quadratics with whole solutions', () => {
    const all = every('a in 1..3\nb, c in -9..9\nisSquare(b^2 - 4*a*c)')
    const byHand = [1, 2, 3].flatMap(a =>
      span(-9, 9).flatMap(b => span(-9, 9).filter(c => Number.isInteger(Math.sqrt(b * b - 4 * a * c)))),
    )
    expect(all.length).toBe(byHand.length)
  })

  it('that have nothing to do with each other multiply', () => {
    const text = span(1, 8)
      .map(k => `a${k} in 1..1000\na${k} != 7`)
      .join('\n')
    expect(count(text)).toBe(999n ** 8n)
    expect(values(draw(prepared(text), 'seed'))).not.toMatchObject({ a3: '7' })
    const last = values(variant(prepared(text), 999n ** 8n - 1n))
    expect(new Set(Object.values(last))).toEqual(new Set(['1000']))
  })

  it('are not needed to count what can refuse nothing', () => {
    const found = prepared('a, b in 1..1000000\nc = a^2 - 3*b + 1')
    expect(found.count).toEqual({ kind: 'exact', count: 10n ** 12n })
    const { a, b, c } = values(variant(found, 123_456_789_012))
    expect(Number(c)).toBe(Number(a) ** 2 - 3 * Number(b) + 1)
  })

  it('of which there are too many variants to go through are estimated', () => {
    const found = prepared('a, b, c, d, f in 1..100\na + b + c + d + f = 100')
    const exact = 3_764_376
    expect(found.count.kind).toBe('estimate')
    expect(Number(found.count.count) / exact).toBeGreaterThan(0.3)
    expect(Number(found.count.count) / exact).toBeLessThan(3)
    for (const n of span(0, 20)) {
      const { a, b, c, d, f } = values(draw(found, 'x', n))
      expect([a, b, c, d, f].reduce((sum, value) => sum + Number(value), 0)).toBe(100)
    }
    expect(variant(found, 0).ok).toBe(false)
  })
})

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, k) => from + k)
}

describe('drawing', () => {
  const text = 'a in -5..5\na != 0\nb in 1..10\ngcd(a, b) = 1'

  it('gives the same for the same seed and number, in every release', () => {
    const found = prepared(text)
    expect(values(draw(found, 'anna', 3))).toEqual(values(draw(prepared(text), 'anna', 3)))
    expect(
      span(0, 7).map(n => Object.values(values(draw(found, 'anna', n))).join(' ')),
    ).toMatchInlineSnapshot(`
      [
        "3 10",
        "-2 3",
        "5 4",
        "1 8",
        "2 3",
        "-2 1",
        "5 9",
        "-5 3",
      ]
    `)
    expect(
      span(0, 3)
        .map(() => 0)
        .map((_, k) => chanceOf('π', k).next()),
    ).toMatchInlineSnapshot(`
      [
        1514220417,
        3793086173,
        4058358154,
        805879585,
      ]
    `)
  })

  it('gives every valid variant as often', () => {
    const found = prepared('a, b in 1..6\na < b or a + b = 4')
    const size = 17
    const times = 17_000
    const seen = new Map<string, number>()
    for (const n of span(1, times)) {
      const key = Object.values(values(draw(found, 'even', n))).join()
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    expect(seen.size).toBe(size)
    // Five standard deviations, for seeds that are fixed.
    const spread = 5 * Math.sqrt(times * (1 / size) * (1 - 1 / size))
    for (const often of seen.values()) expect(Math.abs(often - times / size)).toBeLessThan(spread)
  })

  it('gives different numbers to seeds that are alike', () => {
    const first = span(1, 2000).map(k => chanceOf(`pupil ${k}`).next())
    expect(new Set(first).size).toBe(2000)
    for (const bit of span(0, 31)) {
      const ones = first.filter(word => (word >>> bit) & 1).length
      expect(Math.abs(ones - 1000)).toBeLessThan(5 * Math.sqrt(500))
    }
  })

  it('gives a class so many different variants', () => {
    const found = prepared(text)
    const chosen = chooseVariants(found, 'class 3b', 20)
    expect(new Set(chosen).size).toBe(20)
    expect(chooseVariants(found, 'class 3b', 20)).toEqual(chosen)
    expect(chooseVariants(found, 'none', -3)).toEqual([])
    expect(chooseVariants(prepared('a in 1..10^9'), 'many', 10 ** 9).length).toBe(100_000)
    const all = chooseVariants(found, 'all', 1000)
    expect([...all].sort((a, b) => Number(a - b))).toEqual(span(0, Number(count(text)) - 1).map(BigInt))
  })

  it('satisfies the conditions, whatever they are', () => {
    const condition = fc.constantFrom(
      'a < b',
      'a != b',
      'gcd(a, b) = 1',
      'isEven(a + b)',
      'a*b > 3',
      'isPrime(a + 10)',
    )
    fc.assert(
      fc.property(
        fc.array(condition, { maxLength: 3 }),
        fc.integer({ min: -9, max: 9 }),
        fc.nat(9),
        fc.string(),
        (asked, from, more, seed) => {
          const found = prepare([`a, b in ${from}..${from + more}`, ...asked].join('\n'))
          const byHand = span(from, from + more).flatMap(a =>
            span(from, from + more).filter(b => asked.every(one => holds(one, a, b))),
          )
          if (!found.ok) return byHand.length === 0
          const { a, b } = values(draw(found, seed))
          return (
            found.count.count === BigInt(byHand.length) &&
            asked.every(one => holds(one, Number(a), Number(b)))
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})

function holds(condition: string, a: number, b: number): boolean {
  const common = (x: number, y: number): number => (y === 0 ? Math.abs(x) : common(y, x % y))
  if (condition === 'a < b') return a < b
  if (condition === 'a != b') return a !== b
  if (condition === 'gcd(a, b) = 1') return common(a, b) === 1
  if (condition === 'isEven(a + b)') return (a + b) % 2 === 0
  if (condition === 'a*b > 3') return a * b > 3
  return [2, 3, 5, 7, 11, 13, 17, 19, 23, 29].includes(a + 10)
}

describe('what can not be drawn from', () => {
  it.each([
    ['a in 1..10\na > 10', /Regel 2.*‘a > 10’/, /Line 2.*No variant satisfies ‘a > 10’/],
    ['a in 1..9\na != 3\na < b\n', /Regel 3: b heeft geen waarden/, /Line 3: b has no values/],
    ['a, b in 1..9\na != 3\na < b\nisOdd(b)\na > b', /‘a < b’ en ‘a > b’/, /‘a < b’ and ‘a > b’ together/],
    ['a in 1..9\nb = 1/(a - a)', /‘b = 1\/\(a - a\)’/, /No variant/],
    ['a in 5..1', /Van 5 tot 1/, /From 5 to 1/],
    ['a in 1..5 step 0', /stappen van 0/, /in steps of 0/],
    ['a in 1..10^30', /bereik heeft meer/, /has more than/],
    ['a in 1..pi', /pi is geen getal/, /pi is no number/],
    ['a in', /Achter ‘in’/, /Behind ‘in’/],
    ['a in 1..3\na in 1..4', /Regel 2: a heeft al waarden/, /a has values already/],
    ['sin in 1..3', /‘sin’ kan geen naam/, /can’t be the name/],
    ['a in 1..3\na + 1', /waar noch onwaar/, /neither true nor false/],
    ['a in 1..3\na + 1 and a', /waar noch onwaar/, /neither true nor false/],
    ['a in 1..3\n(a > ', /niet te lezen\. .+/, /can’t be read\. .+/],
    ['u in ["km"]\nu < 3', /Regel 2.*"km"/, /Line 2.*no exact number/],
    ['a in {2}\nsqrt(a) > 1', /geen exact getal/, /no exact number/],
    ['a in {1/2}\ngcd(a, 3) = 1', /gehele getallen/, /whole numbers only/],
    ['a in 4..6\nb = 10^10^a', /te groot/, /too large/],
    ['a in 1..3\nfactorial(1000000*a) > 1', /te groot/, /too large/],
    ['a in 1..3\nisPrime(a, a)', /te veel of te weinig/, /too many or too few/],
    ['', /nog geen variabele/, /no variable yet/],
    ['a = 3', /nog geen variabele/, /no variable yet/],
    ['a, b in 1..1000000\na*b = 7919*7907', /pogingen is geen/, /tries no variant/],
    [`a in 1..2\n${'\n'.repeat(600)}`, /te lang/, /too long/],
  ])('%s', (text, nl, en) => {
    const [dutch = '', english = ''] = sentences(text)
    expect(dutch).toMatch(nl)
    expect(english).toMatch(en)
    expect(`${dutch}${english}`).not.toMatch(/\{\w+\}|undefined/)
  })

  it('comes to an end, whatever is written', () => {
    const deep = `${'('.repeat(5000)}a${')'.repeat(5000)}`
    for (const text of [
      `a in 1..10\n${deep} = 1`,
      `a, b, c, d in 1..100000\nisPrime(a^9 + b^9 + c^9 + d^9) and a = b and c = d and a = d + 1`,
      `a in 1..1000000\n${Array.from({ length: 300 }, () => 'isSquare(a^7 + 1)').join('\n')}`,
      `a in 1..3\nb = ${Array.from({ length: 2000 }, () => 'factorial(500)').join('*')}`,
      'a in {'.padEnd(9000, '1,'),
    ])
      expect(typeof prepare(text).ok).toBe('boolean')
  })

  it('is never a crash', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      ' in ',
      '..',
      '1',
      '0',
      '-',
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      '\n',
      '=',
      '<',
      '/',
      '^',
      '(',
      ')',
      'gcd',
      'not ',
      ' and ',
      'step',
      '!',
      'isPrime',
      ' ',
      '#',
      'sqrt',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
        const found = prepare(pieces.join(''))
        return found.ok ? draw(found, 'any').ok : drawSentence(found.problem, 'nl') !== ''
      }),
      { numRuns: 3000 },
    )
  })
})

describe('filling in', () => {
  const given = new Map<string, Expr>([
    ['a', op('-', int(3))],
    ['b', int(2)],
    ['o', int(1)],
    ['m', op('-', int(1))],
    ['z', int(0)],
    ['h', op('-', op('/', int(1), int(2)))],
    ['u', { kind: 'str', value: 'km' }],
  ])

  it.each([
    ['x + a', 'x - 3'],
    ['x - a', 'x + 3'],
    ['x + a*y', 'x - 3*y'],
    ['x - a*y', 'x + 3*y'],
    ['a*x + b', '-3*x + 2'],
    ['a^2', '(-3)^2'],
    ['-a', '3'],
    ['-z', '0'],
    ['x + a/y', 'x - 3/y'],
    ['x + z', 'x + 0'],
    ['-(x + a)', '-(x - 3)'],
    ['o*x^o', '1*x^1'],
    ['--x + b', '--x + 2'],
  ])('%s', (template, expected) => {
    expect(printText(fill(tree(template), given))).toBe(printText(tree(expected)))
  })

  it.each([
    ['o*x^o + z', 'x'],
    ['m*x + a', '-x - 3'],
    ['x + m*y', 'x - y'],
    ['z*x^2 + b*x', '2*x'],
    ['z*x + z', '0'],
    ['x/o', 'x'],
    ['x^z', '1'],
    ['1*y + a', '1*y - 3'],
  ])('tidily: %s', (template, expected) => {
    expect(printText(fill(tree(template), given, { tidy: true }))).toBe(printText(tree(expected)))
  })

  it('leaves a name alone that a sum binds', () => {
    const total = op('sum', op('*', sym('a'), sym('b')), sym('a'), int(1), sym('b'))
    expect(fill(total, given)).toEqual(op('sum', op('*', sym('a'), int(2)), sym('a'), int(1), int(2)))
  })

  it('changes no value', () => {
    const leaf = fc.constantFrom<Expr>(sym('p'), sym('q'), int(2), int(5))
    const { e } = fc.letrec<{ e: Expr }>(tie => ({
      e: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map(args => op('+', ...args)),
        fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map(args => op('*', ...args)),
        tie('e').map(arg => op('-', arg)),
        tie('e').map(arg => op('^', arg, sym('n'))),
      ),
    }))
    const small = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(e, small, small, fc.nat(2), fc.boolean(), (e, p, q, n, tidy) => {
        const filled = fill(
          e,
          new Map([
            ['p', int(p)],
            ['q', int(q)],
            ['n', int(n)],
          ]),
          { tidy },
        )
        return worth(filled, {}) === worth(e, { p, q, n })
      }),
      { numRuns: 1000 },
    )
  })

  it('prints formulas in a text', () => {
    const told = fillText('Los op: {{a*x + b = 0}}. Een auto rijdt {{b}} {{u}}.', given)
    expect(told).toEqual({
      ok: true,
      text: `Los op: ${printText(tree('-3*x + 2 = 0'))}. Een auto rijdt 2 km.`,
    })
    expect(fillText('{{a +}}', given).ok).toBe(false)
  })
})

function worth(e: Expr, at: Record<string, number>): bigint {
  if (e.kind === 'num') return e.value.n
  if (e.kind === 'sym') return BigInt(at[e.name] ?? Number.NaN)
  if (e.kind === 'str') throw new Error('a text')
  const args = e.args.map(arg => worth(arg, at))
  const [first = 0n, second = 0n] = args
  if (e.op === '+') return args.reduce((sum, value) => sum + value, 0n)
  if (e.op === '*') return args.reduce((product, value) => product * value, 1n)
  return e.op === '-' ? -first : first ** second
}

describe('whole numbers', () => {
  it('are prime or not', () => {
    const sieve = span(0, 5000).filter(
      n => n > 1 && span(2, Math.floor(Math.sqrt(n))).every(k => n % k !== 0),
    )
    expect(span(0, 5000).filter(n => isPrime(BigInt(n)))).toEqual(sieve)
    // Strong pseudoprimes to the first bases.
    for (const n of [
      3_215_031_751n,
      3_474_749_660_383n,
      341_550_071_728_321n,
      318_665_857_834_031_151_167_461n,
    ])
      expect(isPrime(n)).toBe(false)
    expect(isPrime(2n ** 61n - 1n)).toBe(true)
  })

  it('have whole roots or not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.integer({ min: 2, max: 9 }), (root, degree) => {
        const power = root ** BigInt(degree)
        return rootOf(power, degree) === root && (root < 2n || rootOf(power + 1n, degree) === null)
      }),
    )
  })
})
