import { field } from '@helder/fields'

const longest = 40

// Some names mean something to templates already; the rule for a field knows which.
function isAllowed(key: string): boolean {
  return field.safeParse({ key, type: 'boolean', label: { nl: key } }).success
}

/** A key for templates and exports, made of what people call it: `Naam van je kind` is `naamVanJeKind`. */
export function keyFrom(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    // A letter with a hyphen is part of the word that follows: e-mail.
    .replace(/\b([a-zA-Z])-/g, '$1')
    .replace(/[^a-zA-Z0-9]+/g, ' ')
    .trim()
  const camel = plain
    .split(' ')
    .map((word, at) =>
      at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .replace(/^\d+/, '')
    .slice(0, longest - 3)
  const base = camel === '' ? 'field' : camel.charAt(0).toLowerCase() + camel.slice(1)
  const isFree = (key: string) => !taken.has(key) && isAllowed(key)
  if (isFree(base)) return base
  for (let number = 2; ; number++) if (isFree(`${base}${number}`)) return `${base}${number}`
}
