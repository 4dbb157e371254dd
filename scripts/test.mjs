// `npm test`: everything. `npm test -- shop` runs the files whose path has that in it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildStale, installPackages, requireNode } from './prepare.mjs'

requireNode()
await installPackages()
await buildStale()
const { findChromium } = await import('./chromium.mjs')
const env = { ...process.env, HELDER_CHROMIUM: await findChromium() }
const child = spawn(join('node_modules', '.bin', 'vitest'), ['run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
})
child.on('close', code => process.exit(code ?? 1))
