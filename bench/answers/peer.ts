// Runs in a worker of its own: one library, asked case by case. It is bundled into the folder where the libraries are.
import { parentPort, workerData } from 'node:worker_threads'

/** What the worker is told at its start. */
export interface PeerData {
  library: 'math-expressions' | '@cortex-js/compute-engine'
}

/** A pair to compare, in the notation that the library reads best. */
export interface PeerQuestion {
  a: string
  b: string
  notation: 'text' | 'latex'
}

/** What the library said: whether they are the same, or that it can't tell. */
export interface PeerAnswer {
  same: boolean | null
  ms: number
}

interface MathExpression {
  equals(other: MathExpression): boolean
}

interface MathExpressions {
  fromText(text: string): MathExpression
  fromLatex(latex: string): MathExpression
}

interface Boxed {
  isValid: boolean
  isSame(other: Boxed): boolean
  isEqual(other: Boxed): boolean | undefined
  simplify(): Boxed
  is?(value: number): boolean
}

interface ComputeEngineModule {
  ComputeEngine: new () => { parse(latex: string): Boxed; box(expression: unknown[]): Boxed }
}

type Compare = (question: PeerQuestion) => boolean | null

async function loadMathExpressions(): Promise<Compare> {
  const name = 'math-expressions'
  const loaded: { default: MathExpressions & { default?: MathExpressions } } = await import(name)
  const library = loaded.default.default ?? loaded.default
  return ({ a, b, notation }) => {
    const read = (text: string) => (notation === 'latex' ? library.fromLatex(text) : library.fromText(text))
    return read(a).equals(read(b))
  }
}

async function loadComputeEngine(): Promise<Compare> {
  const name = '@cortex-js/compute-engine'
  const { ComputeEngine }: ComputeEngineModule = await import(name)
  const engine = new ComputeEngine()
  return ({ a, b }) => {
    const [left, right] = [engine.parse(a), engine.parse(b)]
    if (!left.isValid || !right.isValid) return null
    if (left.isSame(right)) return true
    const equal = left.isEqual(right)
    if (equal !== undefined) return equal
    return engine.box(['Subtract', left, right]).simplify().is?.(0) === true ? true : null
  }
}

const { library }: PeerData = workerData
const compare = await (library === 'math-expressions' ? loadMathExpressions() : loadComputeEngine())
parentPort?.on('message', (question: PeerQuestion) => {
  const began = performance.now()
  let same: boolean | null = null
  try {
    same = compare(question)
  } catch {
    // It can't read the question.
  }
  const answer: PeerAnswer = { same, ms: performance.now() - began }
  parentPort?.postMessage(answer)
})
parentPort?.postMessage('ready')
