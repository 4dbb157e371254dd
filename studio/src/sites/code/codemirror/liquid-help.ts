import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { html } from '@codemirror/lang-html'
import { closePercentBrace, liquid } from '@codemirror/lang-liquid'
import { LanguageSupport } from '@codemirror/language'
import { hoverTooltip } from '@codemirror/view'
import { type ReferenceEntry, reference } from '@helder/liquid/reference'
import type { Language } from '@helder/words'
import { type LiquidPlace, liquidPlaceAt, liquidWordAt } from './liquid-place.ts'

/** What only this site has, for completing. */
export interface Hints {
  /** The names of snippets: `card`. */
  snippets: string[]
  /** The keys of its collections. */
  collections: string[]
  /** The keys of its forms. */
  forms: string[]
}

const types: Record<ReferenceEntry['kind'], string> = {
  tag: 'keyword',
  filter: 'function',
  object: 'variable',
}

// What goes inside and ends a tag stands in how the tag is written.
const inner = [
  ...new Set(
    reference.flatMap(({ signature }) => [...signature.matchAll(/\{%\s*(\w+)/g)].map(([, name]) => name)),
  ),
].filter(name => name !== undefined && !reference.some(entry => entry.name === name))

/** Liquid in HTML, with completion and explanation of what Helder's templates can say. */
export function helderLiquid(language: Language, hints: () => Hints): LanguageSupport {
  const base = html()
  const { language: templates } = liquid({ base })
  const complete = (context: CompletionContext) => completionsAt(context, language, hints())
  return new LanguageSupport(templates, [
    base.support,
    closePercentBrace,
    templates.data.of({ autocomplete: complete }),
    explanations(language),
  ])
}

function completionsAt(
  context: CompletionContext,
  language: Language,
  hints: Hints,
): CompletionResult | null {
  const place = liquidPlaceAt(context.state.sliceDoc(0, context.pos), context.pos)
  if (place === null) return null
  const isBegun = place.word !== '' || place.kind === 'property' || place.kind === 'snippet'
  if (!isBegun && !context.explicit) return null
  return { from: place.from, options: optionsFor(place, language, hints), validFor: /^[\w-]*$/ }
}

function optionsFor(place: LiquidPlace, language: Language, hints: Hints): Completion[] {
  switch (place.kind) {
    case 'snippet':
      return named(hints.snippets, 'text')
    case 'property':
      return propertiesOf(place.of, hints)
    case 'tag':
      return [...entries('tag', language), ...named(inner, 'keyword')]
    default:
      return entries(place.kind, language)
  }
}

function named(names: readonly (string | undefined)[], type: string): Completion[] {
  return names.flatMap(label => (label === undefined ? [] : [{ label, type }]))
}

function entries(kind: ReferenceEntry['kind'], language: Language): Completion[] {
  return reference
    .filter(entry => entry.kind === kind && /^\w+$/.test(entry.name))
    .map(({ name, about, signature }) => ({
      label: name,
      type: types[kind],
      info: () => explained(signature, about[language]),
    }))
}

function propertiesOf(of: string[], hints: Hints): Completion[] {
  const [first = ''] = of
  if (of.length > 1) return []
  if (first === 'collections') return named(hints.collections, 'property')
  if (first === 'forms') return named(hints.forms, 'property')
  const entry = reference.find(({ kind, name }) => kind === 'object' && name === first)
  const parts = [...(entry?.signature ?? '').matchAll(new RegExp(`\\b${first}\\.(\\w+)`, 'g'))]
  return named([...new Set(parts.map(([, name]) => name))], 'property')
}

function explained(signature: string, about: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'cm-explained'
  const code = document.createElement('code')
  code.textContent = signature
  const words = document.createElement('p')
  words.textContent = about
  box.append(code, words)
  return box
}

/** The sentence on a word of a template, where there is one. */
export function entryFor(place: LiquidPlace | null): ReferenceEntry | undefined {
  if (place === null || place.kind === 'property' || place.kind === 'snippet') return undefined
  const { kind, word } = place
  const find = (name: string) => reference.find(entry => entry.kind === kind && entry.name === name)
  return find(word) ?? (kind === 'tag' && word.startsWith('end') ? find(word.slice(3)) : undefined)
}

function explanations(language: Language) {
  return hoverTooltip((view, position) => {
    const place = liquidWordAt(view.state.sliceDoc(), position)
    const entry = entryFor(place)
    if (place === null || entry === undefined) return null
    return {
      pos: place.from,
      end: place.from + place.word.length,
      above: true,
      create: () => ({ dom: explained(entry.signature, entry.about[language]) }),
    }
  })
}
