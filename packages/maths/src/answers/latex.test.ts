import { describe, expect, test } from 'vitest'
import { Budget } from '../budget.ts'
import { readLatex } from '../read/latex.ts'
import { type Expr, op, sym } from '../tree.ts'
import { texts as literalTexts } from '../words/literal.ts'
import { texts as symbolicTexts } from '../words/symbolic.ts'
import { tests as literal } from './literal.ts'
import { tests as symbolic } from './symbolic.ts'

const tests = { ...literal, ...symbolic }

function tree(latex: string): Expr {
  const reading = readLatex(latex)
  if (!reading.ok) throw new Error(latex)
  return reading.tree
}

function score(name: string, target: string, answer: string, options: Expr | null = null): number {
  const raw = { student: answer, teacher: target, options: '' }
  const verdict = tests[name]?.({
    student: tree(answer),
    teacher: tree(target),
    options,
    raw,
    assume: {},
    budget: new Budget(),
  })
  const code = verdict?.reason.code ?? ''
  expect({ ...literalTexts, ...symbolicTexts }).toHaveProperty([code])
  return verdict?.score ?? -2
}

const raw = String.raw

describe('the same form', () => {
  test.each([
    ['5k', raw`5\cdot k`],
    ['5k', '(5)(k)'],
    ['(p+q)+r', 'p+q+r'],
    [raw`5-2k`, '5-(2k)'],
    [raw`-2k+5`, '-(2k)+5'],
    [raw`\frac{p}{q}`, 'p/q'],
    [raw`p^{\frac12}`, raw`p^{\left(\frac{1}{2}\right)}`],
    ['0.75', '.75'],
    ['12,500', '12500'],
    [raw`k\ge2`, raw`2\le k`],
    ['1<k<3', '3>k>1'],
    [raw`k\ne 7`, raw`7\ne k`],
    [raw`\sin k`, raw`\sin\left(k\right)`],
    [raw`\log_e k`, raw`\ln k`],
    [raw`\{1,2\}`, raw`\{2,1\}`],
  ])('%s is %s', (target, answer) => expect(score('Literal', target, answer)).toBe(1))

  test.each([
    ['p+q', 'q+p'],
    ['pq', 'qp'],
    ['k=5m', '5m=k'],
    ['p=q=r', 'r=q=p'],
    [raw`\frac{6}{4}`, raw`\frac{3}{2}`],
    ['2+2', '4'],
    ['0.50', '0.5'],
    ['3', '3.0'],
    [raw`\sqrt p`, raw`p^{\frac12}`],
    ['5(k+1)', '5k+5'],
    ['1<k<3', '1<k<4'],
    [raw`\cos k+35`, raw`\cos(k+35)`],
    ['12,500', '12,5,0,0'],
  ])('%s is not %s', (target, answer) => expect(score('Literal', target, answer)).toBe(0))

  test('an author may leave order and last noughts free', () => {
    expect(score('Literal', 'p+q=r', 'r=q+p', sym('anyorder'))).toBe(1)
    expect(score('Literal', 'p+2(q+r)', '(r+q)2+p', op('list', sym('anyorder')))).toBe(1)
    expect(score('Literal', 'p-q', 'q-p', sym('anyorder'))).toBe(0)
    expect(score('Literal', '0.50', '0.5', sym('zeros'))).toBe(1)
    expect(score('Literal', '0.50', '0.05', sym('zeros'))).toBe(0)
    expect(score('Literal', '500', '5', sym('zeros'))).toBe(0)
  })
})

describe('equivalent', () => {
  test.each([
    ['m(m+1)', 'm^2+m'],
    [raw`3\frac{1}{4}`, '3.25'],
    [raw`40\%`, '0.4'],
    [raw`\sin 60^\circ`, raw`\frac{\sqrt3}{2}`],
    ['3k<12', 'k<4'],
    [raw`-k\le 3`, raw`k\ge-3`],
    [raw`2<4k\le 10`, raw`5\ge 2k>1`],
    ['4k+2=10', 'k=2'],
    [raw`p=\frac{3q}{r}`, 'pr=3q'],
    ['k^2+1=0', '3k^2+3=0'],
    ['6=6', '2+4=6'],
    ['k=k', '3k=3k'],
    [raw`p=\cos^{-1}q`, raw`q=\cos p`],
    [raw`p=\ln q`, 'e^p=q'],
    [raw`p=\log_3 q`, '3^p=q'],
    [raw`k=\pm3`, 'k^2=9'],
    [raw`1\pm\sqrt2`, raw`\{1-\sqrt2,1+\sqrt2\}`],
    ['k=1,m=2', 'm=2,k=1'],
    ['p=q=r', 'r=p=q'],
    ['(k+k,3)', '(2k,3)'],
    [raw`[1,2]\cup[2,5]`, raw`[1,5]\cup\{3\}`],
    ['f(k)=k(k+1)', 'f(k)=k^2+k'],
    [raw`\frac{7k}{12}\text{ euro}`, raw`\frac{k}{12}\cdot 7\text{ euro}`],
    [raw`\infty`, raw`\tan 270^\circ`],
    [raw`c_n=3c_{n-1}`, raw`c_n=3\cdot c_{n-1}`],
  ])('%s is %s', (target, answer) => {
    expect(score('Symbolic', target, answer)).toBe(1)
    expect(score('Symbolic', answer, target)).toBe(1)
  })

  test.each([
    ['6=6', '5=5'],
    ['6=6', '6'],
    ['k=k', 'm=m'],
    ['k=k+3', '2k=2k+6'],
    ['k^2+1=0', 'k^2+4=0'],
    ['k^2<-1', 'k^2<-4'],
    ['3k<12', 'k>4'],
    ['3k<12', raw`k\le4`],
    ['-3k<12', 'k<-4'],
    ['2<4k<10', '2<4k'],
    [raw`1<k\le 3`, raw`1<k\le 3<7`],
    ['k=3', 'k(k-3)=0'],
    ['p+q=4', 'p(p+q)=4p'],
    ['k=3', '3'],
    [raw`k=\pm3`, 'k=3'],
    [raw`p=\sin^{-1}q`, 'p=q'],
    [raw`p=\sin^{-1}q`, raw`p+2\pi=\sin^{-1}q`],
    [raw`\infty`, raw`\tan 60^\circ`],
    ['(p,q)', '(q,p)'],
    ['5.3', '5.300001'],
    ['5\\text{ km}', '5\\text{ m}'],
    ['c_n=3c_{n-1}', 'c_n=3c_{n+1}'],
    ['f(k)=2k', 'g(k)=2k'],
  ])('%s is not %s', (target, answer) => {
    expect(score('Symbolic', target, answer)).toBe(0)
    expect(score('Symbolic', answer, target)).toBe(0)
  })

  test('an answer that repeats the question with an inverse function is not its solution', () => {
    expect(score('Symbolic', raw`k=\sin^{-1}\left(\frac13\right)`, raw`\sin k=\frac13`)).toBe(0)
  })

  test('a division by zero is no answer', () => {
    expect(score('Symbolic', '5', raw`\frac{1}{2-2}`)).toBe(-1)
  })
})
