/**
 * A stream of chance that is the same for a seed on every machine and in every release: xoshiro128** of Blackman and
 * Vigna (2018), whose four words are 32-bit FNV-1a sums of the UTF-16 units of the seed, each begun otherwise and
 * finished by the mixer of MurmurHash3. It is for exercises, not for secrets.
 */
export interface Chance {
  /** The next whole number from 0 up to 2^32. */
  next(): number
  /** A whole number from 0 up to the bound, each as likely. */
  below(bound: bigint): bigint
}

/** The stream that belongs to a seed; another number gives another stream of the same seed. */
export function chanceOf(seed: string, stream = 0): Chance {
  const text = `${stream}:${seed}`
  let [a = 0, b = 0, c = 0, d = 0] = [1, 2, 3, 4].map(word => hash(text, word))
  // The one state that never changes.
  if ((a | b | c | d) === 0) a = 1
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  return { next, below: bound => below(bound, next) }
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}

function hash(text: string, word: number): number {
  let sum = Math.imul(0x811c9dc5, 2 * word + 1)
  for (let k = 0; k < text.length; k++) sum = Math.imul(sum ^ text.charCodeAt(k), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return sum ^ (sum >>> 16)
}

// Numbers of as many bits as the bound has are drawn until one is below it; more than half of them are, so that the
// chance of coming to the end of the tries is below 2^-200.
function below(bound: bigint, next: () => number): bigint {
  if (bound <= 1n) return 0n
  const bits = (bound - 1n).toString(2).length
  const words = Math.ceil(bits / 32)
  let drawn = 0n
  for (let tries = 0; tries < 200; tries++) {
    drawn = 0n
    for (let k = 0; k < words; k++) drawn = (drawn << 32n) | BigInt(next())
    drawn >>= BigInt(words * 32 - bits)
    if (drawn < bound) return drawn
  }
  return drawn % bound
}
