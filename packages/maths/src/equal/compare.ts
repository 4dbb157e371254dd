import { type Budget, BudgetSpent } from '../budget.ts'
import { generatorsOf, isZero, type Poly } from '../exact/polynomial.ts'
import type { Expr } from '../tree.ts'
import type { Assumptions, Equality } from '../verdict.ts'
import { build } from './build.ts'
import { equalByCases, equalOnDomain } from './cases.ts'
import { type Demands, Field, Restart } from './field.ts'
import { type Fraction, minus, plus } from './fraction.ts'
import { proveZero } from './proofs.ts'
import { refute } from './refute.ts'
import { vanishesByResidues } from './residues.ts'
import { agreeEverywhere, differForReals, mayTestify } from './witness.ts'

/** What comparing is told besides the two sides. */
export interface Comparing {
  readonly assume: Assumptions
  readonly budget: Budget
  /** Whether derivatives and integrals in quotes stay as they are. */
  readonly keepNouns?: boolean
}

export { NotScalar, Undefined } from './field.ts'

const different: Equality = { answer: 'different' }

/** How often a comparison may find that it needs finer roots. */
const restarts = 16

/**
 * Runs work in a field, again from the start as often as finer roots turn out to be needed.
 * Throws Undefined, NotScalar and BudgetSpent.
 */
export function inField<T>(comparing: Comparing, work: (field: Field) => T): T {
  const demands: Demands = { parts: new Map(), unity: 4 }
  for (let round = 0; ; round++) {
    try {
      return work(new Field(demands, comparing.assume, comparing.budget, comparing.keepNouns))
    } catch (error) {
      if (!(error instanceof Restart)) throw error
      if (round >= restarts || error.message !== '') throw new BudgetSpent()
    }
  }
}

/**
 * Whether two expressions are the same number for all values of their variables. A normal form that comes out the same
 * proves it; a point where they differ by more than the error of evaluating refutes it.
 * Throws Undefined where one of them has no value anywhere (a division by zero), NotScalar for what is no number.
 */
export function compare(a: Expr, b: Expr, comparing: Comparing): Equality {
  try {
    const found = compareForms(a, b, comparing)
    if (found.answer === 'equal' || !mayTestify(a, b)) return found
    if (equalOnDomain(a, b, comparing, compareForms)) return { answer: 'equal' }
    if (found.answer === 'different' || found.why === 'budget') return found
    return equalByCases(a, b, comparing, compareForms) ? { answer: 'equal' } : found
  } catch (error) {
    if (error instanceof BudgetSpent) return { answer: 'undecided', why: 'budget' }
    throw error
  }
}

/** The two in one field, without cases. */
function compareForms(a: Expr, b: Expr, comparing: Comparing): Equality {
  const found = inField(comparing, field => {
    const left = build(field, a)
    const right = build(field, b)
    return isZeroIn(field, plus(left, minus(right), field.budget))
  })
  return witnessed(found, a, b, comparing)
}

/**
 * What normal forms found, beside what the trees themselves are at points: the normal form takes roots and logarithms
 * apart as school does, and that may only be believed where no real point speaks against it.
 */
function witnessed(found: Equality, a: Expr, b: Expr, { assume, budget }: Comparing): Equality {
  if (found.answer === 'undecided' || !mayTestify(a, b)) return found
  if (found.answer === 'equal') return differForReals(a, b, assume, budget) ? different : found
  return agreeEverywhere(a, b, assume, budget) ? { answer: 'undecided', why: 'no-rule' } : found
}

/** Whether a value in a field is zero. */
export function isZeroIn(field: Field, value: Fraction): Equality {
  const num = field.reduce(value.num)
  if (isZero(num)) return { answer: 'equal' }
  if (isFree(field, num)) return different
  if (generatorsOf(num).some(g => field.at(g).kind === 'base')) return vanishesByResidues(field, num)
  if (refute(field, num)) return different
  return proveZero(field, num)
}

/** Whether all generators are plain variables, so that a polynomial that is not zero is no zero function. */
function isFree(field: Field, p: Poly): boolean {
  return generatorsOf(p).every(g => {
    const kernel = field.at(g)
    return (
      (kernel.kind === 'variable' && kernel.name !== 'pi') ||
      (kernel.kind === 'unity' && field.demands.unity === 4)
    )
  })
}
