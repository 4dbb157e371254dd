/** A complex double. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/**
 * A complex double that lies at most `error` from the true value. `axis` says what is known exactly: the true value is
 * real, or imaginary, so that a value on a branch cut is not taken for one beside it. Where there is no value, or none
 * is known (division by what may be zero, overflow, a jump within the error), `error` is Infinity and the parts are 0.
 */
export interface Approximate extends Complex {
  readonly error: number
  readonly axis: Axis
}

type Axis = 'real' | 'imaginary' | 'none'

/** The relative rounding that one operation is charged with: eight times that of a double. */
export const rounding = 2 ** -50
/** What underflow may have hidden. */
export const tiny = 1e-300

/** No value, or none that is known. */
export const noValue: Approximate = { re: 0, im: 0, error: Number.POSITIVE_INFINITY, axis: 'none' }

export function isKnown(a: Approximate): boolean {
  return a.error < Number.POSITIVE_INFINITY
}

/** Whether the true value cannot be zero. */
export function excludesZero(a: Approximate): boolean {
  return isKnown(a) && modulus(a) * (1 - rounding) > a.error
}

/** A value with its error; `noValue` where a part is not finite. Minus zero becomes zero, or an argument would jump. */
export function value(re: number, im: number, error: number, axis: Axis): Approximate {
  if (!Number.isFinite(re + im + error)) return noValue
  if (axis === 'real') return { re: re + 0, im: 0, error, axis }
  return { re: axis === 'imaginary' ? 0 : re + 0, im: im + 0, error, axis }
}

/** A real number that is exactly this double. */
export function real(re: number, error = 0): Approximate {
  return value(re, 0, error, 'real')
}

/** An exact point. */
export function point(z: Complex): Approximate {
  return value(z.re, z.im, 0, z.im === 0 ? 'real' : z.re === 0 ? 'imaginary' : 'none')
}

export const zero: Approximate = real(0)
export const one: Approximate = real(1)
export const imaginaryUnit: Approximate = value(0, 1, 0, 'imaginary')
export const pi: Approximate = real(Math.PI, 2 ** -52)
export const euler: Approximate = real(Math.E, 2 ** -52)
export const halfPi = real(Math.PI / 2, 2 ** -53)

/** The size of the double, its error apart. */
export function modulus(a: Complex): number {
  return a.im === 0 ? Math.abs(a.re) : a.re === 0 ? Math.abs(a.im) : Math.hypot(a.re, a.im)
}

export function isReal(a: Approximate): boolean {
  return a.axis === 'real'
}

/** Whether the true value is known without error, and is a whole number. */
export function isWhole(a: Approximate): boolean {
  return a.axis === 'real' && a.error === 0 && Number.isSafeInteger(a.re)
}

/** Whether the true value is zero, for certain. */
export function isZero(a: Approximate): boolean {
  return a.error === 0 && a.re === 0 && a.im === 0
}

function isShort(x: number): boolean {
  return Math.abs(x) <= 65_536 && Number.isInteger(x * 1024)
}

/** Whether the product of two doubles is a double, as far as is cheap to see. */
export function exactProduct(x: number, y: number): boolean {
  const product = x * y
  return (
    (isShort(x) && isShort(y)) ||
    (Number.isSafeInteger(x) && Number.isSafeInteger(y) && Number.isSafeInteger(product))
  )
}

/** What rounding took from `x + y = sum`, exactly. */
function lost(x: number, y: number, sum: number): number {
  const part = sum - x
  return Math.abs(x - (sum - part) + (y - part))
}

export function plus(a: Approximate, b: Approximate): Approximate {
  const re = a.re + b.re
  const im = a.im + b.im
  const rounded = lost(a.re, b.re, re) + (a.im === 0 && b.im === 0 ? 0 : lost(a.im, b.im, im))
  const error = (a.error + b.error) * (1 + rounding) + rounded
  return value(re, im, error, a.axis === b.axis ? a.axis : isZero(a) ? b.axis : isZero(b) ? a.axis : 'none')
}

export function minus(a: Approximate): Approximate {
  return value(-a.re, -a.im, a.error, a.axis)
}

export function times(a: Approximate, b: Approximate): Approximate {
  if (!isKnown(a) || !isKnown(b)) return noValue
  if (isZero(a) || isZero(b)) return zero
  if (a.axis === 'real' && b.axis === 'real') return timesReal(a, b)
  const size = modulus(a) * modulus(b)
  const exact = a.error === 0 && b.error === 0 && partsExact(a, b)
  const error = exact ? 0 : crossError(a, b) + size * rounding + tiny
  return value(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re, error, productAxis(a.axis, b.axis))
}

function timesReal(a: Approximate, b: Approximate): Approximate {
  const re = a.re * b.re
  const rounded =
    a.error === 0 && b.error === 0 && exactProduct(a.re, b.re) ? 0 : Math.abs(re) * rounding + tiny
  return value(re, 0, crossError(a, b) + rounded, 'real')
}

function crossError(a: Approximate, b: Approximate): number {
  if (a.error === 0 && b.error === 0) return 0
  return (a.error * modulus(b) + b.error * modulus(a) + a.error * b.error) * (1 + rounding)
}

function partsExact(a: Complex, b: Complex): boolean {
  return isShort(a.re) && isShort(a.im) && isShort(b.re) && isShort(b.im)
}

function productAxis(a: Axis, b: Axis): Axis {
  if (a === 'none' || b === 'none') return 'none'
  return a === b ? 'real' : 'imaginary'
}

export function over(a: Approximate, b: Approximate): Approximate {
  if (!isKnown(a) || !excludesZero(b)) return noValue
  if (isZero(a)) return zero
  const size = modulus(b)
  const re = b.im === 0 ? a.re / b.re : divideRe(a, b)
  const im = b.im === 0 ? a.im / b.re : divideRe({ re: a.im, im: -a.re }, b)
  const q = Math.hypot(re, im)
  const axis = productAxis(a.axis, b.axis)
  if (axis === 'real' && a.error === 0 && b.error === 0 && exactQuotient(a, b, re)) return real(re)
  return value(
    re,
    im,
    ((a.error + q * b.error) / (size - b.error)) * (1 + rounding) + q * rounding + tiny,
    axis,
  )
}

function exactQuotient(a: Complex, b: Complex, q: number): boolean {
  return a.im === 0 && b.im === 0 && exactProduct(q, b.re) && q * b.re === a.re
}

function divideRe(a: Complex, b: Complex): number {
  const scale = 1 / Math.max(Math.abs(b.re), Math.abs(b.im))
  const re = b.re * scale
  const im = b.im * scale
  return ((a.re * re + a.im * im) * scale) / (re * re + im * im)
}

/** A power with a whole exponent below 2^31, by repeated squaring; 0^0 and 0 to a power below zero have no value. */
export function wholePower(a: Approximate, exponent: number): Approximate {
  if (exponent <= 0 && !excludesZero(a)) return noValue
  let result = one
  let square = a
  for (let n = Math.abs(exponent); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = times(result, square)
    if (n > 1) square = times(square, square)
  }
  return exponent < 0 ? over(one, result) : result
}

/** Whether it is real and above zero, for certain. */
export function isPositive(a: Approximate): boolean {
  return a.axis === 'real' && a.re > a.error
}
