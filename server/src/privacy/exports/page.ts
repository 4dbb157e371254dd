import { type Language, moment, type Text, text } from '@helder/words'
import { escapeHtml } from '../../core/mail/letter.ts'
import type { Fact, FoundItem } from '../../core/personal-data.ts'

/** What the page of an export is made of. */
export interface PageInput {
  controller: string
  email: string
  at: Date
  language: Language
  items: FoundItem[]
  /** By store: why, until when and who, as the register has it. */
  sentences: Map<string, { purpose: Text; keep: Text; seenBy: Text[] }>
  /** The path within the archive of each object. */
  paths: Map<string, string>
}

const texts = {
  title: text('Jouw gegevens', 'Your data'),
  held: text(
    'Dit is wat {controller} over je bewaart, op {at}.',
    'This is what {controller} holds about you, on {at}.',
  ),
  nothing: text(
    '{controller} bewaart niets over je, behalve je verzoek zelf.',
    '{controller} holds nothing about you, except your request itself.',
  ),
  why: text('Waarvoor', 'What for'),
  keep: text('Bewaard', 'Kept'),
  seenBy: text('Te zien voor', 'Seen by'),
  nobody: text('niemand anders', 'nobody else'),
  files: text('Bestanden', 'Files'),
  rights: text(
    'Klopt er iets niet? Vraag {controller} om het te verbeteren, om het te wissen, of om er minder mee te doen. Kom je er samen niet uit, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).',
    'Is something not right? Ask {controller} to correct it, to erase it, or to do less with it. If you can not agree, you can complain to the Dutch data protection authority (autoriteitpersoonsgegevens.nl).',
  ),
  inJson: text('staat in data.json', 'is in data.json'),
  programs: text(
    'Voor programma’s staat hetzelfde in data.json en data.csv.',
    'For programs the same is in data.json and data.csv.',
  ),
}

/** The export as a page that can be read without a network: what is held, by kind, with why and until when. */
export function exportPage(input: PageInput): string {
  const { controller, language, items } = input
  const say = (words: Text) =>
    escapeHtml(
      words[language].replaceAll('{controller}', controller).replaceAll('{at}', moment(input.at, language)),
    )
  const stores = [...new Set(items.map(item => item.store))]
  const sections = stores.map(store =>
    section(
      input,
      store,
      items.filter(item => item.store === store),
    ),
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${say(texts.title)} · ${escapeHtml(controller)}</title><style>${style}</style></head>
<body><main><h1>${say(texts.title)}</h1>
<p>${say(items.length > 0 ? texts.held : texts.nothing)}</p>
<p class="small">${escapeHtml(input.email)}</p>
${sections.join('\n')}
<hr><p>${say(texts.rights)}</p><p class="small">${say(texts.programs)}</p>
</main></body></html>
`
}

function section(input: PageInput, store: string, items: FoundItem[]): string {
  const { language } = input
  const sentence = input.sentences.get(store)
  const purpose = sentence?.purpose ?? items[0]?.purpose
  const rows = [
    ...(purpose ? [[texts.why, purpose[language]]] : []),
    ...(sentence ? [[texts.keep, sentence.keep[language]]] : []),
    ...(sentence ? [[texts.seenBy, roles(sentence.seenBy, language)]] : []),
  ] as [Text, string][]
  const heading = items[0]?.about[language] ?? store
  return `<section><h2>${escapeHtml(heading)}</h2>
<dl class="small">${rows.map(([label, value]) => `<dt>${label[language]}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${items.map(item => itemHtml(input, item)).join('\n')}</section>`
}

function roles(names: Text[], language: Language): string {
  return names.length === 0
    ? texts.nobody[language]
    : names.map(name => name[language].toLowerCase()).join(', ')
}

function itemHtml({ language, paths }: PageInput, item: FoundItem): string {
  const facts = item.facts.map(
    fact =>
      `<tr><th>${escapeHtml(fact.label[language])}</th><td>${escapeHtml(shown(fact, language))}</td></tr>`,
  )
  const files = item.objects.map(object => {
    const path = paths.get(object.sha) ?? ''
    return `<li><a href="${escapeHtml(encodeURI(path))}">${escapeHtml(object.name ?? path)}</a></li>`
  })
  const list = files.length > 0 ? `<p>${texts.files[language]}</p><ul>${files.join('')}</ul>` : ''
  return `<table>${facts.join('')}</table>${list}`
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** A fact as people read it. */
export function shown(fact: Fact, language: Language): string {
  if (fact.shown) return fact.shown[language]
  const { value } = fact
  if (typeof value === 'string') {
    if (/^\s*<!doctype html/i.test(value)) return texts.inJson[language]
    return instant.test(value) ? moment(value, language) : value
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const style = `:root{color-scheme:light dark}body{margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;background:#fbfaf7;color:#17202a}
main{max-width:720px;margin:0 auto}h1{font-size:28px}h2{font-size:20px;margin:32px 0 8px}table{width:100%;border-collapse:collapse;margin:8px 0 16px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid #e4e0d8;overflow-wrap:anywhere;white-space:pre-line}th{width:30%;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0}dt{font-weight:600}dd{margin:0}.small{font-size:14px}
@media(prefers-color-scheme:dark){body{background:#10151c;color:#e8e6e1}th,td{border-color:#2c3440}a{color:#9db4ff}}
@media(max-width:480px){th{width:auto;display:block;border-bottom:0}td{display:block;border-top:0}}`
