import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { median } from '../support/measure.ts'

const starts = 15

/** A door of the package as a page gets it: how large it is, and how long a program waits for it. */
export interface Door {
  name: string
  minified: number
  gzipped: number
  loadMs: number
}

/** Measures each door of the package, and all of them together. */
export async function measureDoors(): Promise<Door[]> {
  const { exports }: { exports: Record<string, string> } = JSON.parse(
    readFileSync('packages/maths/package.json', 'utf8'),
  )
  const doors = Object.entries(exports).map(([name, file]) => ({
    name: name.replace('.', '@helder/maths'),
    files: [file],
  }))
  const all = { name: 'all of them together', files: Object.values(exports) }
  const measured: Door[] = []
  for (const { name, files } of [...doors, all]) measured.push({ name, ...(await measureDoor(files)) })
  return measured
}

async function measureDoor(files: string[]): Promise<Omit<Door, 'name'>> {
  const contents = files.map((file, k) => `export * as door${k} from ${JSON.stringify(file)}`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: resolve('packages/maths') },
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
