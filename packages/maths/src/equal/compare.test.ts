import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { readText } from '../read/text.ts'
import type { Expr } from '../tree.ts'
import type { Assumptions } from '../verdict.ts'
import { compare, Undefined } from './compare.ts'

function tree(text: string): Expr {
  const reading = readText(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.code}`)
  return reading.tree
}

function answer(a: string, b: string, assume: Assumptions = {}): string {
  return compare(tree(a), tree(b), { assume, budget: new Budget(undefined, 5000) }).answer
}

/** Lines of two expressions, with `=` between those that are the same and `#` between those that differ. */
function table(lines: string): (readonly [string, string, string])[] {
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [, a = '', sign = '', b = ''] = /^(.*?) (==|##) (.*)$/.exec(line) ?? []
      return [a, sign === '==' ? 'equal' : 'different', b] as const
    })
}

const topics: Readonly<Record<string, string>> = {
  'rational functions': `
    (x+1)^2 == x^2+2x+1
    (x+1)^2 ## x^2+1
    (x^2-1)/(x-1) == x+1
    1/x+1/y == (x+y)/(x*y)
    1/x+1/y ## 1/(x+y)
    (a-b)/(b-a) == -1
    x/3 == 0.25x+x/12
    0.333333333333333 ## 1/3
    (x-y)^3000 == (y-x)^3000
    (x-y)^3001 ## (y-x)^3001
    (x+y+z)^150 ## (x+y-z)^150
    2 1/2 == 5/2`,
  'powers and roots': `
    sqrt(12) == 2sqrt(3)
    sqrt(2)+sqrt(3) ## sqrt(5)
    sqrt(2)*sqrt(3) == sqrt(6)
    1/(sqrt(3)-sqrt(2)) == sqrt(3)+sqrt(2)
    sqrt(5+2sqrt(6)) == sqrt(2)+sqrt(3)
    sqrt(5-2sqrt(6)) ## sqrt(2)-sqrt(3)
    root(2,3)*root(4,3) == 2
    sqrt(x^2) ## x
    sqrt(x^2) == abs(x)
    sqrt(x^3) == x*sqrt(x)
    sqrt(18x^3) == 3x*sqrt(2x)
    sqrt(x^2*y) == abs(x)*sqrt(y)
    sqrt(x^2*y) ## x*sqrt(y)
    sqrt(1/x) == 1/sqrt(x)
    sqrt(x/y) ## sqrt(x*y)/y
    sqrt((x-2)*(x-7)) ## sqrt(x-2)*sqrt(x-7)
    sqrt(x^2+y^2) ## x+y
    sqrt(x+2sqrt(x-1)) == 1+sqrt(x-1)
    (x^2)^(3/2) == abs(x)^3
    (x^2)^(3/2) ## x^3
    x^(1/3)*x^(2/3) == x
    (a^b)^c ## a^(b*c)
    a^b*a^c == a^(b+c)
    2^(x+1) == 2*2^x
    2^(x+1) ## 2^x+1
    8^(x/3) == 2^x
    (1/2)^x == 2^(-x)`,
  exponentials: `
    e^(x+y) == e^x*e^y
    e^(2x) == (e^x)^2
    e^(x^2) ## (e^x)^2
    e^(ln(x)) == x
    e^(2ln(x)) == x^2
    sinh(x)+cosh(x) == e^x
    (e^x-1)*(e^x+1) == e^(2x)-1
    e^(x/2) == sqrt(e^x)
    e^((x^2+1)/x) == e^x*e^(1/x)
    e^(i*pi) == -1
    abs(e^(i*x)) == 1
    abs(e^(e^(i*x))) == e^cos(x)
    abs(e^(e^(i*x))) ## e^(e^(i*x))
    10^lg(x) == x`,
  trigonometry: `
    sin(x)^2+cos(x)^2 == 1
    sin(2x) == 2sin(x)cos(x)
    sin(2x) ## 2sin(x)
    cos(3x) == 4cos(x)^3-3cos(x)
    tan(x)+cot(x) == 1/(sin(x)cos(x))
    1+tan(x)^2 == 1/cos(x)^2
    sin(x+pi/6) == sqrt(3)/2*sin(x)+cos(x)/2
    sin(x+2pi) == sin(x)
    sin(x+pi) ## sin(x)
    cos(pi/5) == (1+sqrt(5))/4
    tan(pi/8) == sqrt(2)-1
    abs(tan(x)) == abs(sin(x))/abs(cos(x))
    sqrt(1-cos(x)^2) == abs(sin(x))
    sqrt(1-cos(x)^2) ## sin(x)
    sin(asin(x)) == x
    asin(sin(x)) ## x
    cos(asin(x)) == sqrt(1-x^2)
    asin(x)+acos(x) == pi/2
    atan(2)+atan(3) == 3pi/4
    atan(x)+atan(1/x) ## pi/2
    atan(x) == asin(x/sqrt(1+x^2))
    tan(atan(x)/2) == x/(1+sqrt(1+x^2))
    (1+cos(4))^(1/3) ## (1+cos(5))^(1/3)
    sqrt(tan(x)) == root(tan(x),4)^2`,
  logarithms: `
    ln(x*y) == ln(x)+ln(y)
    ln(x+y) ## ln(x)+ln(y)
    ln(x^3) == 3ln(x)
    ln(x^2) == 2ln(abs(x))
    ln(x) ## ln(abs(x))
    ln(8) == 3ln(2)
    ln(1/x) == -ln(x)
    log(x,2) == ln(x)/ln(2)
    log(8,2) == 3
    ln(sqrt(x)) == ln(x)/2
    ln(cos(2)^2) == 2ln(-cos(2))
    ln(cos(x)) == 2ln(sqrt(cos(x)))
    ln(2)/ln(3) ## ln(2/3)
    ln(e^(x+1)) == x+1`,
  'absolute values': `
    abs(x-3) == abs(3-x)
    abs(x-3) ## x-3
    abs(x*y) == abs(x)*abs(y)
    abs(x+y) ## abs(x)+abs(y)
    abs(x)^2 == x^2
    abs(x)^3 ## x^3
    abs(x^2+1) == x^2+1
    abs(x-1)+abs(x-2) == max(2x-3,max(1,3-2x))
    abs(abs(x)) == abs(x)
    max(x,y)+min(x,y) == x+y
    abs(sin(x))*abs(cos(x)) == abs(sin(2x))/2
    abs(cos(x))^2 == cos(x)^2
    abs(3+4i) == 5
    cos(abs(x)) == cos(x)
    sin(abs(x)) ## sin(x)`,
  'factorials and binomials': `
    n! == n*(n-1)!
    (n+1)!/(n-1)! == n^2+n
    n/n! == 1/(n-1)!
    binomial(n,k) == n!/(k!*(n-k)!)
    binomial(n,2) == n*(n-1)/2
    binomial(n,2) ## n^2/2
    (2n)! ## 2*n!
    5! == 120`,
  'sums, limits and calculus': `
    sum(k,k,1,n) == n*(n+1)/2
    sum(k^2,k,1,n) == n*(n+1)*(2n+1)/6
    sum(k,k,1,n) ## n^2/2
    sum(2^k,k,0,n) == 2^(n+1)-1
    sum(f(k),k,1,n) == sum(f(j),j,1,n)
    product(k,k,1,n) == n!
    diff(x^3,x) == 3x^2
    diff(sin(x)^2,x) == sin(2x)
    diff(x^x,x) == x^x*(ln(x)+1)
    diff(x^3,x) ## x^2
    integrate(2x,x,0,3) == 9
    limit(sin(x)/x,x,0) == 1`,
  'complex numbers': `
    (1+i)^2 == 2i
    1/i == -i
    sqrt(-4) == 2i
    (2+3i)*(2-3i) == 13
    conjugate(2+3i) == 2-3i
    re(e^(i*pi/3)) == 1/2
    i^i == e^(-pi/2)
    (1+i)^8 == 16
    (-8)^(1/3) == 1+i*sqrt(3)
    sqrt(-4)*sqrt(-9) == -6
    sqrt(-4)*sqrt(-9) ## 6`,
}

describe.each(Object.entries(topics))('%s', (_topic, lines) => {
  it.each(table(lines))('%s is %s to %s', (a, expected, b) => {
    const found = answer(a, b)
    expect(found === 'undecided' && expected === 'different' ? 'different' : found).toBe(expected)
    expect(answer(b, a) === 'equal').toBe(expected === 'equal')
  })
})

describe('assumptions', () => {
  it.each([
    ['sqrt(x^2)', 'x', { all: 'positive' }],
    ['sqrt(5a^2)', 'a*sqrt(5)', { positive: new Set(['a']) }],
    ['abs(x)+abs(y)', 'abs(x+y)', { all: 'positive' }],
    ['sqrt(x*y)', 'sqrt(x)*sqrt(y)', { all: 'positive' }],
    ['(a^b)^c', 'a^(b*c)', { all: 'positive' }],
  ] as const)('%s is %s where they are given', (a, b, assume: Assumptions) => {
    expect(answer(a, b, assume)).toBe('equal')
  })

  it('say nothing about other names', () => {
    expect(answer('sqrt(b^2)', 'b', { positive: new Set(['a']) })).not.toBe('equal')
  })
})

describe('what has no value', () => {
  it.each(['1/0', '1/(x-x)', 'ln(0)', '0^0', '0^(-1)', '(-1)!', '1/(sin(x)^2+cos(x)^2-1)'])('%s', text => {
    expect(() => answer(text, '1')).toThrow(Undefined)
  })
})

describe('the end of the budget', () => {
  it('leaves a comparison undecided', () => {
    const [a, b] = [tree('(a+b+c+d)^9*(a-b+c-d)^9'), tree('(a+b+c+d)^9*(a-b+c+d)^9')]
    expect(compare(a, b, { assume: {}, budget: new Budget(1000) })).toEqual({
      answer: 'undecided',
      why: 'budget',
    })
  })
})
