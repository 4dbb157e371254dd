import { evaluateMod, generatorsOf, type Poly, totalDegree } from '../exact/polynomial.ts'
import { bitLength } from '../exact/rational.ts'
import type { Equality } from '../verdict.ts'
import type { Field } from './field.ts'
import { refute } from './refute.ts'

/** Primes just above 2^61, as what is added to it. */
const primes = [21n, 57n, 65n, 197n, 221n, 305n, 365n, 429n, 477n, 545n, 617n, 645n].map(k => (1n << 61n) + k)

/** Points that must vanish besides those that large coefficients could make vanish by being multiples of the prime. */
const honest = 2

/**
 * Whether a polynomial that was not multiplied out is zero: its residues at random points modulo large primes
 * (Schwartz 1980, Zippel 1979). A residue that is not zero refutes; residues that are all zero leave a chance of at most
 * (degree / prime) to the power of the number of points.
 */
export function vanishesByResidues(field: Field, p: Poly): Equality {
  const used = generatorsOf(p)
  if (!used.every(g => isResidual(field, g)))
    return refute(field, p) ? { answer: 'different' } : { answer: 'undecided', why: 'no-rule' }
  const random = generatorOfNumbers(p)
  // A coefficient of b bits is a multiple of at most b/61 of the primes, so that the others tell the truth about it.
  const needed = honest + Math.ceil(coefficientBits(p) / 61)
  if (needed > primes.length) return { answer: 'undecided', why: 'budget' }
  for (const prime of primes.slice(0, needed)) {
    field.budget.spend(2000 * p.length)
    if (evaluateMod(p, valuesAt(field, prime, random), prime) !== 0n) return { answer: 'different' }
  }
  return { answer: 'equal', errorBits: errorBits(field, p) }
}

/** Variables, and powers of polynomials in variables. */
function isResidual(field: Field, g: number): boolean {
  const kernel = field.at(g)
  if (kernel.kind === 'variable') return true
  return (
    kernel.kind === 'base' &&
    kernel.argument !== undefined &&
    generatorsOf(kernel.argument.num).every(h => isResidual(field, h))
  )
}

function valuesAt(field: Field, prime: bigint, random: () => bigint): bigint[] {
  const values: bigint[] = []
  field.kernels.forEach((kernel, g) => {
    const base = kernel.kind === 'base' ? kernel.argument?.num : undefined
    values[g] = base ? evaluateMod(base, values, prime) : random() % prime
  })
  return values
}

/** The binary logarithm of the chance that a polynomial that is not zero vanishes at a random point of every honest prime. */
function errorBits(field: Field, p: Poly): number {
  const bases = Math.max(...field.kernels.map(kernel => totalDegree(kernel.argument?.num ?? [])), 1)
  return Math.ceil((Math.log2(totalDegree(p) * bases) - 61) * honest)
}

function coefficientBits(p: Poly): number {
  return p.reduce((most, { c }) => Math.max(most, bitLength(c)), 0)
}

/** Numbers that depend on the question alone, so that the same question is always answered the same. */
function generatorOfNumbers(p: Poly): () => bigint {
  let state = BigInt(p.length) + 0x9e3779b97f4a7c15n
  for (const { c, m } of p) state = (state * 6364136223846793005n + c + BigInt(m.length)) & mask
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & mask
    const mixed = (state ^ (state >> 31n)) * 0xbf58476d1ce4e5b9n
    return ((mixed ^ (mixed >> 29n)) & mask) >> 2n
  }
}

const mask = (1n << 64n) - 1n
