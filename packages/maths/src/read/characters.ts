import { refuse } from './problem.ts'

/** A text in the characters that the readers know, and where each of them stood in the text as it was typed. */
export interface Normal {
  readonly text: string
  /** The index in the typed text of an index in `text`; also of its end. */
  readonly origin: (index: number) => number
}

/**
 * The text with every shape of a character that word processors, phones and other alphabets give replaced by the one
 * the readers know: quotes, spaces, minus signs, full-width and mathematical letters, digits of any alphabet.
 * Characters without width are left out. What is no mathematics, such as emoji, is a problem.
 */
export function normalise(typed: string): Normal {
  if (/^[\t\n\r -~]*$/.test(typed)) return { text: typed, origin: index => index }
  const out: string[] = []
  const from: number[] = []
  const seen = new Map<string, string>()
  let at = 0
  for (const character of typed) {
    const known = seen.get(character) ?? knownShape(character)
    if (known === undefined) refuse('character', at, character.length, { character })
    seen.set(character, known)
    for (let k = 0; k < known.length; k++) from.push(at)
    out.push(known)
    at += character.length
  }
  from.push(at)
  return { text: out.join(''), origin: index => from[Math.min(index, from.length - 1)] ?? at }
}

function knownShape(character: string): string | undefined {
  if (character <= '~' && (character >= ' ' || /[\t\n\r]/.test(character))) return character
  const same = oneOf.get(character)
  if (same !== undefined) return same
  if (/[\p{Zs}\u2028\u2029\v\f\u0085]/u.test(character)) return ' '
  if (/\p{Cf}|[\ufe00-\ufe0f]/u.test(character)) return ''
  if (/\p{Nd}/u.test(character)) return digit(character)
  if (/[\uff01-\uff5e\u2100-\u214f\u{1d400}-\u{1d7ff}]/u.test(character)) return wide(character)
  return meaningful.has(character) || /^(?=\p{L})[\p{Script=Greek}\p{Script=Latin}]$/u.test(character)
    ? character
    : undefined
}

/** A digit of any alphabet: each alphabet's ten digits stand together, the nought at a multiple of ten from a known start. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const plain = character.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  for (let value = 0; value < 10; value++)
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return `${value}`
  return `${(code - digitsOf(code)) % 10}`
}

/** The start of the run of digits that a character stands in; runs longer than ten hold several alphabets. */
function digitsOf(code: number): number {
  let start = code
  while (start > 0 && /\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--
  return start
}

/** Full-width, letterlike and mathematical characters have their plain shape in Unicode itself. */
function wide(character: string): string | undefined {
  if (meaningful.has(character)) return character
  const plain = character.normalize('NFKC')
  return [...plain].length === 1 && plain !== character ? knownShape(plain) : undefined
}

/** What is the same as one known character: the first of each group. */
const oneOf: ReadonlyMap<string, string> = new Map(
  [
    '"“”„‟«»″',
    "'‘’‚‛′´ʹ`",
    '-−–—‐‑‒―﹣',
    '*×⋅·∙•∗⨯✕✖',
    '/∕⁄',
    '÷➗',
    '∣∣❘｜',
    '<‹',
    '>›',
    '≤⩽≦',
    '≥⩾≧',
    '→⟶➝',
    '←⟵',
    '⇒⟹',
    '⇔⟺',
    '⟨〈',
    '⟩〉',
    '°º˚',
    '∅⦰⌀',
    '∞',
    '∆△',
    '√',
    '²',
    '~∼˜',
    ':∶',
  ].flatMap(group => [...group].map(one => [one, group[0] === '∣' ? '|' : (group[0] ?? one)] as const)),
)

/** Characters beyond ASCII that mean something. */
const meaningful: ReadonlySet<string> = new Set(
  '÷±∓≤≥≠≈≉≡≃≄≅≇≁∼∝∞∅∈∉⊂⊆⊄∪∩∖∧∨¬→←⇒⇔⟨⟩°√∛∜∫∑∏∂∇∆½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉…⊥∥∠ℝℕℤℚℂ€£Å',
)
