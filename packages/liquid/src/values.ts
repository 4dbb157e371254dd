import {
  type BlockKind,
  type ChoiceOption,
  escapeText,
  type Field,
  type FileValue,
  type ImageValue,
  inSiteLanguage,
  isEmpty,
  isObject,
  type RichTextNode,
  richTextHtml,
  richTextPlain,
  said,
  type Values,
} from '@helder/fields'
import { localeOf } from './dates.ts'
import { spokenIn } from './language.ts'
import { facts, Printed } from './printed.ts'

/** What the values of a record need to know of the page that they stand on. */
export interface ValueContext {
  /** The language of the page, and those of the site, the first one being its own. */
  language: string
  languages: readonly string[]
  /** Where the bytes of an object are; asking puts them on the site. */
  mediaAddress(object: string, name: string): string
  /** The record of a collection by its id, when it is on the site. */
  record(collectionKey: string, recordId: string): Promise<object | undefined>
}

/** The values of fields as a template has them, each made when it is asked for. */
export function valueParts(
  fields: readonly Field[],
  values: Values,
  context: ValueContext,
): Record<string, () => unknown> {
  return Object.fromEntries(
    fields.map(field => [
      field.key,
      () => {
        const value = inSiteLanguage(field, values[field.key], context.language, context.languages)
        return isEmpty(value) ? undefined : templateValue(field, value, context)
      },
    ]),
  )
}

// One value as a template has it.
function templateValue(field: Field, value: unknown, context: ValueContext): unknown {
  switch (field.type) {
    case 'richText':
      return new RichTextPrinted(value as RichTextNode, context)
    case 'money':
      return new Money((value as { cents: number }).cents, context.language)
    case 'choice':
      return field.many && Array.isArray(value)
        ? value.map(one => new Choice(field.options, String(one), context.language))
        : new Choice(field.options, String(value), context.language)
    case 'file':
      return fileFacts(value as FileValue, context)
    case 'image':
      return imageFacts(value as ImageValue, context)
    case 'reference':
      return referenceValue(field.collection, value, context)
    case 'list':
      return Array.isArray(value) ? value.map(item => templateValue(field.of, item, context)) : undefined
    case 'group':
      return isObject(value) ? facts(valueParts(field.fields, value, context)) : undefined
    case 'blocks':
      return Array.isArray(value) ? value.flatMap(item => blockFacts(field.blocks, item, context)) : undefined
    default:
      return value
  }
}

function blockFacts(kinds: BlockKind[], item: unknown, context: ValueContext): object[] {
  const kind = isObject(item) ? kinds.find(candidate => candidate.key === item.type) : undefined
  if (!isObject(item) || kind === undefined) return []
  return [facts({ type: () => kind.key, ...valueParts(kind.fields, item, context) })]
}

function referenceValue(collectionKey: string, value: unknown, context: ValueContext): unknown {
  if (!Array.isArray(value)) return context.record(collectionKey, String(value))
  const found = Promise.all(value.map(id => context.record(collectionKey, String(id))))
  return found.then(records => records.filter(record => record !== undefined))
}

function fileFacts(value: FileValue, context: ValueContext): object {
  return facts({
    url: () => context.mediaAddress(value.object, value.name),
    name: () => value.name,
    size: () => value.sizeBytes,
    type: () => value.mediaType,
  })
}

function imageFacts(value: ImageValue, context: ValueContext): object {
  return facts({
    url: () => context.mediaAddress(value.object, value.name),
    name: () => value.name,
    size: () => value.sizeBytes,
    type: () => value.mediaType,
    width: () => value.width,
    height: () => value.height,
    alt: () => value.alt,
  })
}

/** Rich text: prints as HTML, and is plain text to filters that shorten or compare. */
export class RichTextPrinted extends Printed {
  readonly #node: RichTextNode
  readonly #context: Pick<ValueContext, 'mediaAddress'>

  constructor(node: RichTextNode, context: Pick<ValueContext, 'mediaAddress'>) {
    super()
    this.#node = node
    this.#context = context
  }

  override print(): string {
    return richTextHtml(this.#node, {
      imageAddress: (object, name) => this.#context.mediaAddress(object, name),
    })
  }

  override valueOf(): string {
    return richTextPlain(this.#node)
  }

  override liquidMethodMissing(key: string): unknown {
    return key === 'size' ? this.valueOf().length : undefined
  }
}

/** An amount: prints as people write it, and compares as a number of euros. */
export class Money extends Printed {
  readonly cents: number
  readonly #language: string

  constructor(cents: number, language: string) {
    super()
    this.cents = cents
    this.#language = language
  }

  override print(): string {
    return escapeText(writeMoney(this.cents, this.#language))
  }

  override valueOf(): number {
    return this.cents / 100
  }
}

/** Cents as people write an amount in a language. */
export function writeMoney(cents: number, language: string): string {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' })
  return format.format(cents / 100)
}

// A choice: prints its label, and compares as its value.
class Choice extends Printed {
  readonly value: string
  readonly label: string

  constructor(options: ChoiceOption[], value: string, language: string) {
    super()
    const option = options.find(candidate => candidate.value === value)
    this.value = value
    this.label = option ? said(option.label, spokenIn(language)) : value
  }

  override print(): string {
    return escapeText(this.label)
  }

  override valueOf(): string {
    return this.value
  }
}
