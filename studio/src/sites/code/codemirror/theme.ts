import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// The colours are those of the studio's tokens, so that light and dark come by themselves.
const look = EditorView.theme({
  '&': {
    flex: '1',
    minHeight: '0',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: '0.9375rem',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-content:focus-visible': { outline: 'none', boxShadow: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { paddingInline: '12px 6px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunken) 55%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--daylight) 40%, transparent) !important',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--daylight-soft)' },
  '.cm-searchMatch': { backgroundColor: 'var(--daylight-soft)', outline: '1px solid var(--edge)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--daylight)', color: 'var(--on-daylight)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--edge)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--brick-soft)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--sunken)', border: 'none', color: 'var(--ink-soft)' },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', fontFamily: 'var(--font)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '8px 36px 8px 12px', fontSize: '0.9375rem' },
  '.cm-panel.cm-search label': { fontSize: '0.8333rem' },
  '.cm-textfield': {
    height: '32px',
    padding: '0 8px',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: '0.9375rem',
  },
  '.cm-button': {
    height: '32px',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--corner)',
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: '0.8333rem',
  },
  '.cm-panel.cm-search [name=close]': {
    top: '8px',
    right: '8px',
    width: '28px',
    height: '28px',
    color: 'var(--ink-soft)',
    fontSize: '20px',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--blue-soft)', color: 'var(--ink)' },
  '.cm-completionInfo': { padding: '8px 12px', maxWidth: '26rem' },
  '.cm-explained': { maxWidth: '26rem', padding: '4px', fontFamily: 'var(--font)' },
  '.cm-tooltip-hover .cm-explained': { padding: '8px 12px' },
  '.cm-explained code': { color: 'var(--ink-soft)', fontSize: '0.8333rem', whiteSpace: 'pre-wrap' },
  '.cm-explained p': { margin: '4px 0 0' },
  '.cm-diagnostic': { padding: '6px 12px', fontFamily: 'var(--font)' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--brick)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--brick) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker': { width: '0.8em', height: '0.8em' },
  // What differs within a line is underlined: another ground would take contrast from the letters.
  '.cm-changedText': {
    background: 'none !important',
    textDecoration: 'underline 2px',
    textUnderlineOffset: '3px',
  },
  '.cm-deletedChunk .cm-deletedText': { background: 'transparent !important' },
  '.cm-deletedChunk': { backgroundColor: 'var(--brick-soft)', paddingInline: '6px' },
  '.cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--green-soft) !important' },
  '&.cm-merge-a .cm-changedLine': { backgroundColor: 'var(--brick-soft) !important' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '""' },
  '.cm-collapsedLines': {
    padding: '4px 12px',
    background: 'var(--sunken)',
    color: 'var(--ink-soft)',
    fontFamily: 'var(--font)',
  },
})

const colours = HighlightStyle.define([
  {
    tag: [tags.comment, tags.meta, tags.processingInstruction],
    color: 'var(--ink-faint)',
    fontStyle: 'italic',
  },
  { tag: [tags.keyword, tags.tagName, tags.moduleKeyword, tags.controlKeyword], color: 'var(--blue-ink)' },
  { tag: [tags.string, tags.attributeValue, tags.special(tags.string)], color: 'var(--green-ink)' },
  {
    tag: [tags.number, tags.bool, tags.null, tags.unit, tags.color, tags.atom, tags.attributeName],
    color: 'var(--amber-ink)',
  },
  { tag: [tags.propertyName, tags.className, tags.labelName], color: 'var(--ink)' },
  {
    tag: [tags.definition(tags.variableName), tags.function(tags.variableName), tags.typeName],
    color: 'var(--blue-ink)',
  },
  { tag: [tags.angleBracket, tags.punctuation, tags.bracket, tags.operator], color: 'var(--ink-soft)' },
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.invalid, color: 'var(--brick-ink)' },
])

/** How code looks, in light and in dark. */
export const theme: Extension = [look, syntaxHighlighting(colours)]
