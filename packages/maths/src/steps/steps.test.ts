import { describe, expect, it } from 'vitest'
import { printText } from '../print/text.ts'
import { texts } from '../words/steps.ts'
import { checkSteps, hints, judgeEnd, judgeStep, type StepVerdict, type Task } from './index.ts'
import { formula } from './notation.ts'
import { patient } from './steps.test-support.ts'

function step(kind: Task['kind'], before: string, after: string, rest: Partial<Task> = {}): StepVerdict {
  return judgeStep(formula(before), formula(after), { kind, ...rest }, patient())
}

function shown(list: readonly Parameters<typeof printText>[0][] | undefined): string[] {
  return (list ?? []).map(e => printText(e))
}

describe('a step that is right', () => {
  it.each([
    ['equation', '2x+3=11', '2x=8'],
    ['equation', '2(x+3)=8', 'x+3=4'],
    ['equation', 'x/2+x/3=5', '3x+2x=30'],
    ['equation', 'x^2=5x', 'x^2-5x=0'],
    ['equation', 'x(x-5)=0', 'x=0 or x=5'],
    ['equation', 'x^2-6x+5=0', '(x-3)^2=4'],
    ['equation', '(x-3)^2=4', 'x-3=2 or x-3=-2'],
    ['equation', '1/x+1/(x-1)=3/2', '2(x-1)+2x=3x(x-1)'],
    ['equation', 'sqrt(x+3)+1=5', 'sqrt(x+3)=4'],
    ['equation', '3*2^x-4=20', '2^x=8'],
    ['equation', '2^x=10', 'x=ln(10)/ln(2)'],
    ['equation', '3^(x+1)=2^x', 'x*ln(3)+ln(3)=x*ln(2)'],
    ['equation', 'ln(x)=2', 'x=e^2'],
    ['equation', 'sin(x)=1/2', 'x=pi/6+2k*pi or x=5pi/6+2k*pi'],
    ['equation', 'cos(2x)=0', 'x=pi/4+k*pi/2'],
    ['equation', '|2x-1|=5', '2x-1=5 or 2x-1=-5'],
    ['equation', 'x^2+2x+5=0', 'none'],
    ['inequality', '-2x<6', 'x>-3'],
    ['inequality', 'x^2<9', 'x>-3 and x<3'],
    ['inequality', '6/x<2', 'x<0 or x>3'],
    ['system', 'x+y=3 and x-y=1', 'x=2 and y=1'],
    ['system', 'y=x-1 and x^2+y^2=5', 'y=x-1 and x^2+(x-1)^2=5'],
    ['expand', '(x+3)^2', 'x^2+6x+9'],
    ['factor', 'x^2-5x+6', '(x-2)(x-3)'],
    ['completeSquare', 'x^2+6x+5', '(x+3)^2-4'],
    ['simplify', 'sin(x)^2+cos(x)^2', '1'],
    ['differentiate', 'diff(x^2*sin(x),x)', '2x*sin(x)+x^2*cos(x)'],
  ] as const)('%s: %s to %s is nearer', (kind, before, after) => {
    expect(step(kind, before, after)).toMatchObject({ relation: 'nearer', basis: { kind: 'proved' } })
  })

  it('may be no nearer', () => {
    expect(step('equation', '2x=8', '2x+3=11').relation).toBe('equivalent')
    expect(step('equation', '2x=8', '2x=8').reason.code).toBe('steps.repeated')
  })

  it('names where the line before has no value', () => {
    const verdict = step('simplify', '(x^2-9)/(x-3)', 'x+3')
    expect(verdict.relation).toBe('nearer')
    expect(verdict.condition && printText(verdict.condition)).toBe('x ≠ 3')
  })

  it('names where a root or logarithm has no value', () => {
    const condition = (before: string, after: string): string => {
      const verdict = step('simplify', before, after)
      expect(['nearer', 'equivalent']).toContain(verdict.relation)
      return verdict.condition ? printText(verdict.condition) : ''
    }
    expect(condition('sqrt(x)^2+1', 'x+1')).toBe('x >= 0')
    expect(condition('e^(2ln(x))', 'x^2')).toBe('x > 0')
    expect(condition('ln(x^2)', '2ln(x)')).toBe('x > 0')
    expect(condition('ln(x)+ln(x)', '2ln(x)')).toBe('')
  })

  it('in a formula holds where what was divided by is not zero', () => {
    const verdict = step('equation', 'a*x=b', 'x=b/a')
    expect(verdict.condition && printText(verdict.condition)).toBe('a ≠ 0')
  })
})

describe('with letters above zero', () => {
  const assume = { all: 'positive' } as const

  it.each([
    ['equation', 'x^2=9', 'x=3'],
    ['equation', 'A=pi*r^2', 'r=sqrt(A/pi)'],
    ['simplify', 'sqrt(x^2)', 'x'],
    ['simplify', 'ln(x^2)', '2ln(x)'],
    ['system', 'x+y=1 and x^2+y^2=13', 'none'],
  ] as const)('%s: %s to %s is right', (kind, before, after) => {
    expect(['nearer', 'equivalent']).toContain(step(kind, before, after, { assume }).relation)
  })

  it('a mistake stays one', () => {
    expect(step('equation', 'x^2=9', 'x=4.5', { assume }).relation).toBe('mistake')
    expect(step('simplify', 'sqrt(x^2+9)', 'x+3', { assume }).relation).toBe('mistake')
  })
})

describe('a step that loses solutions', () => {
  it.each([
    ['x^2=5x', 'x=5', ['x = 0'], 'x ≠ 0', 'dividedByVariable'],
    ['x(x-3)=2(x-3)', 'x=2', ['x = 3'], 'x ≠ 3', 'dividedByVariable'],
    ['(x-1)^2=16', 'x-1=4', ['x = -3'], 'x - 1 >= 0', 'rootWithoutNegative'],
    ['|x-2|=5', 'x-2=5', ['x = -3'], 'x - 2 >= 0', 'absOneCase'],
    ['x(x-4)=0', 'x-4=0', ['x = 0'], 'x ≠ 0', 'factorForgotten'],
  ])('%s to %s', (before, after, lost, condition, rule) => {
    const verdict = step('equation', before, after)
    expect(verdict).toMatchObject({ relation: 'loses', mistake: { rule } })
    expect(shown(verdict.lost)).toEqual(lost)
    expect(verdict.condition && printText(verdict.condition)).toBe(condition)
  })

  it('also of a sine', () => {
    const verdict = step('equation', 'sin(x)=1/2', 'x=pi/6+2k*pi')
    expect(verdict.relation).toBe('loses')
    expect(shown(verdict.lost)).toEqual(['x = 5*pi/6 + 2*k*pi'])
  })

  it('also of a system', () => {
    const verdict = step('system', 'x+y=3 and x^2+y^2=5', 'x=1 and y=2')
    expect(verdict.relation).toBe('loses')
    expect(shown(verdict.lost)).toEqual(['x = 2 and y = 1'])
  })
})

describe('a step that adds solutions', () => {
  it.each([
    ['sqrt(x)=x-2', 'x=(x-2)^2', ['x = 1'], 'x - 2 >= 0'],
    ['(x^2-9)/(x-3)=6', 'x+3=6', ['x = 3'], 'x - 3 ≠ 0'],
    ['log(x)+log(x-3)=1', 'x(x-3)=10', ['x = -2'], 'x > 0 and x - 3 > 0'],
    ['|x|=x-2', 'x=x-2 or x=2-x', ['x = 1'], 'x - 2 >= 0'],
  ])('%s to %s', (before, after, gained, condition) => {
    const verdict = step('equation', before, after)
    expect(verdict.relation).toBe('adds')
    expect(shown(verdict.gained)).toEqual(gained)
    expect(verdict.condition && printText(verdict.condition)).toBe(condition)
  })
})

describe('a step that is wrong', () => {
  it.each([
    ['equation', '5-(x+3)=1', '5-x+3=1', 'minusFirstOnly'],
    ['equation', '5-2(x-3)=1', '-1-2x=1', 'minusTimesBracket'],
    ['equation', '3(x-2)=x+4', '2x=2', 'moveSignKept'],
    ['equation', '(x+1)^2=9+x', 'x^2+1=9+x', 'squareOfSum'],
    ['inequality', '3-2x<9', 'x<-3', 'flipForgotten'],
    ['system', '2x+y=7 and x+y=4', 'x=11 and y=-7', 'eliminationSign'],
    ['simplify', '(x+6)/(x+2)', '3', 'cancelledTerm'],
    ['differentiate', 'diff(5x^2+sin(3x),x)', '10x+cos(3x)', 'chainForgotten'],
    ['equation', 'log(x)+log(3)=1', 'x+3=10', 'sumOfLogs'],
  ] as const)('%s: %s to %s is %s, also with right steps', (kind, before, after, rule) => {
    expect(step(kind, before, after)).toMatchObject({
      relation: 'mistake',
      mistake: { rule },
      basis: { kind: 'refuted' },
    })
  })

  it('without a name is different', () => {
    expect(step('expand', '(x+3)^2', 'x^2+41x-7').relation).toBe('different')
  })

  it('tells an exact value from a rounded one', () => {
    expect(step('equation', 'x^2=2', 'x=1.41421356237 or x=-1.41421356237').reason.code).toBe('steps.rounded')
    expect(step('equation', '3x=1', 'x=0.33333333333333').reason.code).toBe('steps.rounded')
  })
})

describe('a whole solution', () => {
  const lines = (...all: string[]) => all.map(line => formula(line))
  const relations = (task: Task, ...all: string[]) =>
    checkSteps(lines(...all), task, patient).map(v => v.relation)
  const equation: Task = { kind: 'equation' }

  it('counts a mistake once', () => {
    expect(relations(equation, '2x+3=11', '2x=14', 'x=7')).toEqual(['mistake', 'nearer'])
  })

  it('loses what is left out after a mistake, whatever the exercise says', () => {
    const solution = ['(x+3)^2=16', 'x^2+9=16', 'x^2=7', 'x=sqrt(7)']
    expect(relations(equation, ...solution)).toEqual(['mistake', 'nearer', 'loses'])
  })

  it('may reject what squaring added', () => {
    const solution = ['sqrt(x)=x-2', 'x=(x-2)^2', 'x^2-5x+4=0', 'x=1 or x=4', 'x=4']
    expect(relations(equation, ...solution)).toEqual(['adds', 'nearer', 'nearer', 'nearer'])
    expect(judgeEnd(lines(...solution), equation, patient())).toMatchObject({ solved: true })
    expect(judgeEnd(lines(...solution.slice(0, 4)), equation)).toMatchObject({
      solved: false,
      reason: { code: 'steps.tooMany' },
    })
  })

  it('begins to differentiate at the function itself', () => {
    expect(relations({ kind: 'differentiate' }, 'x^3+5', '3x^2')).toEqual(['nearer'])
    expect(relations({ kind: 'differentiate' }, 'x^3+5', '3x^2+5')).toEqual(['mistake'])
  })

  it('may go on with one unknown of a system', () => {
    const task: Task = { kind: 'system' }
    expect(relations(task, 'x+y=7 and x-y=1', '2x=8', 'x=4', 'x=4 and y=3')).toEqual([
      'nearer',
      'nearer',
      'nearer',
    ])
    expect(relations(task, 'y=2x-1 and 3x-y=4', '3x-(2x-1)=4', 'x=3', 'x=3 and y=5')).toEqual([
      'nearer',
      'nearer',
      'nearer',
    ])
    expect(relations(task, 'y=2x-1 and 3x-y=4', '3x-2x-1=4', 'x=5', 'x=5 and y=9')).toEqual([
      'mistake',
      'nearer',
      'nearer',
    ])
    expect(relations(task, 'x+y=5 and x*y=6', 'x=2', 'x=2 and y=3')).toEqual(['loses', 'nearer'])
  })

  it('fills values in with brackets', () => {
    const task: Task = { kind: 'substitute', values: { x: formula('-3') } }
    expect(relations(task, 'x^2+2x', '9-6', '3')).toEqual(['nearer', 'nearer'])
    expect(relations(task, 'x^2+2x', '-9-6')).toEqual(['mistake'])
  })

  it.each([
    ['equation', ['x^2=5x', 'x=5'], 'steps.missing'],
    ['equation', ['2x=8'], 'steps.notIsolated'],
    ['equation', ['2x=6', 'x=6/2'], 'steps.notTidy'],
    ['equation', ['x^2-6x+2=0', 'x=3+sqrt(7) or x=3-sqrt(7)'], 'steps.solved'],
    ['equation', ['x^2-6x+2=0', 'x=(6+sqrt(28))/2 or x=(6-sqrt(28))/2'], 'steps.notTidy'],
    ['equation', ['2x=6', 'x=4'], 'steps.wrongEnd'],
    ['inequality', ['-2x+1<7', 'x>-3'], 'steps.solved'],
    ['system', ['x+y=3 and x-y=1', 'x=2 and y=1'], 'steps.solved'],
    ['system', ['x+y=3 and x-y=1', 'x=2 and x+y=3'], 'steps.notIsolated'],
    ['factor', ['2x^2-10x+12', '(2x-4)(x-3)'], 'steps.notFactored'],
    ['factor', ['2x^2-10x+12', '2(x-2)(x-3)'], 'steps.solved'],
    ['expand', ['(x+1)(x+2)', 'x^2+x+2x+2'], 'steps.notExpanded'],
    ['completeSquare', ['x^2+6x+5', '(x+3)^2-4'], 'steps.solved'],
  ] as const)('%s %j ends as %s', (kind, solution, code) => {
    expect(judgeEnd(lines(...solution), { kind }, patient()).reason.code).toBe(code)
    expect(texts[code]?.nl).toBeTruthy()
  })
})

describe('hints', () => {
  /** Follows the third hint until there is none. */
  function solved(first: string, rest: Partial<Task> = {}): string[] {
    const task: Task = { kind: /[<>]/.test(first) ? 'inequality' : 'equation', ...rest }
    const lines = [formula(first)]
    for (let k = 0; k < 15; k += 1) {
      const next = hints(lines, task, {}, patient).find(h => h.level === 3)?.line
      if (!next) break
      lines.push(next)
    }
    expect(judgeEnd(lines, task, patient())).toMatchObject({ solved: true })
    for (const verdict of checkSteps(lines, task, patient))
      expect(['nearer', 'equivalent', 'adds']).toContain(verdict.relation)
    return lines.map(line => printText(line))
  }

  it.each([
    ['2(x+3)=8'],
    ['3(x-2)=x+4'],
    ['(x+1)/2=3-x'],
    ['-2x+1<7'],
    ['x^2=5x'],
    ['(x-2)(x-3)=2'],
    ['x^2-6x+2=0'],
    ['x^2+x+1=0'],
    ['2(x-1)^2-8=0'],
    ['sqrt(x+3)+1=5'],
    ['sqrt(x)=x-2'],
    ['6/(x+1)=2'],
    ['1/x+1/(x-1)=3/2'],
    ['(x+1)/(x-1)=2'],
    ['log(x)+log(x-3)=1'],
    ['ln(x)+ln(x+1)=ln(6)'],
    ['2ln(x)-3=5'],
    ['3*2^x-4=20'],
    ['e^(2x)-3e^x+2=0'],
    ['|2x-1|=5'],
    ['2sin(3x)=1'],
    ['x^3-6x^2+11x-6=0'],
    ['x*e^x=2e^x'],
  ])('lead from %s to all solutions', first => {
    solved(first)
  })

  it('follow the method that is asked', () => {
    expect(solved('x^2-6x+5=0', { method: 'factors' })[1]).toBe('(x - 1)*(x - 5) = 0')
    expect(solved('x^2-6x+5=0', { method: 'square' })[1]).toBe('(x - 3)^2 = 4')
    expect(solved('x^2-6x+5=0', { method: 'formula' })[1]).toContain('sqrt(16)')
  })

  it('come in three levels, of which only the last has the line', () => {
    const [nudge, todo, line] = hints([formula('2x+3=11')], { kind: 'equation' })
    expect([nudge?.level, todo?.level, line?.level]).toEqual([1, 2, 3])
    expect(nudge?.line).toBeUndefined()
    expect(todo?.nl).toContain('3')
    expect(line?.nl).toBe('De volgende regel is: 2*x = 8')
  })

  it('say to add what is subtracted, and have words for every step', () => {
    const todo = (line: string): string => hints([formula(line)], { kind: 'equation' })[1]?.nl ?? ''
    expect(todo('2x-3=11')).toBe('Tel 3 aan beide kanten op.')
    expect(todo('3-x=2x-6')).toBe('Tel x aan beide kanten op.')
    expect(todo('x^3-6x^2+11x-6=0')).toContain('delers')
  })

  it('go back before a mistake', () => {
    const found = hints(
      ['2x+3=11', '2x=14'].map(line => formula(line)),
      { kind: 'equation' },
    )
    expect(found[0]?.step).toBe('lookBack')
    expect(found.at(-1)?.line && printText(found.at(-1)?.line ?? formula('0'))).toBe('2*x = 8')
  })
})
