import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLatex } from '../read/latex.ts'
import { readMaxima } from '../read/maxima.ts'
import type { Reading } from '../read/problem.ts'
import { readText } from '../read/text.ts'
import { type Expr, nodes, sameTree } from '../tree.ts'
import { anyTree } from './any-tree.test-support.ts'
import { printLatex } from './latex.ts'
import { printMaxima } from './maxima.ts'
import { printText } from './text.ts'

function back(reading: Reading, tree: Expr): boolean {
  return reading.ok && sameTree(reading.tree, tree)
}

const runs = { numRuns: 300 }

describe('what is printed reads back to the same tree', () => {
  test('calculator notation', () => {
    assert(
      property(anyTree, tree => back(readText(printText(tree)), tree)),
      runs,
    )
  })

  test('calculator notation with a decimal comma and Dutch words', () => {
    assert(
      property(anyTree, tree =>
        back(readText(printText(tree, { decimal: 'comma', language: 'nl' }), { decimal: 'comma' }), tree),
      ),
      runs,
    )
  })

  test('LaTeX', () => {
    assert(
      property(anyTree, tree => back(readLatex(printLatex(tree)), tree)),
      runs,
    )
  })

  test('LaTeX with a decimal comma and Dutch words', () => {
    assert(
      property(anyTree, tree =>
        back(readLatex(printLatex(tree, { decimal: 'comma', language: 'nl' }), { decimal: 'comma' }), tree),
      ),
      runs,
    )
  })

  test('Maxima', () => {
    assert(
      property(anyTree.filter(isMaxima), tree => back(readMaxima(printMaxima(tree)), tree)),
      runs,
    )
  })
})

/** Maxima has no mixed numbers and no chains of its own. */
function isMaxima(tree: Expr): boolean {
  return [...nodes(tree)].every(e => e.kind !== 'op' || !['approx'].includes(e.op))
}

const read = (text: string): Expr => {
  const reading = readMaxima(text)
  if (!reading.ok) throw new Error(text)
  return reading.tree
}

describe('brackets stand only where the tree needs them', () => {
  test.each([
    ['(a+b)+c', '(a + b) + c', '\\left(a+b\\right)+c', '(a + b) + c'],
    ['a-b*c', 'a - b*c', 'a-b c', 'a - b*c'],
    ['-(a*b)', '-(a*b)', '-\\left(a b\\right)', '-(a*b)'],
    ['(-a)*b', '-a*b', '-a b', '-a*b'],
    ['a/b/c', 'a/b/c', '\\frac{\\frac{a}{b}}{c}', 'a/b/c'],
    ['a/(b*c)', 'a/(b*c)', '\\frac{a}{b c}', 'a/(b*c)'],
    ['a*(b/c)', 'a*(b/c)', 'a\\cdot \\frac{b}{c}', 'a*(b/c)'],
    ['(x^y)^z', '(x^y)^z', '\\left(x^{y}\\right)^{z}', '(x^y)^z'],
    ['x^(y+1)', 'x^(y + 1)', 'x^{y+1}', 'x^(y + 1)'],
    ['(-2)^2', '(-2)^2', '\\left(-2\\right)^{2}', '(-2)^2'],
    ['2*sin(x)^2', '2*sin(x)^2', '2\\cdot \\sin^{2}\\left(x\\right)', '2*sin(x)^2'],
    ['2*x*(x+1)', '2*x*(x + 1)', '2x\\cdot \\left(x+1\\right)', '2*x*(x + 1)'],
    ['4.3e-3*x', '4.3E-3*x', '0.0043x', '4.3e-3*x'],
    [
      'a=b and (c<d or x#3)',
      'a = b and (c < d or x ≠ 3)',
      'a = b\\text{ and }\\left(c<d\\text{ or }x\\ne 3\\right)',
      'a = b nounand (c < d nounor x # 3)',
    ],
  ])('%s', (source, text, latex, maxima) => {
    const tree = read(source)
    expect([printText(tree), printLatex(tree), printMaxima(tree)]).toEqual([text, latex, maxima])
  })
})
