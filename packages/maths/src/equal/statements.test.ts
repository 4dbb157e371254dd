import { describe, expect, it } from 'vitest'
import { check } from '../answers/index.ts'

/** Lines of two statements, with `==` between those that say the same and `##` between those that don't. */
function table(lines: string): (readonly [string, number, string])[] {
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [, a = '', sign = '', b = ''] = /^(.*?) (==|##) (.*)$/.exec(line) ?? []
      return [a, sign === '==' ? 1 : 0, b] as const
    })
}

const score = (test: string, options: string, student: string, teacher: string): number =>
  check({ test, options, student, teacher, syntax: 'maxima' }).score

const answers: Readonly<Record<string, string>> = {
  equations: `
    x+y=3 == 2*x+2*y=6
    x+y=3 ## x+y=4
    y=2*x+1 == 2*x-y=-1
    x^2=9 == x=3 or x=-3
    x^2=9 ## x=3
    (x-1)*(x-2)=0 ## x=1 and x=2
    x*y=0 == x=0 or y=0
    x^2=x ## x=1
    x/y=1 == x=y
    sqrt(3)*x=2 == x=2/sqrt(3)
    pi*x=2 == x=2/pi
    2^(1/3)*x=2 == x=2^(2/3)
    sin(x)=0 ## sin(2*x)=0
    tan(x)=1 == sin(x)=cos(x)
    x^2=2*x-1 == (x-1)^2=0
    x^2=2*x-1 ## x=-1
    x=1 nounor x=2 == x^2-3*x+2=0`,
  'inequalities, by cells of the line': `
    2*x<6 == x<3
    -2*x<6 == x>-3
    -2*x<6 ## x<-3
    x<=3 ## x<3
    1/x<1 ## x>1
    1/x<1 == x>1 or x<0
    x^2<4 == -2<x and x<2
    x^2>4 ## x>2
    x^2+1>0 == true
    abs(x-1)<2 == -1<x and x<3
    abs(x-1)>2 == x<-1 or x>3
    abs(x-1)<2 ## abs(x)<3
    sqrt(x)<2 ## x<4
    sqrt(x)<2 == x>=0 and x<4
    x^3-x<0 == x<-1 or (0<x and x<1)
    (x-1)*(x-2)*(x-3)>0 ## x>3
    not(x<3) == x>=3
    x#3 == x<3 or x>3
    x<y == y>x
    x<y ## x^2<y^2
    x>0 and y>0 ## x*y>0`,
  sets: `
    {1,2,3} == {3,2,1}
    {1,2,2} == {1,2}
    {1,2} ## {1,2,3}
    {sqrt(2)/2} == {1/sqrt(2)}
    {x=1,x=2} == {x-1=0,x-2=0}
    [1,2] ## [2,1]
    oo(1,3) ## cc(1,3)
    union(oo(1,2),{2},oo(2,3)) == oo(1,3)
    union(oo(1,2),oo(2,3)) ## oo(1,3)
    setminus(oo(1,3),{2}) == union(oo(1,2),oo(2,3))
    intersection(oo(1,3),oo(2,4)) == oo(2,3)
    oo(-inf,inf) == all
    oo(sqrt(2),2) == oo(2/sqrt(2),2)
    matrix([1,2],[3,4]) ## matrix([1,2],[3,5])
    matrix([1,2],[3,4]) ## matrix([1,2,3],[3,4,5])
    f(x):=x^2 == f(t):=t^2
    f(x):=x^2 ## g(x):=x^2`,
}

describe.each(Object.entries(answers))('%s', (_topic, lines) => {
  it.each(table(lines))('%s gets %s beside %s', (a, expected, b) => {
    expect(score('AlgEquiv', '', a, b)).toBe(expected)
    expect(score('AlgEquiv', '', b, a)).toBe(expected)
  })
})

const steps = `
  x^2=9 ## x=3
  sqrt(x)=3 == x=9
  sqrt(x)=-3 ## x=9
  sqrt(x+3)=x+1 ## x+3=(x+1)^2
  sqrt(x+3)=x+1 == x=1
  ln(x)=2 == x=e^2
  ln(x^2)=2 == x=e or x=-e
  ln(x^2)=2 ## x=e
  ln(x^2)=2 ## 2*ln(x)=2
  ln(x)=ln(3) == ln(2*x)=ln(6)
  2*ln(x)=2 == x=e
  2*ln(x)=2 ## x=e or x=-e
  ln(x)+ln(x-1)=ln(2) == x=2
  ln(x)+ln(x-1)=ln(2) ## x^2-x-2=0
  ln(x*(x-1))=0 ## ln(x)+ln(x-1)=0
  ln(x^2-4)=ln(3*x) ## x^2-4=3*x
  ln(x)^2=4 == x=e^2 or x=e^(-2)
  ln(x)^2=4 ## x=e^2
  ln(x^2)^2=4 ## x=e or x=1/e
  ln(y)=x/2 == y=e^(x/2)
  ln(y)=x/2 ## y^2=e^x
  ln(x)+x=3 == 2*ln(x)+2*x=6
  2^x=8 == x=3
  abs(x)=3 == x=3 or x=-3
  abs(x-1)=2*x == x=1/3
  abs(x-1)=2*x ## x=1/3 or x=-1
  x^2=x*y == x=0 or x=y
  x^2=x*y ## x=y
  (x^2-1)/(x-1)=0 == x=-1
  (x^2-1)/(x-1)=0 ## x=1 or x=-1
  x/(x-1)>2 ## x>2*x-2
  x/(x-1)>2 == 1<x and x<2
  x^2=y^2 == x=y or x=-y
  x+y=3 and x-y=1 == x=2 and y=1
  x+y=3 and x-y=1 ## x=2 or y=1
  x^2-2*x+1=0 == x=1
  x>=0 ## x>0`

describe('lines of an argument', () => {
  it.each(table(steps))('%s gets %s before %s', (a, expected, b) => {
    expect(score('Equiv', '', `[${a},${b}]`, '[]')).toBe(expected)
    expect(score('Equiv', '', `[${b},${a}]`, '[]')).toBe(expected)
  })

  it('keep only real solutions where that is assumed', () => {
    expect(score('Equiv', '[assumereal]', '[x^3=8,x=2]', '[]')).toBe(1)
    expect(score('Equiv', '', '[x^3=8,x=2]', '[]')).toBe(0)
    expect(score('Equiv', '[assumepos]', '[x^2=9,x=3]', '[]')).toBe(1)
  })
})

describe('systems', () => {
  it.each([
    ['[x+y=3,x-y=1]', '[x=2,y=1]', 1],
    ['[x+y=3,x-y=1]', '[x=2,y=2]', 0],
    ['[x+y=3]', '[x=2,y=1]', 0],
    ['[x^2=1]', '[x=1]', 0],
    ['[y=sqrt(x)]', '[y^2=x]', 0],
    ['[x^2+y^2=1,x=y]', '[2*x^2=1,y=x]', 1],
    ['[a*x=b,a=2]', '[2*x=b,a=2]', 1],
  ] as const)('%s beside %s gets %s', (a, b, expected) => {
    expect(score('SysEquiv', '', a, b)).toBe(expected)
    expect(score('SysEquiv', '', b, a)).toBe(expected)
  })
})
