import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import type { Case } from './cases.ts'
import type { Judged } from './tally.ts'

const limitMs = 8000

/** Ways to ask Maxima whether a difference is zero. */
export const maximaWays = {
  'Maxima: ratsimp': 'is(ratsimp(d)=0)',
  'Maxima: five steps':
    'block([r:is(ratsimp(d)=0)], if r#true then r:is(radcan(d)=0), if r#true then r:is(trigsimp(trigexpand(d))=0), if r#true then r:is(ratsimp(demoivre(exponentialize(d)))=0), if r#true then r:is(fullratsimp(minfactorial(makefact(d)))=0), r)',
}

/** Asks one process of Maxima about all cases, one after the other. It is started anew when it does not answer in time. */
export async function judgeByMaxima(way: string, cases: Case[]): Promise<Judged[]> {
  const judged: Judged[] = []
  let maxima = await startMaxima()
  try {
    for (const asked of cases) {
      const question = `block([d:(${asked.student})-(${asked.teacher})], print("judged:", ${way}))$`
      const began = performance.now()
      const said = await maxima.ask(question)
      const ms = performance.now() - began
      const equal = said === null ? undefined : /judged: true/.test(said)
      const isSure = said !== null && /judged: (true|false)/.test(said)
      judged.push({
        asked,
        score: equal === undefined ? undefined : equal ? 1 : 0,
        reason: said === null ? 'stopped' : '',
        undecided: !isSure,
        ms,
      })
      if (said === null) maxima = await startMaxima()
    }
  } finally {
    maxima.end()
  }
  return judged
}

// The letters that mean constants to the authors of the cases, and the logarithm.
const settings = 'display2d:false$ pi:%pi$ e:%e$ i:%i$ ln(x):=log(x)$ '

async function startMaxima() {
  const child = spawn('maxima', ['--very-quiet'], { stdio: 'pipe' })
  const maxima = {
    ask: (question: string) => ask(child, question),
    end: () => child.kill('SIGKILL'),
  }
  await maxima.ask(settings)
  return maxima
}

// What it says until it says that it is done; null, and the end of it, where that takes too long.
function ask(child: ChildProcessWithoutNullStreams, question: string): Promise<string | null> {
  return new Promise(resolve => {
    let said = ''
    const done = (answer: string | null) => {
      clearTimeout(timer)
      child.stdout.off('data', listen)
      resolve(answer)
    }
    const listen = (data: Buffer) => {
      said += data
      if (said.includes('that is all')) done(said)
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      done(null)
    }, limitMs)
    child.stdout.on('data', listen)
    child.stdin.write(`${question}\nprint("that", "is", "all")$\n`)
  })
}
