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
    plugins: [react(), fontsFirst()],
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
    },
    ...more,
  }
}

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
