import type { Expr } from '../tree.ts'

/** What sort of object an expression is, for telling a pupil that another sort was asked. */
export type Sort =
  | 'expression'
  | 'equation'
  | 'inequality'
  | 'logic'
  | 'list'
  | 'set'
  | 'tuple'
  | 'matrix'
  | 'interval'
  | 'text'
  | 'function'

const sorts: ReadonlyMap<string, Sort> = new Map([
  ...of('inequality', '< <= > >= chain #'),
  ...of('logic', 'and or not implies xor xnor nand nor'),
  ...of('interval', 'oo oc co cc union intersection setminus'),
  ...of('function', 'define lambda'),
  ...of('equation', '= assign'),
  ...of('list', 'list'),
  ...of('set', 'set'),
  ...of('tuple', 'tuple ntuple'),
  ...of('matrix', 'matrix'),
])

function of(sort: Sort, names: string): [string, Sort][] {
  return names.split(' ').map(name => [name, sort])
}

/** The sort of the whole, without a look at what it holds. */
export function sortOf(e: Expr): Sort {
  if (e.kind === 'str') return 'text'
  if (e.kind === 'sym' && (e.name === 'true' || e.name === 'false')) return 'logic'
  const inside = e.kind === 'op' && (e.op === 'noun' || e.op === 'stackeq') ? e.args[0] : undefined
  if (inside) return sortOf(inside)
  return (e.kind === 'op' && sorts.get(e.op)) || 'expression'
}
