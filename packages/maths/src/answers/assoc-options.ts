import { type Expr, isOp } from '../tree.ts'

/** Rules that go together by one name. */
const groups: Readonly<Record<string, readonly string[]>> = {
  ALG_TRANS: ['assAdd', 'assMul', 'comAdd', 'comMul'],
  ID_TRANS: ['zeroAdd', 'zeroMul', 'oneMul', 'oneDiv', 'onePow', 'idPow', 'zeroPow', 'zPow'],
  NEG_TRANS: ['negNeg', 'negDiv', 'negOrd'],
  DIV_TRANS: ['recipMul', 'divDiv', 'divCancel'],
  INT_ARITH: ['intAdd', 'intMul', 'intPow'],
}

const single = ['noncomAdd', 'noncomMul', 'comNeg', 'comMulNum', 'negDist', 'intFac', 'sqrtRem']
const fractions = ['ratLow', 'ratAdd', 'ratMul']

/** What a pupil may have left to work out: numbers, zeros and ones, signs and fractions. */
export const arithmetic: ReadonlySet<string> = new Set([
  ...(groups.ID_TRANS ?? []),
  ...(groups.NEG_TRANS ?? []),
  ...(groups.DIV_TRANS ?? []),
  ...(groups.INT_ARITH ?? []),
  ...fractions,
])

const known: ReadonlySet<string> = new Set([...Object.values(groups).flat(), ...single, ...fractions])

/** Pairs that undo one another. */
const clashing = [
  ['intFac', 'intMul'],
  ['negDist', 'negOrd'],
] as const

/** The rules that an author chose, or the name that is no rule; an empty name where nothing was chosen. */
type Choice =
  | { readonly rules: ReadonlySet<string> }
  | { readonly unknown: string }
  | { readonly clash: string }

/** Reads a name, a list of names and lists, or `delete(name, list)`. */
export function chosenRules(options: Expr | null): Choice {
  const names = options ? namesIn(options) : []
  const unknown = names.find(name => !known.has(name) && name !== 'testdebug')
  if (unknown !== undefined) return { unknown }
  if (names.length === 0 && !isOp(options ?? undefined, 'list')) return { unknown: '' }
  const clash = clashing.find(pair => pair.every(name => names.includes(name)))
  return clash ? { clash: clash.join(', ') } : { rules: new Set(names) }
}

function namesIn(e: Expr): string[] {
  if (e.kind === 'sym') return [...(groups[e.name] ?? [e.name])]
  if (e.kind === 'str') return [e.value]
  if (e.kind === 'num') return [e.text]
  if (e.op === 'list' || e.op === 'set') return e.args.flatMap(namesIn)
  const [dropped, from] = e.op === 'delete' ? e.args : []
  if (!dropped || !from) return [e.op]
  const without = namesIn(dropped)
  return namesIn(from).filter(name => !without.includes(name))
}
