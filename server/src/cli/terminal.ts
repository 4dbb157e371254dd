import type { Language, Text } from '@helder/words'
import { openServices } from '../core/app.ts'
import { type Config, readConfig } from '../core/config.ts'
import type { Services } from '../core/ctx.ts'
import { OperatorError, Refusal } from '../core/errors.ts'
import { joinInstance } from '../core/instance.ts'
import { makeLog } from '../core/log.ts'
import { slices } from '../slices.ts'

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

/** The value behind an option: `--at latest` or `--at=latest`. */
export function optionOf(args: string[], name: string): string | undefined {
  const joined = args.find(arg => arg.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const at = args.indexOf(name)
  return at === -1 ? undefined : args[at + 1]
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

/** Runs with the services of this installation, whether or not a server runs on it. */
export async function withServices<T>(work: (services: Services, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const instance = await joinInstance(config)
  try {
    const { services, close } = await openServices({
      config,
      connections: instance.connections,
      slices,
      log: makeLog('warn'),
    })
    try {
      return await work(services, config)
    } finally {
      await close()
    }
  } finally {
    await instance.close()
  }
}
