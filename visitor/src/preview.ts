import type { PreviewOrder, PreviewWord } from '@helder/server/sites/previews/rules'

/**
 * On every page of a preview: tells the studio around it what is shown, and comes anew when the studio asks, at the
 * place that it was scrolled to.
 */
const own = document.querySelector<HTMLScriptElement>('script[data-studio]')
const studio = own?.dataset.studio ?? ''
const isBroken = own?.dataset.broken !== undefined
const path = location.pathname + location.search

if (window.parent !== window && studio !== '') follow()

function follow(): void {
  const tell = (word: PreviewWord) => window.parent.postMessage(word, studio)
  tell({ helder: 'preview', say: 'here', path, isBroken })
  window.addEventListener('message', event => {
    if (event.source !== window.parent || event.origin !== studio) return
    const order: Partial<PreviewOrder> | null = event.data
    if (order?.helder !== 'studio' || order.do !== 'reload') return
    rememberPlace()
    location.reload()
  })
  window.addEventListener('error', ({ message, filename, lineno }) => {
    if (message) tell({ helder: 'preview', say: 'fault', message, source: filename, line: lineno })
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tell({ helder: 'preview', say: 'fault', message: String(reason), source: path, line: 1 })
  })
  if (isBroken) for (const place of document.querySelectorAll<HTMLElement>('[data-path]')) lead(place, tell)
  if (document.readyState === 'complete') returnToPlace()
  else window.addEventListener('load', returnToPlace)
}

// Where something is wrong leads to its file in the editor, which only the studio around the page can open.
function lead(place: HTMLElement, tell: (word: PreviewWord) => void): void {
  const { path: file = '', line } = place.dataset
  const button = document.createElement('button')
  button.append(place.textContent)
  button.addEventListener('click', () =>
    tell({ helder: 'preview', say: 'open', file, line: Number(line ?? 1) }),
  )
  place.replaceChildren(button)
}

// Kept with the address in the history of the window: a frame of another site may be refused any other storage. A
// browser would keep the place itself, but also that of a notice that the page could not be made, which is its top.
function rememberPlace(): void {
  history.scrollRestoration = 'manual'
  if (isBroken) return
  history.replaceState({ ...stateOfPage(), helderPlace: { left: scrollX, top: scrollY } }, '')
}

function returnToPlace(): void {
  if (isBroken) return
  const { helderPlace, ...state } = stateOfPage()
  if (helderPlace === undefined) return
  history.replaceState(Object.keys(state).length > 0 ? state : null, '')
  scrollTo({ ...helderPlace, behavior: 'instant' })
}

function stateOfPage(): { helderPlace?: { left: number; top: number } } {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? state : {}
}
