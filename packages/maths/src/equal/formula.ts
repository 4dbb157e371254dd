import { type Expr, isSym, type Op, op } from '../tree.ts'

/** A statement about numbers, with every `not` brought down to what it says something about. */
export type Formula =
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'proposition'; readonly name: string; readonly holds: boolean }
  | { readonly kind: 'atom'; readonly relation: Relation; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }

/** How two numbers can stand to each other; above is written as below with the sides turned. */
export type Relation = '=' | '#' | '<' | '<='

export const truth = (value: boolean): Formula => ({ kind: 'truth', value })

const relations = new Set(['=', '#', '<', '<=', '>', '>='])
const connectives = new Set(['and', 'or', 'not', 'implies', 'xor', 'xnor', 'nand', 'nor', 'chain'])

/** Whether a tree states something, so that it can be a formula. */
export function isStatement(e: Expr): boolean {
  if (e.kind === 'sym') return ['true', 'false', 'all', 'none'].includes(e.name)
  return e.kind === 'op' && (relations.has(e.op) || connectives.has(e.op))
}

/** The formula that a tree states. A name counts as a statement that is true or false. Null for what states nothing. */
export function formulaOf(e: Expr, holds = true): Formula | null {
  if (e.kind === 'sym') return ofName(e.name, holds)
  if (e.kind !== 'op') return null
  if (relations.has(e.op)) return ofRelation(e, holds)
  return connectives.has(e.op) ? ofConnective(e, holds) : null
}

function ofName(name: string, holds: boolean): Formula {
  if (name === 'true' || name === 'all') return truth(holds)
  if (name === 'false' || name === 'none') return truth(!holds)
  return { kind: 'proposition', name, holds }
}

function ofRelation(e: Op, holds: boolean): Formula | null {
  const [a, b] = e.args
  if (a === undefined || b === undefined) return null
  const name = holds ? e.op : opposite[e.op]
  if (name === '>') return atom('<', b, a)
  if (name === '>=') return atom('<=', b, a)
  return atom(name as Relation, a, b)
}

const opposite: Readonly<Record<string, string>> = {
  '=': '#',
  '#': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/** Every number is below inf and above -inf; other statements about these stay as they are. */
function atom(relation: Relation, left: Expr, right: Expr): Formula {
  const down = isInfinity(left, -1) || isInfinity(right, 1)
  if (relation === '<' && down && !(isInfinity(left) && isInfinity(right))) return truth(true)
  return { kind: 'atom', relation, left, right }
}

function isInfinity(e: Expr, sign: 1 | -1 | 0 = 0): boolean {
  const up = isSym(e, 'inf')
  const down = isSym(e, 'minf') || (e.kind === 'op' && e.op === '-' && isSym(e.args[0], 'inf'))
  return sign === 0 ? up || down : sign === 1 ? up : down
}

function ofConnective(e: Op, holds: boolean): Formula | null {
  const [a, b] = e.args
  if (a === undefined) return null
  if (e.op === 'not') return formulaOf(a, !holds)
  if (e.op === 'and' || e.op === 'chain' || e.op === 'nand')
    return joined('and', e.args, holds !== (e.op === 'nand'))
  if (e.op === 'or' || e.op === 'nor') return joined('or', e.args, holds !== (e.op === 'nor'))
  if (b === undefined) return null
  if (e.op === 'implies') return joined('or', [op('not', a), b], holds)
  const same = op('or', op('and', a, b), op('and', op('not', a), op('not', b)))
  return formulaOf(same, holds === (e.op === 'xnor'))
}

function joined(kind: 'and' | 'or', args: readonly Expr[], holds: boolean): Formula | null {
  const parts: Formula[] = []
  for (const arg of args) {
    const part = formulaOf(arg, holds)
    if (part === null) return null
    parts.push(part)
  }
  return join(holds ? kind : kind === 'and' ? 'or' : 'and', parts)
}

/** Parts joined, without what says nothing and flat. */
export function join(kind: 'and' | 'or', parts: readonly Formula[]): Formula {
  const deciding = kind === 'or'
  const flat = parts.flatMap(part => (part.kind === kind ? part.parts : [part]))
  if (flat.some(part => part.kind === 'truth' && part.value === deciding)) return truth(deciding)
  const rest = flat.filter(part => part.kind !== 'truth')
  const [only] = rest
  if (only === undefined) return truth(!deciding)
  return rest.length === 1 ? only : { kind, parts: rest }
}

/** A formula with every atom replaced. */
export function mapAtoms(f: Formula, change: (atom: Formula & { kind: 'atom' }) => Formula): Formula {
  if (f.kind === 'atom') return change(f)
  if (f.kind !== 'and' && f.kind !== 'or') return f
  return join(
    f.kind,
    f.parts.map(part => mapAtoms(part, change)),
  )
}

/** Every part that is neither and nor or. */
export function leaves(f: Formula): Formula[] {
  return f.kind === 'and' || f.kind === 'or' ? f.parts.flatMap(leaves) : [f]
}
