import { type Expr, literal, op } from '../tree.ts'
import { type Part, type Prepared, passes, tryChoice } from './prepare.ts'
import { DrawError, type DrawProblem } from './problem.ts'
import { type Chance, chanceOf } from './random.ts'
import { fraction, isExact, treeOf, type Value } from './value.ts'

/** The value of each variable as a tree to fill in, by its name as it is typed. */
export type Values = ReadonlyMap<string, Expr>

/** A variant, or why there is none. */
export type Variant =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problem: DrawProblem }

/**
 * Draws a variant, each valid one as likely. The same specification, seed and number always give the same: a seed is
 * for one pupil and one question, say, and the number for the next try.
 */
export function draw(prepared: Prepared, seed: string, n = 0): Variant {
  const chance = chanceOf(seed, n)
  return described(prepared, part => choose(part, chance))
}

/** The variant of a number, from 0 below the count. Only where the variants are counted exactly. */
export function variant(prepared: Prepared, index: bigint | number): Variant {
  const { count } = prepared
  if (count.kind !== 'exact') return refused(new DrawError('notCounted'))
  const wanted = typeof index === 'bigint' ? index : Number.isSafeInteger(index) ? BigInt(index) : -1n
  if (wanted < 0n || wanted >= count.count)
    return refused(new DrawError('noIndex', { index: String(index), count: String(count.count) }))
  // The last part changes fastest.
  let left = wanted
  const choices = new Map<Part, readonly number[]>()
  for (const part of [...prepared.plan.parts].reverse()) {
    choices.set(part, choiceAt(part, left % part.size.count))
    left /= part.size.count
  }
  return described(prepared, part => choices.get(part) ?? [])
}

/** So many variants are chosen at once at most. */
const mostChosen = 100_000

/**
 * The numbers of so many different variants, or of all where there are no more, drawn from a seed: for a fixed set that
 * a class gets. At most 100,000; empty where the variants are not counted exactly.
 */
export function chooseVariants({ count }: Prepared, seed: string, howMany: number): bigint[] {
  if (count.kind !== 'exact') return []
  const chance = chanceOf(seed)
  const most = Math.max(0, Math.min(Math.floor(howMany), mostChosen))
  const wanted = count.count < BigInt(most) ? Number(count.count) : most
  // A shuffle that keeps only what has been moved.
  const moved = new Map<bigint, bigint>()
  return Array.from({ length: wanted }, (_, k) => {
    const here = BigInt(k)
    const there = here + chance.below(count.count - here)
    const drawn = moved.get(there) ?? there
    moved.set(there, moved.get(here) ?? here)
    return drawn
  })
}

function refused({ problem }: DrawError): Variant {
  return { ok: false, problem }
}

function described({ plan }: Prepared, choiceOf: (part: Part) => readonly number[]): Variant {
  const values: Value[] = []
  const asWritten = new Map<number, Expr>()
  try {
    for (const part of plan.parts) {
      const choice = choiceOf(part)
      part.drawn.forEach(({ slot, domain }, k) => {
        const index = choice[k] ?? 0
        values[slot] = domain.at(index)
        const own = domain.written?.(index)
        if (own !== undefined) asWritten.set(slot, own)
        passes(part.stages[k] ?? [], values)
      })
    }
  } catch (error) {
    if (error instanceof DrawError) return refused(error)
    throw error
  }
  const treeAt = (slot: number, decimal: boolean) =>
    asWritten.get(slot) ?? written(values[slot] ?? 0, decimal)
  return {
    ok: true,
    values: new Map(plan.slots.map(({ name, decimal }, k) => [name.typed, treeAt(k, decimal)])),
  }
}

function choose(part: Part, { below }: Chance): readonly number[] {
  const { drawn, stages, found, size } = part
  if (size.kind === 'exact')
    return found === null
      ? drawn.map(({ domain }) => Number(below(BigInt(domain.size))))
      : choiceAt(part, below(size.count))
  for (let tries = 0; tries < size.tries; tries++) {
    const chosen = tryChoice(drawn, stages, below)
    if (chosen !== null) return chosen
  }
  throw new DrawError('tooRare', { tries: String(size.tries) })
}

function choiceAt({ drawn, found }: Part, index: bigint): readonly number[] {
  if (found !== null) return found.slice(Number(index) * drawn.length, (Number(index) + 1) * drawn.length)
  let left = index
  const choice = [...drawn].reverse().map(({ domain }) => {
    const size = BigInt(domain.size)
    const chosen = Number(left % size)
    left /= size
    return chosen
  })
  return choice.reverse()
}

// What was given in decimals is written in decimals.
function written(value: Value, decimal: boolean): Expr {
  if (!decimal || !isExact(value)) return treeOf(value)
  const { n, d } = fraction(value)
  const places = placesOf(d)
  if (places === null || places === 0) return treeOf(value)
  const digits = ((n < 0n ? -n : n) * 10n ** BigInt(places)) / d
  const padded = digits.toString().padStart(places + 1, '0')
  const size = literal(`${padded.slice(0, -places)}.${padded.slice(-places)}`)
  return n < 0n ? op('-', size) : size
}

// How many decimals a fraction with this denominator needs; null where they do not end, or are many.
function placesOf(d: bigint): number | null {
  for (let places = 0; places <= 30; places++) if (10n ** BigInt(places) % d === 0n) return places
  return null
}
