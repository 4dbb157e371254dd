import { daylightSentence, escapeText, type Field, isObject, said } from '@helder/fields'
import { inLanguage, type Language, type Spoken, text } from '@helder/words'
import {
  type FormFacts,
  type FormState,
  honeypotName,
  pageName,
  stampName,
  visitorFields,
} from './form-facts.ts'
import { spokenIn } from './language.ts'

/** The words around a form of a site, for its visitors. */
export const formTexts = {
  required: text('verplicht', 'required'),
  why: text('Waarom vragen we dit?', 'Why do we ask this?'),
  send: text('Versturen', 'Send'),
  thanks: text('Dank je wel. Je bericht is verstuurd.', 'Thank you. Your message has been sent.'),
  wrong: text(
    'Er klopt iets niet. Kijk dit na en verstuur het formulier opnieuw.',
    'Something is not right. Have a look at this and send the form again.',
  ),
  choose: text('Kies …', 'Choose …'),
  leaveEmpty: text('Laat dit leeg', 'Leave this empty'),
  chooseFileAgain: text('Kies het bestand opnieuw.', 'Choose the file again.'),
}

interface Drawing {
  form: FormFacts
  language: Language
  words: Spoken<typeof formTexts>
  values: Record<string, unknown>
  problems: Record<string, string>
}

/** What the form tag may be told. */
export interface FormOptions {
  /** The language of the page. */
  language: string
  /** The address of the page, to come back to. */
  address: string
  /** Classes for the form element. */
  className?: string
  state: FormState | undefined
}

/** A form as HTML: it works without a script, with a keyboard, and read aloud. */
export function formHtml(form: FormFacts, options: FormOptions): string {
  const language = spokenIn(options.language)
  const words = inLanguage(formTexts, language)
  const state = options.state?.key === form.key ? options.state : undefined
  if (state?.sent) return thanksHtml(form, language, words)
  const drawing: Drawing = {
    form,
    language,
    words,
    values: state?.values ?? {},
    problems: state?.problems ?? {},
  }
  const fields = visitorFields(form.fields)
  const multipart = hasFiles(form.fields) ? ' enctype="multipart/form-data"' : ''
  const className = options.className ? ` ${escapeText(options.className)}` : ''
  return [
    `<helder-form data-key="${escapeText(form.key)}">`,
    `<form class="helder-form${className}" id="${escapeText(form.key)}" method="post" action="/_helder/forms/${escapeText(form.key)}"${multipart} accept-charset="utf-8">`,
    summaryHtml(drawing, fields),
    ...fields.map(({ name, field }) => fieldHtml(drawing, name, field)),
    hiddenHtml(drawing, options.address),
    `<button class="helder-send" type="submit">${escapeText(buttonText(drawing))}</button>`,
    '</form></helder-form>',
  ].join('')
}

function buttonText({ form, language, words }: Drawing): string {
  return (form.button && said(form.button, language)) || words.send
}

function thanksHtml(form: FormFacts, language: Language, words: Spoken<typeof formTexts>): string {
  const thanks = (form.thanks && said(form.thanks, language)) || words.thanks
  return `<div class="helder-thanks" id="${escapeText(form.key)}" role="status" tabindex="-1"><p>${escapeText(thanks)}</p></div>`
}

function hasFiles(fields: readonly Field[]): boolean {
  return fields.some(
    field =>
      field.type === 'file' || field.type === 'image' || (field.type === 'group' && hasFiles(field.fields)),
  )
}

function hiddenHtml({ form, words }: Drawing, address: string): string {
  const id = `${escapeText(form.key)}-${honeypotName}`
  return [
    '<div class="helder-pot" style="position:absolute;left:-10000px;height:1px;overflow:hidden" aria-hidden="true">',
    `<label for="${id}">${escapeText(words.leaveEmpty)}</label>`,
    `<input id="${id}" name="${honeypotName}" tabindex="-1" autocomplete="off"></div>`,
    `<input type="hidden" name="${pageName}" value="${escapeText(address)}">`,
    `<input type="hidden" name="${stampName}" value="">`,
  ].join('')
}

// Read first by a screen reader, and a way to each field that needs another look.
function summaryHtml(drawing: Drawing, fields: { name: string; field: Field }[]): string {
  const entries = Object.entries(drawing.problems)
  if (entries.length === 0) return ''
  const items = entries.map(([name, message]) => {
    const label = labelOf(fields, name, drawing.language)
    const shown = label === undefined ? escapeText(message) : `${escapeText(label)}: ${escapeText(message)}`
    return label === undefined
      ? `<li>${shown}</li>`
      : `<li><a href="#${idOf(drawing.form, name)}">${shown}</a></li>`
  })
  return `<div class="helder-problems" role="alert" tabindex="-1"><p>${escapeText(drawing.words.wrong)}</p><ul>${items.join('')}</ul></div>`
}

function labelOf(
  fields: { name: string; field: Field }[],
  wanted: string,
  language: Language,
): string | undefined {
  for (const { name, field } of fields) {
    if (name === wanted) return said(field.label, language)
    if (field.type === 'group' && wanted.startsWith(`${name}.`)) {
      const inner = labelOf(visitorFields(field.fields, name), wanted, language)
      if (inner !== undefined) return inner
    }
  }
  return undefined
}

function idOf(form: FormFacts, name: string): string {
  return escapeText(`${form.key}-${name.replaceAll('.', '-')}`)
}

function fieldHtml(drawing: Drawing, name: string, field: Field): string {
  if (field.type === 'group') return groupHtml(drawing, name, field.label, visitorFields(field.fields, name))
  const parts = partsOf(drawing, name, field)
  const body = isSetOfChoices(field)
    ? choicesHtml(drawing, name, field, parts)
    : field.type === 'boolean'
      ? tickHtml(drawing, name, parts)
      : `<label for="${parts.id}">${parts.label}</label>${parts.help}${controlHtml(drawing, name, field, parts)}${parts.problem}`
  return `<div class="helder-field" data-field="${escapeText(name)}">${body}${parts.why}</div>`
}

function groupHtml(
  drawing: Drawing,
  name: string,
  label: Field['label'],
  inner: { name: string; field: Field }[],
): string {
  const legend = escapeText(said(label, drawing.language))
  const fields = inner.map(one => fieldHtml(drawing, one.name, one.field)).join('')
  return `<fieldset class="helder-group" data-field="${escapeText(name)}"><legend>${legend}</legend>${fields}</fieldset>`
}

interface Parts {
  id: string
  label: string
  help: string
  problem: string
  why: string
  /** The attributes that tie a control to its help and its problem. */
  ties: string
}

function partsOf({ form, language, words, problems }: Drawing, name: string, field: Field): Parts {
  const id = idOf(form, name)
  const help = field.help ? said(field.help, language) : ''
  const problem = problems[name]
  const daylight = form.daylight[name]
  const described = [help && `${id}-help`, `${id}-problem`].filter(Boolean).join(' ')
  const required = field.required ? ` <span class="helder-required">(${words.required})</span>` : ''
  return {
    id,
    label: `${escapeText(said(field.label, language))}${required}`,
    help: help ? `<p class="helder-help" id="${id}-help">${escapeText(help)}</p>` : '',
    problem: `<p class="helder-error" id="${id}-problem"${problem ? '' : ' hidden'}>${escapeText(problem ?? '')}</p>`,
    why: daylight
      ? `<details class="helder-why"><summary>${escapeText(words.why)}</summary><p>${escapeText(daylightSentence(daylight, language, 'self'))}</p></details>`
      : '',
    ties: `${field.required ? ' required' : ''} aria-describedby="${described}"${problem ? ' aria-invalid="true"' : ''}`,
  }
}

// Up to this many options are all in sight; more of them go in a list that opens.
const mostInSight = 6

function isSetOfChoices(field: Field): field is Field & { type: 'choice' } {
  return field.type === 'choice' && (field.many === true || field.options.length <= mostInSight)
}

function choicesHtml(
  drawing: Drawing,
  name: string,
  field: Field & { type: 'choice' },
  parts: Parts,
): string {
  const chosen = new Set([valueAt(drawing.values, name)].flat().map(String))
  const kind = field.many ? 'checkbox' : 'radio'
  // Of several boxes none is required by itself; the server says when all are empty.
  const required = field.required && !field.many ? ' required' : ''
  const options = field.options.map((option, index) => {
    const id = index === 0 ? parts.id : `${parts.id}-${index}`
    const checked = chosen.has(option.value) ? ' checked' : ''
    return `<div class="helder-option"><input type="${kind}" id="${id}" name="${escapeText(name)}" value="${escapeText(option.value)}"${checked}${required}><label for="${id}">${escapeText(said(option.label, drawing.language))}</label></div>`
  })
  const ties = parts.ties.replace(' required', '')
  return `<fieldset${ties}><legend>${parts.label}</legend>${parts.help}${options.join('')}${parts.problem}</fieldset>`
}

function tickHtml(drawing: Drawing, name: string, parts: Parts): string {
  const value = valueAt(drawing.values, name)
  const checked = value === true || value === 'true' || value === 'on' || value === '1' ? ' checked' : ''
  return `<div class="helder-option"><input type="checkbox" id="${parts.id}" name="${escapeText(name)}" value="true"${checked}${parts.ties}><label for="${parts.id}">${parts.label}</label></div>${parts.help}${parts.problem}`
}

function controlHtml(drawing: Drawing, name: string, field: Field, { id, ties }: Parts): string {
  const value = valueAt(drawing.values, name)
  const common = `id="${id}" name="${escapeText(name)}"${ties}${autocomplete(field)}`
  if (field.type === 'choice') return selectHtml(drawing, field, value, common)
  if (field.type === 'text' && field.multiline)
    return `<textarea ${common} rows="6"${lengthLimit(field)}>${escapeText(asText(value))}</textarea>`
  if (field.type === 'file' || field.type === 'image') return fileHtml(field, common)
  return `<input type="${inputTypes[field.type] ?? 'text'}" ${common}${inputMode(field)}${lengthLimit(field)} value="${escapeText(asText(value))}">`
}

function selectHtml(
  drawing: Drawing,
  field: Field & { type: 'choice' },
  value: unknown,
  common: string,
): string {
  const options = field.options.map(option => {
    const selected = option.value === value ? ' selected' : ''
    return `<option value="${escapeText(option.value)}"${selected}>${escapeText(said(option.label, drawing.language))}</option>`
  })
  return `<select ${common}><option value="">${escapeText(drawing.words.choose)}</option>${options.join('')}</select>`
}

function fileHtml(field: Field & { type: 'file' | 'image' }, common: string): string {
  const accept = field.type === 'image' ? ' accept="image/jpeg,image/png,image/webp,image/gif"' : ''
  const most = field.maxBytes ? ` data-max-bytes="${field.maxBytes}"` : ''
  return `<input type="file" ${common}${accept}${most}>`
}

const inputTypes: Partial<Record<Field['type'], string>> = {
  email: 'email',
  phone: 'tel',
  date: 'date',
  instant: 'datetime-local',
  link: 'url',
}

// Numbers are plain text inputs with a keyboard for numbers: type=number loses what people paste, and scrolls away.
function inputMode(field: Field): string {
  if (field.type === 'money') return ' inputmode="decimal"'
  if (field.type === 'number') return ` inputmode="${field.decimals ? 'decimal' : 'numeric'}"`
  return ''
}

function lengthLimit(field: Field): string {
  return field.type === 'text' && field.maxLength ? ` maxlength="${field.maxLength}"` : ''
}

// What browsers can fill in by themselves: WCAG 2.2, 1.3.5.
const autocompletes: Record<string, string> = {
  'contact.name': 'name',
  'contact.email': 'email',
  'contact.phone': 'tel',
  'contact.address': 'street-address',
  'person.birth-date': 'bday',
}

function autocomplete({ privacy }: Field): string {
  const token = privacy?.personal ? autocompletes[privacy.category] : undefined
  return token ? ` autocomplete="${token}"` : ''
}

function valueAt(values: Record<string, unknown>, name: string): unknown {
  let value: unknown = values
  for (const key of name.split('.'))
    value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return value
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
