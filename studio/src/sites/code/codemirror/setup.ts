import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Language } from '@helder/words'
import { lineBreakOf } from '../content.ts'
import { phrases } from './phrases.ts'
import { theme } from './theme.ts'

/** What every text is shown with, whatever its language. */
export function shown(language: Language): Extension {
  return [lineNumbers(), highlightSpecialChars(), EditorView.lineWrapping, theme, phrases(language)]
}

/** What every text is edited with. */
export function edited(language: Language, text: string): Extension {
  return [
    shown(language),
    EditorState.lineSeparator.of(lineBreakOf(text)),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of(indentOf(text)),
    history(),
    foldGutter(),
    lintGutter(),
    drawSelection(),
    dropCursor(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
  ]
}

/** How a text indents: as its first line that does, else by two spaces. */
export function indentOf(text: string): string {
  const indent = /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  '
  return indent.startsWith('\t') ? '\t' : indent.length % 4 === 0 ? '    ' : '  '
}
