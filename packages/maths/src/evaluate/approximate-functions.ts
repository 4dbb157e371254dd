import {
  type Approximate,
  exactProduct,
  excludesZero,
  halfPi,
  isKnown,
  isPositive,
  isReal,
  isWhole,
  isZero,
  minus,
  modulus,
  noValue,
  one,
  over,
  pi,
  plus,
  real,
  rounding,
  times,
  tiny,
  value,
  wholePower,
  zero,
} from './approximate.ts'

export function exp(a: Approximate): Approximate {
  if (isZero(a)) return one
  const size = Math.exp(a.re)
  const error = size * (Math.expm1(a.error) + rounding) + tiny
  if (a.axis === 'real') return value(size, 0, error, 'real')
  return value(size * Math.cos(a.im), size * Math.sin(a.im), error, 'none')
}

/** Whether a value that is not known to be real may lie on either side of the negative real axis. */
function atCut(a: Approximate): boolean {
  return a.axis === 'none' && a.re < 0 && Math.abs(a.im) <= a.error
}

export function ln(a: Approximate): Approximate {
  if (!excludesZero(a) || atCut(a)) return noValue
  const size = modulus(a)
  const re = Math.log(size)
  const error = a.error / (size - a.error)
  if (a.axis === 'real' && a.re > 0) return value(re, 0, error + Math.abs(re) * rounding, 'real')
  const im = Math.atan2(a.im, a.re)
  return value(re, im, error + (1 + Math.abs(re) + Math.abs(im)) * rounding, 'none')
}

export function sqrt(a: Approximate): Approximate {
  if (!isKnown(a) || isZero(a)) return a
  if (!excludesZero(a)) return value(0, 0, Math.sqrt(modulus(a) + a.error) * (1 + rounding), 'none')
  if (atCut(a)) return noValue
  const size = modulus(a)
  const error = a.error / (2 * Math.sqrt(size - a.error))
  if (a.axis === 'real') return rootOfReal(a, error)
  const rounded = Math.sqrt(size) * rounding
  const large = Math.sqrt((size + Math.abs(a.re)) / 2)
  const small = Math.abs(a.im) / (2 * large)
  const sign = a.im < 0 ? -1 : 1
  return a.re >= 0
    ? value(large, sign * small, error + rounded, 'none')
    : value(small, sign * large, error + rounded, 'none')
}

function rootOfReal(a: Approximate, error: number): Approximate {
  const size = Math.sqrt(Math.abs(a.re))
  const exact = a.error === 0 && exactProduct(size, size) && size * size === Math.abs(a.re)
  const bound = exact ? 0 : error * (1 + rounding) + size * rounding
  return a.re > 0 ? real(size, bound) : value(0, size, bound, 'imaginary')
}

/** `z^w`: by multiplication for whole `w`, else `exp(w ln z)`. */
export function power(z: Approximate, w: Approximate): Approximate {
  if (!isKnown(z) || !isKnown(w)) return noValue
  if (isWhole(w) && Math.abs(w.re) < 2 ** 31) return wholePower(z, w.re)
  if (w.axis === 'real' && w.error === 0 && w.re === 0.5) return sqrt(z)
  if (!excludesZero(z)) return powerNearZero(z, w)
  const t = times(w, ln(z))
  if (z.axis !== 'real' || w.axis !== 'real' || z.re < 0 || !isKnown(t)) return exp(t)
  const size = z.re ** w.re
  return value(size, 0, size * (Math.expm1(t.error) + rounding) + tiny, 'real')
}

function powerNearZero(z: Approximate, w: Approximate): Approximate {
  if (w.axis !== 'real' || w.re <= w.error) return noValue
  if (isZero(z)) return zero
  const size = modulus(z) + z.error
  return value(0, 0, Math.max(size ** (w.re - w.error), size ** (w.re + w.error)) * (1 + rounding), 'none')
}

/** The n-th root: for odd `n` of a real number the real one, else the principal one. */
export function root(z: Approximate, n: Approximate): Approximate {
  if (!isWhole(n)) return mayBeWhole(n) && !isPositive(z) ? noValue : power(z, over(one, n))
  if (n.re === 2) return sqrt(z)
  if (isReal(z) && z.re < 0 && excludesZero(z) && n.re % 2 !== 0) return minus(root(minus(z), n))
  const found = power(z, over(one, n))
  const near = Math.round(found.re)
  const exact = isWhole(z) && isKnown(found) && n.re > 0 && n.re < 64
  return exact && Number.isSafeInteger(near ** n.re) && near ** n.re === z.re ? real(near) : found
}

function mayBeWhole(a: Approximate): boolean {
  return Math.abs(a.re - Math.round(a.re)) <= a.error * (1 + rounding)
}

export function sin(a: Approximate): Approximate {
  if (isZero(a)) return zero
  if (a.axis === 'real') return bounded(Math.sin(a.re), a.error)
  const size = Math.cosh(a.im)
  return value(
    Math.sin(a.re) * size,
    Math.cos(a.re) * Math.sinh(a.im),
    waveError(a.error, a.im, size),
    a.axis,
  )
}

export function cos(a: Approximate): Approximate {
  if (isZero(a)) return one
  if (a.axis === 'real') return bounded(Math.cos(a.re), a.error)
  const size = Math.cosh(a.im)
  const axis = a.axis === 'imaginary' ? 'real' : 'none'
  return value(Math.cos(a.re) * size, -Math.sin(a.re) * Math.sinh(a.im), waveError(a.error, a.im, size), axis)
}

function bounded(x: number, error: number): Approximate {
  return error < Number.POSITIVE_INFINITY
    ? real(x, Math.min(2, error) + Math.abs(x) * rounding + tiny)
    : noValue
}

function waveError(error: number, im: number, size: number): number {
  return (error === 0 ? 0 : error * Math.cosh(Math.abs(im) + error)) * (1 + rounding) + size * rounding
}

/** `i z`. */
function turned(a: Approximate): Approximate {
  return value(
    -a.im,
    a.re,
    a.error,
    a.axis === 'real' ? 'imaginary' : a.axis === 'imaginary' ? 'real' : 'none',
  )
}

function turnedBack(a: Approximate): Approximate {
  return minus(turned(a))
}

export function sinh(a: Approximate): Approximate {
  if (a.axis !== 'real' || isZero(a)) return turnedBack(sin(turned(a)))
  const x = Math.sinh(a.re)
  return real(x, waveError(a.error, a.re, Math.abs(x)) + tiny)
}

export function cosh(a: Approximate): Approximate {
  return cos(turned(a))
}

function asin(a: Approximate): Approximate {
  if (isZero(a)) return zero
  if (a.axis === 'real' && Math.abs(a.re) <= 1) return asinOfReal(a)
  return turnedBack(ln(plus(turned(a), sqrt(plus(one, minus(times(a, a)))))))
}

function asinOfReal(a: Approximate): Approximate {
  const x = Math.asin(a.re)
  const room = 1 - Math.abs(a.re)
  const rounded = Math.abs(x) * rounding
  if (a.error === 0) return real(x, rounded)
  if (room <= 2 * a.error) return value(x, 0, 3 * Math.sqrt(room + a.error) + rounded, 'none')
  return real(x, a.error / Math.sqrt(room - a.error) + rounded)
}

function acos(a: Approximate): Approximate {
  return isWhole(a) && a.re === 1 ? zero : plus(halfPi, minus(asin(a)))
}

function atan(a: Approximate): Approximate {
  if (isZero(a)) return zero
  if (a.axis === 'real') return bounded(Math.atan(a.re), a.error)
  const t = turned(a)
  return times(value(0, 0.5, 0, 'imaginary'), plus(ln(plus(one, minus(t))), minus(ln(plus(one, t)))))
}

function asinh(a: Approximate): Approximate {
  if (a.axis !== 'real') return turnedBack(asin(turned(a)))
  const x = Math.asinh(a.re)
  return isZero(a) ? zero : real(x, a.error + Math.abs(x) * rounding + tiny)
}

function acosh(a: Approximate): Approximate {
  if (isWhole(a) && a.re === 1) return zero
  if (a.axis !== 'real' || a.re - a.error <= 1)
    return ln(plus(a, times(sqrt(plus(a, one)), sqrt(plus(a, real(-1))))))
  const low = a.re - a.error
  return real(Math.acosh(a.re), a.error / Math.sqrt(low * low - 1) + Math.acosh(a.re) * rounding + rounding)
}

function atanh(a: Approximate): Approximate {
  if (isZero(a)) return zero
  const room = 1 - Math.abs(a.re) - a.error
  if (a.axis !== 'real' || room <= 0)
    return times(real(0.5), plus(ln(plus(one, a)), minus(ln(plus(one, minus(a))))))
  const x = Math.atanh(a.re)
  return real(x, a.error / room + Math.abs(x) * rounding + tiny)
}

function absolute(a: Approximate): Approximate {
  if (!isKnown(a)) return noValue
  const size = modulus(a)
  return real(size, a.error + (a.re === 0 || a.im === 0 ? 0 : size * rounding))
}

function argument(a: Approximate): Approximate {
  if (a.axis === 'real' && excludesZero(a)) return a.re > 0 ? zero : pi
  return imaginaryPart(ln(a))
}

function realPart(a: Approximate): Approximate {
  return isKnown(a) ? real(a.re, a.axis === 'imaginary' ? 0 : a.error) : noValue
}

function imaginaryPart(a: Approximate): Approximate {
  return isKnown(a) ? real(a.im, a.axis === 'real' ? 0 : a.error) : noValue
}

function conjugate(a: Approximate): Approximate {
  return value(a.re, -a.im, a.error, a.axis)
}

function signum(a: Approximate): Approximate {
  if (isZero(a)) return zero
  return isReal(a) && excludesZero(a) ? real(Math.sign(a.re)) : over(a, absolute(a))
}

/** A function with steps: no value where a step lies within the error. */
function stepped(step: (x: number) => number): (a: Approximate) => Approximate {
  return a => {
    if (!isReal(a) || !isKnown(a)) return noValue
    const low = step(a.re - a.error)
    return low === step(a.re + a.error) && Math.abs(low) < 2 ** 53 ? real(low) : noValue
  }
}

function halfToEven(x: number): number {
  const low = Math.floor(x)
  const rest = x - low
  return rest < 0.5 || (rest === 0.5 && low % 2 === 0) ? low : low + 1
}

/** The functions of one argument that all others follow from, by the name that trees have for them. */
export const functions = {
  exp,
  ln,
  sqrt,
  sin,
  cos,
  sinh,
  cosh,
  asin,
  acos,
  atan,
  asinh,
  acosh,
  atanh,
  abs: absolute,
  arg: argument,
  re: realPart,
  im: imaginaryPart,
  conjugate,
  signum,
  floor: stepped(Math.floor),
  ceiling: stepped(Math.ceil),
  round: stepped(halfToEven),
}
