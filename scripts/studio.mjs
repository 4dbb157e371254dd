// How Vite makes the studio: one place, for the build and for `npm run dev`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { root } from './bundle.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The configuration of Vite; with `catalogue` the page that shows each part of the kit comes along. */
export function studioConfig({ catalogue = false, ...more } = {}) {
  return {
    root: join(root, 'studio'),
    configFile: false,
    logLevel: 'warn',
    plugins: [addressesOnly(), react(), fontsFirst()],
    define: {
      __HELDER_VERSION__: JSON.stringify(version),
      'import.meta.env.HELDER_CATALOGUE': JSON.stringify(catalogue),
    },
    build: {
      outDir: join(root, 'build/studio'),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      // Every browser that can run the studio preloads modules by itself.
      modulePreload: { polyfill: false },
      // The policy of the studio allows fonts and pictures as data, but files of their own are kept by the browser.
      assetsInlineLimit: 0,
      // The styles of Mantine lean on their order, which parts that are loaded apart would not keep.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'mantine', test: /@mantine\/core\/styles\// }] } },
      },
    },
    ...more,
  }
}

const inert = 'virtual:inert'

/**
 * Of a schema on the server the studio uses addresses and types; what checks values stays on the server. In their
 * place stands something that takes every call and does nothing, which leaves Zod out of the first load (27 kB of
 * 219, gzipped). Whoever wants to check a value in the browser does so with rules, and is told here.
 */
function addressesOnly() {
  const kept = /^@helder\/(client|words)$|\/schema(\.ts)?$/
  return {
    name: 'addresses-only',
    enforce: 'pre',
    resolveId: id => (id === inert ? `\0${inert}` : null),
    load: id => (id === `\0${inert}` ? inertModule : null),
    transform: {
      filter: { id: /\/server\/src\/.*\/schema\.ts$/ },
      handler(code) {
        let changed = code
        const imports = this.parse(code, { lang: 'ts' }).body.filter(
          node => node.type === 'ImportDeclaration',
        )
        for (const node of imports.toReversed()) {
          if (node.importKind === 'type' || kept.test(node.source.value)) continue
          const names = node.specifiers.filter(one => one.importKind !== 'type').map(one => one.local.name)
          const stand = names.map(name => `const ${name} = __inert`).join('\n')
          changed = changed.slice(0, node.start) + stand + changed.slice(node.end)
        }
        return { code: `import __inert from '${inert}'\n${changed}`, map: null }
      },
    },
  }
}

const inertModule = `
const checks = /^(parse|safeParse|decode|encode|safeDecode|safeEncode)(Async)?$/
const inert = new Proxy(function () {}, {
  apply: () => inert,
  get(_target, name) {
    if (name === 'then' || typeof name === 'symbol') return undefined
    if (checks.test(name)) throw new Error('schemas check on the server; check by rules in the browser')
    return inert
  },
})
export default inert
`

// The letters that nearly every word is made of come along with the first request, so that no text jumps.
function fontsFirst() {
  return {
    name: 'fonts-first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find(name => /next-latin-wght-normal.*\.woff2$/.test(name))
        if (font === undefined) return []
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}` }
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}

/** Vite in front of the program: the studio's own files from here, everything else from there. */
export function devServer({ port, inner, studioHost }) {
  const isStudio = request =>
    (request.headers.host ?? '').replace(/:\d+$/, '') === studioHost && !request.url.startsWith('/api/')
  return {
    port,
    strictPort: true,
    host: '127.0.0.1',
    allowedHosts: ['.localhost', studioHost],
    proxy: {
      '^/': {
        target: `http://127.0.0.1:${inner}`,
        // The program looks at the host that was asked for.
        changeOrigin: false,
        bypass: request => (isStudio(request) ? request.url : undefined),
      },
    },
  }
}
