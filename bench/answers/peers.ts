import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import type { Case } from './cases.ts'
import type { PeerAnswer, PeerData, PeerQuestion } from './peer.ts'
import type { Judged } from './tally.ts'

const limitMs = 8000
const memoryMegabytes = 2000

// Later ones need Node 22.3.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const computeEngine = major > 22 || (major === 22 && minor >= 3) ? '0.140.0' : '0.27.0'

/** The libraries that are measured beside ours; Numbas' is not on the npm registry. */
export const peers: { library: PeerData['library']; version: string; notation: 'text' | 'latex' }[] = [
  { library: 'math-expressions', version: '1.8.1', notation: 'text' },
  { library: '@cortex-js/compute-engine', version: computeEngine, notation: 'latex' },
]

/** Installs the libraries in a folder of its own, once; null where that fails. Their scripts are not run. */
export function installPeers(): string | null {
  const wanted = peers.map(({ library, version }) => `${library}@${version}`)
  const folder = join(tmpdir(), `helder-bench-${wanted.join('-').replace(/[^\w.-]/g, '_')}`)
  if (existsSync(join(folder, 'installed'))) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['install', ...flags, ...wanted], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) return null
  writeFileSync(join(folder, 'installed'), '')
  return folder
}

/** Asks a library about all cases in a worker with limits, which is started anew when it goes beyond them. */
export async function judgeByPeer(
  folder: string,
  library: PeerData['library'],
  questions: { asked: Case; question: PeerQuestion | null }[],
): Promise<Judged[]> {
  const file = join(folder, 'peer.mjs')
  await build({
    entryPoints: ['bench/answers/peer.ts'],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const judged: Judged[] = []
  let worker = await startWorker(file, library)
  for (const { asked, question } of questions) {
    if (question === null) {
      judged.push({ asked, score: undefined, reason: 'not asked', undecided: true, ms: 0 })
      continue
    }
    const answer = await ask(worker, question)
    judged.push(judgement(asked, answer))
    if (answer === null) worker = await startWorker(file, library)
  }
  await worker.terminate()
  return judged
}

// Whoever can't tell does not accept.
function judgement(asked: Case, answer: PeerAnswer | null): Judged {
  if (answer === null) return { asked, score: undefined, reason: 'stopped', undecided: true, ms: limitMs }
  const { same, ms } = answer
  return { asked, score: same === true ? 1 : 0, reason: '', undecided: same === null, ms }
}

function startWorker(file: string, library: PeerData['library']): Promise<Worker> {
  const workerData: PeerData = { library }
  const worker = new Worker(file, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve, reject) => {
    worker.once('message', () => {
      worker.off('error', reject)
      resolve(worker)
    })
    worker.once('error', reject)
  })
}

function ask(worker: Worker, question: PeerQuestion): Promise<PeerAnswer | null> {
  return new Promise(resolve => {
    const end = (answer: PeerAnswer | null) => {
      clearTimeout(timer)
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      resolve(answer)
    }
    // An error that comes after its end is no concern of ours.
    const give = () => {
      end(null)
      worker.on('error', () => {})
      void worker.terminate()
    }
    const timer = setTimeout(give, limitMs)
    worker.once('message', end)
    worker.once('error', give)
    worker.once('exit', give)
    worker.postMessage(question)
  })
}
