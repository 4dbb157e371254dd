import { refuse } from './problem.ts'

/** The sign that stands for a decimal comma once it is known to be one. */
export const decimalComma = '\u201a'

/** What is known between two brackets. */
interface Frame {
  readonly open: string
  readonly at: number
  /** Commas between two digits. */
  readonly between: number[]
  /** Two commas around one number, as in `1,2,3`. */
  chained: boolean
  semicolon: boolean
  /** Commas that certainly separate: with a space, or beside something that is no digit. */
  separating: boolean
}

/**
 * The text with each comma that is a decimal sign marked, and each line end outside brackets that separates made a
 * semicolon. Its length stays. A comma that can be read both ways is a problem.
 */
export function markDecimals(text: string, decimal: 'point' | 'comma' | 'both'): string {
  if (!/[,\n]/.test(text)) return text
  const out = text.split('')
  const solid = solidBefore(text)
  const open: Frame[] = [frame('', 0)]
  const decide = (found: Frame): void => {
    for (const at of decimals(found, text, decimal)) out[at] = decimalComma
  }
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at)
    const top = open.at(-1)
    if (decimal === 'comma' && leads(text, at, solid)) out[at] = decimalComma
    else if (opens(text, at, solid)) open.push(frame(c, at))
    else if (top && open.length > 1 && closes(c, top.open)) {
      decide(top)
      open.pop()
    } else if (top) note(top, text, at, c)
    if (c === '\n' && open.length === 1 && endsLine(text, at, solid)) out[at] = ';'
  }
  for (const left of open) decide(left)
  return out.join('')
}

function frame(open: string, at: number): Frame {
  return { open, at, between: [], chained: false, semicolon: false, separating: false }
}

/** Whether a bracket opens here; `<` and `]` open an interval where an operand is expected. */
function opens(text: string, at: number, solid: Int32Array): boolean {
  const c = text.charAt(at)
  if (/[([{⟨]/.test(c)) return c !== '[' || !startsInterval(text, at)
  return /[<\]]/.test(c) && /^$|[=,;([{∪∩∈∖]/.test(text.charAt(solid[at] ?? -1))
}

/** Whether a `[` closes: nothing that could be an operand follows it. */
function startsInterval(text: string, at: number): boolean {
  return /^\[\s*(?:$|[∪∩)\],;}])/.test(text.slice(at, at + 20)) && !/^\[\s*\]/.test(text.slice(at, at + 20))
}

function closes(c: string, open: string): boolean {
  if (open === '{') return c === '}'
  if (open === '(') return /[)\]]/.test(c)
  return /[)\]>⟩[]/.test(c) && !(open === '[' && c === '[')
}

/** Whether a decimal comma begins a number here: `,5`. */
function leads(text: string, at: number, solid: Int32Array): boolean {
  const before = text.charAt(solid[at] ?? -1)
  return text.charAt(at) === ',' && /\d/.test(text.charAt(at + 1)) && /^$|[-+*/^=<>≤≥≠;([{·×]/.test(before)
}

/** For each place, the last one before it that is no space; -1 where there is none. */
function solidBefore(text: string): Int32Array {
  const found = new Int32Array(text.length)
  let last = -1
  for (let at = 0; at < text.length; at++) {
    found[at] = last
    if (!/\s/.test(text.charAt(at))) last = at
  }
  return found
}

function note(top: Frame, text: string, at: number, c: string): void {
  if (c === ';') top.semicolon = true
  if (c !== ',') return
  if (!/\d/.test(text.charAt(at - 1)) || !/\d/.test(text.charAt(at + 1))) {
    top.separating = true
    return
  }
  const last = top.between.at(-1)
  if (last !== undefined && /^\d+$/.test(text.slice(last + 1, at))) top.chained = true
  top.between.push(at)
}

function decimals(found: Frame, text: string, decimal: 'point' | 'comma' | 'both'): readonly number[] {
  const [first] = found.between
  if (first === undefined) return []
  if (decimal === 'point' && found.semicolon && found.open === '(') refuse('comma', first, 1, { found: ',' })
  if (decimal === 'point') return []
  const inBrackets = found.open !== ''
  if (found.chained) {
    if (decimal === 'both' && inBrackets && !found.semicolon) return []
    refuse('decimalOrList', first, 1)
  }
  if (decimal === 'comma' && !found.semicolon && isPair(found, text, first)) refuse('decimalOrList', first, 1)
  if (decimal === 'comma' || !inBrackets || found.semicolon) return found.between
  if (!found.separating && takesOne.test(text.slice(Math.max(0, found.at - 10), found.at)))
    return found.between
  return refuse('decimalOrList', first, 1)
}

/** Whether brackets that stand for two values hold one number with a comma: `[1,5]`, `max(1,5)`. */
function isPair(found: Frame, text: string, comma: number): boolean {
  const before = text.slice(Math.max(0, found.at - 10), found.at)
  if (found.open === '(') return /(?:max|min|ggd|kgv|gcd|lcm|mod|root|binomial|nCr)\s*$/.test(before)
  return (
    found.open !== '{' &&
    found.open !== '' &&
    /^[\s-]*\d+$/.test(text.slice(found.at + 1, comma)) &&
    /^\d+\s*[)\]>⟩[]/.test(text.slice(comma + 1, comma + 40))
  )
}

/** A function of one argument, before its bracket: a comma inside cannot separate. */
const takesOne = /(?:sin|cos|tan|ln|abs|exp|sqrt|wortel|√)\s*$/

/** Whether a line end separates: an expression ends before it and another begins after it. */
function endsLine(text: string, at: number, solid: Int32Array): boolean {
  const from = solid[at] ?? -1
  const next = /[^\S\n]*(\S)/y
  next.lastIndex = at + 1
  const begin = next.exec(text)?.[1] ?? ''
  const before = text.charAt(from)
  return (
    from >= 0 && begin !== '' && !/[-+*/=<≤≥≠,;^±(∧∨]/.test(before) && !/[+*/=<>≤≥≠,;^±)\]}∧∨]/.test(begin)
  )
}
