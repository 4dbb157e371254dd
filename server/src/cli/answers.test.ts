import { describe, expect, it } from 'vitest'
import { type AnswerLine, answerAll, answerLine } from './answers.ts'

const question = { test: 'AlgEquiv', options: '', student: '2*(t+3)', teacher: '6+2*t' }

async function answersTo(...chunks: string[]): Promise<AnswerLine[]> {
  const found: AnswerLine[] = []
  for await (const line of answerAll(chunksOf(chunks))) {
    expect(line.endsWith('\n')).toBe(true)
    found.push(JSON.parse(line))
  }
  return found
}

async function* chunksOf(chunks: string[]) {
  yield* chunks
}

describe('one line', () => {
  it('gives id, score, reason and time, and nothing else', () => {
    const answer = answerLine(JSON.stringify({ id: 'q1', ...question }))
    expect(Object.keys(answer)).toEqual(['id', 'score', 'reason', 'ms'])
    expect(answer).toMatchObject({ id: 'q1', score: 1 })
    expect(answer.reason).toMatch(/^\w+(\.\w+)*$/)
    expect(answer.ms).toBeGreaterThanOrEqual(0)
  })

  it('is wrong for a wrong answer, and refused for what can not be read', () => {
    expect(answerLine(JSON.stringify({ ...question, student: '2*t+3' })).score).toBe(0)
    expect(answerLine(JSON.stringify({ ...question, student: '2*(t+3' })).score).toBe(-1)
    expect(answerLine(JSON.stringify({ ...question, teacher: '' })).score).toBe(-1)
    expect(answerLine(JSON.stringify({ ...question, test: 'NoSuchTest' })).score).toBe(-1)
  })

  it('is Maxima unless the question says otherwise', () => {
    const latex = { ...question, student: '2\\left(t+3\\right)' }
    expect(answerLine(JSON.stringify(latex)).score).toBe(-1)
    expect(answerLine(JSON.stringify({ ...latex, teacher: '6+2t', syntax: 'latex' })).score).toBe(1)
    const typed = { ...question, student: '2(t + 3)', teacher: '6 + 2t', syntax: 'text' }
    expect(answerLine(JSON.stringify(typed)).score).toBe(1)
  })

  it('keeps the id of a question that lacks something, whatever it is', () => {
    const { student: _, ...lacking } = question
    expect(answerLine(JSON.stringify({ id: 7, ...lacking }))).toMatchObject({ id: 7, score: -1 })
    expect(answerLine(JSON.stringify({ id: 'x', ...question, syntax: 'roman' })).reason).toBe('line.noSyntax')
    expect(answerLine(JSON.stringify({ id: 'x', ...question, options: 3 })).reason).toBe('line.noOptions')
  })

  it.each(['', '{', 'null', '[1]', '"text"', '1', '['.repeat(200_000)])(
    'refuses what is no object: %.20s',
    line => {
      expect(answerLine(line)).toEqual({ id: null, score: -1, reason: 'line.noObject', ms: 0 })
    },
  )
})

describe('many lines', () => {
  const line = (id: unknown) => JSON.stringify({ id, ...question })

  it('are answered in order, also behind a line that is broken, and without a last line feed', async () => {
    const found = await answersTo(`${line(1)}\n{"id":2,\n\n${line(3)}\r\n`, line(4))
    expect(found.map(({ id, score }) => [id, score])).toEqual([
      [1, 1],
      [null, -1],
      [3, 1],
      [4, 1],
    ])
  })

  it('may come in any pieces', async () => {
    const whole = `${line('a')}\n${line('b')}\n`
    const found = await answersTo(...whole)
    expect(found.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('may hold characters that end a line elsewhere', async () => {
    const [answer] = await answersTo(`${line('one\u2028two\u0085')}\n`)
    expect(answer?.id).toBe('one\u2028two\u0085')
  })

  it('do not stop at a line without an end', async () => {
    const long = 'x'.repeat(1_000_000)
    const found = await answersTo(long, long, long, long, long, `\n${line('after')}\n`)
    expect(found.map(({ id, reason }) => [id, reason === 'line.tooLong'])).toEqual([
      [null, true],
      ['after', false],
    ])
  })

  it('are answered before the next is asked', async () => {
    const answers = answerAll(askedOneByOne())
    const asked: unknown[] = []
    async function* askedOneByOne() {
      for (const id of ['first', 'second']) {
        asked.push(id)
        yield `${line(id)}\n`
      }
    }
    await answers.next()
    expect(asked).toEqual(['first'])
  })
})
