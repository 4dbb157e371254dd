import type { Language } from '@helder/words'

/** What a mail says: a few plain sentences, and at most one thing to do. */
export interface Letter {
  subject: string
  greeting?: string
  paragraphs: string[]
  button?: { label: string; address: string }
  /** Small print under the line, such as why this mail came. */
  footer?: string
}

/** A letter as plain text. */
export function letterText(letter: Letter): string {
  const { greeting, paragraphs, button, footer } = letter
  const parts = [
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.address}`] : []),
    ...(footer ? [`--\n${footer}`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** A letter as HTML that mail programs show alike: one column, system type, colours that work on dark too. */
export function letterHtml(letter: Letter, language: Language): string {
  const { greeting, paragraphs, button, footer } = letter
  const body = [...(greeting ? [greeting] : []), ...paragraphs].map(
    line => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`,
  )
  const action = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1F3FA8;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(button.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5b6470;word-break:break-all">${escapeHtml(button.address)}</p>`
    : ''
  const small = footer
    ? `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #E4E0D8;font-size:14px;color:#5b6470">${escapeHtml(footer)}</p>`
    : ''
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#FBFAF7;color:#17202A;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
${body.join('\n')}
${action}
${small}
</div></body></html>
`
}

/** Text as it may stand in HTML, also inside an attribute. */
export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
