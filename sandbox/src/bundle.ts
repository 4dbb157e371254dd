import { posix } from 'node:path'
import type { TemplateProblem } from '@helder/liquid'
import { type Text, text } from '@helder/words'
import {
  build,
  type Loader,
  type Message,
  type Metafile,
  type OnResolveArgs,
  type OnResolveResult,
  type Plugin,
  transform,
} from 'esbuild'
import type { BundleOrder, MadeBundle } from './protocol.ts'
import type { Server } from './server.ts'

const loaders: Record<string, Loader> = {
  '.ts': 'ts',
  '.tsx': 'tsx',
  '.js': 'js',
  '.mjs': 'js',
  '.jsx': 'jsx',
  '.css': 'css',
  '.json': 'json',
  '.txt': 'text',
}

const target = ['es2022', 'chrome109', 'firefox115', 'safari16.4']

/** Bundles every entry point of a site, from the site's own files and nothing else. */
export async function makeBundle(order: BundleOrder, server: Server): Promise<MadeBundle> {
  const entryPoints = Object.keys(order.files).filter(isEntryPoint).sort()
  if (entryPoints.length === 0) return { outputs: [], problems: [] }
  try {
    const result = await build({
      entryPoints,
      plugins: [siteFiles(order, server)],
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      write: false,
      metafile: true,
      outdir: '/assets',
      publicPath: '/assets',
      entryNames: '[name].[hash]',
      chunkNames: 'part.[hash]',
      charset: 'utf8',
      target,
      // Nothing on this machine has a say in how a site is built.
      absWorkingDir: '/',
      tsconfigRaw: '{}',
      logLevel: 'silent',
    })
    const sources = new Map(Object.entries(result.metafile.outputs).flatMap(entriesOf))
    const outputs = result.outputFiles.map(file => ({
      address: file.path,
      source: sources.get(file.path) ?? null,
      text: file.text,
    }))
    return { outputs, problems: [] }
  } catch (error) {
    return { outputs: [], problems: problemsIn(error) }
  }
}

// A script that imports styles has a sheet beside it, under the name that the script would have as a style.
function entriesOf([path, output]: [string, Metafile['outputs'][string]]): [string, string][] {
  const source = output.entryPoint?.replace(/^site:/, '')
  if (source === undefined) return []
  const own: [string, string] = [`/${path}`, source]
  return output.cssBundle === undefined
    ? [own]
    : [own, [`/${output.cssBundle}`, source.replace(/\.[^.]+$/, '.css')]]
}

/** What is wrong with a script or style by itself. */
export async function checkSource(path: string, source: string): Promise<TemplateProblem[]> {
  const loader = loaders[posix.extname(path)]
  if (loader === undefined) return []
  try {
    await transform(source, { loader, sourcefile: path, tsconfigRaw: '{}', logLevel: 'silent', target })
    return []
  } catch (error) {
    return problemsIn(error).map(problem => ({ ...problem, path }))
  }
}

/** Whether a file, by its path below `assets/`, is one that a page can ask for after bundling. */
function isEntryPoint(path: string): boolean {
  return /^[^/]+\.(tsx?|m?js|jsx|css)$/.test(path) && !path.endsWith('.d.ts')
}

function siteFiles({ files, addresses }: BundleOrder, server: Server): Plugin {
  return {
    name: 'site',
    setup(build) {
      build.onResolve({ filter: /.*/ }, args => resolve(args, files, addresses))
      build.onLoad({ filter: /.*/, namespace: 'site' }, async ({ path }) => ({
        contents: await server.source(files[path] ?? ''),
        loader: path.endsWith('.module.css') ? 'local-css' : (loaders[posix.extname(path)] ?? 'text'),
      }))
      build.onLoad({ filter: /.*/, namespace: 'address' }, ({ path }) => ({
        contents: `export default ${JSON.stringify(addresses[path])}`,
        loader: 'js',
      }))
      // Whatever the resolver might let through: the disk of this machine has nothing for a site.
      build.onLoad({ filter: /.*/ }, ({ path }) => ({ errors: [complaint(notOfThisSite(path))] }))
    },
  }
}

function resolve(
  args: OnResolveArgs,
  files: Record<string, string>,
  addresses: Record<string, string>,
): OnResolveResult {
  const { path: asked, kind } = args
  if (kind === 'entry-point') return { path: asked, namespace: 'site' }
  const inStyle = kind === 'url-token' || kind === 'import-rule'
  // What a style names elsewhere, or within the page, is the browser's to fetch.
  if (inStyle && /^(https?:|data:|#)/i.test(asked)) return { path: asked, external: true }
  const wanted = placeOf(asked, args.importer, inStyle)
  const path = wanted && withExtension(wanted, files)
  if (path === undefined)
    return { errors: [complaint(isOutside(asked) ? notOfThisSite(asked) : notFound(asked))] }
  if (kind === 'url-token') {
    const address = addresses[path]
    return address === undefined
      ? { errors: [complaint(notFound(asked))] }
      : { path: address, external: true }
  }
  const isCode = loaders[posix.extname(path)] !== undefined
  return { path, namespace: isCode ? 'site' : 'address' }
}

function isOutside(asked: string): boolean {
  return !/^\.{0,2}\//.test(asked)
}

// A path below assets/; undefined for what is no file of the site, or climbs out of the folder.
function placeOf(asked: string, importer: string, inStyle: boolean): string | undefined {
  const path = asked.replace(/[?#].*$/, '')
  if (path.startsWith('/assets/')) return path.slice('/assets/'.length)
  if (path.startsWith('/')) return undefined
  // In a style `url(photo.jpg)` is a file beside it; in a script `photo.jpg` would be a package.
  if (!inStyle && !/^\.{1,2}\//.test(path)) return undefined
  const joined = posix.join(posix.dirname(importer), path)
  return joined.startsWith('..') || joined.startsWith('/') ? undefined : joined
}

function withExtension(path: string, files: Record<string, string>): string | undefined {
  const candidates = [
    path,
    ...['.ts', '.tsx', '.js', '.jsx', '.mjs', '.css', '.json'].map(extension => path + extension),
    // TypeScript is imported under the name that it will have.
    path.replace(/\.js$/, '.ts'),
    `${path}/index.ts`,
    `${path}/index.js`,
  ]
  return candidates.find(candidate => Object.hasOwn(files, candidate))
}

function complaint(message: Text): { text: string; detail: Text } {
  return { text: message.en, detail: message }
}

function notFound(asked: string): Text {
  return text(`Er is geen bestand '${asked}' in assets/.`, `There is no file '${asked}' in assets/.`)
}

function notOfThisSite(asked: string): Text {
  return text(
    `'${asked}' is geen bestand van deze site. Zet wat je nodig hebt in assets/ en verwijs ernaar met ./ ervoor.`,
    `'${asked}' is no file of this site. Put what you need in assets/ and refer to it with ./ in front.`,
  )
}

function problemsIn(error: unknown): TemplateProblem[] {
  const { errors } = error as { errors?: Message[] }
  if (!Array.isArray(errors)) {
    // esbuild met the limit on memory and is gone; this process follows, and the pool starts another.
    if (error instanceof Error && /service (was stopped|is no longer running)/.test(error.message))
      process.exit(1)
    throw error
  }
  // One mistake can make a hundred messages.
  return errors.slice(0, 20).map(({ text: said, detail, location }) => ({
    path: location ? `assets/${location.file.replace(/^site:/, '')}` : 'assets/',
    line: location?.line ?? 1,
    column: (location?.column ?? 0) + 1,
    message: isText(detail)
      ? detail
      : text(`Dit kan niet gebouwd worden: ${said}`, `This can not be built: ${said}`),
  }))
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value
}
