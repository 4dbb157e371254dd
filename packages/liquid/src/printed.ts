import { escapeText } from '@helder/fields'
import { Drop } from 'liquidjs'

/** A value that prints in a way of its own, and compares as something else. */
export abstract class Printed extends Drop {
  constructor() {
    super()
    Object.defineProperty(this, 'constructor', { value: undefined })
  }

  /** What `{{ value }}` puts on the page. */
  abstract print(): string
  /** What comparisons and filters see. */
  abstract override valueOf(): string | number
}

// liquidjs lets a template reach whatever the prototype of a drop has; ours has nothing to reach.
for (const name of Object.getOwnPropertyNames(Object.prototype)) {
  if (name !== 'valueOf') Object.defineProperty(Printed.prototype, name, { value: undefined })
}

/** HTML that is safe to print as it is. */
export class SafeHtml extends Printed {
  readonly html: string

  constructor(html: string) {
    super()
    this.html = html
  }

  override print(): string {
    return this.html
  }

  override valueOf(): string {
    return this.html
  }

  override liquidMethodMissing(key: string): unknown {
    return key === 'size' ? this.html.length : undefined
  }
}

/** A value as it stands on a page: escaped, unless it is known to be safe. */
export function printed(value: unknown): string {
  if (value instanceof Printed) return value.print()
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(printed).join('')
  if (typeof value === 'object') return value instanceof Drop ? escapeText(String(value.valueOf())) : ''
  return escapeText(String(value))
}

/** An object for templates: only what is put in it can be reached, and each part is made when it is asked for. */
export function facts(parts: Record<string, () => unknown>): object {
  const target = Object.create(null) as object
  for (const [key, make] of Object.entries(parts)) {
    Object.defineProperty(target, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make()
        Object.defineProperty(target, key, { value, enumerable: true })
        return value
      },
    })
  }
  return target
}
