import { bitLength } from './rational.ts'

/** The primes of a whole number above zero, as far as trial division to 10,000 finds them; what is left counts as one. */
export function primePowers(n: bigint): [bigint, number][] {
  const found: [bigint, number][] = []
  let rest = n
  for (let p = 2n; p * p <= rest && p < 10_000n; p += p === 2n ? 1n : 2n) {
    let count = 0
    while (rest % p === 0n) {
      rest /= p
      count++
    }
    if (count > 0) found.push([p, count])
  }
  if (rest > 1n) found.push(...rootOfRest(rest))
  return found
}

function rootOfRest(rest: bigint): [bigint, number][] {
  const root = squareRoot(rest)
  return root * root === rest ? [[root, 2]] : [[rest, 1]]
}

/** The whole part of a square root. */
function squareRoot(n: bigint): bigint {
  if (n < 2n) return n
  let x = 1n << BigInt((bitLength(n) + 1) >> 1)
  for (;;) {
    const next = (x + n / x) >> 1n
    if (next >= x) return x
    x = next
  }
}
