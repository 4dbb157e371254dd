// Makes a checkout ready to run: what is missing is installed, what is stale is built. No dependencies of its own.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dutch = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').startsWith('nl')

/** Says a sentence in the language of the terminal. */
export const say = (nl, en) => (dutch ? nl : en)

/** Refuses a Node that is too old, with a sentence. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    say(
      `Helder heeft Node 20.19 of nieuwer nodig; dit is ${process.versions.node}. Installeer een nieuwere van https://nodejs.org.`,
      `Helder needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
    ),
  )
  process.exit(1)
}

/** Installs the packages, unless they are there for this lock file and this Node. */
export async function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(process.versions.modules).digest('hex')
  const mark = join(root, 'node_modules', '.helder-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  // `npm ci` of npm 11 refuses a lock file that lacks packages for other platforms which a registry does not have.
  await withProgress(say('Pakketten installeren', 'Installing packages'), 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  writeFileSync(mark, wanted)
}

/** Builds what has changed since it was last built: all of it, or the steps that are named. */
export async function buildStale(wanted) {
  const { fingerprint, isFresh } = await import(pathToFileURL(join(root, 'scripts/bundle.mjs')).href)
  const { steps } = await import(pathToFileURL(join(root, 'scripts/steps.mjs')).href)
  const stale = Object.entries(steps).filter(
    ([step, { sources }]) => (!wanted || wanted.includes(step)) && !isFresh(step, fingerprint(sources)),
  )
  if (stale.length === 0) return
  const names = stale.map(([step]) => step)
  await withProgress(`${say('Bouwen', 'Building')}: ${names.join(', ')}`, process.execPath, [
    join(root, 'scripts/build.mjs'),
    ...names,
  ])
}

// On a screen a line that counts the seconds; in a log one line when it begins, apart from what a command gives.
async function withProgress(label, command, args) {
  const began = Date.now()
  const screen = process.stdout.isTTY
  const seconds = () => Math.round((Date.now() - began) / 1000)
  if (!screen) console.error(`${label} …`)
  const timer = screen
    ? setInterval(() => process.stdout.write(`\r${label} … ${seconds()} s `), 500)
    : undefined
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', data => (output += data))
  child.stderr.on('data', data => (output += data))
  const code = await new Promise(resolve => child.on('close', resolve).on('error', () => resolve(127)))
  clearInterval(timer)
  if (screen) process.stdout.write(`\r${label} … ${seconds()} s\n`)
  if (code === 0) return
  console.error(output.trimEnd())
  console.error(
    say(
      `${label} is niet gelukt. Hierboven staat waarom; daarna kan hetzelfde commando opnieuw.`,
      `${label} failed. The reason is above; after that the same command can be run again.`,
    ),
  )
  process.exit(1)
}

/** Whether a program is on this machine. */
export function hasProgram(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}

/** Makes the folder for what is built. */
export function buildFolder() {
  mkdirSync(join(root, 'build'), { recursive: true })
  return join(root, 'build')
}
