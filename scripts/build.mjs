// Builds: `node scripts/build.mjs [server] [sandbox] [visitor] [studio]`; without names, everything.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { fingerprint, markFresh, nodeOptions, root } from './bundle.mjs'
import { steps } from './steps.mjs'

const makers = {
  async server() {
    rmSync(join(root, 'build/server'), { recursive: true, force: true })
    const entries = [join(root, 'server/src/main.ts')]
    await build({ ...nodeOptions(entries, join(root, 'build/server')), outbase: join(root, 'server/src') })
    // PostgreSQL starts this one for every piece of its log, so it comes in one file and with nothing else.
    const archiver = nodeOptions(
      [join(root, 'server/src/core/data/archive-wal.ts')],
      join(root, 'build/server'),
    )
    await build({ ...archiver, splitting: false })
  },
  async sandbox() {
    rmSync(join(root, 'build/sandbox'), { recursive: true, force: true })
    const entries = [join(root, 'sandbox/src/main.ts')]
    await build({ ...nodeOptions(entries, join(root, 'build/sandbox')), outbase: join(root, 'sandbox/src') })
  },
  async visitor() {
    rmSync(join(root, 'build/visitor'), { recursive: true, force: true })
    await build({
      entryPoints: elements.map(name => join(root, `visitor/src/${name}.ts`)),
      outdir: join(root, 'build/visitor'),
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      // An element keeps its name for ever, and what elements share has a mark of its content in its name.
      entryNames: '[name]',
      chunkNames: 'part.[hash]',
      charset: 'utf8',
      target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
      absWorkingDir: root,
      logLevel: 'warning',
    })
  },
  async studio() {
    const [vite, { studioConfig }] = await Promise.all([import('vite'), import('./studio.mjs')])
    await vite.build(studioConfig())
  },
}

/** The elements that pages of sites load by name. */
const elements = ['account', 'form', 'link', 'preview', 'privacy', 'request']

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)
for (const name of names) {
  if (!makers[name]) continue
  // Taken before the work: what changes meanwhile makes the result stale again.
  const print = fingerprint(steps[name].sources)
  await makers[name]()
  markFresh(name, print)
}
