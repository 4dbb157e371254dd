import { type Expr, isOp, isSym, op, substitute, sym } from '../../tree.ts'
import { derivative } from '../derive.ts'
import { has } from '../form.ts'
import type { Mistake } from './rule.ts'

const group = 'derivatives'

/** Differentiation. */
export const derivatives: readonly Mistake[] = [
  {
    name: 'productTermwise',
    group,
    make: ['diff(a*B,x) -> diff(a,x)*diff(B,x)'],
    example: ['diff(x^2*sin(x),x)', '2x*cos(x)'],
    nearMiss: ['diff(x^2*sin(x),x)', '2x*sin(x)+x^2*cos(x)'],
    nl: 'De afgeleide van een product is niet het product van de afgeleiden. De productregel heeft twee termen.',
    en: 'The derivative of a product is not the product of the derivatives. The product rule has two terms.',
  },
  {
    name: 'productSign',
    group,
    make: [
      'diff(a*B,x) -> diff(a,x)*B-a*diff(B,x)',
      'diff(a*B,x) -> diff(a,x)*B',
      'diff(a*B,x) -> diff(a,x)+diff(B,x)',
    ],
    example: ['diff(x^2*sin(x),x)', '2x*sin(x)-x^2*cos(x)'],
    nearMiss: ['diff(x^2*sin(x),x)', '2x*sin(x)+x^2*cos(x)'],
    weight: 1,
    nl: 'De productregel telt twee producten op: in elk is één van de factoren gedifferentieerd.',
    en: 'The product rule adds two products: in each of them one of the factors is differentiated.',
  },
  {
    name: 'quotientTermwise',
    group,
    make: ['diff(a/b,x) -> diff(a,x)/diff(b,x)'],
    example: ['diff(x^3/(x+1),x)', '3x^2'],
    nearMiss: ['diff(x^3+x,x)', '3x^2+1'],
    nl: 'De afgeleide van een quotiënt is niet het quotiënt van de afgeleiden. Gebruik de quotiëntregel.',
    en: 'The derivative of a quotient is not the quotient of the derivatives. Use the quotient rule.',
  },
  {
    name: 'quotientOrder',
    group,
    make: ['diff(a/b,x) -> (a*diff(b,x)-diff(a,x)*b)/b^2', 'diff(a/b,x) -> (a*diff(b,x)+diff(a,x)*b)/b^2'],
    example: ['diff(x/(x+1),x)', '(x-(x+1))/(x+1)^2'],
    nearMiss: ['diff(x/(x+1),x)', '((x+1)-x)/(x+1)^2'],
    nl: 'In de quotiëntregel staat een verschil, en de volgorde telt: eerst de noemer maal de afgeleide van de teller.',
    en: 'The quotient rule has a difference, and its order matters: first the denominator times the derivative of the numerator.',
  },
  {
    name: 'quotientNotSquared',
    group,
    make: [
      'diff(a/b,x) -> (diff(a,x)*b-a*diff(b,x))/b',
      'diff(a/b,x) -> diff(a,x)*b-a*diff(b,x)',
      'diff(a/b,x) -> (diff(a,x)*b-a*diff(b,x))/diff(b,x)^2',
    ],
    example: ['diff(x^2/(x+1),x)', '(2x(x+1)-x^2)/(x+1)'],
    nearMiss: ['diff(x^2/(x+1),x)', '(2x(x+1)-x^2)/(x+1)^2'],
    nl: 'De noemer van de quotiëntregel is het kwadraat van de oorspronkelijke noemer.',
    en: 'The denominator of the quotient rule is the square of the original denominator.',
  },
  {
    name: 'chainForgotten',
    group,
    also: e => chain(e, (outer, inner) => substitute(outer, slot, inner)),
    example: ['diff(sin(3x),x)', 'cos(3x)'],
    nearMiss: ['diff(sin(3x),x)', '3cos(3x)'],
    nl: 'De kettingregel vraagt ook om de afgeleide van wat er binnen de functie of macht staat.',
    en: 'The chain rule also asks for the derivative of what stands inside the function or power.',
  },
  {
    name: 'chainInside',
    group,
    also: e =>
      chain(e, (outer, inner, name) => {
        const changed = derivative(inner, name)
        return changed && substitute(outer, slot, changed)
      }),
    example: ['diff(sin(x^2),x)', 'cos(2x)'],
    nearMiss: ['diff(sin(x^2),x)', '2x*cos(x^2)'],
    nl: 'Wat binnen de functie staat, blijft daar staan. De afgeleide ervan komt er als factor bij.',
    en: 'What stands inside the function stays there. Its derivative comes with it as a factor.',
  },
  {
    name: 'powerNotLowered',
    group,
    make: ['diff(a^n,x) -> n*a^n*diff(a,x)'],
    example: ['diff(x^4,x)', '4x^4'],
    nearMiss: ['diff(x^4,x)', '4x^3'],
    nl: 'Bij het differentiëren van een macht wordt de exponent één lager.',
    en: 'In differentiating a power the exponent gets one lower.',
  },
  {
    name: 'powerNotMultiplied',
    group,
    make: ['diff(a^n,x) -> a^(n-1)*diff(a,x)', 'diff(a^n,x) -> (n-1)*a^(n-1)*diff(a,x)'],
    example: ['diff(x^4,x)', 'x^3'],
    nearMiss: ['diff(x^4,x)', '4x^3'],
    nl: 'Bij het differentiëren van een macht komt de oude exponent als factor ervoor.',
    en: 'In differentiating a power the old exponent comes before it as a factor.',
  },
  {
    name: 'powerRaised',
    group,
    make: [
      'diff(a^n,x) -> a^(n+1)/(n+1)*diff(a,x)',
      'diff(a^n,x) -> n*a^(n+1)*diff(a,x)',
      'diff(X,x) -> X^2/2',
    ],
    example: ['diff(x^3,x)', 'x^4/4'],
    nearMiss: ['diff(x^3,x)', '3x^3'],
    nl: 'De exponent gaat omlaag bij differentiëren. Omhoog hoort bij primitiveren.',
    en: 'The exponent goes down in differentiating. Going up is for finding an antiderivative.',
  },
  {
    name: 'negativeExponentRaised',
    group,
    make: [
      'diff(a^(-n),x) -> -n*a^(-n+1)*diff(a,x)',
      'diff(n/a,x) -> n/diff(a,x)',
      'diff(n/a,x) -> n*diff(a,x)/a^2',
      'diff(n/a^m,x) -> n/(m*a^(m-1))',
    ],
    example: ['diff(x^(-2),x)', '-2x^(-1)'],
    nearMiss: ['diff(x^(-2),x)', '-2x^(-3)'],
    nl: 'Schrijf de breuk als macht met een negatieve exponent. Eén lager dan -n is -n-1, en de exponent komt er met zijn teken voor.',
    en: 'Write the fraction as a power with a negative exponent. One lower than -n is -n-1, and the exponent comes before it with its sign.',
  },
  {
    name: 'constantKept',
    group,
    make: ['diff(n,x) -> n', 'diff(n,x) -> 1'],
    example: ['diff(x^2+5,x)', '2x+5'],
    nearMiss: ['diff(x^2+5x,x)', '2x+5'],
    nl: 'De afgeleide van een losse constante is 0: een constante verandert niet.',
    en: 'The derivative of a separate constant is 0: a constant does not change.',
  },
  {
    name: 'linearTermKept',
    group,
    make: ['diff(n*x,x) -> n*x', 'diff(x,x) -> x', 'diff(x,x) -> 0'],
    example: ['diff(x^2+3x,x)', '2x+3x'],
    nearMiss: ['diff(x^2+3x,x)', '2x+3'],
    nl: 'De afgeleide van een veelvoud van x is het getal voor de x.',
    en: 'The derivative of a multiple of x is the number before the x.',
  },
  {
    name: 'coefficientLost',
    group,
    make: ['n*diff(a,x) -> diff(a,x)', 'n*diff(a,x) -> 0', 'n*diff(a,x) -> n+diff(a,x)'],
    example: ['diff(5x^3,x)', '3x^2'],
    nearMiss: ['diff(x^3+5,x)', '3x^2'],
    nl: 'Een constante factor blijft staan bij het differentiëren. Alleen een losse constante valt weg.',
    en: 'A constant factor stays in differentiating. Only a separate constant vanishes.',
  },
  {
    name: 'exponentialAsPower',
    group,
    make: ['diff(e^a,x) -> a*e^(a-1)', 'diff(n^a,x) -> a*n^(a-1)', 'diff(e^a,x) -> a*e^(a-1)*diff(a,x)'],
    example: ['diff(2^x,x)', 'x*2^(x-1)'],
    nearMiss: ['diff(x^2,x)', '2x'],
    nl: 'De onbekende staat in de exponent. De regel voor een macht van x geldt dan niet.',
    en: 'The unknown is in the exponent. The rule for a power of x does not hold then.',
  },
  {
    name: 'exponentialBase',
    group,
    make: ['diff(n^a,x) -> n^a*diff(a,x)', 'diff(n^a,x) -> n^a/ln(n)*diff(a,x)', 'diff(n^a,x) -> n^a*n'],
    example: ['diff(3^x,x)', '3^x'],
    nearMiss: ['diff(e^x,x)', 'e^x'],
    nl: 'Alleen bij grondtal e is de macht zijn eigen afgeleide. Bij een ander grondtal hoort een factor met de logaritme ervan.',
    en: 'Only with base e is the power its own derivative. With another base goes a factor with its logarithm.',
  },
  {
    name: 'trigDerivativeSign',
    group,
    make: [
      'diff(cos(a),x) -> sin(a)*diff(a,x)',
      'diff(sin(a),x) -> -cos(a)*diff(a,x)',
      'diff(cos(a),x) -> sin(a)',
      'diff(sin(a),x) -> sin(a)*diff(a,x)',
      'diff(tan(a),x) -> 1/sin(a)^2*diff(a,x)',
      'diff(tan(a),x) -> -1/cos(a)^2*diff(a,x)',
    ],
    example: ['diff(cos(x),x)', 'sin(x)'],
    nearMiss: ['diff(sin(x),x)', 'cos(x)'],
    nl: 'Let op het teken: de afgeleide van de sinus is de cosinus, en die van de cosinus is de sinus met een min.',
    en: 'Mind the sign: the derivative of sine is cosine, and that of cosine is sine with a minus.',
  },
  {
    name: 'logDerivative',
    group,
    make: [
      'diff(ln(a),x) -> diff(a,x)/ln(a)',
      'diff(log(a,b),x) -> diff(a,x)/a',
      'diff(ln(a),x) -> 1/diff(a,x)',
      'diff(ln(a),x) -> ln(diff(a,x))',
    ],
    example: ['diff(ln(x),x)', '1/ln(x)'],
    nearMiss: ['diff(ln(x),x)', '1/x'],
    nl: 'De afgeleide van de natuurlijke logaritme is 1 gedeeld door het argument. Bij een ander grondtal hoort nog een factor.',
    en: 'The derivative of the natural logarithm is 1 divided by its argument. Another base brings one more factor.',
  },
  {
    name: 'rootDerivative',
    group,
    make: [
      'diff(sqrt(a),x) -> diff(a,x)/sqrt(a)',
      'diff(sqrt(a),x) -> sqrt(diff(a,x))',
      'diff(sqrt(a),x) -> diff(a,x)/(2a)',
      'diff(sqrt(a),x) -> sqrt(a)*diff(a,x)/2',
      'diff(sqrt(a),x) -> 2*sqrt(a)*diff(a,x)',
      'diff(sqrt(a),x) -> -diff(a,x)/(2*sqrt(a))',
    ],
    example: ['diff(sqrt(x),x)', '1/sqrt(x)'],
    nearMiss: ['diff(sqrt(x),x)', '1/(2sqrt(x))'],
    nl: 'Schrijf de wortel als macht met exponent 1/2 en gebruik de regel voor machten.',
    en: 'Write the root as a power with exponent 1/2 and use the rule for powers.',
  },
]

const slot = 'the inner function'

/** Makes something of the derivative of the outer function, in which `slot` stands for what is inside. */
function chain(e: Expr, make: (outer: Expr, inner: Expr, name: string) => Expr | null): Expr[] {
  if (!isOp(e, 'diff') || !isSym(e.args[1])) return []
  const [f, variable] = e.args
  const parts = f && outerAndInner(f, variable.name)
  if (!parts || isSym(parts.inner)) return []
  const outer = derivative(parts.outer, slot)
  const made = outer && make(outer, parts.inner, variable.name)
  return made ? [made] : []
}

function outerAndInner(f: Expr, name: string): { outer: Expr; inner: Expr } | null {
  const names = new Set([name])
  if (f.kind !== 'op' || ['+', '-', '*'].includes(f.op)) return null
  const at = f.args.findIndex(arg => has(arg, names))
  const inner = f.args[at]
  if (!inner || f.args.filter(arg => has(arg, names)).length !== 1) return null
  return { outer: op(f.op, ...f.args.map((arg, k) => (k === at ? sym(slot) : arg))), inner }
}
