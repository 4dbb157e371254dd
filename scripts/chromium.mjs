// Finds a Chromium for the journeys: one on the machine, else Debian's, else one from the npm registry.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildFolder, hasProgram, say } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium, installed first where there is none. */
export async function findChromium() {
  const given = process.env.HELDER_CHROMIUM
  if (given && existsSync(given)) return given
  const found = onMachine()
  if (found) return found
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    console.log(say('Chromium installeren …', 'Installing Chromium …'))
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = onMachine()
    if (installed) return installed
  }
  return fromRegistry()
}

function onMachine() {
  const name = names.find(hasProgram)
  return name && execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
}

// 66 MB that few machines need, so no dependency of the project.
async function fromRegistry() {
  const folder = join(buildFolder(), 'chromium')
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/index.js')
  if (!existsSync(entry)) {
    console.log(say('Chromium ophalen …', 'Fetching Chromium …'))
    const args = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
      '@sparticuz/chromium@147.0.0',
    ]
    const result = spawnSync('npm', args, { stdio: 'inherit' })
    if (result.status !== 0)
      throw new Error(say('Er is geen Chromium te krijgen.', 'There is no Chromium to be had.'))
  }
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const { default: chromium } = await import(pathToFileURL(entry).href)
  return chromium.executablePath()
}
