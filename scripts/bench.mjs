// `npm run bench -- pages`: runs a benchmark; its last line is JSON.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.mjs'
import { buildStale, installPackages, requireNode, say } from './prepare.mjs'

requireNode()
await installPackages()
const [name = '', ...args] = process.argv.slice(2)
const file = join(root, 'bench', `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(join(root, 'bench')).flatMap(entry => /^([a-z-]+)\.ts$/.exec(entry)?.[1] ?? [])
  console.error(`${say('Kies een meting', 'Choose a benchmark')}: ${names.join(', ')}`)
  process.exit(2)
}
await buildStale()
process.argv.splice(2, process.argv.length, file, ...args)
await import('./run.mjs')
