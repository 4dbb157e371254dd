import { describe, expect, test } from 'vitest'
import { Budget } from '../budget.ts'
import { compare } from '../equal/compare.ts'
import { Rewriter } from '../forms/rewriter.ts'
import { printText } from '../print/text.ts'
import { type Expr, int, op, rewrite, sym } from '../tree.ts'
import { tests } from './assoc.ts'
import { chosenRules } from './assoc-options.ts'
import { given } from './structure.test-support.ts'

function score(answer: string, target: string, options = ''): number {
  const name = options === '' ? 'EqualComAss' : 'EqualComAssRules'
  return tests[name]?.(given(answer, target, options)).score ?? Number.NaN
}

describe('EqualComAss', () => {
  test.each([
    ['b + (a + c)', 'a + b + c'],
    ['3*p - q', '-q + p*3'],
    ['p*q/r', 'q*(p/r)'],
    ['-(a*b)', 'a*(-b)'],
    ['{2, k}', '{k, 2}'],
    ['u = v + 1', '1 + v = u'],
    ['u # 3', '3 # u'],
    ['A and (B or C)', '(C or B) and A'],
    ['exp(t)', '%e^t'],
  ])('%s has the form of %s', (answer, target) => {
    expect(score(answer, target)).toBe(1)
    expect(score(target, answer)).toBe(1)
  })

  test.each([
    ['a + a', '2*a'],
    ['1*a', 'a'],
    ['6/4', '3/2'],
    ['a - (b - c)', 'a - b + c'],
    ['5.0', '5'],
    ['a/(-b)', '-(a/b)'],
    ['t < 2', '2 > t'],
    ['{k, k}', '{k}'],
    ['[a, b]', '[b, a]'],
    ['b^2*a', 'a^2*b'],
    ['over(a)', 'b/a'],
    ['a*over(a)', 'a/a'],
    ['a - b', 'b - a'],
    ['a/b', 'b/a'],
  ])('%s has another form than %s', (answer, target) => {
    expect(score(answer, target)).toBe(0)
    expect(score(target, answer)).toBe(0)
  })

  test('the reason tells value from form', () => {
    const code = (answer: string, target: string) => tests.EqualComAss?.(given(answer, target)).reason.code
    expect(code('2*3*a', '6*a')).toBe('assoc.arithmetic')
    expect(code('(a+1)^2', 'a^2+2*a+1')).toBe('assoc.otherForm')
    expect(code('a+1', 'a+2')).toBe('assoc.different')
  })

  test('a division by zero is no answer', () => {
    expect(score('a/(2-2)', 'a')).toBe(-1)
    expect(score('a', '1/0')).toBe(-1)
  })
})

describe('EqualComAssRules', () => {
  test.each([
    ['zeroAdd', '0 + t', 't'],
    ['zeroMul', 't*0', '0'],
    ['oneMul', '1/3*t', 't/3'],
    ['oneDiv', 't/1', 't'],
    ['onePow', '1^t', '1'],
    ['idPow', 't^1', 't'],
    ['zeroPow', '0^t', '0'],
    ['zPow', 't^0', '1'],
    ['negNeg', '-(-t)', 't'],
    ['negDiv', 's/(-t)', '-(s/t)'],
    ['negOrd', 't - s', '-(s - t)'],
    ['recipMul', '(s/t)/u', 's/(t*u)'],
    ['divDiv', 's/(t/u)', 's*u/t'],
    ['divCancel', 's*t/(s*u)', 't/u'],
    ['intAdd', '4 - 7 + t', 't - 3'],
    ['intMul', '3*t*4', '12*t'],
    ['intPow', '2^5*t', '32*t'],
    ['intFac', '12', '2^2*3'],
    ['negDist', '-(s + t)', '-s - t'],
    ['sqrtRem', 'sqrt(t)', 't^(1/2)'],
    ['ratLow', '6/4*t', '3/2*t'],
    ['ratAdd', '1/2 + 1/3', '5/6'],
    ['ratMul', '1/2*(3/5)', '3/10'],
  ])('%s makes %s and %s the same, and nothing else does', (rule, answer, target) => {
    expect(score(answer, target, `[${rule}]`)).toBe(1)
    expect(score(target, answer, `[${rule}]`)).toBe(1)
    expect(score(answer, target, '[assAdd]')).toBe(0)
  })

  test('the order of factors counts where the author says so, but not that of numbers', () => {
    expect(score('A*B', 'B*A', '[noncomMul]')).toBe(0)
    expect(score('A*2*B', '2*A*B', '[noncomMul]')).toBe(0)
    expect(score('A*2*B', '2*A*B', '[noncomMul, comMulNum]')).toBe(1)
    expect(score('A*(-B)', '-(A*B)', '[noncomMul, comNeg]')).toBe(1)
    expect(score('s + t', 't + s', '[noncomAdd]')).toBe(0)
  })

  test('signs of differences are put in one place', () => {
    expect(score('(s-t)*(u-v)', '(t-s)*(v-u)', 'NEG_TRANS')).toBe(1)
    expect(score('(s-t)*(u-v)', '(t-s)*(u-v)', 'NEG_TRANS')).toBe(0)
  })

  test('names make no difference to where a sign goes', () => {
    for (const [p, q] of [
      ['s', 't'],
      ['t', 's'],
    ]) {
      expect(score(`(2/-3)*(${p}-${q})`, `(2/3)*(${q}-${p})`, '[negDiv, negOrd]')).toBe(1)
      expect(score(`-(-(${p}-${q}))`, `${p}-${q}`, '[negOrd]')).toBe(1)
      expect(score(`r-(${p}-${q})`, `r+${q}-${p}`, 'NEG_TRANS')).toBe(0)
      expect(score(`-(${p}+1)*(${q}+1)`, `(-${p}-1)*(${q}+1)`, '[negDist]')).toBe(0)
    }
  })

  test('zero to the power zero is not called zero or one', () => {
    expect(score('0^0', '0', 'ID_TRANS')).toBe(0)
    expect(score('0^0', '1', 'ID_TRANS')).toBe(0)
    expect(score('0^(3-3)', '0', 'ID_TRANS')).toBe(0)
  })

  test('rules are named singly, in groups, in lists of lists, or as a list without some', () => {
    expect(score('0 + 1*t', 't', '[[zeroAdd], [oneMul]]')).toBe(1)
    expect(score('0 + t', 't', 'delete(zeroAdd, ID_TRANS)')).toBe(0)
    expect(score('1*t', 't', 'delete(zeroAdd, ID_TRANS)')).toBe(1)
    expect(score('1*t', 't', '[testdebug, oneMul]')).toBe(1)
  })

  test.each(['[t]', '[zeroAdd, nonsense]', '[intFac, intMul]', '[negDist, negOrd]', '3'])(
    'options %s are refused',
    options => {
      expect(score('t', 't', options)).toBe(-1)
    },
  )

  test('no options are refused', () => {
    expect(tests.EqualComAssRules?.(given('t', 't')).score).toBe(-1)
  })
})

describe('as properties', () => {
  const pick = random(20260)

  test('no order, grouping or place of a sign makes a difference', () => {
    for (let round = 0; round < 300; round++) {
      const e = someExpression(3)
      const other = reordered(e)
      expect(keyOf(other, new Set()), `${printText(e)} as ${printText(other)}`).toBe(keyOf(e, new Set()))
    }
  })

  test.each(['ID_TRANS', 'NEG_TRANS', 'DIV_TRANS', 'INT_ARITH', '[ratLow, ratAdd]', '[negDist]', '[negOrd]'])(
    'nor under %s',
    options => {
      const rules = rulesOf(options)
      for (let round = 0; round < 400; round++) {
        const e = someExpression(3)
        const other = reordered(e)
        expect(keyOf(other, rules), `${printText(e)} as ${printText(other)}`).toBe(keyOf(e, rules))
      }
    },
  )

  test.each(['NEG_TRANS', '[negOrd]', '[negDist]', '[negDist, negNeg]'])('nor do names under %s', options => {
    const rules = rulesOf(options)
    const seen = new Map<string, Expr>()
    for (let round = 0; round < 1500; round++) {
      const e = someExpression(2)
      const key = keyOf(e, rules)
      const other = seen.get(key)
      seen.set(key, e)
      if (other) expect(keyOf(swapped(e), rules), printText(e)).toBe(keyOf(swapped(other), rules))
    }
  })

  test.each(['ID_TRANS', 'NEG_TRANS', 'DIV_TRANS', 'INT_ARITH', '[ratLow, ratAdd, ratMul]', '[negDist]'])(
    'what %s make the same has the same value',
    options => {
      const rules = rulesOf(options)
      const seen = new Map<string, Expr>()
      let found = 0
      for (let round = 0; round < 2500; round++) {
        const e = someExpression(2)
        const key = keyOf(e, rules)
        const other = seen.get(key)
        seen.set(key, e)
        if (other === undefined || keyOf(other, new Set()) === keyOf(e, new Set())) continue
        found += 1
        expect(sameValue(e, other), `${printText(e)} and ${printText(other)}`).toBe(true)
      }
      expect(found).toBeGreaterThan(0)
    },
  )

  test('all rules together keep the value', () => {
    const rules = rulesOf('[ID_TRANS, NEG_TRANS, DIV_TRANS, INT_ARITH, ratLow, ratAdd, ratMul, sqrtRem]')
    const seen = new Map<string, Expr>()
    let found = 0
    for (let round = 0; round < 3000; round++) {
      const e = someExpression(2)
      const key = keyOf(e, rules)
      const other = seen.get(key)
      seen.set(key, e)
      if (other === undefined || keyOf(other, new Set()) === keyOf(e, new Set())) continue
      found += 1
      expect(sameValue(e, other), `${printText(e)} and ${printText(other)}`).toBe(true)
    }
    expect(found).toBeGreaterThan(100)
  })

  function someExpression(depth: number): Expr {
    if (depth === 0 || pick(6) === 0) return pick(2) === 0 ? int(pick(4)) : sym(['r', 's'][pick(2)] ?? 'r')
    const inner = () => someExpression(depth - 1)
    const kind = ['+', '*', '-', '/', '^', '+', '*'][pick(7)] ?? '+'
    if (kind === '-') return op('-', inner())
    if (kind === '/') return op('/', inner(), inner())
    if (kind === '^') return op('^', inner(), int(1 + pick(3)))
    return op(kind, ...Array.from({ length: 2 + pick(2) }, inner))
  }

  function swapped(e: Expr): Expr {
    return rewrite(e, node => (node.kind === 'sym' ? sym(node.name === 'r' ? 's' : 'r') : node))
  }

  function reordered(e: Expr): Expr {
    if (e.kind !== 'op') return e
    const args = e.args.map(reordered)
    const [a, b] = args
    if (e.op === '-' && a?.kind === 'op' && a.op === '*' && pick(2) === 0)
      return op('*', op('-', a.args[0] ?? a), ...a.args.slice(1))
    if (e.op === '/' && a && b && a.kind === 'op' && a.op === '*')
      return op('*', op('/', a.args[0] ?? a, b), ...a.args.slice(1))
    if (e.op !== '+' && e.op !== '*') return op(e.op, ...args)
    const turned = [...args].sort(() => pick(3) - 1)
    const [first, second, ...rest] = turned
    return first && second && rest.length > 0 && pick(2) === 0
      ? op(e.op, op(e.op, first, second), ...rest)
      : op(e.op, ...turned)
  }
})

function rulesOf(options: string): ReadonlySet<string> {
  const choice = chosenRules(given('t', 't', options).options)
  if (!('rules' in choice)) throw new Error(`no rules: ${options}`)
  return choice.rules
}

function keyOf(e: Expr, rules: ReadonlySet<string>): string {
  return new Rewriter(rules, new Budget()).normal(e).key
}

/** Whether two expressions have one value; where one has none (a division by zero inside), so may the other. */
function sameValue(a: Expr, b: Expr): boolean {
  try {
    return compare(a, b, { assume: {}, budget: new Budget() }).answer === 'equal'
  } catch {
    return true
  }
}

/** Whole numbers below a bound, the same ones each time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * below) % below
  }
}
