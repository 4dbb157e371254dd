import { expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import type { Expr } from '../tree.ts'
import { checkSteps, judgeEnd, type Task } from './index.ts'
import { patient } from './steps.test-support.ts'

/** Solutions as they stand in a good notebook, with `;` between the lines. */
const solutions: readonly (readonly [Task['kind'], string])[] = [
  ['equation', '3(x-2)=x+4 ; 3x-6=x+4 ; 2x-6=4 ; 2x=10 ; x=5'],
  ['equation', '(x+1)/2-(x-1)/3=1 ; 3(x+1)-2(x-1)=6 ; 3x+3-2x+2=6 ; x+5=6 ; x=1'],
  ['equation', 'x/3+2=x/2 ; 2x+12=3x ; 12=x'],
  ['equation', '(x-2)(x-3)=2 ; x^2-5x+6=2 ; x^2-5x+4=0 ; (x-1)(x-4)=0 ; x-1=0 or x-4=0 ; x=1 or x=4'],
  [
    'equation',
    'x^2-6x+2=0 ; x^2-6x=-2 ; x^2-6x+9=7 ; (x-3)^2=7 ; x-3=sqrt(7) or x-3=-sqrt(7) ; x=3+sqrt(7) or x=3-sqrt(7)',
  ],
  [
    'equation',
    '2x^2+5x-3=0 ; x=(-5+sqrt(49))/4 or x=(-5-sqrt(49))/4 ; x=(-5+7)/4 or x=(-5-7)/4 ; x=1/2 or x=-3',
  ],
  ['equation', 'x^3-4x=0 ; x(x^2-4)=0 ; x=0 or x^2-4=0 ; x=0 or x^2=4 ; x=0 or x=2 or x=-2'],
  ['equation', 'x^4-5x^2+4=0 ; (x^2-1)(x^2-4)=0 ; x^2=1 or x^2=4 ; x=1 or x=-1 or x=2 or x=-2'],
  [
    'equation',
    '1/x+1/(x-1)=3/2 ; 2(x-1)+2x=3x(x-1) ; 4x-2=3x^2-3x ; 3x^2-7x+2=0 ; (3x-1)(x-2)=0 ; x=1/3 or x=2',
  ],
  ['equation', 'sqrt(2x+3)=x ; 2x+3=x^2 ; x^2-2x-3=0 ; (x-3)(x+1)=0 ; x=3 or x=-1 ; x=3'],
  ['equation', '5*2^x-3=37 ; 5*2^x=40 ; 2^x=8 ; x=3'],
  ['equation', '2^(2x)-6*2^x+8=0 ; (2^x-2)(2^x-4)=0 ; 2^x=2 or 2^x=4 ; x=1 or x=2'],
  ['equation', '4^x=2^(x+3) ; 2^(2x)=2^(x+3) ; 2x=x+3 ; x=3'],
  [
    'equation',
    'ln(x)+ln(x-1)=ln(6) ; ln(x(x-1))=ln(6) ; x(x-1)=6 ; x^2-x-6=0 ; (x-3)(x+2)=0 ; x=3 or x=-2 ; x=3',
  ],
  ['equation', '2ln(x)=6 ; ln(x)=3 ; x=e^3'],
  ['equation', '2sin(2x)=1 ; sin(2x)=1/2 ; 2x=pi/6+2k*pi or 2x=5pi/6+2k*pi ; x=pi/12+k*pi or x=5pi/12+k*pi'],
  [
    'equation',
    '2cos(x)^2-cos(x)=0 ; cos(x)(2cos(x)-1)=0 ; cos(x)=0 or cos(x)=1/2 ; x=pi/2+k*pi or x=pi/3+2k*pi or x=-pi/3+2k*pi',
  ],
  ['equation', '|2x-1|=5 ; 2x-1=5 or 2x-1=-5 ; 2x=6 or 2x=-4 ; x=3 or x=-2'],
  ['inequality', '5-2x>=1 ; -2x>=-4 ; x<=2'],
  ['inequality', 'x^2-5x+6>0 ; (x-2)(x-3)>0 ; x<2 or x>3'],
  ['inequality', '(x-1)/(x+2)<=0 ; -2<x<=1'],
  [
    'system',
    '2x+3y=7 and x-y=1 ; x=y+1 and 2x+3y=7 ; x=y+1 and 2(y+1)+3y=7 ; x=y+1 and 5y+2=7 ; x=y+1 and y=1 ; x=2 and y=1',
  ],
  ['system', '2x+3y=7 and x-y=1 ; 2x+3y=7 and 3x-3y=3 ; 5x=10 ; x=2 ; x=2 and y=1'],
  ['expand', '(2x-3)^2 ; (2x-3)(2x-3) ; 4x^2-6x-6x+9 ; 4x^2-12x+9'],
  ['factor', '2x^2-8 ; 2(x^2-4) ; 2(x-2)(x+2)'],
  ['completeSquare', '2x^2+8x+3 ; 2(x^2+4x)+3 ; 2((x+2)^2-4)+3 ; 2(x+2)^2-8+3 ; 2(x+2)^2-5'],
  ['simplify', '(x^2-4)/(x^2-x-2) ; ((x-2)(x+2))/((x-2)(x+1)) ; (x+2)/(x+1)'],
  ['differentiate', '(x^2+1)^3 ; 3(x^2+1)^2*2x ; 6x(x^2+1)^2'],
  ['differentiate', 'x^2/(x+1) ; (2x(x+1)-x^2)/(x+1)^2 ; (x^2+2x)/(x+1)^2'],
  ['equation', 'P=2l+2b ; 2l=P-2b ; l=(P-2b)/2'],
]

function read(text: string): Expr {
  const reading = readText(text)
  if (!reading.ok) throw new Error(text)
  return reading.tree
}

it.each(solutions)('%s: %s', (kind, text) => {
  const lines = text.split(' ; ').map(read)
  const relations = checkSteps(lines, { kind }, patient).map(v => v.relation)
  for (const relation of relations) expect(['nearer', 'equivalent', 'adds']).toContain(relation)
  expect(relations.filter(relation => relation === 'equivalent').length, relations.join()).toBeLessThan(2)
  expect(judgeEnd(lines, { kind }, patient())).toMatchObject({ solved: true })
})
