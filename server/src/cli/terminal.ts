import type { Language, Text } from '@helder/words'
import { OperatorError, Refusal } from '../core/errors.ts'

/** The language of the terminal: Dutch where its settings say so, else English. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.startsWith('nl') ? 'nl' : 'en'
}

/** Says a text in the language of the terminal. */
export function say(message: Text): string {
  return message[terminalLanguage()]
}

/** Prints a line for people. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/**
 * Shows what is being done: what, and how far. On a screen that is one line that is written over, until null ends it;
 * in a log only each new thing that is done gets a line.
 */
export function showProgress(): (what: string | null, how?: string) => void {
  const screen = process.stdout.isTTY
  let last: string | null = null
  return (what, how = '') => {
    if (screen) process.stdout.write(`\r\u001b[2K${what === null ? '' : `${what} ${how}`}`)
    else if (what !== null && what !== last) print(what)
    last = what
  }
}

/** Runs a command; a mistake of the operator ends in its sentence, a bug in its stack. Gives the exit code. */
export async function orExplain(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof OperatorError || error instanceof Refusal)) throw error
    process.stderr.write(`${say(error.text)}\n`)
    return 1
  }
}

/** Prints rows below each other in columns, under their names. */
export function printTable(head: string[], rows: string[][]): void {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map(row => (row[column] ?? '').length)))
  for (const row of all)
    print(
      row
        .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2))
        .join('')
        .trimEnd(),
    )
}
