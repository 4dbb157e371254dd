import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printText } from '../print/text.ts'
import { type Expr, int, literal, op, sameTree, sym } from '../tree.ts'
import { outcome } from './shape.ts'
import { readText, type TextSettings } from './text.ts'

/** Checks a table of `what is typed -> what is read`. */
function table(name: string, settings: TextSettings, rows: Readonly<Record<string, string>>): void {
  it.each(Object.entries(rows))(`${name}: %s`, (text, expected) => {
    expect(outcome(readText(text, settings))).toBe(expected)
  })
}

/** How the first thing that could be meant otherwise was taken. */
function taken(text: string): string | undefined {
  const result = readText(text)
  return result.ok ? result.warnings[0]?.data.taken : result.problem.code
}

describe('reading what pupils type', () => {
  table(
    'products',
    {},
    {
      '3x^2': '*(3, ^(x, 2))',
      ab: '*(a, b)',
      'x(x+1)': '*(x, +(x, 1))',
      '(x+1)(x-2)': '*(+(x, 1), +(x, -(2)))',
      '2(3)': '*(2, 3)',
      '2πr': '*(2, pi, r)',
      'f(x)=2x': '=(f(x), *(2, x))',
      "f'(x)g(x)": "*(f'(x), g(x))",
      a_1a_2: '*(a_1, a_2)',
      'a₁₂': 'a_12',
      'a_{n+1}': 'index(a, +(n, 1))',
      '6:3·2': '*(/(6, 3), 2)',
      'x 2': 'missingOperator@2',
      '10 000': '10000',
    },
  )

  table(
    'functions without brackets',
    {},
    {
      '2sinx': '*(2, sin(x))',
      xsinx: '*(x, sin(x))',
      'sin 2x': 'sin(*(2, x))',
      'sin x cos x': '*(sin(x), cos(x))',
      'sin(x)(x+1)': '*(sin(x), +(x, 1))',
      'sin^2 x': '^(sin(x), 2)',
      'sin²(x)': '^(sin(x), 2)',
      'cos^-1 x': 'acos(x)',
      'tan⁻¹(x)': 'atan(x)',
      cos2πx: 'cos(*(2, pi, x))',
      'ln x^2': 'ln(^(x, 2))',
      'ln(x)^2': '^(ln(x), 2)',
      'ln|x|': 'ln(abs(x))',
      'sin-x': 'sin(-(x))',
      'Sin(x)': 'sin(x)',
      sin: 'argumentMissing@0',
      'sin+1': 'argumentMissing@0',
      'sin(x;y)': 'argumentCount@0',
    },
  )

  table(
    'logarithms and roots',
    {},
    {
      'log(x)': 'log(x, 10)',
      'log_2(x)': 'log(x, 2)',
      'log_a x': 'log(x, a)',
      '²log(x)': 'log(x, 2)',
      '^3log(x)': 'log(x, 3)',
      '5·²log(x)': '*(5, log(x, 2))',
      'log(8;2)': 'log(8, 2)',
      '√x+1': '+(sqrt(x), 1)',
      '∛(x+1)': 'root(+(x, 1), 3)',
      '³√8': 'root(8, 3)',
      '3√2': '*(3, sqrt(2))',
      'wortel(2)': 'sqrt(2)',
    },
  )

  table(
    'numbers',
    {},
    {
      '4 1/2': 'mixed(4, /(1, 2))',
      '4½x': '*(mixed(4, /(1, 2)), x)',
      '4/2': '/(4, 2)',
      '-3 1/2': '-(mixed(3, /(1, 2)))',
      '12%': 'percent(12)',
      '30°': 'degree(30)',
      '1.5E3': '1.5E3',
      '5!': 'factorial(5)',
      'x²y³': '*(^(x, 2), ^(y, 3))',
      '2^x²': '^(2, ^(x, 2))',
      '-x²': '-(^(x, 2))',
      '0,5': '0.5',
      '2,5x+1': '+(*(2.5, x), 1)',
      '1,250': 'comma@1',
      '1,2,3': 'comma@1',
      '(1,5;2)': 'tuple(1.5, 2)',
      '(1,5)': 'tuple(1, 5)',
      '1.2.3': 'decimalSigns@0',
    },
  )

  table(
    'bars',
    {},
    {
      '|x-1|': 'abs(+(x, -(1)))',
      '||x|-1|': 'abs(+(abs(x), -(1)))',
      '2|x||y|': '*(2, abs(x), abs(y))',
      '|x': 'missingBar@2',
      '(|x)': 'missingBar@3',
    },
  )

  table(
    'comparing and joining',
    {},
    {
      '1<x≤3': 'chain(<(1, x), <=(x, 3))',
      'x=1 of x=-2': 'or(=(x, 1), =(x, -(2)))',
      'x>1 en y≠2': 'and(>(x, 1), #(y, 2))',
      'x != 3': '#(x, 3)',
      'n! = 6': '=(factorial(n), 6)',
      'x=±2': '=(x, pm(2))',
      'x=>3': 'backwards@1',
      'x=1; y=2': 'list(=(x, 1), =(y, 2))',
      '2x=4\nx=2': 'list(=(*(2, x), 4), =(x, 2))',
      '2x\n= 4': '=(*(2, x), 4)',
      'x=2 v x=3': 'or(=(x, 2), =(x, 3))',
      'x = 2v + 1': '=(x, +(*(2, v), 1))',
      'geen oplossing': 'none',
      'x>1 en': 'unfinished@4',
      '2of': '*(2, o, f)',
    },
  )

  table(
    'brackets',
    {},
    {
      '[1;2>': 'co(1, 2)',
      '<1;2]': 'oc(1, 2)',
      '⟨a;b⟩': 'oo(a, b)',
      ']1;2[': 'oo(1, 2)',
      '[1;2)': 'co(1, 2)',
      '<-∞;2> ∪ [3;∞>': 'union(oo(-(inf), 2), co(3, inf))',
      '[1;2] U (3;4)': 'union(cc(1, 2), oo(3, 4))',
      'x∈[1;2] en x>1': 'and(in(x, cc(1, 2)), >(x, 1))',
      'ℝ∖{0}': 'setminus(ℝ, set(0))',
      '(1;2)': 'tuple(1, 2)',
      '[1,2]': 'list(1, 2)',
      '[[1,2],[3,4]]': 'matrix(list(1, 2), list(3, 4))',
      '[1,2;3,4]': 'matrix(list(1, 2), list(3, 4))',
      '(1;2;3>': 'interval@6',
      '(x+1]': 'wrongClose@4',
      'x)': 'missingOpen@1',
      '((x)': 'missingClose@4',
    },
  )

  table(
    'spaces between thousands',
    {},
    {
      '1 250 000': '1250000',
      '12 500.5': '12500.5',
      '4 500/1000': 'mixed(4, /(500, 1000))',
      '0 500': 'missingOperator@2',
      '1 23': 'missingOperator@2',
    },
  )
  table(
    'ends of the line as arrows',
    {},
    {
      '[2, →⟩': 'co(2, inf)',
      '<←, 5>': 'oo(-(inf), 5)',
      '⟨←;5]': 'oc(-(inf), 5)',
      '<←, →>': 'oo(-(inf), inf)',
      'p → q': 'operator@2',
    },
  )
  table(
    'counting as on a calculator',
    {},
    {
      '8 nCr 3': 'binomial(8, 3)',
      '8nCr3': 'binomial(8, 3)',
      '2·5 nCr 2+1': '+(*(2, binomial(5, 2)), 1)',
      '6 nPr 2': '/(factorial(6), factorial(+(6, -(2))))',
      'nPr(6,2)': '/(factorial(6), factorial(+(6, -(2))))',
      'nthroot(t,5)': 'root(t, 5)',
      'im(3i)': 'im(*(3, i))',
      'arcsech(x)': 'asech(x)',
    },
  )
  table('brackets as intervals', { brackets: 'interval' }, { '[1;2]': 'cc(1, 2)', '(1;2)': 'tuple(1, 2)' })

  table(
    'a decimal comma',
    { decimal: 'comma' },
    {
      '1,5x': '*(1.5, x)',
      '(1,5; ,5)': 'tuple(1.5, .5)',
      '<-1,5;2,5]': 'oc(-(1.5), 2.5)',
      '(a,b)': 'tuple(a, b)',
      '[1, 5]': 'list(1, 5)',
      'x=1,5 of x=2,5': 'or(=(x, 1.5), =(x, 2.5))',
      '1.5': '1.5',
      '[1,2,3]': 'decimalOrList@2',
      '<1,5>': 'decimalOrList@2',
      'max(1,5)': 'decimalOrList@5',
      '(1,5)': '1.5',
      '1.500': 'thousands@0',
      '1.234,5': 'decimalSigns@0',
    },
  )

  table(
    'either decimal sign',
    { decimal: 'both' },
    {
      '1,5': '1.5',
      '1.5': '1.5',
      '[1,2,3]': 'list(1, 2, 3)',
      '(1,5;2)': 'tuple(1.5, 2)',
      '(1, 5)': 'tuple(1, 5)',
      '(1,5)': 'decimalOrList@2',
      'sin(1,5)': 'sin(1.5)',
      'x=1, y=2': 'list(=(x, 1), =(y, 2))',
    },
  )

  table(
    'words',
    { letters: 'words', functions: ['hoogte'] },
    {
      'afstand/tijd': '/(afstand, tijd)',
      '2tijd': '*(2, tijd)',
      sinx: 'sin(x)',
      'hoogte(t)': 'hoogte(t)',
      'tijd(2)': 'unknownFunction@0',
    },
  )

  table(
    'units',
    { units: true },
    {
      '12.3 km/h': '/(*(12.3, km), h)',
      '9.81 m/s^2': '/(*(9.81, m), ^(s, 2))',
      '5 μm': '*(5, um)',
      '3 m2': '*(3, ^(m, 2))',
      '20 °C': '*(20, degC)',
    },
  )

  table(
    'degrees',
    { degrees: true },
    {
      'sin(30)': 'sin(degree(30))',
      'sin 30°': 'sin(degree(30))',
      'sin^-1(0.5)': '/(asin(0.5), degree(1))',
    },
  )

  table(
    'names that are given',
    { variables: ['speed', 'e'], functions: ['q'], imaginary: false },
    {
      '2speedt': '*(2, speed, t)',
      'e^i': '^(e_, i_)',
      'q(2)+p(2)': '+(q(2), *(p, 2))',
    },
  )

  it.each([
    ['1/2x', '(1/2)·x'],
    ['e^2x', '(e^2)·x'],
    ['sin x/2', 'sin(x)'],
    ['√2x', '√(2)'],
    ['x^1/2', '(x^1)/2'],
    ['hallo', 'h·a·l·l·o'],
    ['2e-3', '2·10^-3'],
    ['1/(2x)', undefined],
    ['2x', undefined],
  ])('warns how %s was taken', (text, expected) => {
    expect(taken(text)).toBe(expected)
  })

  it('says that a point could have been meant, and that a number follows a letter', () => {
    expect(readText('2(1,5)', { decimal: 'comma' })).toMatchObject({
      warnings: [{ code: 'decimalOrList', at: 3 }],
    })
    expect(readText('3x2')).toMatchObject({ warnings: [{ code: 'numbered', at: 1, length: 2 }] })
    expect(readText('3x_2')).toMatchObject({ warnings: [] })
  })

  it('reads what was pasted from a word processor, a phone or another alphabet', () => {
    for (const text of ['x\u2212\u00a01', '𝑥–1', 'ｘ－１', 'x\u200b - ١', 'x ‑ १'])
      expect(outcome(readText(text))).toBe('+(x, -(1))')
  })

  it('refuses a character that is no letter, digit or sign', () => {
    for (const text of ['ⅻ', 'x+😀', 'x̄', '日']) expect(outcome(readText(text))).toMatch(/^character@/)
  })

  it('names the place in the text as it was typed', () => {
    const result = readText('𝑥\u200b+😀')
    expect(result).toMatchObject({ ok: false, problem: { code: 'character', at: 4, length: 2 } })
    expect(outcome(readText('𝑥\u200b+)'))).toBe('missingOpen@4')
  })
})

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  fc.constantFrom(...['x', 'y', 'a_1', 'pi', 'e', 'i'].map(name => sym(name))),
  fc.nat({ max: 999 }).map(n => int(n)),
  fc.constantFrom('0.5', '12.30').map(literal),
)

const { tree } = fc.letrec<{ tree: Expr }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('+', '*'), fc.array(tie('tree'), { minLength: 2, maxLength: 4 }))
      .map(([name, args]) => op(name, ...args)),
    fc.tuple(fc.constantFrom('/', '^'), tie('tree'), tie('tree')).map(([name, a, b]) => op(name, a, b)),
    fc
      .tuple(fc.constantFrom('-', 'sin', 'ln', 'sqrt', 'abs', 'factorial', 'acos', 'percent'), tie('tree'))
      .map(([name, a]) => op(name, a)),
    fc.array(tie('tree'), { maxLength: 3 }).map(args => op('set', ...args)),
  ),
}))

describe('printing and reading again', () => {
  it.each([{}, { decimal: 'comma', language: 'nl' }] as const)('gives the same tree in %j', style => {
    fc.assert(
      fc.property(tree, e => {
        const printed = printText(e, style)
        const read = readText(printed, 'decimal' in style ? { decimal: style.decimal } : {})
        return read.ok && sameTree(read.tree, e)
      }),
      { numRuns: 2000 },
    )
  })
})
