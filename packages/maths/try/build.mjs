// Builds the pages to try the package with: `npm run try -w @helder/maths`. They run from the folder dist alone, also
// when they are opened as files, so everything is in them: scripts are no modules, fonts are in the styles.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('.', import.meta.url))
const outdir = join(folder, 'dist')
rmSync(outdir, { recursive: true, force: true })
mkdirSync(outdir)
await build({
  entryPoints: ['answers.ts', 'steps.ts', 'try.css'].map(name => join(folder, name)),
  outdir,
  bundle: true,
  minify: true,
  format: 'iife',
  charset: 'utf8',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
  loader: { '.woff2': 'dataurl' },
  legalComments: 'linked',
  logLevel: 'warning',
})
for (const page of ['index.html', 'steps.html']) copyFileSync(join(folder, page), join(outdir, page))
