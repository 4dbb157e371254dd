import { type Expr, isOp, isSym, op, substitute, sym } from '../../tree.ts'
import { derivative } from '../derive.ts'
import { has } from '../form.ts'
import type { Rule } from './rule.ts'

const group = 'derivatives'

/** Differentiation. */
export const derivatives: readonly Rule[] = [
  {
    name: 'productTermwise',
    group,
    make: ['diff(a*B,x) -> diff(a,x)*diff(B,x)'],
  },
  {
    name: 'productSign',
    group,
    make: [
      'diff(a*B,x) -> diff(a,x)*B-a*diff(B,x)',
      'diff(a*B,x) -> diff(a,x)*B',
      'diff(a*B,x) -> diff(a,x)+diff(B,x)',
    ],
    weight: 1,
  },
  {
    name: 'quotientTermwise',
    group,
    make: ['diff(a/b,x) -> diff(a,x)/diff(b,x)'],
  },
  {
    name: 'quotientOrder',
    group,
    make: ['diff(a/b,x) -> (a*diff(b,x)-diff(a,x)*b)/b^2', 'diff(a/b,x) -> (a*diff(b,x)+diff(a,x)*b)/b^2'],
  },
  {
    name: 'quotientNotSquared',
    group,
    make: [
      'diff(a/b,x) -> (diff(a,x)*b-a*diff(b,x))/b',
      'diff(a/b,x) -> diff(a,x)*b-a*diff(b,x)',
      'diff(a/b,x) -> (diff(a,x)*b-a*diff(b,x))/diff(b,x)^2',
    ],
  },
  {
    name: 'chainForgotten',
    group,
    also: e => chain(e, (outer, inner) => substitute(outer, slot, inner)),
  },
  {
    name: 'chainInside',
    group,
    also: e =>
      chain(e, (outer, inner, name) => {
        const changed = derivative(inner, name)
        return changed && substitute(outer, slot, changed)
      }),
  },
  {
    name: 'powerNotLowered',
    group,
    make: ['diff(a^n,x) -> n*a^n*diff(a,x)'],
  },
  {
    name: 'powerNotMultiplied',
    group,
    make: ['diff(a^n,x) -> a^(n-1)*diff(a,x)', 'diff(a^n,x) -> (n-1)*a^(n-1)*diff(a,x)'],
  },
  {
    name: 'powerRaised',
    group,
    make: [
      'diff(a^n,x) -> a^(n+1)/(n+1)*diff(a,x)',
      'diff(a^n,x) -> n*a^(n+1)*diff(a,x)',
      'diff(X,x) -> X^2/2',
    ],
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
  },
  {
    name: 'constantKept',
    group,
    make: ['diff(n,x) -> n', 'diff(n,x) -> 1'],
  },
  {
    name: 'linearTermKept',
    group,
    make: ['diff(n*x,x) -> n*x', 'diff(x,x) -> x', 'diff(x,x) -> 0'],
  },
  {
    name: 'coefficientLost',
    group,
    make: ['n*diff(a,x) -> diff(a,x)', 'n*diff(a,x) -> 0', 'n*diff(a,x) -> n+diff(a,x)'],
  },
  {
    name: 'exponentialAsPower',
    group,
    make: ['diff(e^a,x) -> a*e^(a-1)', 'diff(n^a,x) -> a*n^(a-1)', 'diff(e^a,x) -> a*e^(a-1)*diff(a,x)'],
  },
  {
    name: 'exponentialBase',
    group,
    make: ['diff(n^a,x) -> n^a*diff(a,x)', 'diff(n^a,x) -> n^a/ln(n)*diff(a,x)', 'diff(n^a,x) -> n^a*n'],
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
