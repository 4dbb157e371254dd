import type { IncomingMessage, ServerResponse } from 'node:http'
import { preferredLanguage, type Text, text } from '@helder/words'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import { escapeHtml } from '../mail/letter.ts'
import { asksHealth } from './health.ts'
import { problemBody, problemType } from './problems.ts'

/** Why nobody gets in for now, and how far what must be done first has come. */
export interface Closed {
  because: Text
  done: number
  total: number
}

const retrySeconds = 10

/** Answers everyone alike while Helder is closed: browsers with a page, programs with a problem, with status 503. */
export function answerClosed(request: IncomingMessage, response: ServerResponse, closed: Closed): void {
  const headers = { 'retry-after': String(retrySeconds), 'cache-control': 'no-store' }
  const send = (type: string, body: string) =>
    response
      .writeHead(503, { ...headers, 'content-type': type })
      .end(request.method === 'HEAD' ? undefined : body)
  if (asksHealth(request.url)) {
    const { because, done, total } = closed
    send('application/json', JSON.stringify({ ok: false, because: because.en, done, total }))
  } else if (request.headers.accept?.includes('text/html')) {
    send('text/html; charset=utf-8', closedPage(closed))
  } else {
    const language = preferredLanguage(request.headers['accept-language'])
    const refusal = new Refusal('unavailable', closed.because, { retryAfterSeconds: retrySeconds })
    send(problemType, JSON.stringify(problemBody(refusal, language, newId())))
  }
}

const title = text('Even dicht', 'Closed for a moment')

// Both languages at once: nobody is known yet. It asks again by itself.
function closedPage({ because, done, total }: Closed): string {
  const part = (language: 'nl' | 'en') =>
    `<section lang="${language}"><h2>${title[language]}</h2><p>${escapeHtml(because[language])}</p></section>`
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="${retrySeconds}"><meta name="robots" content="noindex"><title>${title.nl} · ${title.en}</title>
<style>:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;background:#fbfaf7;color:#17202a}main{max-width:520px;padding:24px}h1{font-size:0;margin:0}h2{font-size:20px;margin:24px 0 4px}progress{width:100%;accent-color:#1f3fa8}@media(prefers-color-scheme:dark){body{background:#10151c;color:#e8e6e1}}</style>
</head><body><main><h1>Helder</h1>${part('nl')}${part('en')}
<p><progress aria-label="${title.nl} · ${title.en}" value="${done}" max="${Math.max(1, total)}"></progress></p></main></body></html>
`
}
