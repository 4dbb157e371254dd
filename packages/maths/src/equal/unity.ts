import type { Budget } from '../budget.ts'
import { add, constant, generator, type Poly, scale, zeroPoly } from '../exact/polynomial.ts'
import { type Expr, exact, op, sym } from '../tree.ts'

/** The least common multiple of two whole numbers above zero. */
export function leastCommonMultiple(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) [x, y] = [y, x % y]
  return (a / x) * b
}

/** How many numbers below n have no factor in common with it. */
export function eulerPhi(n: number): number {
  let result = n
  let rest = n
  for (let p = 2; p * p <= rest; p++) {
    if (rest % p !== 0) continue
    while (rest % p === 0) rest /= p
    result -= result / p
  }
  return rest > 1 ? result - result / rest : result
}

export function unityTree(order: number): Expr {
  if (order === 4) return sym('i')
  const turn = exact({ n: 2n, d: BigInt(order) })
  return op('exp', op('*', turn, sym('i'), sym('pi')))
}

/** ζ^0 … ζ^(n-1) for a primitive n-th root of unity, each below the degree of its minimal polynomial. */
export function fillPowers(into: Poly[], order: number, g: number, budget: Budget): void {
  const minimal = cyclotomic(order)
  const top = minimal.length - 1
  let current = [1n]
  for (let k = 0; k < order; k++) {
    budget.spend(top)
    into.push(densePoly(current, g))
    current = [0n, ...current]
    const lead = current[top] ?? 0n
    if (current.length > top) current = current.slice(0, top).map((c, i) => c - lead * (minimal[i] ?? 0n))
  }
}

function densePoly(list: readonly bigint[], g: number): Poly {
  let result = zeroPoly
  list.forEach((c, e) => {
    if (c !== 0n) result = add(result, scale(e === 0 ? constant(1n) : generator(g, e), c))
  })
  return result
}

/** The coefficients of the n-th cyclotomic polynomial, the constant first. */
function cyclotomic(n: number): bigint[] {
  let result: bigint[] = [...new Array<bigint>(n).fill(0n), 1n]
  result[0] = -1n
  for (let d = 1; d < n; d++) if (n % d === 0) result = divideMonic(result, cyclotomic(d))
  return result
}

function divideMonic(dividend: readonly bigint[], divisor: readonly bigint[]): bigint[] {
  const rest = [...dividend]
  const top = divisor.length - 1
  const result = new Array<bigint>(rest.length - top).fill(0n)
  for (let k = rest.length - 1 - top; k >= 0; k--) {
    const c = rest[k + top] ?? 0n
    result[k] = c
    divisor.forEach((d, i) => {
      rest[k + i] = (rest[k + i] ?? 0n) - c * d
    })
  }
  return result
}
