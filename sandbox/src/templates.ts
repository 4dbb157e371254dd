import { parseTemplate, type Template } from '@helder/liquid'

// Parsed templates by their path and content: two sites with the same file share it, and a preview after a change
// parses only what changed.
const parsed = new Map<string, Template>()
let keptChars = 0
const mostChars = 20_000_000
const sizes = new Map<string, number>()

/** A template, parsed once for as long as there is room. Throws a TemplateFault. */
export async function templateOf(
  path: string,
  sha: string,
  read: (sha: string) => Promise<string>,
): Promise<Template> {
  const key = `${sha} ${path}`
  const known = parsed.get(key)
  if (known) {
    // Put at the end again: what is longest unused goes first.
    parsed.delete(key)
    parsed.set(key, known)
    return known
  }
  const source = await read(sha)
  const template = parseTemplate(path, source)
  keep(key, template, source.length)
  return template
}

function keep(key: string, template: Template, chars: number): void {
  parsed.set(key, template)
  sizes.set(key, chars)
  keptChars += chars
  for (const oldest of parsed.keys()) {
    if (keptChars <= mostChars) return
    parsed.delete(oldest)
    keptChars -= sizes.get(oldest) ?? 0
    sizes.delete(oldest)
  }
}
