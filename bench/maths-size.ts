// `npm run bench -- maths-size`: how large each door of the checker is, how long a program waits for it, and which
// folders make the first so large.
import { build } from 'esbuild'
import { measureDoors } from './answers/package.ts'
import { markdownTable } from './answers/tally.ts'

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

/** The bytes that each folder has in the first door. */
async function folders(): Promise<Map<string, number>> {
  const { metafile } = await build({
    entryPoints: ['packages/maths/src/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    metafile: true,
  })
  const found = new Map<string, number>()
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = file.replace('packages/maths/src/', '').split('/')[0] ?? file
      found.set(folder, (found.get(folder) ?? 0) + bytesInOutput)
    }
  return found
}

const doors = await measureDoors()
console.log(
  markdownTable(
    ['door', 'minified kB', 'gzipped kB', 'loads in ms'],
    doors.map(({ name, minified, gzipped, loadMs }) => [
      name,
      kilobytes(minified),
      kilobytes(gzipped),
      loadMs.toFixed(1),
    ]),
  ),
)
console.log(
  markdownTable(
    ['folder', 'minified kB'],
    [...(await folders())].sort((a, b) => b[1] - a[1]).map(([name, bytes]) => [name, kilobytes(bytes)]),
  ),
)
