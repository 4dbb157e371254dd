import type { Budget } from '../budget.ts'
import { order, tenTo, toFigures, toPlaces } from '../exact/decimal.ts'
import { compare, difference, magnitude, product, type Rational, ratio, toNumber } from '../exact/rational.ts'
import { dividesByZero, exactValue } from '../forms/rational-value.ts'
import { type Expr, isOp, some } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import { type Decimal, decimalOf, digitsIn, type WrittenDigits } from './digits-written.ts'
import type { AnswerTest, Given } from './given.ts'
import { isWithin, type Range, rangeOf, rounding } from './numeric-value.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'

/** Numbers as they are written: how many significant figures or decimal places, and whether those are right. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  NumSigFigs,
  NumDecPlaces,
  NumDecPlacesWrong,
  SigFigsStrict,
}

/** What an author asks of significant figures. */
export interface Figures {
  /** How many figures are to be written. */
  readonly written: number
  /** In how many of them the number must be right; 0 where its value does not count. */
  readonly accurate: number
  /** Whether more figures than asked are fine. */
  readonly orMore: boolean
}

/** Reads `n`, `[n, m]`, `[n, 0]` (the value does not count) or `[n, -1]` (more figures are fine); null where it is none of those. */
export function figuresOf(options: Expr | null, budget: Budget): Figures | null {
  const parts = options === null ? [] : isOp(options, 'list', 2) ? options.args : [options]
  const [written, accurate] = parts.map(part => wholeNumber(part, budget))
  if (!written || written < 1 || written > mostFigures || accurate === null) return null
  if (accurate === undefined) return { written, accurate: written, orMore: false }
  if (accurate < -1 || accurate > mostFigures) return null
  return accurate === -1 ? { written, accurate: written, orMore: true } : { written, accurate, orMore: false }
}

const mostFigures = 1000

function wholeNumber(e: Expr, budget: Budget): number | null {
  const value = dividesByZero(e, budget) ? null : exactValue(e, budget)
  return value && value.d === 1n ? toNumber(value) : null
}

function NumSigFigs(given: Given): Verdict {
  const { student, teacher, options, budget } = given
  const figures = figuresOf(options, budget)
  if (!figures) return invalid('digits.options', { options: given.raw.options })
  if ([student, teacher].some(e => dividesByZero(e, budget))) return invalid('digits.divisionByZero')
  if (isCollection(student) || isCollection(teacher)) return invalid('digits.collection')
  const target = figures.accurate === 0 ? null : rangeOf(teacher, budget)
  if (figures.accurate > 0 && !target) return invalid('digits.targetNotNumber')
  const number = decimalOf(student, budget)
  return number ? figuresVerdict(number, target, figures) : wrong('digits.notDecimal')
}

/** Whether a number has the figures that are asked, and, where there is a target, is right in them. */
export function figuresVerdict({ value, digits }: Decimal, target: Range | null, figures: Figures): Verdict {
  const close = target === null || isRightIn(value, target, figures.accurate)
  if (close === undefined) return undecided('digits.undecided')
  const data = { asked: `${figures.written}`, found: `${digits.most}` }
  const enough = figures.written <= digits.most
  if (!enough)
    return wrong(
      close || isRightSoFar(value, digits, target) ? 'digits.tooFew' : 'digits.wrongAndTooFew',
      data,
    )
  if (!figures.orMore && figures.written < digits.least)
    return wrong(close ? 'digits.tooMany' : 'digits.wrongAndTooMany', data)
  if (close) return right('digits.right')
  return target && isRoundedOtherwise(value, target, figures.accurate)
    ? wrong('digits.rounding', data)
    : wrong('digits.wrongValue')
}

/**
 * Whether a number lies within half a unit, in the last of so many figures, of the rounded target. On the bound itself
 * the target before rounding decides: 0.145 is right for 1/7 in two figures, 9.5 is wrong for 10.
 */
function isRightIn(value: Rational, target: Range, figures: number): boolean | undefined {
  const rounded = rounding(target, a => toFigures(a, figures))
  if (!rounded) return undefined
  const half = product(tenTo(order(target.low) - figures + 1), ratio(1n, 2n))
  if (rounded.n === 0n) return value.n === 0n
  const apart = compare(magnitude(difference(value, rounded)), half)
  if (apart !== 0) return apart < 0
  return compare(magnitude(difference(value, target.low)), half) < 0
}

/** Whether a number is right in the figures that it has. */
function isRightSoFar(value: Rational, digits: WrittenDigits, target: Range | null): boolean {
  return target === null || isRightIn(value, target, digits.most) === true
}

/** Whether the answer is right but for the last figure, so that it was cut off or rounded wrongly. */
function isRoundedOtherwise(value: Rational, target: Range, figures: number): boolean {
  const unit = tenTo(order(target.low) - figures + 1)
  return isWithin({ low: value, high: value }, target, { low: unit, high: unit }) === true
}

function SigFigsStrict(given: Given): Verdict {
  const { student, options, budget } = given
  const figures = options && wholeNumber(options, budget)
  if (!figures || figures < 1) return invalid('digits.options', { options: given.raw.options })
  if (dividesByZero(student, budget)) return invalid('digits.divisionByZero')
  const digits = digitsIn(student, budget)
  if (!digits) return wrong('digits.notDecimal')
  if (digits.least === figures) return right('digits.rightCount')
  return wrong(digits.least < figures ? 'digits.countTooFew' : 'digits.countTooMany', {
    asked: `${figures}`,
    found: `${digits.least}`,
  })
}

function NumDecPlaces(given: Given): Verdict {
  const found = placesAsked(given)
  if (typeof found !== 'number') return found
  const { student, teacher, budget } = given
  const target = rangeOf(teacher, budget)
  if (!target) return invalid('digits.targetNotNumber')
  const number = decimalOf(student, budget)
  if (!number) return wrong('digits.notDecimal')
  const { value, digits } = number
  const rounded = rounding(target, a => toPlaces(a, found))
  if (!rounded) return undecided('digits.undecided')
  const close = compare(toPlaces(value, found), rounded) === 0
  if (digits.decimals !== found)
    return wrong(close ? 'digits.places' : 'digits.wrongAndPlaces', {
      asked: `${found}`,
      found: `${digits.decimals}`,
    })
  return close ? right('digits.right') : wrong('digits.wrongValue')
}

function placesAsked(given: Given): number | Verdict {
  const asked = given.options && wholeNumber(given.options, given.budget)
  if (!asked || asked < 1 || asked > mostFigures)
    return invalid('digits.options', { options: given.raw.options })
  if ([given.student, given.teacher].some(e => dividesByZero(e, given.budget)))
    return invalid('digits.divisionByZero')
  if (isCollection(given.student) || isCollection(given.teacher)) return invalid('digits.collection')
  return asked
}

/** The first figures must be the same, cut off and not rounded, wherever the point stands. */
function NumDecPlacesWrong(given: Given): Verdict {
  const asked = placesAsked(given)
  if (typeof asked !== 'number') return asked
  const target = rangeOf(given.teacher, given.budget)
  if (!target) return invalid('digits.targetNotNumber')
  const number = decimalOf(given.student, given.budget)
  if (!number) return wrong('digits.notDecimal')
  const figures = rounding(target, a => firstFigures(a, asked))
  if (!figures) return undecided('digits.undecided')
  return compare(firstFigures(number.value, asked), figures) === 0
    ? right('digits.sameFigures')
    : wrong('digits.otherFigures')
}

/** The first figures as a whole number: 314 for 0.03149 and three figures. */
function firstFigures(a: Rational, count: number): Rational {
  const shifted = product(a, tenTo(count - 1 - order(a)))
  return { n: shifted.n / shifted.d, d: 1n }
}

function isCollection(e: Expr): boolean {
  return some(e, node => node.kind === 'op' && ['matrix', 'list', 'set', 'tuple'].includes(node.op))
}
