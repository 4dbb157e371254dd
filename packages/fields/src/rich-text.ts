import { type Text, text } from '@helder/words'

/** A node of rich text, in the form that ProseMirror gives and takes. */
export interface RichTextNode {
  type: string
  attrs?: Record<string, unknown>
  content?: RichTextNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/** A whole rich text. */
export interface RichText extends RichTextNode {
  type: 'doc'
}

type Attribute = (value: unknown) => boolean

interface NodeRule {
  /** The nodes that it may hold; absent: none. */
  holds?: readonly string[]
  attrs?: Record<string, Attribute>
}

const inline = ['text', 'hardBreak'] as const
const block = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'image',
] as const

const isString: Attribute = value => typeof value === 'string' && value.length <= 2000
const isCount: Attribute = value => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100_000
const optional =
  (check: Attribute): Attribute =>
  value =>
    value === null || value === undefined || check(value)

const nodes: Record<string, NodeRule> = {
  doc: { holds: block },
  paragraph: { holds: inline },
  heading: { holds: inline, attrs: { level: value => value === 2 || value === 3 || value === 4 } },
  bulletList: { holds: ['listItem'] },
  orderedList: { holds: ['listItem'], attrs: { start: optional(isCount), type: optional(isString) } },
  listItem: { holds: ['paragraph', 'bulletList', 'orderedList'] },
  blockquote: { holds: ['paragraph', 'bulletList', 'orderedList'] },
  codeBlock: { holds: ['text'], attrs: { language: optional(isString) } },
  horizontalRule: {},
  hardBreak: {},
  image: {
    attrs: {
      object: value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
      name: isString,
      alt: isString,
      width: optional(isCount),
      height: optional(isCount),
    },
  },
  text: {},
}

const marks: Record<string, Record<string, Attribute>> = {
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
  link: {
    href: value => typeof value === 'string' && isSafeLink(value),
    target: optional(isString),
    rel: optional(isString),
    class: optional(isString),
    title: optional(isString),
  },
}

/** Whether an address may stand in a link: a page, mail or telephone, never a script. */
export function isSafeLink(address: string): boolean {
  if (address.length > 2000) return false
  if (/^(\/(?!\/)|#|\?)/.test(address)) return !/[\s\\<>"]/.test(address)
  return /^(https?:\/\/|mailto:|tel:)[^\s\\<>"]+$/i.test(address)
}

const deepest = 12

/** What is wrong with a rich text; null when nothing is. Unknown nodes, marks and attributes are refused. */
export function richTextFault(value: unknown): Text | null {
  if (!isNode(value) || value.type !== 'doc') return wrong
  return nodeFault(value, 0)
}

const wrong = text('Dit is geen opgemaakte tekst.', 'This is not formatted text.')

function isNode(value: unknown): value is RichTextNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function nodeFault(node: RichTextNode, depth: number): Text | null {
  const rule = nodes[node.type]
  if (rule === undefined || depth > deepest) return wrong
  if (node.type === 'text' && (typeof node.text !== 'string' || node.text === '')) return wrong
  if (!attributesFit(node.attrs, rule.attrs ?? {})) return wrong
  for (const mark of node.marks ?? []) {
    const allowed = Object.hasOwn(marks, mark.type) ? marks[mark.type] : undefined
    if (allowed === undefined || !attributesFit(mark.attrs, allowed)) return wrong
  }
  const content = node.content ?? []
  if (!Array.isArray(content)) return wrong
  for (const child of content) {
    if (!isNode(child) || !rule.holds?.includes(child.type)) return wrong
    const fault = nodeFault(child, depth + 1)
    if (fault) return fault
  }
  return null
}

function attributesFit(
  attrs: Record<string, unknown> | undefined,
  allowed: Record<string, Attribute>,
): boolean {
  const given = attrs ?? {}
  return (
    Object.keys(given).every(name => Object.hasOwn(allowed, name)) &&
    Object.entries(allowed).every(([name, check]) => check(given[name]))
  )
}

/** The plain text of a rich text, a line per block. */
export function richTextPlain(node: RichTextNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const inner = (node.content ?? []).map(richTextPlain)
  return isTextBlock(node) ? inner.join('') : inner.filter(Boolean).join('\n')
}

function isTextBlock(node: RichTextNode): boolean {
  return ['paragraph', 'heading', 'codeBlock'].includes(node.type)
}

/** What the HTML of a rich text needs to know: where an object's bytes are. */
export interface RichTextOptions {
  imageAddress(object: string, name: string): string
}

/** A rich text as HTML; everything that people wrote is escaped, links that leave the site say so. */
export function richTextHtml(node: RichTextNode, options: RichTextOptions): string {
  if (node.type === 'text')
    return (node.marks ?? []).reduce((html, mark) => marked(html, mark), escapeText(node.text ?? ''))
  const inner = () => (node.content ?? []).map(child => richTextHtml(child, options)).join('')
  switch (node.type) {
    case 'paragraph':
      return `<p>${inner()}</p>`
    case 'heading':
      return `<h${node.attrs?.level}>${inner()}</h${node.attrs?.level}>`
    case 'bulletList':
      return `<ul>${inner()}</ul>`
    case 'orderedList':
      return `<ol>${inner()}</ol>`
    case 'listItem':
      return `<li>${inner()}</li>`
    case 'blockquote':
      return `<blockquote>${inner()}</blockquote>`
    case 'codeBlock':
      return `<pre><code>${inner()}</code></pre>`
    case 'horizontalRule':
      return '<hr>'
    case 'hardBreak':
      return '<br>'
    case 'image':
      return image(node.attrs ?? {}, options)
    default:
      return inner()
  }
}

function image(attrs: Record<string, unknown>, options: RichTextOptions): string {
  const address = options.imageAddress(String(attrs.object), String(attrs.name))
  const dimension = (name: 'width' | 'height') => (attrs[name] ? ` ${name}="${Number(attrs[name])}"` : '')
  return `<img src="${escapeText(address)}" alt="${escapeText(String(attrs.alt))}"${dimension('width')}${dimension('height')} loading="lazy">`
}

const tags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
}

function marked(html: string, mark: { type: string; attrs?: Record<string, unknown> }): string {
  if (mark.type !== 'link') return `<${tags[mark.type]}>${html}</${tags[mark.type]}>`
  const href = String(mark.attrs?.href)
  const outside = /^https?:/i.test(href) ? ' rel="noopener"' : ''
  return `<a href="${escapeText(href)}"${outside}>${html}</a>`
}

/** Text as it may stand in HTML, also inside an attribute. */
export function escapeText(value: string): string {
  return value.replace(/[&<>"']/g, character => entities[character] ?? character)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The objects of the pictures in a rich text. */
export function richTextObjects(node: RichTextNode): string[] {
  const own = node.type === 'image' ? [String(node.attrs?.object)] : []
  return [...own, ...(node.content ?? []).flatMap(richTextObjects)]
}
