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
  },
  async sandbox() {
    rmSync(join(root, 'build/sandbox'), { recursive: true, force: true })
    const entries = [join(root, 'sandbox/src/main.ts')]
    await build({ ...nodeOptions(entries, join(root, 'build/sandbox')), outbase: join(root, 'sandbox/src') })
  },
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)
for (const name of names) {
  if (!makers[name]) continue
  // Taken before the work: what changes meanwhile makes the result stale again.
  const print = fingerprint(steps[name].sources)
  await makers[name]()
  markFresh(name, print)
}
