import { expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import type { Expr } from '../tree.ts'
import { checkSteps, judgeEnd, judgeStep, type Task } from './index.ts'
import { patient } from './steps.test-support.ts'

type Outcome = 'right' | 'loses' | 'adds' | 'wrong' | 'notRight'

/** Steps as they are typed, of every kind, and what they are. */
const cases: readonly (readonly [Task['kind'], string, string, Outcome])[] = [
  ['equation', 'sqrt(2x+3)=x', '2x+3=x^2', 'adds'],
  ['equation', 'sqrt(x+3)+sqrt(x)=3', 'sqrt(x+3)=3-sqrt(x)', 'right'],
  ['equation', 'sqrt(x+3)=3-sqrt(x)', 'x+3=9-6sqrt(x)+x', 'right'],
  ['equation', 'sqrt(2x+3)=x', 'x=3', 'right'],
  ['equation', 'sqrt(2x+3)=x', 'x=3 or x=-1', 'adds'],
  ['equation', 'x^3=4x', 'x^2=4', 'loses'],
  ['equation', 'x^3=4x', 'x(x-2)(x+2)=0', 'right'],
  ['equation', 'x^3-6x^2+11x-6=0', '(x-1)(x-2)(x-3)=0', 'right'],
  ['equation', 'x^4=16', 'x=2', 'loses'],
  ['equation', 'x^4=16', 'x^2=4', 'right'],
  ['equation', 'x^4=16', 'x=2 or x=-2', 'right'],
  ['equation', '(x+1)/(x-2)=3', 'x+1=3(x-2)', 'right'],
  ['equation', '(x+1)/(x-2)=3/(x-2)', 'x+1=3', 'adds'],
  ['equation', 'x/(x-1)=1/(x-1)', 'x=1', 'adds'],
  ['equation', 'x/(x-1)=1/(x-1)', 'none', 'right'],
  ['equation', '2^(2x)=8', '2x=3', 'right'],
  ['equation', '2^(2x)=8', '2x=4', 'wrong'],
  ['equation', '5*3^x=45', '15^x=45', 'wrong'],
  ['equation', '3^x=1/9', 'x=-2', 'right'],
  ['equation', '4^x=2^(x+3)', '2x=x+3', 'right'],
  ['equation', 'e^(2x)=5', 'x=ln(5)/2', 'right'],
  ['equation', 'e^(2x)=5', 'x=ln(2.5)', 'wrong'],
  ['equation', 'e^x+e^(-x)=2', 'x=0', 'right'],
  ['equation', '9^x-4*3^x+3=0', '3^x=1 or 3^x=3', 'right'],
  ['equation', 'ln(x)+ln(2)=3', 'ln(2x)=3', 'right'],
  ['equation', 'ln(x)+ln(2)=3', 'x=e^3/2', 'right'],
  ['equation', 'ln(x)+ln(2)=3', 'x+2=e^3', 'wrong'],
  ['equation', 'ln(x^2)=4', '2ln(x)=4', 'loses'],
  ['equation', 'ln(x^2)=4', 'x=e^2', 'loses'],
  ['equation', 'ln(x^2)=4', 'x^2=e^4', 'right'],
  ['equation', 'log(x)=2', 'x=100', 'right'],
  ['equation', 'log(x)=2', 'x=20', 'wrong'],
  ['equation', '2ln(x)=ln(x+2)', 'x^2=x+2', 'adds'],
  ['equation', 'ln(x-1)-ln(x)=1', '(x-1)/x=e', 'adds'],
  ['equation', 'sin(x)=0', 'x=k*pi', 'right'],
  ['equation', 'sin(x)=0', 'x=0', 'loses'],
  ['equation', '2cos(x)=1', 'x=pi/3+2k*pi or x=-pi/3+2k*pi', 'right'],
  ['equation', '2cos(x)=1', 'x=pi/3+k*pi', 'wrong'],
  ['equation', 'tan(x)=1', 'x=pi/4+k*pi', 'right'],
  ['equation', 'tan(x)=1', 'x=pi/4+2k*pi', 'loses'],
  ['equation', 'sin(2x)=1/2', '2x=pi/6+2k*pi or 2x=5pi/6+2k*pi', 'right'],
  ['equation', 'sin(2x)=1/2', 'x=pi/12+2k*pi or x=5pi/12+2k*pi', 'loses'],
  ['equation', 'sin(x)^2=1/4', 'sin(x)=1/2 or sin(x)=-1/2', 'right'],
  ['equation', 'sin(x)^2=1/4', 'sin(x)=1/2', 'loses'],
  ['equation', 'sin(x)=cos(x)', 'tan(x)=1', 'right'],
  ['equation', 'cos(2x)=cos(x)', '2x=x+2k*pi or 2x=-x+2k*pi', 'right'],
  ['equation', 'sin(2x)=sin(x)', '2sin(x)cos(x)=sin(x)', 'right'],
  ['equation', 'sin(2x)=sin(x)', '2cos(x)=1', 'loses'],
  ['equation', '2sin(x)^2+3cos(x)=0', '2(1-cos(x)^2)+3cos(x)=0', 'right'],
  ['equation', '|x-3|=|2x|', 'x-3=2x or x-3=-2x', 'right'],
  ['equation', '|x-3|=2x', 'x-3=2x or x-3=-2x', 'adds'],
  ['equation', '|x|+|x-1|=3', 'x=2 or x=-1', 'right'],
  ['equation', '|x|=-2', 'x=2 or x=-2', 'wrong'],
  ['equation', '|x^2-4|=5', 'x^2-4=5 or x^2-4=-5', 'right'],
  ['inequality', '3-2x<9', '-2x<6', 'right'],
  ['inequality', '3-2x<9', 'x<-3', 'wrong'],
  ['inequality', 'x^2-5x+6>0', 'x<2 or x>3', 'right'],
  ['inequality', 'x^2-5x+6>0', 'x>2 and x>3', 'loses'],
  ['inequality', 'x^2>9', 'x>3', 'wrong'],
  ['inequality', '(x-1)/(x+2)<=0', '-2<x<=1', 'right'],
  ['inequality', '(x-1)/(x+2)<=0', '-2<=x<=1', 'adds'],
  ['inequality', '(x-1)/(x+2)>=0', 'x-1>=0', 'wrong'],
  ['inequality', '|x-1|<3', '-3<x-1<3', 'right'],
  ['inequality', '|x-1|>3', '-3<x-1<3', 'wrong'],
  ['inequality', '2^x<8', 'x<3', 'right'],
  ['inequality', '(1/2)^x<8', 'x<-3', 'wrong'],
  ['inequality', '(1/2)^x<8', 'x>-3', 'right'],
  ['inequality', 'ln(x)<1', 'x<e', 'adds'],
  ['inequality', 'ln(x)<1', '0<x<e', 'right'],
  ['inequality', 'sqrt(x)<3', 'x<9', 'adds'],
  ['inequality', 'sqrt(x)<3', '0<=x<9', 'right'],
  ['inequality', '1/x>1', 'x<1', 'wrong'],
  ['inequality', '1/x>1', '0<x<1', 'right'],
  ['inequality', 'x^2+1>0', 'true', 'right'],
  ['inequality', 'x^2<0', 'false', 'right'],
  ['system', '2x+3y=7 and x-y=1', '2x+3y=7 and x=y+1', 'right'],
  ['system', '2x+3y=7 and x=y+1', '2(y+1)+3y=7 and x=y+1', 'right'],
  ['system', '2x+3y=7 and x=y+1', '2y+1+3y=7 and x=y+1', 'wrong'],
  ['system', 'x+y=5 and x*y=6', 'x=2 and y=3 or x=3 and y=2', 'right'],
  ['system', 'x+y=5 and x*y=6', 'x=2 and y=3', 'loses'],
  ['system', '2x+y=5 and 4x+2y=10', '2x+y=5', 'right'],
  ['system', 'x+y=2 and x+y=3', 'none', 'right'],
  ['system', 'x+y+z=6 and x-y=0 and z=2', 'x=2 and y=2 and z=2', 'right'],
  ['simplify', '(x^2-4)/(x^2-x-2)', '(x+2)/(x+1)', 'right'],
  ['simplify', 'sqrt(12)+sqrt(27)', '5sqrt(3)', 'right'],
  ['simplify', 'sqrt(12)+sqrt(27)', 'sqrt(39)', 'wrong'],
  ['simplify', '(x^3)^2*x', 'x^7', 'right'],
  ['simplify', '1/x+1/y', '(x+y)/(xy)', 'right'],
  ['simplify', '1/x+1/y', '2/(x+y)', 'wrong'],
  ['simplify', 'ln(x^2)', '2ln(x)', 'right'],
  ['simplify', 'sqrt(x^2)', 'x', 'wrong'],
  ['simplify', 'sqrt(x^2)', '|x|', 'right'],
  ['simplify', 'e^(2ln(x))', 'x^2', 'right'],
  ['simplify', 'sin(2x)/(2sin(x))', 'cos(x)', 'right'],
  ['simplify', '(a^2-b^2)/(a-b)', 'a-b', 'wrong'],
  ['simplify', 'x^(1/2)*x^(1/3)', 'x^(5/6)', 'right'],
  ['simplify', '8^(2/3)', '4', 'right'],
  ['simplify', 'log(1000)', '3', 'right'],
  ['expand', '(2x-3)^2', '4x^2-12x+9', 'right'],
  ['expand', '(2x-3)^2', '2x^2-12x+9', 'wrong'],
  ['expand', '(a+b)(a-b)', 'a^2-b^2', 'right'],
  ['expand', '-(x-3)(x+2)', '-x^2+x+6', 'right'],
  ['expand', '-(x-3)(x+2)', '-x^2-x+6', 'wrong'],
  ['factor', '6x^2+9x', '3x(2x+3)', 'right'],
  ['factor', '6x^2+9x', '3x(2x+9)', 'wrong'],
  ['factor', 'x^2+5x-6', '(x+2)(x+3)', 'wrong'],
  ['completeSquare', '2x^2+8x+3', '2(x+2)^2-5', 'right'],
  ['completeSquare', '2x^2+8x+3', '2(x+2)^2-1', 'wrong'],
  ['equation', '2x+3=7', 'x=2', 'right'],
  ['equation', '2x=7', 'x=3.5', 'right'],
  ['equation', '3x=7', 'x=2.33', 'wrong'],
  ['equation', '2x+5=3x-4', '5+4=3x-2x', 'right'],
  ['equation', 'P=2l+2b', 'l=(P-2b)/2', 'right'],
  ['equation', 'P=2l+2b', 'l=P-b', 'wrong'],
  ['equation', 'v=s/t', 't=s/v', 'right'],
  ['equation', 'v=s/t', 't=v/s', 'wrong'],
  ['equation', 'A=pi*r^2', 'r=sqrt(A/pi)', 'loses'],
  ['equation', '1/f=1/a+1/b', 'f=a+b', 'wrong'],
  ['equation', '1/f=1/a+1/b', 'f=(a*b)/(a+b)', 'right'],
  ['inequality', '2x<|x-1|', '(x>=1 and 2x<x-1) or (x<1 and 2x<1-x)', 'right'],
  ['inequality', '2x<|x-1|', 'x<1/3', 'right'],
  ['inequality', 'sqrt(x+6)>x', '-6<=x<3', 'right'],
  ['equation', 'T=2pi*sqrt(L/g)', 'T^2=4pi^2*L/g', 'adds'],
  ['equation', 'sqrt(x)*sin(x)=0', 'x=k*pi', 'notRight'],
  ['equation', 'sqrt(x)*sin(x)=0', 'sin(x)=0', 'notRight'],
  ['equation', 'x*ln(x)=0', 'ln(x)=0', 'right'],
  ['equation', 'x*ln(x)=0', 'x=0 or ln(x)=0', 'adds'],
  ['equation', 'x^2=-4', 'x=2', 'wrong'],
  ['equation', '(x-1)^2(x+2)=0', '(x-1)(x+2)=0', 'right'],
  ['equation', 'x^5-x-1=0', 'x^5=x+1', 'right'],
  ['equation', 'x^5-x-1=0', 'x^5=x-1', 'wrong'],
  ['equation', 'e^x=x+2', 'x=ln(x+2)', 'right'],
  ['equation', 'e^x=x+2', 'x=ln(x)+ln(2)', 'notRight'],
  ['equation', 'x+sin(x)=1', '2x+2sin(x)=2', 'right'],
  ['equation', 'x+sin(x)=1', '2x+sin(x)=2', 'notRight'],
]

function read(text: string): Expr {
  const reading = readText(text)
  if (!reading.ok) throw new Error(text)
  return reading.tree
}

const groups: Record<Outcome, readonly string[]> = {
  right: ['nearer', 'equivalent'],
  loses: ['loses'],
  adds: ['adds'],
  wrong: ['mistake', 'different'],
  notRight: ['mistake', 'different', 'loses', 'adds', 'undecided'],
}

it.each(cases)('%s: %s to %s is %s', (kind, before, after, outcome) => {
  expect(groups[outcome]).toContain(judgeStep(read(before), read(after), { kind }, patient()).relation)
})

it.each([
  ['x^2=9', 'x=±3', 'right'],
  ['x^2=9', 'x_1=3 and x_2=-3', 'right'],
  ['x^2=9', 'x1=3, x2=-3', 'right'],
  ['x^2=9', 'x=3, x=-3', 'right'],
  ['x^2-3x+1=0', 'x=(3±sqrt(5))/2', 'right'],
  ['x^2-3x+1=0', 'x=(3±sqrt(13))/2', 'wrong'],
  ['2x=6', '2x=6 ⇒ x=3', 'right'],
  ['3x=7', 'x≈2.33', 'right'],
  ['3x=7', 'x≈2.43', 'wrong'],
  ['3x=7', 'x=2.33', 'wrong'],
] as const)('ways of writing: %s to %s is %s', (before, after, outcome) => {
  const verdict = judgeStep(read(before), read(after), { kind: 'equation' }, patient())
  expect(groups[outcome]).toContain(verdict.relation)
})

it('a value may be written behind what it is the value of', () => {
  const right = (kind: Task['kind'], ...lines: string[]): string[] =>
    checkSteps(lines.map(read), { kind }, patient).map(v => v.relation)
  expect(right('expand', '(x+3)^2', '(x+3)^2=x^2+6x+9')).toEqual(['nearer'])
  expect(right('differentiate', 'f(x)=x^3+5', "f'(x)=3x^2")).toEqual(['nearer'])
  expect(right('differentiate', 'y=x^3+5', "y'=3x^2+5")).toEqual(['mistake'])
  expect(right('system', 'x+y=3; x-y=1', '2x=4; x+y=3', 'x=2; y=1')).toEqual(['nearer', 'nearer'])
})

it('ends exactly, unless the task takes rounded values', () => {
  const lines = ['3x=7', 'x≈2.33'].map(read)
  expect(judgeEnd(lines, { kind: 'equation' }).reason.code).toBe('steps.rounded')
  expect(judgeEnd(lines, { kind: 'equation', rounded: true }).solved).toBe(true)
})

it.each([
  ['|x|=x', 'x>=0', 'right'],
  ['|x-3|=3-x', 'x<=3', 'right'],
  ['|x-3|=3-x', 'x<3', 'loses'],
  ['|x-1|+|x-4|=3', '1<=x<=4', 'right'],
  ['|x-1|+|x-4|=3', 'x=1 or x=4', 'loses'],
] as const)('absolute values on an interval: %s to %s is %s', (before, after, outcome) => {
  const verdict = judgeStep(read(before), read(after), { kind: 'equation' }, patient())
  expect(groups[outcome]).toContain(verdict.relation)
})
