import { describe, expect, test } from 'vitest'
import { type Expr, sameTree } from '../tree.ts'
import { sentence } from '../words/problems.ts'
import { fuzz } from './fuzz.ts'
import { type LatexSettings, readLatex } from './latex.ts'
import { readMaxima } from './maxima.ts'

function tree(latex: string, settings: LatexSettings = {}): Expr {
  const reading = readLatex(latex, settings)
  if (!reading.ok) throw new Error(`${latex}: ${sentence(reading.problem, 'en')}`)
  return reading.tree
}

function expected(maxima: string): Expr {
  const reading = readMaxima(maxima)
  if (!reading.ok) throw new Error(maxima)
  return reading.tree
}

function check(latex: string, maxima: string, settings: LatexSettings = {}): void {
  const found = tree(latex, settings)
  if (!sameTree(found, expected(maxima))) expect(found).toEqual(expected(maxima))
}

const raw = String.raw

describe('LaTeX becomes the tree that it shows', () => {
  test.each([
    [raw`\frac{7}{3}`, '7/3'],
    [raw`\frac73`, '7/3'],
    [raw`\frac738`, '7/3*8'],
    [raw`\dfrac{p+1}{2q}`, '(p+1)/(2*q)'],
    [raw`\frac{\sqrt5}5`, 'sqrt(5)/5'],
    [raw`\sqrt[4]{m}`, 'root(m,4)'],
    [raw`\sqrt(7)`, 'sqrt(7)'],
    [raw`\sqrt w`, 'sqrt(w)'],
    ['5-3+2', '5-3+2'],
    ['(5-3)+2', '(5-3)+2'],
    ['-m^2', '-m^2'],
    ['-4m', '(-4)*m'],
    ['8-4m', '8-(4*m)'],
    [raw`m\cdot n\times p`, 'm*n*p'],
    [raw`m\div n\cdot p`, '(m/n)*p'],
    [raw`6(2)`, '6*2'],
    ['(m+1)(m-1)', '(m+1)*(m-1)'],
    [raw`m^{n+1}`, 'm^(n+1)'],
    ['m^n p', 'm^n*p'],
    ['m^(n+1)', 'm^(n+1)'],
    [raw`m^-3`, 'm^(-3)'],
    [raw`2^{3^{k}}`, '2^(3^k)'],
    ['7!', '7!'],
    [raw`3\frac{2}{5}`, 'mixed(3,2/5)'],
    [raw`3\frac25`, 'mixed(3,2/5)'],
    [raw`3\frac{7}{5}`, '3*(7/5)'],
    [raw`3\cdot\frac{2}{5}`, '3*(2/5)'],
    [raw`15\%`, 'percent(15)'],
    ['15%', 'percent(15)'],
    [raw`45^\circ`, 'degree(45)'],
    ['45°', 'degree(45)'],
    [raw`\left|u-2\right|`, 'abs(u-2)'],
    ['|u|v|w|', 'abs(u)*v*abs(w)'],
    ['||u|-2|', 'abs(abs(u)-2)'],
    [raw`\lvert u\rvert`, 'abs(u)'],
    [raw`\binom{6}{2}`, 'binomial(6,2)'],
    [raw`\lfloor u\rfloor`, 'floor(u)'],
    [raw`\overline{w}`, 'conjugate(w)'],
    [raw`0.\overline{7}`, '7/9'],
    [raw`2.1\overline{36}`, '47/22'],
    [raw`[3,\rightarrow\rangle`, 'co(3,inf)'],
    [raw`\langle\leftarrow;3]`, 'oc(-inf,3)'],
    [raw`\infty`, 'inf'],
    ['7pi r', '7*pi*r'],
  ])('%s', (latex, maxima) => check(latex, maxima))
})

describe('functions take what a reader would say they take', () => {
  test.each([
    [raw`\sin 2u`, 'sin(2*u)'],
    [raw`\sin2u\cos u`, 'sin(2*u)*cos(u)'],
    [raw`5\sin u\cdot 3`, '5*sin(u)*3'],
    [raw`\sin u(v+1)`, 'sin(u)*(v+1)'],
    [raw`\sin 2(v+1)`, 'sin(2*(v+1))'],
    [raw`\cos u+35`, 'cos(u)+35'],
    [raw`\sin^2u`, 'sin(u)^2'],
    [raw`\sin(u)^2`, 'sin(u)^2'],
    [raw`\sin u^2`, 'sin(u^2)'],
    [raw`\tan^{-1}(u)`, 'atan(u)'],
    [raw`\operatorname{arcsin}u`, 'asin(u)'],
    [raw`\arccot u`, 'acot(u)'],
    ['4sinu', '4*sin(u)'],
    ['asin(u)', 'asin(u)'],
    [raw`\log u`, 'lg(u,10)'],
    [raw`\log_3 u`, 'lg(u,3)'],
    [raw`\log_{3}(u+1)`, 'lg(u+1,3)'],
    [raw`{}^{3}\log(u)`, 'lg(u,3)'],
    [raw`^3\log u`, 'lg(u,3)'],
    [raw`\ln u^2`, 'log(u^2)'],
    [raw`\gcd(12,8)`, 'gcd(12,8)'],
    [raw`\operatorname{num\_round}(u)`, 'num_round(u)'],
    [raw`\max\{u,v\}`, 'max(u,v)'],
    ['f(u+1)', 'f(u+1)'],
    ['u(v+1)', 'u*(v+1)'],
    ['g(u)=3g', 'g*u=3*g'],
    ['W(r)=3r^2', 'W(r)=3*r^2'],
    ['3r^2=W(r)', '3*r^2=W(r)'],
    ['b(a)', 'b*a'],
  ])('%s', (latex, maxima) => check(latex, maxima))

  test('a function may have primes or be an inverse', () => {
    expect(tree("f'(u)")).toMatchObject({ op: "f'", args: [{ name: 'u' }] })
    expect(tree('f^{-1}(u)')).toMatchObject({ op: 'f^-1', args: [{ name: 'u' }] })
    expect(tree("y'")).toMatchObject({ name: "y'" })
  })

  test('degrees may be meant without a sign', () => {
    check(raw`\sin 30`, 'sin(degree(30))', { degrees: true })
    check(raw`\sin^{-1}u`, 'asin(u)/degree(1)', { degrees: true })
  })
})

describe('statements, sets and tables', () => {
  test.each([
    [raw`u\le 3`, 'u<=3'],
    [raw`u\ne 3`, 'u#3'],
    [raw`u\not=3`, 'u#3'],
    [raw`1<u\le 3`, '1<u<=3'],
    [raw`u=1\text{ of }u=2`, 'u=1 or u=2'],
    [raw`u=1\lor u=2`, 'u=1 or u=2'],
    ['u=1 or u=2', 'u=1 or u=2'],
    [raw`u=\pm5`, 'u=#pm#5'],
    ['u=1, v=2', '[u=1,v=2]'],
    [raw`\{2,5,1\}`, '{2,5,1}'],
    [raw`\emptyset`, '{}'],
    [raw`(4,5)`, 'ntuple(4,5)'],
    [raw`\left(4;5\right)`, 'ntuple(4,5)'],
    [raw`\left[4,5\right)`, 'co(4,5)'],
    [raw`[4,5\rangle`, 'co(4,5)'],
    [raw`\langle 4,5\rangle`, 'oo(4,5)'],
    [raw`]4,5[`, 'oo(4,5)'],
    [raw`[4,5[`, 'co(4,5)'],
    [raw`u\in<4,5]`, 'in(u,oc(4,5))'],
    [raw`u\in[4,5]`, 'in(u,cc(4,5))'],
    [raw`[1,2]\cup(4,5)\cap\{3\}`, 'union(cc(1,2),intersection(oo(4,5),{3}))'],
    [raw`\begin{pmatrix}1&u\\v&2\end{pmatrix}`, 'matrix([1,u],[v,2])'],
    [raw`\left[\begin{array}{cc}1&u\\v&2\end{array}\right]`, 'matrix([1,u],[v,2])'],
    [raw`\begin{cases}u+v=1\\u-v=3\end{cases}`, '[u+v=1,u-v=3]'],
    [raw`\left\{\begin{array}{l}u+v=1\\u-v=3\end{array}\right.`, '[u+v=1,u-v=3]'],
    [raw`\begin{cases}-u&\text{if }u<0\\u&\text{anders}\end{cases}`, 'piecewise(u<0,-u,u)'],
    [raw`\begin{aligned}u&=1\\v&=2\end{aligned}`, '[u=1,v=2]'],
    [raw`a_{n-1}+a_n`, 'a[n-1]+a_n'],
    [raw`x_{\text{max}}`, 'x_max'],
    [raw`x_1^2-x^2_1`, 'x_1^2-x_1^2'],
  ])('%s', (latex, maxima) => check(latex, maxima))
})

describe('calculus', () => {
  test.each([
    [raw`\int_1^2 3u^2+1\,du`, 'integrate(3*u^2+1,u,1,2)'],
    [raw`\int u\,\mathrm{d}u+c`, 'integrate(u,u)+c'],
    [raw`\int\int uv\,du\,dv`, 'integrate(integrate(u*v,u),v)'],
    [raw`\frac{d}{du}u^3`, 'diff(u^3,u)'],
    [raw`\frac{dv}{du}=v`, 'diff(v,u)=v'],
    [raw`\frac{d^2v}{du^2}`, 'diff(v,u,2)'],
    [raw`\frac{d}{240}`, 'd/240'],
    [raw`\sum_{k=1}^{9}k^2+1`, 'sum(k^2,k,1,9)+1'],
    [raw`\lim_{u\to0^+}\frac{1}{u}`, 'limit(1/u,u,0,plus)'],
  ])('%s', (latex, maxima) => check(latex, maxima))
})

describe('numbers by locale', () => {
  test.each([
    ['2,750,000', '2750000', {}],
    [raw`2\,750\,000`, '2750000', {}],
    ['(30,000)', '30000', {}],
    ['(30,400)', 'ntuple(30,400)', {}],
    [raw`7{,}25`, '7.25', {}],
    ['7,25', '7.25', { decimal: 'comma' }],
    ['2.750.000,5', '2750000.5', { decimal: 'comma' }],
    ['(1,5;2,5)', 'ntuple(1.5,2.5)', { decimal: 'comma' }],
    ['7,25', '7.25', { decimal: 'both' }],
    ['(1,5;2,5)', 'ntuple(1.5,2.5)', { decimal: 'both' }],
    ['(1,2,3)', 'ntuple(1,2,3)', { decimal: 'both' }],
    ['(1,5)', '1.5', { decimal: 'comma' }],
  ] as const)('%s', (latex, maxima, settings) => check(latex, maxima, settings))

  test.each([
    ['7,250', 'both'],
    ['(1,5)', 'both'],
    ['[1,5]', 'comma'],
    [raw`[1,5\rangle`, 'comma'],
  ] as const)('%s is asked about', (latex, decimal) => {
    expect(readLatex(latex, { decimal })).toMatchObject({ ok: false, problem: { code: 'decimalOrList' } })
  })
})

describe('names, units and money', () => {
  test.each([
    [raw`8\text{ km}`, '8*km'],
    [raw`8\ \mathrm{km}`, '8*km'],
    [raw`8\text{ m/s}`, '8*(m/s)'],
    [raw`\$12`, '12*"$"'],
    [raw`\text{breedte}=4`, 'breedte=4'],
  ])('%s', (latex, maxima) => {
    const shown = (e: Expr): unknown =>
      e.kind === 'op'
        ? [e.op, ...e.args.map(shown)]
        : e.kind === 'num'
          ? e.text
          : e.kind === 'sym'
            ? e.name
            : e.value
    expect(shown(tree(latex))).toEqual(shown(expected(maxima)))
  })

  test('settings decide what letters are', () => {
    check('xmax+ab', 'xmax+a*b', { variables: ['xmax'] })
    check('prijs=4', 'prijs=4', { letters: 'words' })
    check('p(x)', 'p(x)', { functions: ['p'] })
    check('2i', '2*i_', { imaginary: false })
    check('3km', '3*km', { units: true })
    check('3km', '3*k*m')
    check(raw`20^\circ C`, '20*degC', { units: true })
    check('gcd(12,8)x', 'gcd(12,8)*x')
  })
})

describe('a problem says where it is and what to do', () => {
  test.each([
    [raw`\frac{1}{`, 'missingClose', 9],
    ['(x]', 'wrongClose', 2],
    ['x+', 'unfinished', 1],
    [raw`x+\right)`, 'missingOpen', 8],
    ['x=<2', 'backwards', 1],
    [raw`2+\onbekend`, 'command', 2],
    [raw`\frac{}{2}`, 'incomplete', 5],
    [raw`x=\placeholder{}`, 'incomplete', 2],
    [raw`3+\sin`, 'argumentMissing', 2],
    ['5 7', 'missingOperator', 2],
    ['|x', 'missingBar', 2],
    ['', 'empty', 0],
    [raw`0.\overline{a}`, 'operator', 2],
    ['😀', 'character', 0],
  ])('%s', (latex, code, at) => {
    const reading = readLatex(latex)
    expect(reading).toMatchObject({ ok: false, problem: { code, at } })
    if (!reading.ok)
      expect(sentence(reading.problem, 'nl') + sentence(reading.problem, 'en')).not.toMatch(
        /{(?:sign|found|open|close|name|better)}|undefined/,
      )
  })

  test('a doubt is told beside the tree', () => {
    expect(readLatex('1/2x')).toMatchObject({ ok: true, warnings: [{ code: 'ambiguous', at: 3 }] })
    expect(readLatex('x^12')).toMatchObject({ ok: true, warnings: [{ code: 'ambiguous' }] })
    expect(readLatex(raw`\frac{1}{2}x`)).toMatchObject({ ok: true, warnings: [] })
  })
})

test('20,000 made texts give a tree or a described problem, in time', () => {
  const { failures, trees } = fuzz(20_000, 11, {
    latex: text => readLatex(text),
    comma: text => readLatex(text, { decimal: 'comma', units: true }),
  })
  expect(failures).toEqual([])
  expect(trees).toBeGreaterThan(1000)
}, 30_000)

describe('no text takes long', () => {
  test.each([
    '(',
    '{',
    raw`\sqrt`,
    '-',
    'x^',
    raw`\int`,
    raw`\sin`,
    '|',
    raw`\begin{cases}`,
    raw`\frac{d`,
    'x_{',
    raw`\lim_{x\to`,
    'x=',
    '1,',
  ])('%s, thousands of times', part => {
    const text = part.repeat(Math.floor(19_000 / part.length))
    const { ok } = readLatex(text)
    expect(typeof ok).toBe('boolean')
  })
})
