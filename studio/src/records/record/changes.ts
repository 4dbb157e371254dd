import { type Field, isEmpty, isObject, type Values } from '@helder/fields'

/** What is different in one field, in one language where it is localised. */
export interface Change {
  field: Field
  language: string | null
  before: unknown
  after: unknown
}

/** What is different between two versions of an item. */
export function changesBetween(fields: readonly Field[], before: Values, after: Values): Change[] {
  return fields.flatMap((field): Change[] => {
    const [old, now] = [before[field.key], after[field.key]]
    if (!field.localized) return isSame(old, now) ? [] : [{ field, language: null, before: old, after: now }]
    const [oldWords, nowWords] = [isObject(old) ? old : {}, isObject(now) ? now : {}]
    return [...new Set([...Object.keys(oldWords), ...Object.keys(nowWords)])]
      .filter(language => !isSame(oldWords[language], nowWords[language]))
      .map(language => ({ field, language, before: oldWords[language], after: nowWords[language] }))
  })
}

function isSame(a: unknown, b: unknown): boolean {
  if (isEmpty(a) && isEmpty(b)) return true
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

// The database keeps the keys of a document in an order of its own.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}

/** Words that stayed, went or came. */
export interface Words {
  kind: 'same' | 'gone' | 'new'
  text: string
}

// The comparison takes as many steps as the words of both times each other.
const mostSteps = 1_000_000

/** Two texts as one, with the words that went and those that came. */
export function wordsBetween(before: string, after: string): Words[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.length * now.length > mostSteps) {
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  }
  const common = commonLengths(old, now)
  const words: Words[] = []
  let [a, b] = [0, 0]
  while (a < old.length || b < now.length) {
    const [gone, came] = [old[a], now[b]]
    if (gone !== undefined && gone === came) {
      words.push({ kind: 'same', text: gone })
      a++
      b++
    } else if (
      came === undefined ||
      (gone !== undefined && lengthAt(common, a + 1, b) >= lengthAt(common, a, b + 1))
    ) {
      words.push({ kind: 'gone', text: gone ?? '' })
      a++
    } else {
      words.push({ kind: 'new', text: came })
      b++
    }
  }
  return joined(words)
}

// A word with the space behind it, so that words of one kind join to running text.
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

function lengthAt(common: number[][], a: number, b: number): number {
  return common[a]?.[b] ?? 0
}

// How many words two texts have in common from each place on: the longest common subsequence.
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let a = old.length - 1; a >= 0; a--) {
    const row = table[a]
    for (let b = now.length - 1; b >= 0 && row; b--) {
      row[b] =
        old[a] === now[b]
          ? lengthAt(table, a + 1, b + 1) + 1
          : Math.max(lengthAt(table, a + 1, b), lengthAt(table, a, b + 1))
    }
  }
  return table
}

function joined(words: readonly Words[]): Words[] {
  const runs: Words[] = []
  for (const { kind, text } of words) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') runs.push({ kind, text })
  }
  return runs
}
