import type { Budget } from '../budget.ts'

/** Thrown where a text is no pattern, or asks what this matcher refuses: looking around, and matching again what a group matched. */
export class NoPattern extends Error {
  override readonly name = 'NoPattern'
}

type Test = (character: string) => boolean
type Assertion = (text: readonly string[], at: number) => boolean

/** One step of a thread: take a character, go on in several places, go on where something holds, or be done. */
type Step =
  | { readonly kind: 'take'; readonly test: Test }
  | { readonly kind: 'fork'; readonly to: number[] }
  | { readonly kind: 'assert'; readonly holds: Assertion }
  | { readonly kind: 'done' }

/** Appends the steps of a part of the pattern to a program. */
type Part = (program: Step[]) => void

const mostSteps = 20_000
const deepest = 100

/**
 * Whether a pattern matches somewhere in a text. All ways through the pattern are followed at once, so that the work is
 * at most the length of the text times that of the pattern, whatever the pattern is (K. Thompson, "Regular expression
 * search algorithm", Communications of the ACM 11, 1968). Throws NoPattern.
 */
export function matches(pattern: string, text: string, budget: Budget): boolean {
  const program: Step[] = []
  new Reader(pattern).all()(program)
  program.push({ kind: 'done' })
  return run(program, Array.from(text), budget)
}

function run(program: readonly Step[], text: readonly string[], budget: Budget): boolean {
  let now: number[] = []
  for (let at = 0; at <= text.length; at++) {
    const reached = reach(program, [...now, 0], text, at, budget)
    if (reached === 'done') return true
    const character = text[at]
    if (character === undefined) return false
    now = []
    for (const k of reached) {
      const step = program[k]
      if (step?.kind === 'take' && step.test(character)) now.push(k + 1)
    }
  }
  return false
}

/** Where the threads stand that wait for a character, or that one of them is done. */
function reach(
  program: readonly Step[],
  from: readonly number[],
  text: readonly string[],
  at: number,
  budget: Budget,
): 'done' | ReadonlySet<number> {
  const seen = new Set<number>()
  const waiting = [...from]
  for (let k = waiting.pop(); k !== undefined; k = waiting.pop()) {
    if (seen.has(k)) continue
    budget.spend(4)
    seen.add(k)
    const step = program[k]
    if (step?.kind === 'done') return 'done'
    if (step?.kind === 'fork') waiting.push(...step.to)
    if (step?.kind === 'assert' && step.holds(text, at)) waiting.push(k + 1)
  }
  return seen
}

function add(program: Step[], step: Step): void {
  if (program.length >= mostSteps) throw new NoPattern()
  program.push(step)
}

function take(test: Test): Part {
  return program => add(program, { kind: 'take', test })
}

function assert(holds: Assertion): Part {
  return program => add(program, { kind: 'assert', holds })
}

function inOrder(parts: readonly Part[]): Part {
  return program => {
    for (const part of parts) part(program)
  }
}

function oneOf(options: readonly Part[]): Part {
  const [only] = options
  if (only && options.length === 1) return only
  return program => {
    const fork: Step = { kind: 'fork', to: [] }
    const exits: number[][] = []
    add(program, fork)
    for (const option of options) {
      fork.to.push(program.length)
      option(program)
      const exit: Step = { kind: 'fork', to: [] }
      add(program, exit)
      exits.push(exit.to)
    }
    for (const exit of exits) exit.push(program.length)
  }
}

function repeated(part: Part, least: number, most: number): Part {
  return program => {
    for (let k = 0; k < least; k++) part(program)
    if (most === Number.POSITIVE_INFINITY) return endless(part, program)
    const exits: number[][] = []
    for (let k = least; k < most; k++) {
      const fork: Step = { kind: 'fork', to: [program.length + 1] }
      add(program, fork)
      exits.push(fork.to)
      part(program)
    }
    for (const exit of exits) exit.push(program.length)
  }
}

function endless(part: Part, program: Step[]): void {
  const start = program.length
  const fork: Step = { kind: 'fork', to: [start + 1] }
  add(program, fork)
  part(program)
  add(program, { kind: 'fork', to: [start] })
  fork.to.push(program.length)
}

const digit: Test = c => /\p{Nd}/u.test(c)
const space: Test = c => /\s/u.test(c)
const word: Test = c => /[\p{L}\p{Nd}_]/u.test(c)
const not =
  (test: Test): Test =>
  c =>
    !test(c)

const classes: Readonly<Record<string, Test>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word),
}
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' }

const named: Readonly<Record<string, Test>> = {
  alpha: c => /\p{L}/u.test(c),
  upper: c => /\p{Lu}/u.test(c),
  lower: c => /\p{Ll}/u.test(c),
  digit,
  alnum: c => /[\p{L}\p{Nd}]/u.test(c),
  word,
  space,
  blank: c => c === ' ' || c === '\t',
  punct: c => /[\p{P}\p{S}]/u.test(c),
  xdigit: c => /^[0-9a-fA-F]$/.test(c),
  print: c => /[^\p{C}]/u.test(c),
  graph: c => /[^\p{C}\s]/u.test(c),
  cntrl: c => /\p{Cc}/u.test(c),
  ascii: c => c <= '\x7f',
}

const isBoundary: Assertion = (text, at) => isWord(text[at - 1]) !== isWord(text[at])

function isWord(character: string | undefined): boolean {
  return character !== undefined && word(character)
}

class Reader {
  readonly #text: readonly string[]
  #at = 0
  #depth = 0
  #anyCase = false

  constructor(pattern: string) {
    this.#text = Array.from(pattern)
  }

  all(): Part {
    const part = this.#options()
    if (this.#at < this.#text.length) throw new NoPattern()
    return part
  }

  #options(): Part {
    if (++this.#depth > deepest) throw new NoPattern()
    const options = [this.#sequence()]
    while (this.#skip('|')) options.push(this.#sequence())
    this.#depth -= 1
    return oneOf(options)
  }

  #sequence(): Part {
    const parts: Part[] = []
    for (let c = this.#text[this.#at]; c !== undefined && c !== '|' && c !== ')'; c = this.#text[this.#at])
      parts.push(this.#quantified(this.#atom()))
    return inOrder(parts)
  }

  #skip(character: string): boolean {
    const found = this.#text[this.#at] === character
    if (found) this.#at += 1
    return found
  }

  #next(): string {
    const character = this.#text[this.#at]
    if (character === undefined) throw new NoPattern()
    this.#at += 1
    return character
  }

  #quantified(part: Part): Part {
    const bounds = this.#bounds()
    if (!bounds) return part
    this.#skip('?')
    return repeated(part, bounds[0], bounds[1])
  }

  #bounds(): readonly [number, number] | null {
    if (this.#skip('*')) return [0, Number.POSITIVE_INFINITY]
    if (this.#skip('+')) return [1, Number.POSITIVE_INFINITY]
    if (this.#skip('?')) return [0, 1]
    if (!this.#skip('{')) return null
    const least = this.#number()
    const most = this.#skip(',') ? (this.#number() ?? Number.POSITIVE_INFINITY) : least
    if (!this.#skip('}') || most === undefined || most < (least ?? 0)) throw new NoPattern()
    return [least ?? 0, most]
  }

  #number(): number | undefined {
    let digits = ''
    while (/^\d$/.test(this.#text[this.#at] ?? '')) digits += this.#next()
    if (Number(digits) > mostSteps) throw new NoPattern()
    return digits === '' ? undefined : Number(digits)
  }

  #atom(): Part {
    const c = this.#next()
    if (c === '(') return this.#group()
    if (c === '[') return take(this.#set())
    if (c === '.') return take(x => x !== '\n')
    if (c === '^') return assert((_, at) => at === 0)
    if (c === '$') return assert((text, at) => at === text.length)
    if (c === '\\') return this.#escape()
    if ('*+?{'.includes(c)) throw new NoPattern()
    return take(this.#same(c))
  }

  #same(wanted: string): Test {
    if (!this.#anyCase) return c => c === wanted
    const low = wanted.toLowerCase()
    return c => c.toLowerCase() === low
  }

  #escape(): Part {
    const c = this.#next()
    if (c === 'b') return assert(isBoundary)
    if (c === 'B') return assert((text, at) => !isBoundary(text, at))
    if (/[0-9]/.test(c)) throw new NoPattern()
    const test = classes[c]
    return take(test ?? this.#same(controls[c] ?? c))
  }

  #group(): Part {
    const before = this.#anyCase
    if (this.#skip('?')) this.#flags()
    const part = this.#options()
    if (!this.#skip(')')) throw new NoPattern()
    this.#anyCase = before
    return part
  }

  #flags(): void {
    let on = true
    for (let c = this.#next(); c !== ':'; c = this.#next()) {
      if (c === '-') on = false
      else if (c === 'i') {
        this.#anyCase = on
        on = true
      } else throw new NoPattern()
    }
  }

  #set(): Test {
    const inverted = this.#skip('^')
    const tests: Test[] = []
    let first = true
    while (first || this.#text[this.#at] !== ']') {
      tests.push(this.#member())
      first = false
    }
    this.#at += 1
    const found: Test = c => tests.some(test => test(c))
    return inverted ? not(found) : found
  }

  #member(): Test {
    const c = this.#next()
    if (c === '[' && this.#text[this.#at] === ':') return this.#named()
    const low = c === '\\' ? this.#next() : c
    const test = c === '\\' ? classes[low] : undefined
    if (test) return test
    const from = c === '\\' ? (controls[low] ?? low) : low
    if (this.#text[this.#at] !== '-' || this.#text[this.#at + 1] === ']') return this.#same(from)
    this.#at += 1
    return this.#between(from, this.#end())
  }

  #end(): string {
    const c = this.#next()
    if (c !== '\\') return c
    const escaped = this.#next()
    return controls[escaped] ?? escaped
  }

  #between(low: string, high: string): Test {
    if (low > high) throw new NoPattern()
    const within: Test = c => c >= low && c <= high
    return this.#anyCase ? c => within(c.toLowerCase()) || within(c.toUpperCase()) : within
  }

  #named(): Test {
    this.#at += 1
    const inverted = this.#skip('^')
    let name = ''
    for (let c = this.#next(); c !== ':'; c = this.#next()) name += c
    const test = named[name]
    if (!test || !this.#skip(']')) throw new NoPattern()
    return inverted ? not(test) : test
  }
}
