import { z } from 'zod'
import { settings } from '../../server/src/core/config.ts'

/** A setting as the program states it. */
export interface Stated {
  schema: z.ZodType
  about: string
}

/** The page of docs about settings, made from the settings themselves. */
export function configurationPage(stated: Record<string, Stated> = settings): string {
  const rows = Object.entries(stated).map(([name, { schema, about }]) => [
    `\`${name}\``,
    valuesOf(schema),
    defaultOf(schema),
    about,
  ])
  return `# Configuration

Settings come from the environment. Helder checks them when it starts and says in a sentence what is not right. This page is made by \`npm run describe\` from the settings themselves; never edit it by hand.

${table(['setting', 'values', 'default', 'what it does'], rows)}
## Where things lie

Everything that Helder keeps is in \`HELDER_DATA\`, unless another setting says otherwise. Three folders are worth a place of their own:

- \`HELDER_KEYS\`: whoever has the keys and the backups can read the backups. Keep them apart, and keep a copy of the keys.
- \`HELDER_LEDGER\`: the ledger of erasures, by which people who were erased stay erased after a restore. It is in no backup. Name a second folder after a comma, on another disk, for a copy that is kept equal.
- \`HELDER_BACKUPS\`: backups are of use when they survive the disk that the data is on.
`
}

function valuesOf(schema: z.ZodType): string {
  const {
    enum: choices,
    type,
    pattern,
    minimum,
    maximum,
  } = z.toJSONSchema(schema, { io: 'output' }) as {
    enum?: string[]
    type?: string
    pattern?: string
    minimum?: number
    maximum?: number
  }
  if (choices) return choices.map(choice => `\`${choice}\``).join(', ')
  if (type === 'integer') return `${minimum} to ${maximum}`
  return pattern?.startsWith('^smtp')
    ? 'an address'
    : pattern?.startsWith('^postgres')
      ? 'an address'
      : 'text'
}

function defaultOf(schema: z.ZodType): string {
  const standard = schema.safeParse(undefined).data
  return standard === undefined ? '' : `\`${standard}\``
}

// As biome and prettier write tables: every column as wide as its widest cell.
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, index) =>
    Math.max(...[head, ...rows].map(row => (row[index] ?? title).length)),
  )
  const line = (cells: string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |\n`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('')
}
