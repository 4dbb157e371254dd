import {
  type Approximate,
  excludesZero,
  isKnown,
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
  times,
  value,
  zero,
} from './approximate.ts'
import { exp, ln, sin } from './approximate-functions.ts'

/**
 * The gamma function: exact products for small whole numbers, else Lanczos' series with g = 7 and nine terms (relative
 * error below 1e-13 on the right half plane; P. Godfrey, 2001), with reflection on the left.
 */
export function gamma(a: Approximate): Approximate {
  if (isWhole(a)) return gammaOfWhole(a.re)
  if (!isKnown(a) || a.error > 0.1) return noValue
  if (a.re < 0.5) return over(pi, times(sin(times(pi, a)), gamma(plus(one, minus(a)))))
  const series = lanczos(a)
  const slope = Math.log(modulus(a) + 1) + 4
  const relative = Math.expm1(a.error * slope) + 1e-13 * (1 + modulus(a))
  return value(
    series.re,
    series.im,
    modulus(series) * relative + series.error,
    a.axis === 'real' ? 'real' : 'none',
  )
}

function gammaOfWhole(n: number): Approximate {
  if (n <= 0 || n > 171) return noValue
  let result = one
  for (let k = 2; k < n; k += 1) result = times(result, real(k))
  return result
}

function lanczos(a: Approximate): Approximate {
  const z = value(a.re - 1, a.im, 0, a.axis === 'real' ? 'real' : 'none')
  let sum = real(coefficients[0] ?? 0)
  for (let k = 1; k < coefficients.length; k += 1)
    sum = plus(sum, over(real(coefficients[k] ?? 0), plus(z, real(k))))
  const t = plus(z, real(7.5))
  const power = exp(plus(times(plus(z, real(0.5)), ln(t)), minus(t)))
  return times(times(real(Math.sqrt(2 * Math.PI)), power), sum)
}

const coefficients = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** The factorial, by the gamma function where the argument is no whole number. */
export function factorial(a: Approximate): Approximate {
  return gamma(plus(a, one))
}

/** `n` over `k`: a product where `k` or `n - k` is a small whole number, else by the gamma function. */
export function binomial(n: Approximate, k: Approximate): Approximate {
  const rest = plus(n, minus(k))
  if (isWhole(k) && k.re <= 1000) return chosen(n, k.re)
  if (isWhole(rest) && rest.re >= 0 && rest.re <= 1000) return chosen(n, rest.re)
  const below = times(factorial(k), factorial(rest))
  return isKnown(n) && excludesZero(below) ? over(factorial(n), below) : noValue
}

function chosen(n: Approximate, k: number): Approximate {
  if (k < 0) return isWhole(n) && n.re < 0 ? noValue : zero
  const symmetric = isWhole(n) && n.re >= k && n.re - k < k ? n.re - k : k
  let result = one
  for (let j = 0; j < symmetric; j += 1) {
    const factor = plus(n, real(-j))
    if (isZero(factor)) return zero
    result = over(times(result, factor), real(j + 1))
  }
  return result
}
