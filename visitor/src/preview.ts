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

// A browser keeps the place itself when a page comes anew, but not when it could not be made for a while.
function rememberPlace(): void {
  // Else it would keep that of the page that could not be made, which has none.
  history.scrollRestoration = 'manual'
  if (isBroken) return
  try {
    sessionStorage.setItem('helder-place', JSON.stringify({ path, x: scrollX, y: scrollY }))
  } catch {
    // A page that may keep nothing begins at its top.
  }
}

function returnToPlace(): void {
  if (isBroken) return
  try {
    const place: { path?: string; x?: number; y?: number } = JSON.parse(
      sessionStorage.getItem('helder-place') ?? '{}',
    )
    sessionStorage.removeItem('helder-place')
    if (place.path === path) scrollTo({ left: place.x ?? 0, top: place.y ?? 0, behavior: 'instant' })
  } catch {
    // See above.
  }
}
