import { type Arbitrary, array, bigInt, nat, tuple } from 'fast-check'
import { fromTerms, type Poly } from './polynomial.ts'

/** A polynomial from a sum of terms such as `-2*x^2*y+3`; x, y, z, t are the generators 0 to 3. No brackets. */
export function poly(text: string): Poly {
  const parts = text.replace(/\s/g, '').match(/[+-]?[^+-]+/g) ?? []
  return fromTerms(
    parts.map(part => {
      let coefficient = part.startsWith('-') ? -1n : 1n
      const exponents = new Map<number, number>()
      for (const factor of part.replace(/^[+-]/, '').split('*')) {
        const [name = '', exponent = '1'] = factor.split('^')
        const g = 'xyzt'.indexOf(name)
        if (g < 0) coefficient *= BigInt(name) ** BigInt(exponent)
        else exponents.set(g, (exponents.get(g) ?? 0) + Number(exponent))
      }
      return { coefficient, exponents }
    }),
  )
}

/** Polynomials in so many generators, with exponents up to a highest. */
export function anyPoly(generators: number, highest: number, size = 5, most = 12n): Arbitrary<Poly> {
  const exponents = tuple(...Array.from({ length: generators }, () => nat(highest)))
  return array(tuple(bigInt(-most, most), exponents), { maxLength: size }).map(list =>
    fromTerms(list.map(([coefficient, e]) => ({ coefficient, exponents: e.map((n, g) => [g, n] as const) }))),
  )
}
