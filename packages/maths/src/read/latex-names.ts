import { otherFunctions, pairs, plainFunctions } from './names.ts'

/** The operators of the tree that relations become. */
export const relations: ReadonlyMap<string, string> = pairs(
  '= = # # < < <= <= > > >= >= ≈ approx ≉ notapprox ~ similar ≁ notsimilar ≃ simeq ≄ notsimeq ≅ congruent ≇ notcongruent ≡ equiv ∝ proportional ' +
    '∈ in ∉ notin ∋ contains ⊂ subset ⊆ subseteq ⊃ superset ⊄ notsubset ⊈ notsubseteq ∥ parallel ⊥ perpendicular ≮ >= ≯ <= ≰ > ≱ <',
)

/** What relations become after `\not`. */
export const negated: ReadonlyMap<string, string> = pairs(
  '= # ∈ notin ≈ notapprox ~ notsimilar ≃ notsimeq ≅ notcongruent ⊂ notsubset ⊆ notsubseteq < >= > <= <= > >= <',
)

/** Words between statements. */
export const logic: ReadonlyMap<string, string> = pairs('and and en and or or of or not not niet not')

/** Words before a condition, and instead of one. */
export const conditional = /^(?:if|als|for|voor|when|wanneer|indien)$/
export const otherwise = /^(?:otherwise|else|anders|elders|overig)$/

/** What closes a bracket. */
export const closes: Readonly<Record<string, string>> = Object.fromEntries(
  pairs('( ) [ ] \\{ \\} { } ⟨ ⟩ ⌊ ⌋ ⌈ ⌉ | | < > ] ['),
)

/** Whether an interval that begins or ends so is open there. */
export const openEnds: ReadonlyMap<string, string> = pairs('( o ] o ⟨ o < o [ c')
export const closeEnds: ReadonlyMap<string, string> = pairs(') o [ o ⟩ o > o ] c')

/** Signs that stand for a value. */
export const values: ReadonlyMap<string, string> = pairs('∞ inf ℯ e ⅈ i ℝ ℝ ℕ ℕ ℤ ℤ ℚ ℚ ℂ ℂ € € $ $ £ £ … …')

/** Signs that begin a factor. */
export const startsFactor: ReadonlySet<string> = new Set([
  '(',
  '[',
  '{',
  '\\{',
  '⟨',
  '⌊',
  '⌈',
  '∅',
  '√',
  ...values.keys(),
])

/** Environments of rows and columns; those whose rows are statements or cases; commands that only change how things look. */
export const grids = /^(?:[pbBvV]|small)?matrix$|^array$/
export const systems =
  /^(?:cases|d?cases|rcases|aligned|align|alignat|gathered|gather|split|equation|eqnarray)$/
export const decorations =
  /^(?:vec|math(?:bf|sf|cal|frak|tt|bb|ord|bin|rel)|boldsymbol|bm|boxed|underline|overrightarrow)$/

/** Names that are recognised between other letters, as in `2sinx`, by their first letter. */
export const inWords: ReadonlyMap<string, readonly string[]> = byFirstLetter(
  [...plainFunctions.keys(), 'log', 'pi'].filter(
    name => (name.length > 2 && name !== 'sign') || /^(?:ln|pi)$/.test(name),
  ),
)

function byFirstLetter(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of names) found.set(name.charAt(0), [...(found.get(name.charAt(0)) ?? []), name])
  return found
}

/** The name in the tree of a function that is known by this name. */
export function functionNamed(name: string): string | undefined {
  return plainFunctions.get(name) ?? otherFunctions.get(name)
}
