import type { Expr } from '../tree.ts'
import { compile, type Meter, notDefined, type Work } from './evaluate.ts'
import { DrawError, type DrawProblem } from './problem.ts'
import { chanceOf } from './random.ts'
import { atLine, type Domain, type Line, type Name, readLines } from './read.ts'
import type { Value } from './value.ts'

/** How many variants there are: counted, or too many to go through and then estimated by trying at random. */
export type Count =
  | { readonly kind: 'exact'; readonly count: bigint }
  | { readonly kind: 'estimate'; readonly count: bigint; readonly atLeast: bigint }

/** A specification that can be drawn from. */
export interface Prepared {
  readonly ok: true
  /** The names, in the order in which they are given. */
  readonly variables: readonly string[]
  readonly count: Count
  /** For this folder. */
  readonly plan: Plan
}

/** What a specification came to. */
export type Preparation = Prepared | { readonly ok: false; readonly problem: DrawProblem }

/** The count of a part; where it is an estimate, with the tries within which a draw finds one but for a chance of 2^-50 or so. */
type Size =
  | Extract<Count, { kind: 'exact' }>
  | (Extract<Count, { kind: 'estimate' }> & { readonly tries: number })

/** How variants are found: parts that have no condition in common, so that each can be chosen by itself. */
export interface Plan {
  readonly slots: readonly Slot[]
  readonly parts: readonly Part[]
}

/** A variable with its place among the values. */
export interface Slot {
  readonly name: Name
  readonly decimal: boolean
}

/** Variables that conditions join, with what they must satisfy. */
export interface Part {
  readonly drawn: readonly { readonly slot: number; readonly domain: Domain }[]
  /** What is worked out and asked once the values of so many drawn variables are known. */
  readonly stages: readonly (readonly Rule[])[]
  /** How many combinations there are without conditions. */
  readonly combinations: bigint
  /** Every choice that is valid, one index for each drawn variable after the other; null where all are, or where they are too many to go through. */
  readonly found: readonly number[] | null
  readonly size: Size
}

/** A line that works out a variable, or asks something of them. */
export interface Rule {
  readonly line: number
  readonly text: string
  readonly needs: ReadonlySet<number>
  readonly work: Work
  /** Where the value goes; null for a condition. */
  readonly slot: number | null
  /** Whether it refuses no values. */
  readonly sure: boolean
}

/**
 * Reads a specification of variables and counts its variants. A line gives values (`a in -5..5`, `b, c in 1..10 step
 * 0.5`, `d in {2, 3, 5}`, `u in ["km", "m"]`), works out another (`e = a*b + 1`) or asks something (`gcd(a, b) = 1 and
 * a < b`, `isSquare(b^2 - 4*a*c)`). The work is limited by counting it, never by a clock, so that the same
 * specification gives the same variants everywhere.
 */
export function prepare(text: string): Preparation {
  try {
    const meter = { spent: 0, most: mostWork }
    const { slots, drawn, rules } = arrange(readLines(text), meter)
    if (drawn.length === 0) throw new DrawError('noVariables')
    if (slots.length > mostVariables) throw new DrawError('tooMany', { most: String(mostVariables) })
    const groups = join(drawn, rules)
    meter.most = Math.ceil(mostWork / groups.length)
    const parts = groups.map(([own, asked]) => settle(own, asked, meter))
    return {
      ok: true,
      variables: slots.map(({ name }) => name.typed),
      count: total(parts),
      plan: { slots, parts },
    }
  } catch (error) {
    if (error instanceof DrawError) return { ok: false, problem: error.problem }
    throw error
  }
}

/** The work that going through the choices of all parts may take: a second or so. */
const mostWork = 10_000_000
const mostVariables = 200
/** And so many variants are kept. */
const mostKept = 1_000_000
/** Tries at random, where there are too many to go through, and how many of them must be valid. */
const mostTries = 20_000
const fewestHits = 5

/** The work that was done, and how much of it each part may take. */
interface Allowance extends Meter {
  most: number
}

type Drawn = Part['drawn'][number]

function arrange(lines: readonly Line[], meter: Allowance): { slots: Slot[]; drawn: Drawn[]; rules: Rule[] } {
  const slots: Slot[] = []
  const drawn: Drawn[] = []
  const rules: Rule[] = []
  const place = (name: string) => {
    const found = slots.findIndex(slot => slot.name.symbol === name)
    return found < 0 ? undefined : found
  }
  const rule = ({ line, text }: Line, e: Expr, slot: number | null) => {
    const needs = new Set(namesIn(e).flatMap(name => place(name) ?? []))
    rules.push({
      line,
      text,
      needs,
      slot,
      sure: slot !== null && alwaysHasValue(e),
      work: atLine(line, () => compile(e, place, meter)),
    })
  }
  for (const line of lines) {
    if (line.kind === 'drawn')
      for (const name of line.names)
        drawn.push({ slot: slots.push({ name, decimal: line.decimal }) - 1, domain: line.domain })
    else if (line.kind === 'condition') rule(line, line.e, null)
    else {
      rule(line, line.e, slots.length)
      const decimal = line.decimal || [...(rules.at(-1)?.needs ?? [])].some(slot => slots[slot]?.decimal)
      slots.push({ name: line.name, decimal })
    }
  }
  return { slots, drawn, rules }
}

// Sums, products and powers with a small whole exponent have a value for whatever there is in them.
function alwaysHasValue(e: Expr): boolean {
  if (e.kind !== 'op') return true
  const [base, exponent] = e.args
  if (e.op === '^')
    return (
      base !== undefined && alwaysHasValue(base) && exponent?.kind === 'num' && /^[1-9]$/.test(exponent.text)
    )
  return ['+', '-', '*'].includes(e.op) && e.args.every(alwaysHasValue)
}

// Also names that are constants elsewhere: who calls a variable e or i means the variable.
function namesIn(e: Expr): string[] {
  if (e.kind === 'sym') return [e.name]
  return e.kind === 'op' ? e.args.flatMap(namesIn) : []
}

/** The drawn variables in groups that no rule joins, each with its rules; rules without variables come with the first. */
function join(drawn: readonly Drawn[], rules: readonly Rule[]): [Drawn[], Rule[]][] {
  const group = new Map<number, number>(drawn.map(({ slot }) => [slot, slot]))
  for (const { needs, slot } of rules) {
    const joined = new Set([...needs].map(one => group.get(one) ?? -1))
    const first = joined.size > 0 ? Math.min(...joined) : (drawn[0]?.slot ?? 0)
    for (const [one, of] of group) if (joined.has(of)) group.set(one, first)
    if (slot !== null) group.set(slot, first)
  }
  const firstGroup = drawn[0] === undefined ? 0 : group.get(drawn[0].slot)
  const groupOf = ({ needs, slot }: Rule) => group.get(slot ?? [...needs][0] ?? -1) ?? firstGroup
  return [...new Set(drawn.map(({ slot }) => group.get(slot)))].map(one => [
    drawn.filter(({ slot }) => group.get(slot) === one),
    rules.filter(rule => groupOf(rule) === one),
  ])
}

function settle(drawn: readonly Drawn[], rules: readonly Rule[], meter: Allowance): Part {
  const combinations = drawn.reduce((product, { domain }) => product * BigInt(domain.size), 1n)
  const stages = stagesOf(drawn, rules)
  const part = { drawn, stages, combinations }
  // Where nothing can be refused nothing needs to be gone through.
  if (rules.every(({ sure }) => sure))
    return { ...part, found: null, size: { kind: 'exact', count: combinations } }
  const found = enumerate(drawn, stages, meter)
  if (found === null) return { ...part, found, size: estimate(part, meter) }
  if (found.length === 0) throw culprit(drawn, rules, meter)
  return { ...part, found, size: { kind: 'exact', count: BigInt(found.length / drawn.length) } }
}

// Each rule as soon as all that it needs is known; the rules of one stage in the order in which they are written.
function stagesOf(drawn: readonly Drawn[], rules: readonly Rule[]): Rule[][] {
  const known = new Map(drawn.map(({ slot }, k) => [slot, k]))
  const stages: Rule[][] = drawn.map(() => [])
  for (const rule of rules) {
    const stage = Math.max(0, ...[...rule.needs].map(slot => known.get(slot) ?? 0))
    stages[stage]?.push(rule)
    if (rule.slot !== null) known.set(rule.slot, stage)
  }
  return stages
}

/** Whether the values satisfy the rules of a stage; what they work out is added to the values. */
export function passes(rules: readonly Rule[], values: Value[]): boolean {
  for (const { line, slot, work, text } of rules) {
    try {
      const value = work(values)
      if (slot !== null) values[slot] = value
      else if (value === false) return false
      else if (value !== true) throw new DrawError('notCondition', { text })
    } catch (error) {
      if (error === notDefined) return false
      if (error instanceof DrawError && error.problem.line === 0)
        throw new DrawError(error.problem.code, error.problem.data, line)
      throw error
    }
  }
  return true
}

/** Every valid choice, in the order of nested loops; null where that is more work, or more choices, than allowed. */
function enumerate(
  drawn: readonly Drawn[],
  stages: readonly (readonly Rule[])[],
  meter: Allowance,
  enough = mostKept,
): number[] | null {
  const until = meter.spent + meter.most
  const found: number[] = []
  const values: Value[] = []
  const chosen: number[] = []
  const visit = (depth: number): boolean => {
    const one = drawn[depth]
    if (one === undefined) {
      found.push(...chosen)
      return found.length < enough * drawn.length
    }
    const rules = stages[depth] ?? []
    for (let index = 0; index < one.domain.size; index++) {
      if (++meter.spent > until) return false
      values[one.slot] = one.domain.at(index)
      chosen[depth] = index
      if (passes(rules, values) && !visit(depth + 1)) return false
    }
    return true
  }
  return visit(0) || (enough === 1 && found.length > 0) ? found : null
}

/** Tries a choice at random, each as likely; null where it is not valid. */
export function tryChoice(
  drawn: readonly Drawn[],
  stages: readonly (readonly Rule[])[],
  below: (bound: bigint) => bigint,
): number[] | null {
  // All are chosen before any is judged, since a choice that ends early would make others more likely.
  const chosen = drawn.map(({ domain }) => Number(below(BigInt(domain.size))))
  const values: Value[] = []
  const isValid = drawn.every(({ slot, domain }, k) => {
    values[slot] = domain.at(chosen[k] ?? 0)
    return passes(stages[k] ?? [], values)
  })
  return isValid ? chosen : null
}

function estimate({ drawn, stages, combinations }: Omit<Part, 'found' | 'size'>, meter: Allowance): Size {
  const { below } = chanceOf('estimate')
  const until = meter.spent + meter.most
  const seen = new Set<string>()
  let hits = 0
  let tries = 0
  for (; tries < mostTries && meter.spent < until; tries++) {
    const chosen = tryChoice(drawn, stages, below)
    if (chosen === null) continue
    hits++
    seen.add(chosen.join())
  }
  if (hits < fewestHits) throw new DrawError('tooRare', { tries: String(tries) })
  const count = (combinations * BigInt(hits)) / BigInt(tries)
  return { kind: 'estimate', count, atLeast: BigInt(seen.size), tries: Math.ceil((40 * tries) / hits) }
}

function total(parts: readonly Part[]): Count {
  const count = parts.reduce((product, { size }) => product * size.count, 1n)
  if (parts.every(({ size }) => size.kind === 'exact')) return { kind: 'exact', count }
  const atLeast = parts.reduce(
    (product, { size }) => product * (size.kind === 'exact' ? size.count : size.atLeast),
    1n,
  )
  return { kind: 'estimate', count, atLeast }
}

// Rules are left out one by one as long as nothing is valid without them: what remains excludes everything, and each of
// it is needed for that. What works out a value that the others need can't be left out.
function culprit(drawn: readonly Drawn[], rules: readonly Rule[], meter: Allowance): DrawError {
  const isEmpty = (kept: readonly Rule[]) => enumerate(drawn, stagesOf(drawn, kept), meter, 1)?.length === 0
  const until = meter.spent + meter.most
  let kept = [...rules]
  for (const rule of [...rules].reverse()) {
    if (rule.slot !== null && kept.some(({ needs }) => needs.has(rule.slot ?? -1))) continue
    const fewer = kept.filter(one => one !== rule)
    if (meter.spent < until && isEmpty(fewer)) kept = fewer
  }
  const asked = kept.filter(({ slot }) => slot === null)
  const named = asked.length > 0 ? asked : kept
  const [first] = named
  if (named.length === 1 && first !== undefined)
    return new DrawError('none', { conditions: first.text }, first.line)
  const listed = (and: string) => named.map(({ text }) => `‘${text}’`).join(` ${and} `)
  return new DrawError(
    'noneTogether',
    { conditions_nl: listed('en'), conditions_en: listed('and') },
    named.at(-1)?.line ?? 0,
  )
}
