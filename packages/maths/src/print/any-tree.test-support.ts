import { type Arbitrary, array, constantFrom, integer, letrec, oneof, tuple } from 'fast-check'
import { type Expr, int, literal, op, sym } from '../tree.ts'

/** Trees of every kind that all notations can write, as readers give them. */
export const anyTree: Arbitrary<Expr> = letrec<{ value: Expr; statement: Expr; set: Expr; whole: Expr }>(
  tie => {
    const value = tie('value')
    const of = (name: string, ...args: readonly Arbitrary<Expr>[]): Arbitrary<Expr> =>
      tuple(...args).map(all => op(name, ...all))
    const many = (name: string, part: Arbitrary<Expr>): Arbitrary<Expr> =>
      array(part, { minLength: 2, maxLength: 4 }).map(all => op(name, ...all))
    const one = constantFrom(
      'sqrt',
      'abs',
      'sin',
      'cos',
      'tan',
      'asin',
      'acos',
      'atan',
      'ln',
      'exp',
      'sinh',
      'floor',
      'f',
      'g',
      'factorial',
      'percent',
      '-',
    )
    const leaf = oneof(
      integer({ min: 0, max: 2500 }).map(int),
      constantFrom('0.5', '12.75', '3.0', '100.25').map(literal),
      constantFrom('x', 'y', 'a', 'n', 't', 'pi', 'e', 'alpha', 'x_1', 'a_n').map(sym),
    )
    const mixed = tuple(integer({ min: 1, max: 30 }), integer({ min: 1, max: 8 })).map(([whole, above]) =>
      op('mixed', int(whole), op('/', int(above), int(above + 1))),
    )
    const interval = tuple(constantFrom('oo', 'oc', 'co', 'cc'), value, value).map(([ends, from, to]) =>
      op(ends, from, to),
    )
    return {
      value: oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        many('+', value),
        many('*', value),
        of('/', value, value),
        of('^', value, value),
        tuple(one, value).map(([name, arg]) => op(name, arg)),
        of('root', value, value),
        of('log', value, value),
        of('pm', value, value),
        mixed,
      ),
      statement: oneof(
        { depthSize: 'small', withCrossShrink: true },
        tuple(constantFrom('=', '#', '<', '<=', '>', '>=', 'approx'), value, value).map(([sign, a, b]) =>
          op(sign, a, b),
        ),
        tuple(value, value, value).map(([a, b, c]) => op('chain', op('<', a, b), op('<=', b, c))),
        many('and', tie('statement')),
        many('or', tie('statement')),
      ),
      set: oneof(
        { depthSize: 'small', withCrossShrink: true },
        interval,
        array(value, { maxLength: 4 }).map(all => op('set', ...all)),
        many('union', tie('set')),
        many('intersection', tie('set')),
        of('setminus', tie('set'), tie('set')),
      ),
      whole: oneof(
        value,
        tie('statement'),
        many('union', tie('set')),
        array(value, { minLength: 3, maxLength: 4 }).map(all => op('list', ...all)),
        array(of('=', value, value), { minLength: 3, maxLength: 4 }).map(all => op('list', ...all)),
        many('tuple', value),
        tuple(value, value, value, value).map(([a, b, c, d]) =>
          op('matrix', op('list', a, b), op('list', c, d)),
        ),
      ),
    }
  },
).whole
