import type { Budget } from '../budget.ts'
import type { Poly } from './polynomial.ts'

/**
 * Polynomials in one generator over the whole numbers modulo a prime below 2^26, so that products are exact doubles:
 * coefficients from 0 up to the prime, the lowest power first, without zeros at the end.
 */
export type ModPoly = number[]

/** A prime for tests by evaluation. */
export const largePrime = 67_108_859

export function trim(p: ModPoly): ModPoly {
  while (p.length > 0 && p[p.length - 1] === 0) p.pop()
  return p
}

export function powerOf(base: number, exponent: number, prime: number): number {
  let result = 1
  let square = base % prime
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

export function inverse(a: number, prime: number): number {
  let [r, s, x, y] = [prime, a, 0, 1]
  while (s !== 0) {
    const q = Math.floor(r / s)
    ;[r, s, x, y] = [s, r - q * s, y, x - q * y]
  }
  return x < 0 ? x + prime : x
}

export function residue(n: bigint, prime: number): number {
  const rest = Number(n % BigInt(prime))
  return rest < 0 ? rest + prime : rest
}

export function addMod(p: ModPoly, q: ModPoly, prime: number, sign: 1 | -1 = 1): ModPoly {
  const sum: ModPoly = []
  for (let i = 0; i < Math.max(p.length, q.length); i++)
    sum.push(((p[i] ?? 0) + sign * (q[i] ?? 0) + prime) % prime)
  return trim(sum)
}

export function timesMod(p: ModPoly, q: ModPoly, prime: number, budget: Budget): ModPoly {
  if (p.length === 0 || q.length === 0) return []
  budget.spend(p.length * q.length)
  const result: ModPoly = new Array(p.length + q.length - 1).fill(0)
  for (const [i, a] of p.entries())
    if (a !== 0)
      for (let j = 0; j < q.length; j++) result[i + j] = ((result[i + j] ?? 0) + a * (q[j] ?? 0)) % prime
  return result
}

/** Quotient and remainder; `q` is not zero. */
export function divideMod(p: ModPoly, q: ModPoly, prime: number, budget: Budget): [ModPoly, ModPoly] {
  const rest = [...p]
  const found: ModPoly = new Array(Math.max(0, p.length - q.length + 1)).fill(0)
  budget.spend((found.length + 1) * q.length)
  const factor = inverse(q[q.length - 1] ?? 1, prime)
  for (let i = found.length - 1; i >= 0; i--) {
    const c = ((rest[i + q.length - 1] ?? 0) * factor) % prime
    found[i] = c
    if (c === 0) continue
    for (let j = 0; j < q.length; j++) rest[i + j] = ((rest[i + j] ?? 0) + (prime - c) * (q[j] ?? 0)) % prime
  }
  return [found, trim(rest.slice(0, q.length - 1))]
}

export function monicMod(p: ModPoly, prime: number): ModPoly {
  const factor = inverse(p[p.length - 1] ?? 1, prime)
  return p.map(c => (c * factor) % prime)
}

/** The greatest common divisor with leading coefficient 1; empty where both are zero. */
export function gcdMod(p: ModPoly, q: ModPoly, prime: number, budget: Budget): ModPoly {
  let [a, b] = [p, q]
  while (b.length > 0) [a, b] = [b, divideMod(a, b, prime, budget)[1]]
  return monicMod(a, prime)
}

export function derivativeMod(p: ModPoly, prime: number): ModPoly {
  return trim(p.slice(1).map((c, i) => (c * ((i + 1) % prime)) % prime))
}

/** A polynomial modulo a prime, with a number in place of each generator but `g`: generator h gets `values(h)`. */
export function imageMod(
  p: Poly,
  g: number,
  values: (h: number) => number,
  prime: number,
  budget: Budget,
): ModPoly {
  let top = 0
  for (const { m } of p)
    for (let i = 0; i < m.length; i += 2) if (m[i] === g) top = Math.max(top, m[i + 1] ?? 0)
  budget.spend(top + p.length * 20)
  const image: ModPoly = new Array(top + 1).fill(0)
  for (const { c, m } of p) {
    let value = residue(c, prime)
    let e = 0
    for (let i = 0; i < m.length; i += 2) {
      const h = m[i] ?? 0
      if (h === g) e = m[i + 1] ?? 0
      else value = (value * powerOf(values(h), m[i + 1] ?? 0, prime)) % prime
    }
    image[e] = ((image[e] ?? 0) + value) % prime
  }
  return trim(image)
}
