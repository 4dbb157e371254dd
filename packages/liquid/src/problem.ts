import { type Text, text } from '@helder/words'
import { LiquidError } from 'liquidjs'
import { TemplateFault, type TemplateProblem } from './fault.ts'
import { limits } from './limits.ts'

/** A fault of ours inside a tag or filter, in both languages; the template's own place is added on its way up. */
export class Complaint extends Error {
  readonly text: Text

  constructor(message: Text) {
    super(message.en)
    this.name = 'Complaint'
    this.text = message
  }
}

/** Turns what liquidjs throws into a problem; `lineOf` says on which line of a file its template begins. */
export function problemOf(error: unknown, path: string, lineOf: (path: string) => number): TemplateProblem {
  if (error instanceof TemplateFault) return error.problem
  if (!LiquidError.is(error)) return { path, line: 1, column: 1, message: sentence(error) }
  const { token, originalError } = error as LiquidError & { originalError?: unknown }
  if (originalError instanceof TemplateFault) return originalError.problem
  const [line = 1, column = 1] = token.getPosition()
  const file = token.file ?? path
  return { path: file, line: line + lineOf(file), column, message: sentence(originalError ?? error) }
}

// liquidjs speaks English only; what builders meet daily is said in both languages, the rest is quoted.
function sentence(error: unknown): Text {
  if (error instanceof Complaint) return error.text
  if (error instanceof RangeError) return tooDeep
  const said = firstLine(error instanceof Error ? error.message : String(error))
  for (const [pattern, say] of sayings) {
    const match = pattern.exec(said)
    if (match) return say(match[1] ?? '')
  }
  return text(`Dit klopt niet: ${said}.`, `This is not right: ${said}.`)
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/(, file:.*)?, line:\d+, col:\d+$/, '') ?? ''
}

/** The sentence for blocks within blocks within blocks. */
export const tooDeep = text(
  `De blokken staan te diep in elkaar, meer dan ${limits.nesting}. Zet een deel in een snippet.`,
  `The blocks are nested too deeply, more than ${limits.nesting}. Put a part in a snippet.`,
)

const seconds = limits.renderMs / 1000

const sayings: [RegExp, (found: string) => Text][] = [
  [
    /^template render limit exceeded/,
    () =>
      text(
        `Deze pagina kost meer dan ${seconds} seconden om te maken en is gestopt. Kijk of er een lus in staat die niet ophoudt.`,
        `This page takes more than ${seconds} seconds to make and was stopped. See whether it has a loop that does not end.`,
      ),
  ],
  [
    /^(?:memory alloc|parse length) limit exceeded/,
    () =>
      text(
        'Deze pagina maakt te veel tekst of te lange lijsten en is gestopt.',
        'This page makes too much text or lists that are too long, and was stopped.',
      ),
  ],
  [
    /^tag "?([^"]+?)"? not found/,
    name => text(`De tag {% ${name} %} bestaat hier niet.`, `There is no tag {% ${name} %} here.`),
  ],
  [/^tag (.+) not closed/, tag => text(`${tag} wordt nergens gesloten.`, `${tag} is not closed anywhere.`)],
  [
    /^undefined filter: (.+)/,
    name => text(`Het filter '${name}' bestaat niet.`, `There is no filter '${name}'.`),
  ],
  [
    /^output "?(.+?)"? not closed/,
    output => text(`${output} wordt niet gesloten met }}.`, `${output} is not closed with }}.`),
  ],
]
