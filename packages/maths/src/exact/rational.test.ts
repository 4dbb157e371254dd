import { assert, bigInt, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitLength, greatestCommonDivisor } from './rational.ts'

/** Euclid's algorithm, as it stands in the Elements. */
function euclid(a: bigint, b: bigint): bigint {
  return b === 0n ? a : euclid(b, a % b)
}

describe('the greatest common divisor of whole numbers', () => {
  const any = integer({ min: 1, max: 1200 }).chain(bits => bigInt(0n, 1n << BigInt(bits)))

  test('is what Euclid finds, and takes common factors along', () => {
    assert(
      property(any, any, any, (a, b, c) => {
        expect(greatestCommonDivisor(a, b)).toBe(euclid(a, b))
        expect(greatestCommonDivisor(-a * c, b * c)).toBe(euclid(a, b) * c)
      }),
      { numRuns: 1000 },
    )
  })

  test('is found where every quotient is 1, or one is enormous', () => {
    let [a, b] = [1n, 1n]
    for (let i = 0; i < 2000; i++) [a, b] = [a + b, a]
    expect(greatestCommonDivisor(a, b)).toBe(1n)
    expect(greatestCommonDivisor(a * 6n, b * 6n)).toBe(6n)
    expect(greatestCommonDivisor((1n << 3000n) - 1n, (1n << 2000n) - 1n)).toBe((1n << 1000n) - 1n)
    expect(greatestCommonDivisor((1n << 3000n) + 1n, 1n << 200n)).toBe(1n)
    expect(greatestCommonDivisor(0n, -5n)).toBe(5n)
    expect(greatestCommonDivisor(0n, 0n)).toBe(0n)
  })

  test('bits are counted exactly at powers of two', () => {
    assert(
      property(integer({ min: 0, max: 3000 }), n => {
        expect(bitLength(1n << BigInt(n))).toBe(n + 1)
        expect(bitLength((1n << BigInt(n)) - 1n)).toBe(n)
      }),
    )
  })
})
