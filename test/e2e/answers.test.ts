import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { projectFolder } from '../../server/src/core/config.ts'

const program = join(projectFolder, 'build/server/main.mjs')

// With nothing set: no data folder, no database, no home.
function startAnswers() {
  return spawn(process.execPath, [program, 'answers'], {
    env: { PATH: process.env.PATH },
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

const question = (id: number, student: string) =>
  `${JSON.stringify({ id, test: 'AlgEquiv', options: '', student, teacher: 'p*(q+1)' })}\n`

it('answers each question before the next is asked, with no data folder or database', async () => {
  const helder = startAnswers()
  const answers = createInterface({ input: helder.stdout })[Symbol.asyncIterator]()
  const ask = async (line: string) => {
    helder.stdin.write(line)
    return JSON.parse((await answers.next()).value)
  }
  expect(await ask(question(1, 'p+p*q'))).toMatchObject({ id: 1, score: 1 })
  expect(await ask('what is this\n')).toMatchObject({ id: null, score: -1 })
  expect(await ask(question(2, 'p+q'))).toMatchObject({ id: 2, score: 0 })
  helder.stdin.end()
  const [code] = await once(helder, 'exit')
  expect(code).toBe(0)
})

it('answers thousands in order', async () => {
  const helder = startAnswers()
  const output: Buffer[] = []
  helder.stdout.on('data', data => output.push(data))
  const count = 5000
  helder.stdin.end(Array.from({ length: count }, (_, n) => question(n, `p*q+p+${n}-${n}`)).join(''))
  await once(helder, 'close')
  const ids = Buffer.concat(output)
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(ids.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, n) => n))
  expect(ids.every(({ score }) => score === 1)).toBe(true)
})

it('ends in peace when nobody reads on', async () => {
  const helder = startAnswers()
  helder.stdin.on('error', () => {})
  helder.stdin.write(question(1, 'p'))
  await once(helder.stdout, 'data')
  helder.stdout.destroy()
  const writing = setInterval(() => helder.stdin.write(question(2, 'p')), 5)
  const [code] = await once(helder, 'exit')
  clearInterval(writing)
  expect(code).toBe(0)
})
