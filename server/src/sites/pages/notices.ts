import { escapeText } from '@helder/fields'
import { type Language, languages, type Text, text } from '@helder/words'

// A page of Helder's own in place of a site's: plain, in both languages, found by no search engine.
function noticePage(title: Text, lines: Text[]): string {
  const parts = languages.map(
    language =>
      `<section lang="${language}"><h${language === 'nl' ? 1 : 2}>${escapeText(title[language])}</h${language === 'nl' ? 1 : 2}>${lines.map(line => `<p>${escapeText(line[language])}</p>`).join('')}</section>`,
  )
  return page('nl', `${title.nl} · ${title.en}`, parts.join(''))
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeText(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>
`
}

const style =
  'body{font:1.0625rem/1.6 system-ui,sans-serif;color:#17202a;background:#fbfaf7;margin:0}main{max-width:38rem;margin:15vh auto;padding:0 1.5rem}h1,h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .5rem}section+section{border-top:1px solid #e4e0d8;margin-top:2.5rem}code{font:.9375em ui-monospace,monospace;background:#f0ede6;padding:.1em .3em;border-radius:4px}code button{font:inherit;color:#1f3fa8;background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}li{margin:.75rem 0}@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#10151c}section+section{border-color:#333c48}code{background:#1d2530}code button{color:#9db2ff}}'

/** The notices that a visitor can meet. */
export const notices = {
  unknownHost: noticePage(text('Hier staat geen website', 'There is no website here'), [
    text(
      'Controleer het adres. Klopt het, dan is de website verhuisd of verwijderd.',
      'Check the address. If it is right, the website has moved or was removed.',
    ),
  ]),
  notLive: noticePage(text('Deze website is nog niet open', 'This website is not open yet'), [
    text('Er wordt aan gewerkt. Kom later terug.', 'It is being worked on. Come back later.'),
  ]),
  notFound: noticePage(text('Deze pagina is er niet', 'This page is not here'), [
    text(
      'Controleer het adres, of begin bij de voorpagina.',
      'Check the address, or begin at the front page.',
    ),
  ]),
  oldPreview: noticePage(text('Dit voorbeeld is verlopen', 'This preview has expired'), [
    text('Open het voorbeeld opnieuw vanuit de studio.', 'Open the preview again from the studio.'),
  ]),
  trouble: noticePage(text('Dit lukt nu even niet', 'This is not possible right now'), [
    text('Probeer het over een paar minuten opnieuw.', 'Try again in a few minutes.'),
  ]),
} as const

/** What is wrong on a page, for whoever makes it: each thing with its file and line. */
export function problemsPage(
  problems: { path: string; line: number; message: Text }[],
  language: Language,
): string {
  const title = text('Deze pagina kan niet gemaakt worden', 'This page can not be made')[language]
  const items = problems.map(
    ({ path, line, message }) =>
      `<li>${escapeText(message[language])}<br><code data-path="${escapeText(path)}" data-line="${line}">${escapeText(path)}:${line}</code></li>`,
  )
  return page(language, title, `<h1>${escapeText(title)}</h1><ul>${items.join('')}</ul>`)
}

/** A layout for the pages that Helder adds to a site which has none of its own. */
export function neutralShell(siteName: string, language: string, content: string): string {
  return `<!doctype html>
<html lang="${escapeText(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeText(siteName)}</title><style>${style.replace('15vh', '3rem')}</style></head><body><main><p><a href="/">${escapeText(siteName)}</a></p>${content}</main></body></html>
`
}
