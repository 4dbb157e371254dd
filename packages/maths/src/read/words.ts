import { isUnit } from '../units/table.ts'
import { greekNames, otherFunctions, plainFunctions } from './names.ts'
import type { Token } from './scan.ts'

/** What decides how letters that stand together are taken apart. */
export interface WordSettings {
  readonly letters?: 'single' | 'words'
  readonly units?: boolean
  readonly variables?: readonly string[]
  readonly functions?: readonly string[]
}

const joining: ReadonlyMap<string, string> = new Map([
  ...['and', 'en'].map(word => [word, 'and'] as const),
  ...['or', 'of'].map(word => [word, 'or'] as const),
  ...['not', 'niet'].map(word => [word, 'not'] as const),
  ...['implies', 'xor', 'nand', 'nor', 'xnor'].map(word => [word, word] as const),
])

const constantWords = new Set(
  'pi inf minf infinity oneindig true false waar onwaar all none undefined'.split(' '),
)
const longGreek = [...greekNames].filter(name => name.length > 3 || /^(?:pi|phi)$/i.test(name))
const inside = [...plainFunctions.keys(), 'log'].filter(name =>
  /^(?:a?(?:rc)?(?:sin|cos|tan)h?|ln|log|sqrt|wortel|exp|abs)$/.test(name),
)

const longestFirst = (names: readonly string[]): string[] => [...names].sort((a, b) => b.length - a.length)
const standing = longestFirst([...inside, ...longGreek])

/** The tokens with every run of letters taken apart in names, functions and operators. */
export function takeApart(
  tokens: readonly Token[],
  settings: WordSettings,
  split: (token: Token, pieces: readonly string[]) => void,
): Token[] {
  const known = new Set([...(settings.variables ?? []), ...(settings.functions ?? [])])
  const parts = [...known].filter(name => name.length > 1)
  const pieces = parts.length === 0 ? standing : longestFirst([...parts, ...standing])
  const out: Token[] = []
  tokens.forEach((token, k) => {
    if (token.type !== 'name') out.push(token)
    else if (isOrSign(token, tokens, k) && !known.has('v')) out.push({ ...token, type: 'sign', text: 'or' })
    else if (isCounting(token, out.at(-1), known)) out.push(...counting(token))
    else if (!differential(token, out, known))
      out.push(...parted(token, out.at(-1), tokens[k + 1], { settings, known, pieces, split }))
  })
  return out
}

/** Whether nCr or nPr stands between two numbers, as on a calculator. */
function isCounting({ text }: Token, before: Token | undefined, known: ReadonlySet<string>): boolean {
  const follows = before !== undefined && (before.type === 'number' || before.text === ')')
  return follows && /^n(?:[CP]|[cp])r\d*$/.test(text) && !known.has('n')
}

function counting(token: Token): Token[] {
  const sign: Token = {
    ...token,
    type: 'sign',
    text: token.text[1]?.toLowerCase() === 'c' ? 'nCr' : 'nPr',
    end: token.at + 3,
  }
  const digits = token.text.slice(3)
  return digits === ''
    ? [sign]
    : [sign, { type: 'number', text: digits, at: sign.end, end: token.end, gap: false }]
}

const compares = /^(?:[=#<>≤≥]|<=|>=)$/

/** Whether a v is the sign ∨, as it is typed in Dutch schools: free, after a comparison and before another. */
function isOrSign(token: Token, tokens: readonly Token[], k: number): boolean {
  if (token.text !== 'v' || !token.gap || tokens[k + 1]?.gap !== true) return false
  const near = 12
  const has = (part: readonly Token[]): boolean =>
    part.some(one => one.type === 'sign' && compares.test(one.text))
  return has(tokens.slice(Math.max(0, k - near), k)) && has(tokens.slice(k + 1, k + near))
}

/** Takes `d/dx` and `dy/dx` together as one name. */
function differential(token: Token, out: Token[], known: ReadonlySet<string>): boolean {
  const divide = out.at(-1)
  const above = out.at(-2)
  if (
    !/^d[A-Za-z]$/.test(token.text) ||
    divide?.text !== '/' ||
    !above ||
    token.gap ||
    divide.gap ||
    known.has(token.text)
  )
    return false
  const before = out.at(-3)
  const joined = above.text === 'd' && !known.has('d')
  const pair =
    before?.text === 'd' && !above.gap && above.type === 'name' && above.text.length === 1 && !known.has('d')
  if (!joined && !pair) return false
  const first = joined ? above : (before ?? above)
  out.splice(joined ? -2 : -3)
  out.push({
    type: 'name',
    text: `${joined ? 'd' : `d${above.text}`}/${token.text}`,
    at: first.at,
    end: token.end,
    gap: first.gap,
  })
  return true
}

interface Apart {
  readonly settings: WordSettings
  readonly known: ReadonlySet<string>
  /** Words that are found inside a run, the longest first. */
  readonly pieces: readonly string[]
  /** Told of a long run that became a product. */
  readonly split: (token: Token, pieces: readonly string[]) => void
}

function parted(token: Token, before: Token | undefined, after: Token | undefined, how: Apart): Token[] {
  const { text } = token
  const joins = joining.get(text.toLowerCase())
  if (joins !== undefined && !how.known.has(text) && standsFree(token, before, after))
    return [{ ...token, type: 'sign', text: joins }]
  if (text.length !== token.end - token.at && !/[₀-₉{]/.test(text)) return micro(token, how)
  const [, letters = '', digits = '', subscript = ''] = /^(\p{L}+)(\d*)(.*)$/u.exec(text) ?? []
  if (
    isWhole(text, after, how) ||
    (subscript !== '' && isWhole(letters, undefined, how)) ||
    (subscript !== '' && how.settings.letters === 'words')
  )
    return [named(token, text)]
  const pieces = isWhole(letters, after, how) ? [letters] : letterRuns(letters, after, how)
  if (pieces.filter(piece => piece.length === 1).length > 3) how.split(token, pieces)
  const out = withDigits(token, pieces, digits, subscript)
  return how.settings.units && /^[23]$/.test(digits) && subscript === '' ? powered(out, digits) : out
}

/** A unit with a digit is its power: `m2` is m². */
function powered(out: readonly Token[], digits: string): Token[] {
  const last = out.at(-1)
  const unit = last?.text.slice(0, -1) ?? ''
  if (last?.type !== 'name' || !isUnitName(unit)) return [...out]
  const split = last.end - 1
  return [
    ...out.slice(0, -1),
    { ...last, text: unit, end: split },
    { type: 'sign', text: '^', at: split, end: split, gap: false },
    { type: 'number', text: digits, at: split, end: last.end, gap: false },
  ]
}

/** A Greek letter; where letters follow a μ, the unit it makes smaller, or both apart. */
function micro(token: Token, { settings }: Apart): Token[] {
  const rest = /^mu(\p{L}+)$/u.exec(token.text)?.[1]
  if (rest === undefined) return [token]
  if (settings.units && isUnitName(`u${rest}`)) return [{ ...token, text: `u${rest}` }]
  const letters = [...rest].map((text, k) => ({
    ...token,
    text,
    at: token.at + 1 + k,
    end: token.at + 2 + k,
    gap: false,
  }))
  return [{ ...token, text: 'mu', end: token.at + 1 }, ...letters]
}

function standsFree(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  return (
    (token.gap || !before || before.type === 'sign') &&
    (after === undefined || after.gap || after.type === 'sign' || after.type === 'end')
  )
}

/** Whether a run is one name. */
function isWhole(run: string, after: Token | undefined, { settings, known }: Apart): boolean {
  const plain = run.toLowerCase()
  if (known.has(run) || run.length === 1 || greekNames.has(run) || constantWords.has(plain)) return true
  if (plainFunctions.has(plain) || /^(?:log|lg|cbrt)(?:_|\d|$)/.test(plain)) return true
  if (after?.text === '(' && (otherFunctions.has(run) || otherFunctions.has(plain))) return true
  if (settings.units && isUnitName(run)) return true
  return settings.letters === 'words' && !/\d/.test(run) && /^\p{L}+$/u.test(run) && !splitsAsFunction(run)
}

/** In words, `sinx` is still the sine of x. */
function splitsAsFunction(run: string): boolean {
  return inside.some(name => run.startsWith(name) && run.length === name.length + 1)
}

function isUnitName(run: string): boolean {
  return run.length < 10 && /^\p{L}+$/u.test(run) && isUnit(run)
}

/** A run as single letters and the known words that stand in it. */
function letterRuns(letters: string, after: Token | undefined, how: Apart): string[] {
  if (how.settings.letters === 'words' && !splitsAsFunction(letters)) return [letters]
  const found: string[] = []
  for (let at = 0; at < letters.length; ) {
    const rest = letters.length - at < 14 && after?.text === '(' ? letters.slice(at) : ''
    const called = rest.length > 2 && otherFunctions.has(rest) ? rest : undefined
    const piece = called ?? how.pieces.find(one => letters.startsWith(one, at)) ?? letters.charAt(at)
    found.push(piece)
    at += piece.length
  }
  return found
}

/** The pieces as tokens; digits and a subscript belong to the last, unless that is a function or constant. */
function withDigits(token: Token, pieces: readonly string[], digits: string, subscript: string): Token[] {
  const out: Token[] = []
  let at = token.at
  pieces.forEach((piece, k) => {
    out.push({ type: 'name', text: piece, at, end: at + piece.length, gap: k === 0 && token.gap })
    at += piece.length
  })
  const last = out.at(-1)
  if (!last || (digits === '' && subscript === '')) return out
  const numbered = digits !== '' && (plainFunctions.has(last.text) || /^(?:pi|e)$/.test(last.text))
  if (numbered) out.push({ type: 'number', text: digits, at, end: token.end, gap: false })
  else out[out.length - 1] = named({ ...last, end: token.end }, last.text + digits + subscript)
  return out
}

/** A name with its subscript written plainly: `a_{12}` and `a₁₂` are `a_12`. */
function named(token: Token, text: string): Token {
  const plain = text
    .replace(/[₀-₉]+/, run => `_${[...run].map(one => one.charCodeAt(0) - 0x2080).join('')}`)
    .replace(/_\{(\w+)\}/, '_$1')
  return { ...token, text: plain }
}
