import { parseArgs } from 'node:util'
import { type Text, text } from '@helder/words'
import { OperatorError } from '../core/errors.ts'
import { say } from './terminal.ts'

/** One thing that the command line does. */
export interface Command {
  /** As it is typed behind `helder`: `user add`, or `backup`. */
  name: string
  about: Text
  /** What is given by its place, in order, such as `<folder>`: all of it is needed. */
  takes?: string[]
  options?: Record<string, Option>
  run(given: Given): Promise<void>
}

/** Something given by its name: `--role owner`, or `--publish` where it takes no value. */
export interface Option {
  /** The value as help shows it, such as `<slug>`; without it the option is there or not. */
  takes?: string
  needed?: true
  about: Text
}

/** What was typed behind the name of a command. */
export interface Given {
  /** What was given by its place. */
  words: string[]
  /** The value of an option. */
  option(name: string): string | undefined
  /** The value of an option that is needed. */
  needed(name: string): string
  has(name: string): boolean
}

/** Commands that go together, as help lists them. */
export interface Group {
  about: Text
  commands(): Promise<Command[]>
}

/** Finds the command that is meant and runs it; refuses what it does not know, with how it is used. */
export async function runGroup(name: string, group: Group, args: string[]): Promise<void> {
  const commands = await group.commands()
  const verb = `${name} ${args[0] ?? ''}`
  const alone = commands.find(command => command.name === name)
  const command = alone ?? commands.find(candidate => candidate.name === verb)
  if (command === undefined) throw misused(args[0] === undefined ? whichOne : unknownVerb(verb), commands)
  await command.run(readGiven(command, args.slice(alone ? 0 : 1)))
}

const whichOne = text('Wat wil je doen?', 'What do you want to do?')
const unknownVerb = (verb: string) => text(`‘${verb}’ is geen opdracht.`, `‘${verb}’ is no command.`)

function readGiven(command: Command, args: string[]): Given {
  const options = command.options ?? {}
  const { tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { takes }]) => [name, { type: takes ? 'string' : 'boolean' }]),
    ),
  })
  const values = new Map<string, string>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind === 'option') values.set(token.name, readOption(command, token))
  }
  refuseOtherWords(command, words)
  for (const [name, option] of Object.entries(options)) {
    if (option.needed && !values.has(name)) throw misused(missing(`--${name}`), [command])
  }
  return {
    words,
    option: name => values.get(name),
    needed: name => values.get(name) ?? '',
    has: name => values.has(name),
  }
}

function readOption(
  command: Command,
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
): string {
  const option = command.options?.[name]
  if (option === undefined) throw misused(unknownOption(rawName), [command])
  // An option that is followed by another has no value of its own.
  const given = value?.startsWith('--') ? undefined : value
  if (option.takes !== undefined && !given) throw misused(lacksValue(rawName, option.takes), [command])
  if (option.takes === undefined && value !== undefined) throw misused(takesNothing(rawName), [command])
  return given ?? ''
}

function refuseOtherWords(command: Command, words: string[]): void {
  const { takes = [] } = command
  const left = takes[words.length]
  if (left !== undefined) throw misused(missing(left), [command])
  const tooMuch = words[takes.length]
  if (tooMuch !== undefined) throw misused(notUnderstood(tooMuch), [command])
}

const missing = (what: string) => text(`${what} ontbreekt.`, `${what} is missing.`)
const unknownOption = (name: string) => text(`Onbekende optie ${name}.`, `Unknown option ${name}.`)
const lacksValue = (name: string, takes: string) =>
  text(`Achter ${name} hoort ${takes}.`, `${name} needs ${takes} behind it.`)
const takesNothing = (name: string) => text(`Achter ${name} hoort niets.`, `${name} takes nothing behind it.`)
const notUnderstood = (word: string) =>
  text(`‘${word}’ hoort hier niet bij.`, `‘${word}’ does not belong here.`)

/** Refuses what was typed, and shows what can be. */
export function misused(why: Text, commands: Command[]): OperatorError {
  const lines = commands.map(command => `  ${usageOf(command)}`).join('\n')
  return new OperatorError(text(`${why.nl}\n\nGebruik:\n${lines}`, `${why.en}\n\nUsage:\n${lines}`))
}

/** A command on one line, as it is typed. */
function usageOf({ name, takes = [], options = {} }: Command): string {
  const shown = Object.entries(options).map(([option, { takes: value, needed }]) => {
    const both = value === undefined ? `--${option}` : `--${option} ${value}`
    return needed ? both : `[${both}]`
  })
  return ['helder', name, ...takes, ...shown].join(' ')
}

/** All that can be done, on one screen. */
export function helpOfAll(groups: Record<string, Group>): string {
  const names = Object.entries(groups).map(([name, { about }]) => `  ${name.padEnd(12)}${say(about)}`)
  return [
    say(text('Gebruik: npx helder <opdracht>', 'Usage: npx helder <command>')),
    '',
    ...names,
    '',
    say(text('Meer over een opdracht: npx helder help user.', 'More about a command: npx helder help user.')),
    say(
      text(
        'Instellingen komen uit de omgeving, zoals HELDER_DATA; zie docs/configuration.md.',
        'Settings come from the environment, such as HELDER_DATA; see docs/configuration.md.',
      ),
    ),
  ].join('\n')
}

/** What a group of commands can do, with each option. */
export async function helpOf(group: Group): Promise<string> {
  const commands = await group.commands()
  return [`${say(group.about)}.`, ...commands.map(helpOfOne)].join('\n\n')
}

function helpOfOne(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, { takes, about }]) => {
    const shown = `--${name}${takes === undefined ? '' : ` ${takes}`}`
    return `      ${shown.padEnd(24)}${say(about)}`
  })
  return [`  ${usageOf(command)}`, `      ${say(command.about)}`, ...options].join('\n')
}
