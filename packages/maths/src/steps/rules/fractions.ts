import { isWhole, one, quotient, type Rational } from '../../exact/rational.ts'
import { type Expr, isOp, op } from '../../tree.ts'
import { addUp, coefficient, numeral, term, terms } from '../form.ts'
import type { Mistake } from './rule.ts'

const group = 'fractions'

/** Fractions with numbers and letters. */
export const fractions: readonly Mistake[] = [
  {
    name: 'addedAcross',
    group,
    make: ['a/b+c/d -> (a+c)/(b+d)', 'a/b-c/d -> (a-c)/(b-d)'],
    example: ['1/x+2/3', '3/(x+3)'],
    nearMiss: ['1/x+2/3', '(3+2x)/(3x)'],
    nl: 'Breuken tel je niet op door tellers en noemers op te tellen. Maak eerst de noemers gelijk.',
    en: 'Fractions are not added by adding numerators and denominators. Give them the same denominator first.',
  },
  {
    name: 'numeratorsNotScaled',
    group,
    make: ['a/b+c/d -> (a+c)/(b*d)', 'a/b-c/d -> (a-c)/(b*d)'],
    example: ['1/x+2/3', '3/(3x)'],
    nearMiss: ['1/x+2/3', '3/(x+3)'],
    nl: 'De noemers zijn gelijk gemaakt, maar de tellers zijn niet meegegroeid. Vermenigvuldig teller en noemer met hetzelfde.',
    en: 'The denominators were made the same, but the numerators did not grow with them. Multiply numerator and denominator by the same.',
  },
  {
    name: 'wholeAddedToNumerator',
    group,
    make: ['a+b/c -> (a+b)/c', 'a-b/c -> (a-b)/c'],
    example: ['2+x/3', '(2+x)/3'],
    nearMiss: ['2+x/3', '(6+x)/3'],
    nl: 'Een geheel getal bij een breuk optellen gaat niet in de teller. Schrijf het getal eerst als breuk met dezelfde noemer.',
    en: 'A whole number is not added to a fraction in its numerator. First write it as a fraction with the same denominator.',
  },
  {
    name: 'cancelledTerm',
    group,
    make: ['(a+R)/(a+S) -> R/S', '(a+R)/a -> R', '(a+R)/a -> 1+R', 'a/(a+R) -> 1/R', 'a/(a+R) -> 1/(1+R)'],
    example: ['(x+6)/(x+2)', '6/2'],
    nearMiss: ['(6x)/(2x)', '6/2'],
    nl: 'Wegstrepen mag alleen met factoren van de hele teller en de hele noemer, niet met termen van een som.',
    en: 'Only factors of the whole numerator and the whole denominator cancel, not terms of a sum.',
  },
  {
    name: 'cancelledInOneTerm',
    group,
    also: oneTermCancelled,
    example: ['(4x+6)/2', '2x+6'],
    nearMiss: ['(4x+6)/2', '2x+3'],
    nl: 'Een noemer deelt de hele teller. Deel elke term van de teller, niet maar één.',
    en: 'A denominator divides the whole numerator. Divide every term of the numerator, not just one.',
  },
  {
    name: 'denominatorSplit',
    group,
    make: ['a/(b+R) -> a/b+a/R', 'a/(b+R) -> a/b+R'],
    example: ['6/(x+2)', '6/x+3'],
    nearMiss: ['(x+2)/6', 'x/6+1/3'],
    nl: 'Een som in de noemer mag je niet splitsen. Alleen een som in de teller kun je over twee breuken verdelen.',
    en: 'A sum in the denominator can not be split. Only a sum in the numerator can be shared out over two fractions.',
  },
  {
    name: 'divisionNotInverted',
    group,
    make: [
      '(a/b)/(c/d) -> (a*c)/(b*d)',
      '(a/b)/(c/d) -> (b*c)/(a*d)',
      'a/(b/c) -> (a*b)/c',
      'a/(b/c) -> a/(b*c)',
      '(a/b)/c -> (a*c)/b',
    ],
    example: ['(x/2)/(3/5)', '(3x)/10'],
    nearMiss: ['(x/2)/(3/5)', '(5x)/6'],
    nl: 'Delen door een breuk is vermenigvuldigen met het omgekeerde van die breuk.',
    en: 'Dividing by a fraction is multiplying by that fraction turned over.',
  },
  {
    name: 'productCrossed',
    group,
    make: ['(a/b)*(c/d) -> (a*d)/(b*c)', '(a/b)*(c/d) -> (a*c)/(b+d)'],
    example: ['(x/2)*(3/5)', '(5x)/6'],
    nearMiss: ['(x/2)*(3/5)', '(3x)/10'],
    nl: 'Breuken vermenigvuldig je teller met teller en noemer met noemer. Kruislings hoort bij een vergelijking.',
    en: 'Fractions are multiplied numerator by numerator and denominator by denominator. Crosswise is for an equation.',
  },
  {
    name: 'factorInBoth',
    group,
    make: ['A*(b/c) -> (A*b)/(A*c)', 'A*(b/c) -> b/(A*c)'],
    example: ['3*(x/4)', '(3x)/12'],
    nearMiss: ['3*(x/4)', '(3x)/4'],
    nl: 'Een getal maal een breuk vermenigvuldigt alleen de teller. Teller en noemer allebei vermenigvuldigen verandert de breuk niet.',
    en: 'A number times a fraction multiplies the numerator only. Multiplying both leaves the fraction as it was.',
  },
  {
    name: 'reciprocalTermwise',
    group,
    make: ['a/b+c/d=f/g -> b/a+d/c=g/f', 'a=b/c+d/f -> 1/a=c/b+f/d', '1/a=R+b -> a=1/R+1/b'],
    example: ['1/x=1/2+1/3', 'x=2+3'],
    nearMiss: ['1/x=1/5', 'x=5'],
    nl: 'Het omgekeerde van een som is niet de som van de omgekeerden. Maak eerst van elke kant één breuk.',
    en: 'The reciprocal of a sum is not the sum of the reciprocals. First make one fraction of each side.',
  },
  {
    name: 'cancelledToZero',
    group,
    make: ['a/a -> 0'],
    example: ['(3x)/(3x)+2', '2'],
    nearMiss: ['(3x)/(3x)+2', '3'],
    nl: 'Valt alles tegen elkaar weg in een breuk, dan blijft er 1 over en niet 0.',
    en: 'When everything in a fraction cancels, 1 is left and not 0.',
  },
  {
    name: 'denominatorDropped',
    group,
    make: ['a/n+b/m -> a*m+b*n', 'a/n+b/m -> a+b'],
    example: ['x/2+x/3', '3x+2x'],
    nearMiss: ['x/2+x/3=1', '3x+2x=6'],
    nl: 'Een uitdrukking mag je niet zomaar met een getal vermenigvuldigen; dat mag alleen aan beide kanten van een vergelijking. De noemer blijft staan.',
    en: 'An expression can not just be multiplied by a number; that is allowed only on both sides of an equation. The denominator stays.',
  },
  {
    name: 'numeratorOnlyDivided',
    group,
    make: ['a/b -> b/a'],
    example: ['(2x)/6+1', '6/(2x)+1'],
    nearMiss: ['(2x)/6+1', 'x/3+1'],
    weight: 3,
    nl: 'Teller en noemer zijn verwisseld.',
    en: 'Numerator and denominator have changed places.',
  },
  {
    name: 'oneTermScaled',
    group,
    make: ['a/b+c/d -> (a*d+c)/(b*d)', 'a/b-c/d -> (a*d-c)/(b*d)', 'a/b-c/d -> (a-c*b)/(b*d)'],
    example: ['x/2+1/3', '(3x+1)/6'],
    nearMiss: ['x/2+1/3', '(3x+2)/6'],
    nl: 'Bij het gelijknamig maken is maar één van de tellers meegegroeid. Dat hoort bij beide breuken te gebeuren.',
    en: 'In taking the same denominator only one of the numerators has grown. That has to be done with both fractions.',
  },
]

/** A sum over a number or a product, with the denominator taken out of one term alone, wholly or partly. */
function oneTermCancelled(e: Expr): Expr[] {
  if (!isOp(e, '/', 2)) return []
  const [above, below] = e.args
  if (!above || !below || !isOp(above, '+')) return []
  const all = terms(above)
  return all.flatMap((t, k) =>
    cancelled(t, below).map(made =>
      op('/', addUp([...all.slice(0, k), made.above, ...all.slice(k + 1)]), made.below),
    ),
  )
}

function cancelled(t: Expr, below: Expr): { above: Expr; below: Expr }[] {
  const a = coefficient(t)
  const b = coefficient(below)
  if (b.c.n === 0n) return []
  const whole = { above: op('/', t, below), below: numeral(one) }
  const number = { above: term(quotient(a.c, b.c), a.rest), below: b.rest }
  const shared = [2n, 3n, 5n, 7n].filter(p => divides(p, a.c) && divides(p, b.c))
  const parts = shared.map(p => ({
    above: term(quotient(a.c, { n: p, d: 1n }), a.rest),
    below: term(quotient(b.c, { n: p, d: 1n }), b.rest),
  }))
  return [whole, number, ...parts]
}

function divides(p: bigint, value: Rational): boolean {
  return isWhole(value) && value.n !== 0n && value.n % p === 0n
}
