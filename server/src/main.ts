import { text } from '@helder/words'
import { type Group, helpOf, helpOfAll, runGroup } from './cli/command.ts'
import { orExplain, print } from './cli/terminal.ts'
import { OperatorError } from './core/errors.ts'

// Each group is loaded when it is asked for, so that `start` loads no more than it needs.
const groups: Record<string, Group> = {
  start: {
    about: text('Start Helder; stoppen met Ctrl C', 'Start Helder; stop with Ctrl C'),
    commands: async () => (await import('./cli/start.ts')).commands,
  },
  migrate: {
    about: text('Breng de database bij', 'Bring the database up to date'),
    commands: async () => (await import('./cli/migrate.ts')).commands,
  },
  seed: {
    about: text('Maak de demo', 'Make the demo'),
    commands: async () => (await import('./cli/seed.ts')).commands,
  },
  user: {
    about: text('Mensen die in de studio werken', 'People who work in the studio'),
    commands: async () => (await import('./cli/user.ts')).commands,
  },
  token: {
    about: text('Sleutels voor programma’s', 'Keys for programs'),
    commands: async () => (await import('./cli/token.ts')).commands,
  },
  workspace: {
    about: text('Werkruimtes van klanten', 'Workspaces of clients'),
    commands: async () => (await import('./cli/workspace.ts')).commands,
  },
  site: {
    about: text('Zet een map in een website', 'Put a folder in a website'),
    commands: async () => (await import('./cli/site.ts')).commands,
  },
  answers: {
    about: text('Kijk antwoorden na, regel voor regel', 'Mark answers, line by line'),
    commands: async () => (await import('./cli/answers.ts')).commands,
  },
  backup: {
    about: text('Maak nu een reservekopie', 'Make a backup now'),
    commands: async () => (await import('./cli/backup.ts')).commands,
  },
  restore: {
    about: text('Zet alles terug zoals het was', 'Put everything back as it was'),
    commands: async () => (await import('./cli/restore.ts')).commands,
  },
  doctor: {
    about: text('Kijk of alles in orde is', 'See whether all is well'),
    commands: async () => (await import('./cli/doctor.ts')).commands,
  },
}

function groupOf(name: string): Group {
  const group = Object.hasOwn(groups, name) ? groups[name] : undefined
  if (group !== undefined) return group
  const known = helpOfAll(groups)
  throw new OperatorError(
    text(`‘${name}’ is geen opdracht.\n\n${known}`, `‘${name}’ is no command.\n\n${known}`),
  )
}

async function main([name = 'help', ...args]: string[]): Promise<void> {
  const isHelp = (word: string) => word === '--help' || word === '-h'
  const asked = name === 'help' || isHelp(name) ? args[0] : args.some(isHelp) ? name : null
  if (asked === null) await runGroup(name, groupOf(name), args)
  else print(asked === undefined ? helpOfAll(groups) : await helpOf(groupOf(asked)))
}

// Whoever reads what is printed may stop reading, as `head` does; that ends nothing.
process.stdout.on('error', error => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
})
process.exitCode = await orExplain(() => main(process.argv.slice(2)))
