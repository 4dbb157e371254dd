// Runs one of our TypeScript files on Node: `node scripts/run.mjs bench/pages.ts --rounds 3`.
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { nodeOptions, root } from './bundle.mjs'

const [file] = process.argv.splice(2, 1)
if (!file) {
  console.error('Which file? For example: node scripts/run.mjs bench/pages.ts')
  process.exit(2)
}
const outdir = join(root, 'build', 'run')
mkdirSync(outdir, { recursive: true })
await build({ ...nodeOptions([resolve(file)], outdir), outbase: resolve(file, '..') })
await import(pathToFileURL(join(outdir, `${basename(file).replace(/\.ts$/, '')}.mjs`)).href)
