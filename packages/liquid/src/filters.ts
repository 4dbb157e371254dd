import { escapeText, isObject, isSafeLink, type RichTextNode, richTextFault } from '@helder/fields'
import { text } from '@helder/words'
import type { Context } from 'liquidjs'
import { writeDate } from './dates.ts'
import { environmentOf } from './environment.ts'
import { limits } from './limits.ts'
import { Printed, printed, SafeHtml } from './printed.ts'
import { Complaint } from './problem.ts'
import { Money, RichTextPrinted, writeMoney } from './values.ts'

/** A filter: what stands before the bar, and what follows its name. */
export type Filter = (this: { context: Context }, value: unknown, ...args: unknown[]) => unknown

/** The filters of Liquid itself that are offered. The others make pages differ each time, or read as code. */
export const standardFilters: readonly string[] = [
  'abs',
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'compact',
  'concat',
  'default',
  'divided_by',
  'downcase',
  'find',
  'first',
  'floor',
  'group_by',
  'has',
  'join',
  'last',
  'lstrip',
  'map',
  'minus',
  'modulo',
  'plus',
  'prepend',
  'raw',
  'reject',
  'remove',
  'remove_first',
  'remove_last',
  'replace',
  'replace_first',
  'replace_last',
  'reverse',
  'round',
  'rstrip',
  'size',
  'slice',
  'slugify',
  'sort',
  'sort_natural',
  'split',
  'strip',
  'strip_html',
  'strip_newlines',
  'sum',
  'times',
  'truncate',
  'truncatewords',
  'uniq',
  'upcase',
  'url_decode',
  'url_encode',
  'where',
]

/** Helder's own filters, by name. */
export const ownFilters: Record<string, Filter> = {
  asset_url: filter(function (path) {
    const address = environmentOf(this.context).asset(asText(path))
    if (address === undefined) throw new Complaint(noAsset(asText(path)))
    return address
  }),
  absolute_url: filter(function (path) {
    const given = asText(path)
    return /^https?:\/\//.test(given) ? given : `${environmentOf(this.context).origin}${given}`
  }),
  date: filter(function (value, style) {
    const { language, now } = environmentOf(this.context)
    return writeDate(plain(value), style === undefined ? 'long' : asText(style), language, now) ?? value
  }),
  escape: filter(value => new SafeHtml(escapeText(asText(value)))),
  escape_once: filter(
    value => new SafeHtml(escapeText(asText(value)).replace(/&amp;(?=(?:[a-z]+|#\d+|#x[0-9a-f]+);)/gi, '&')),
  ),
  image: filter(function (value, ...args) {
    return new SafeHtml(imageHtml(value, named(args), path => environmentOf(this.context).asset(path)))
  }),
  json: filter(value => new SafeHtml(scriptJson(value))),
  link_to: filter((label, address, ...args) => new SafeHtml(linkHtml(label, asText(address), named(args)))),
  money: filter(function (value) {
    const cents = value instanceof Money ? value.cents : Number(plain(value))
    return Number.isFinite(cents) ? writeMoney(cents, environmentOf(this.context).language) : ''
  }),
  newline_to_br: filter(value => new SafeHtml(printed(value).replace(/\r?\n/g, '<br>\n'))),
  rich_text: filter(function (value) {
    if (value instanceof RichTextPrinted) return value
    if (richTextFault(value) !== null) return ''
    return new RichTextPrinted(value as RichTextNode, environmentOf(this.context))
  }),
  t: filter(function (key, ...args) {
    const found = environmentOf(this.context).translate(asText(key))
    const values = named(args)
    return (found ?? asText(key)).replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? asText(values[name]) : whole,
    )
  }),
}

function filter(handler: Filter): Filter {
  return handler
}

function plain(value: unknown): unknown {
  return value instanceof Printed ? value.valueOf() : value
}

function asText(value: unknown): string {
  const bare = plain(value)
  if (bare === null || bare === undefined || typeof bare === 'object') return ''
  return String(bare)
}

// liquidjs hands over `name: value` as a pair.
function named(args: unknown[]): Record<string, unknown> {
  const pairs = args.filter(
    (arg): arg is [string, unknown] => Array.isArray(arg) && arg.length === 2 && typeof arg[0] === 'string',
  )
  return Object.fromEntries(pairs)
}

function noAsset(path: string) {
  return text(
    `Er is geen bestand assets/${path}. Voeg het toe, of kies een andere naam.`,
    `There is no file assets/${path}. Add it, or choose another name.`,
  )
}

function imageHtml(
  value: unknown,
  options: Record<string, unknown>,
  asset: (path: string) => string | undefined,
): string {
  const picture = isObject(value) && !(value instanceof Printed) ? value : undefined
  const path = picture ? '' : asText(value)
  if (!picture && path === '') return ''
  const source = picture ? asText(picture.url) : addressOfPicture(path, asset)
  const isEager = options.loading === 'eager'
  const attributes: Record<string, string> = {
    src: source,
    alt: asText(options.alt ?? picture?.alt),
    width: asText(options.width ?? picture?.width),
    height: asText(options.height ?? picture?.height),
    class: asText(options.class),
    sizes: asText(options.sizes),
    loading: isEager ? '' : 'lazy',
    decoding: isEager ? '' : 'async',
  }
  const shown = Object.entries(attributes).filter(([name, text]) => name === 'alt' || text !== '')
  return `<img${shown.map(([name, text]) => ` ${name}="${escapeText(text)}"`).join('')}>`
}

function addressOfPicture(path: string, asset: (path: string) => string | undefined): string {
  if (/^(https?:)?\//.test(path)) return path
  const address = asset(path)
  if (address === undefined) throw new Complaint(noAsset(path))
  return address
}

function linkHtml(label: unknown, address: string, options: Record<string, unknown>): string {
  const safe = isSafeLink(address) ? address : '#'
  const className = asText(options.class)
  return `<a href="${escapeText(safe)}"${className ? ` class="${escapeText(className)}"` : ''}>${printed(label)}</a>`
}

// Inside a script nothing may end the script, and inside single quotes nothing may end the attribute.
const unsafeInScript = /[<>&'\u2028\u2029]/g

function scriptJson(value: unknown): string {
  const room = { left: limits.outputChars }
  const written = JSON.stringify(bare(value, 0, room)) ?? 'null'
  return written.replace(
    unsafeInScript,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const deepestJson = 8

// Values as data: without what is only reachable by asking, such as the records that a record refers to.
function bare(value: unknown, depth: number, room: { left: number }): unknown {
  const known = plain(value)
  room.left -= typeof known === 'string' ? known.length : 8
  if (room.left < 0) throw new Complaint(tooMuchJson)
  if (known === null || typeof known !== 'object') return typeof known === 'function' ? null : known
  if (depth >= deepestJson || known instanceof Promise) return null
  if (Array.isArray(known)) return known.map(item => bare(item, depth + 1, room))
  return Object.fromEntries(
    Object.keys(known).map(key => [key, bare((known as Record<string, unknown>)[key], depth + 1, room)]),
  )
}

const tooMuchJson = text(
  'Dit is te veel om als JSON op een pagina te zetten. Kies een deel ervan.',
  'This is too much to put on a page as JSON. Choose a part of it.',
)
