import { describe, expect, it } from 'vitest'
import { mistakes } from './mistakes.ts'
import { mistakesTable } from './mistakes-table.test-support.ts'
import { formula } from './notation.ts'
import { recognise } from './recognise.ts'
import { rules } from './rules/index.ts'
import { patient } from './steps.test-support.ts'
import { type Task, unknownsOf } from './task.ts'

function found(before: string, after: string): string[] {
  const [a, b] = [formula(before), formula(after)]
  const task: Task = { kind: a.kind === 'op' && a.op === 'and' ? 'system' : 'equation' }
  return recognise(a, b, unknownsOf(task, [a]), patient()).map(r => r.mistake.name)
}

describe('mistakes', () => {
  it('are at least sixty, each with a name of its own and texts in both languages', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(60)
    expect(mistakes.length).toBe(rules.length)
    expect(new Set(mistakes.map(m => m.name)).size).toBe(mistakes.length)
    for (const m of mistakes) expect(Math.min(m.nl.length, m.en.length)).toBeGreaterThan(20)
  })

  it.each(mistakes.map(m => [m.name, m] as const))('%s is recognised in its example', (name, m) => {
    expect(found(...m.example)).toContain(name)
  })

  it.each(mistakes.map(m => [m.name, m] as const))('%s is not seen in its near miss', (name, m) => {
    expect(found(...m.nearMiss)).not.toContain(name)
  })
})

it('the table in the documentation is what the rules say', async () => {
  await expect(mistakesTable()).toMatchFileSnapshot('../../docs/mistakes.md')
})
