import { css } from '@codemirror/lang-css'
import { html } from '@codemirror/lang-html'
import { javascript } from '@codemirror/lang-javascript'
import { json } from '@codemirror/lang-json'
import type { Extension } from '@codemirror/state'
import type { Language } from '@helder/words'
import { type Hints, helderLiquid } from './liquid-help.ts'

/** How the text of a file is read, by its path: its colours, completion, and how it indents. */
export function languageOf(path: string, language: Language, hints: () => Hints): Extension {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()
  switch (ending) {
    case 'liquid':
      return helderLiquid(language, hints)
    case 'html':
    case 'htm':
    case 'svg':
    case 'xml':
      return html()
    case 'css':
      return css()
    case 'js':
    case 'mjs':
    case 'jsx':
      return javascript({ jsx: true })
    case 'ts':
      return javascript({ typescript: true })
    case 'tsx':
      return javascript({ typescript: true, jsx: true })
    case 'json':
    case 'webmanifest':
      return json()
    default:
      return []
  }
}
