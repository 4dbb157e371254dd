import { content, leadingSign, type Poly } from '../exact/polynomial.ts'

/** The content of a polynomial with the sign of its leading coefficient. */
export function contentOf(p: Poly): bigint {
  const size = content(p)
  return leadingSign(p) < 0 ? -size : size
}
