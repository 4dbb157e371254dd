import type { Budget } from '../budget.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { unitsLike } from '../units/table.ts'
import type { Verdict } from '../verdict.ts'
import { type Figures, figuresOf, figuresVerdict } from './digits.ts'
import { type Decimal, decimalOf } from './digits-written.ts'
import type { AnswerTest, Given } from './given.ts'
import { isUnreadable, relative, toleranceOf } from './numeric.ts'
import { isWithin, type Range, rangeOf } from './numeric-value.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'
import { conversion, type Quantity, quantityOf, sameUnits, unknownUnit } from './units-quantity.ts'

/** Numbers with units. The strict tests want the very units of the target; the others convert. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  Units: given => judged(given, false, byFigures),
  UnitsStrict: given => judged(given, true, byFigures),
  UnitsRelative: given => judged(given, false, byShare),
  UnitsStrictRelative: given => judged(given, true, byShare),
  UnitsAbsolute: given => judged(given, false, byDistance),
  UnitsStrictAbsolute: given => judged(given, true, byDistance),
}

/** Both quantities, and how numbers go from the units of the one to those of the other. */
interface Pair {
  readonly student: Quantity
  readonly teacher: Quantity
  /** The number of the target, in its own units. */
  readonly target: Range
  readonly toTeacher: (value: Range) => Range
  readonly toStudent: (value: Range) => Range
  readonly budget: Budget
}

type Judge = (pair: Pair) => Verdict

function judged(given: Given, strict: boolean, judgeBy: (given: Given) => Judge | null): Verdict {
  const { student, teacher, budget } = given
  if ([student, teacher].some(e => dividesByZero(e, budget))) return invalid('units.divisionByZero')
  const judge = judgeBy(given)
  if (!judge) return invalid('units.options', { options: given.raw.options })
  const asked = quantityOf(teacher, budget)
  const target = asked?.number ? rangeOf(asked.number, budget) : null
  if (!asked || !target || asked.units.size === 0) return invalid('units.target')
  const answer = quantityOf(student, budget)
  const missing = answer ? whatIsMissing(answer) : 'units.notQuantity'
  if (!answer || missing) return wrong(missing ?? 'units.notQuantity')
  return compared(answer, asked, target, strict, judge, budget)
}

function whatIsMissing(answer: Quantity): string | null {
  if (answer.units.size === 0) return 'units.noUnits'
  return answer.number === null ? 'units.noNumber' : null
}

function compared(
  student: Quantity,
  teacher: Quantity,
  target: Range,
  strict: boolean,
  judge: Judge,
  budget: Budget,
): Verdict {
  const same = (value: Range): Range => value
  const rest = { student, teacher, target, budget }
  if (sameUnits(student, teacher)) return judge({ ...rest, toTeacher: same, toStudent: same })
  const toTeacher = conversion(student, teacher, budget)
  const toStudent = conversion(teacher, student, budget)
  if (!toTeacher || !toStudent) return otherDimension(student)
  const verdict = judge({ ...rest, toTeacher, toStudent })
  return strict ? wrong(verdict.score === 1 ? 'units.otherUnits' : 'units.otherUnitsAndNumber') : verdict
}

/** What a symbol that nobody knows may have been meant for is said too: `Kj`, `kJ`. */
function otherDimension(student: Quantity): Verdict {
  const name = unknownUnit(student)
  if (name === undefined) return wrong('units.dimension')
  const meant = unitsLike(name)
  return meant.length > 0
    ? wrong('units.capitals', { unit: name, meant: meant.join(', ') })
    : wrong('units.unknown', { unit: name })
}

function byFigures(given: Given): Judge | null {
  const figures = figuresOf(given.options, given.budget)
  return figures && (pair => figuresOfPair(pair, figures))
}

/** Figures are compared in the units that the student chose, since there they were written. */
function figuresOfPair({ student, target, toStudent, budget }: Pair, figures: Figures): Verdict {
  const number: Decimal | null = student.number && decimalOf(student.number, budget)
  if (!number) return wrong('units.notDecimal')
  return figuresVerdict(number, figures.accurate === 0 ? null : toStudent(target), figures)
}

function byShare(given: Given): Judge | null {
  const share = isUnreadable(given) ? null : toleranceOf(given.options, given.budget)
  return share && (pair => closeVerdict(pair, relative(share, pair.target)))
}

/** The tolerance is in the units of the target, also where it has none itself. */
function byDistance(given: Given): Judge | null {
  if (isUnreadable(given)) return null
  const quantity = given.options && quantityOf(given.options, given.budget)
  if (!given.options || !quantity || quantity.units.size === 0) {
    const tolerance = toleranceOf(given.options, given.budget)
    return tolerance && (pair => closeVerdict(pair, tolerance))
  }
  const tolerance = quantity.number && toleranceOf(quantity.number, given.budget)
  if (!tolerance) return null
  return pair =>
    sameUnits(quantity, pair.teacher) ? closeVerdict(pair, tolerance) : wrong('units.toleranceUnits')
}

function closeVerdict({ student, target, toTeacher, budget }: Pair, tolerance: Range): Verdict {
  const value = student.number && rangeOf(student.number, budget)
  if (!value) return wrong('units.notNumber')
  const found = isWithin(toTeacher(value), target, tolerance)
  if (found === undefined) return undecided('units.undecided')
  return found ? right('units.within') : wrong('units.outside')
}
