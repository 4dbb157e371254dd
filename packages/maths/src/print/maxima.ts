import type { Expr, Op } from '../tree.ts'
import { layOut, level, type Notation, type Piece, type Print } from './layout.ts'

/** A tree in the notation of Maxima, which reads back to the same tree. */
export function printMaxima(e: Expr): string {
  return layOut(e, notation)
}

const notation: Notation = {
  own: (e, print) => (e.kind === 'op' ? own(e, print) : leaf(e)),
  group: text => `(${text})`,
  call: (name, args) => `${names[name] ?? name}(${args.join(',')})`,
  between: { implies: ' implies ', xnor: ' xnor ', define: ' := ' },
  relations: { '=': ' = ', '#': ' # ', '<': ' < ', '<=': ' <= ', '>': ' > ', '>=': ' >= ' },
  signs: {
    minus: '-',
    less: ' - ',
    plus: ' + ',
    pm: ' #pm# ',
    divide: '/',
    and: ' nounand ',
    or: ' nounor ',
    not: 'not ',
  },
  times: () => '*',
  power: (base, exponent) => `${base}^${exponent.level < level.power ? `(${exponent.text})` : exponent.text}`,
}

const names: Readonly<Record<string, string>> = {
  ln: 'log',
  log: 'lg',
  tuple: 'ntuple',
  intersection: '%intersection',
  union: '%union',
}

const values: Readonly<Record<string, string>> = { pi: '%pi', e: '%e', i: '%i' }

function leaf(e: Exclude<Expr, Op>): Piece {
  if (e.kind === 'str') return { text: `"${e.value.replace(/["\\]/g, '\\$&')}"`, level: level.atom }
  if (e.kind === 'sym') return { text: values[e.name] ?? e.name, level: level.atom }
  return { text: e.text, level: /e/i.test(e.text) ? level.postfix : level.atom }
}

function own(e: Op, print: Print): Piece | null {
  const [a, b] = e.args
  const items = (from = 0) =>
    e.args
      .slice(from)
      .map(arg => print(arg))
      .join(',')
  switch (e.op) {
    case 'list':
      return { text: `[${items()}]`, level: level.atom }
    case 'set':
      return { text: `{${items()}}`, level: level.atom }
    case 'seq':
      return { text: `(${items()})`, level: level.atom }
    case 'index':
      return a ? { text: `${print(a, level.atom)}[${items(1)}]`, level: level.atom } : null
    case 'noun':
      return a?.kind === 'op' ? { text: `'${print(a)}`, level: level.atom } : null
    case 'log':
      return a && b?.kind === 'num' && b.text === '10' ? { text: `lg(${print(a)})`, level: level.atom } : null
    case 'assign':
      return a && b ? { text: `${print(a)} : ${print(b)}`, level: level.clause } : null
    case 'limit':
      return a && b && e.args.length > 3 ? { text: `limit(${items()})`, level: level.atom } : null
    default:
      return null
  }
}
