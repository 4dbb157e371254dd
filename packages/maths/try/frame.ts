import { h } from './element.ts'

/** A text in both languages. */
export interface Text {
  nl: string
  en: string
}

const texts = {
  answers: { nl: 'Antwoord', en: 'Answer' },
  steps: { nl: 'Uitwerking', en: 'Working' },
  pages: { nl: 'Pagina’s', en: 'Pages' },
  language: { nl: 'Taal', en: 'Language' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to content' },
  local: {
    nl: 'Alles gebeurt in je browser; er gaat niets over het net.',
    en: 'Everything happens in your browser; nothing goes over the network.',
  },
}

/** Puts the frame of a page round its content: its name, the way to the other page, and the choice of language. */
export function showFrame(
  page: 'answers' | 'steps',
  title: Text,
  intro: Text,
  language: 'nl' | 'en',
  choose: (language: 'nl' | 'en') => void,
  ...content: HTMLElement[]
): void {
  document.documentElement.lang = language
  document.title = `${title[language]} · Helder`
  const link = (name: 'answers' | 'steps', file: string) =>
    h(
      'a',
      { href: `${file}#lang=${language}`, ...(page === name ? { 'aria-current': 'page' } : {}) },
      texts[name][language],
    )
  const speak = (name: 'nl' | 'en', label: string) =>
    h(
      'button',
      { type: 'button', lang: name, 'aria-pressed': String(name === language), click: () => choose(name) },
      label,
    )
  document.body.replaceChildren(
    h('a', { class: 'skip', href: '#content', click: skip }, texts.skip[language]),
    h(
      'header',
      {},
      h(
        'nav',
        { 'aria-label': texts.pages[language] },
        link('answers', 'index.html'),
        link('steps', 'steps.html'),
      ),
      h(
        'div',
        { class: 'languages', role: 'group', 'aria-label': texts.language[language] },
        speak('nl', 'Nederlands'),
        speak('en', 'English'),
      ),
    ),
    h(
      'main',
      { id: 'content', tabindex: '-1' },
      h('div', { class: 'intro' }, h('h1', {}, title[language]), h('p', {}, intro[language])),
      ...content,
    ),
    h('footer', {}, h('p', {}, texts.local[language])),
  )
}

// The address keeps what the page shows, so that a link within the page may not replace it.
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
