// Enough bases for Miller and Rabin's test to be a proof below `provable` (Sorenson and Webster, 2015).
const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n]
/** Below this it can be said whether a number is prime. */
export const provable = 3_317_044_064_679_887_385_961_981n

/** Whether a whole number below `provable` is prime. */
export function isPrime(n: bigint): boolean {
  if (n < 2n) return false
  for (const p of bases) if (n % p === 0n) return n === p
  if (n < 43n * 43n) return true
  let odd = n - 1n
  let halvings = 0
  for (; odd % 2n === 0n; halvings++) odd /= 2n
  return bases.every(base => isProbable(n, powerModulo(base, odd, n), halvings))
}

function isProbable(n: bigint, start: bigint, halvings: number): boolean {
  let x = start
  if (x === 1n || x === n - 1n) return true
  for (let k = 1; k < halvings; k++) {
    x = (x * x) % n
    if (x === n - 1n) return true
  }
  return false
}

function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let factor = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus
    factor = (factor * factor) % modulus
  }
  return result
}
