import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { median } from '../support/measure.ts'

const starts = 15

/** How large the package is as a page gets it, and how long a program waits for it. */
export async function measurePackage(): Promise<{ minified: number; gzipped: number; loadMs: number }> {
  const { outputFiles } = await build({
    entryPoints: ['packages/maths/src/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const folder = mkdtempSync(join(tmpdir(), 'helder-maths-'))
  try {
    const file = join(folder, 'maths.mjs')
    writeFileSync(file, code)
    const loads = Array.from({ length: starts }, () => loadOnce(file))
    return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length, loadMs: median(loads) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// In a process of its own each time, since a program loads it once.
function loadOnce(file: string): number {
  const script = `const began = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - began)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
}
