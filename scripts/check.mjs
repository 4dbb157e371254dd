// `npm run check`: format, lint, types, import rules, unused code. Everything that tools can refuse.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, requireNode, say } from './prepare.mjs'

requireNode()
await installPackages()
const bin = name => join('node_modules', '.bin', name)
const checks = [
  [say('opmaak en lint', 'format and lint'), bin('biome'), ['ci', '.']],
  [say('types van de server', 'types of the server'), bin('tsc'), ['-p', 'tsconfig.json']],
  [say('types van de browser', 'types of the browser'), bin('tsc'), ['-p', 'tsconfig.browser.json']],
  [say('importregels', 'import rules'), process.execPath, ['scripts/run.mjs', 'scripts/imports.ts']],
  [say('ongebruikte code', 'unused code'), bin('knip'), ['--no-progress']],
]

let failed = false
for (const [label, command, args] of checks) {
  const began = Date.now()
  const { code, output } = await run(command, args)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${label} (${seconds} s)`)
  if (code !== 0) {
    console.log(output.trimEnd())
    failed = true
  }
}
process.exit(failed ? 1 : 0)

function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.on('error', error => resolve({ code: 127, output: String(error) }))
    child.on('close', code => resolve({ code, output }))
  })
}
