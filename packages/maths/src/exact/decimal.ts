import { compare, magnitude, negative, power, product, quotient, type Rational, whole } from './rational.ts'

/** A fraction with a denominator of twos and fives as decimal text, with at least so many decimals. */
export function decimalText(value: Rational, decimals: number): string {
  let places = decimals
  while (places < 2000 && (value.n * 10n ** BigInt(places)) % value.d !== 0n) places += 1
  const digits = (magnitude(value).n * 10n ** BigInt(places)) / value.d
  const text = digits.toString().padStart(places + 1, '0')
  const sign = value.n < 0n ? '-' : ''
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
}

/** A power of ten. */
export function tenTo(exponent: number): Rational {
  return power(whole(10), exponent)
}

/** The power of ten of the first figure: 2 for 345, -3 for 0.0012. Zero has 0. */
export function order(a: Rational): number {
  if (a.n === 0n) return 0
  const size = magnitude(a)
  const guess = size.n.toString().length - size.d.toString().length
  return compare(size, tenTo(guess)) < 0 ? guess - 1 : guess
}

/** Rounded to a whole multiple of ten to the `exponent`; a tie goes away from zero, or to the even multiple. */
export function toMultiple(a: Rational, exponent: number, tie: 'away' | 'even' = 'away'): Rational {
  const unit = tenTo(exponent)
  const scaled = quotient(magnitude(a), unit)
  const below = scaled.n / scaled.d
  const rest = 2n * (scaled.n - below * scaled.d)
  const up = rest > scaled.d || (rest === scaled.d && (tie === 'away' || below % 2n === 1n))
  const rounded = product(whole(up ? below + 1n : below), unit)
  return a.n < 0n ? negative(rounded) : rounded
}

/** Rounded to so many decimal places. */
export function toPlaces(a: Rational, places: number, tie: 'away' | 'even' = 'away'): Rational {
  return toMultiple(a, -places, tie)
}

/** Rounded to so many significant figures, a tie away from zero. */
export function toFigures(a: Rational, figures: number): Rational {
  return toMultiple(a, order(a) - figures + 1)
}
