import { text } from '@helder/words'
import { orExplain, print, say } from './cli/terminal.ts'
import { OperatorError } from './core/errors.ts'

interface Command {
  usage: string
  about: { nl: string; en: string }
  run(args: string[]): Promise<void>
}

// Each command is loaded when it is asked for, so that `start` loads no more than it needs.
const commands: Record<string, Command> = {
  start: {
    usage: 'start',
    about: text('Start Helder; stoppen met Ctrl C', 'Start Helder; stop with Ctrl C'),
    run: async () => (await import('./cli/start.ts')).start(),
  },
  migrate: {
    usage: 'migrate [--describe]',
    about: text('Breng de database bij', 'Bring the database up to date'),
    run: async args => (await import('./cli/migrate.ts')).migrate(args),
  },
  site: {
    usage: 'site push <folder> [--site s] [--publish]',
    about: text(
      'Zet een map in een website; met HELDER_URL en HELDER_TOKEN elders',
      'Put a folder in a website; with HELDER_URL and HELDER_TOKEN elsewhere',
    ),
    run: async args => (await import('./cli/site.ts')).site(args),
  },
  backup: {
    usage: 'backup',
    about: text('Maak nu een reservekopie', 'Make a backup now'),
    run: async () => (await import('./cli/backup.ts')).backup(),
  },
  restore: {
    usage: 'restore --at <moment>|latest, --list',
    about: text('Zet alles terug zoals het was', 'Put everything back as it was'),
    run: async args => (await import('./cli/restore.ts')).restore(args),
  },
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, about }) => `  ${usage.padEnd(44)} ${say(about)}`)
  return [
    say(text('Gebruik: npx helder <opdracht>', 'Usage: npx helder <command>')),
    '',
    ...lines,
    '',
    say(
      text(
        'Instellingen komen uit de omgeving; zie docs/configuration.md.',
        'Settings come from the environment; see docs/configuration.md.',
      ),
    ),
  ].join('\n')
}

async function main([name = 'help', ...args]: string[]): Promise<void> {
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) return print(help())
  const command = commands[name]
  if (command === undefined) {
    throw new OperatorError(
      text(`'${name}' is geen opdracht.\n\n${help()}`, `'${name}' is no command.\n\n${help()}`),
    )
  }
  await command.run(args)
}

process.exitCode = await orExplain(() => main(process.argv.slice(2)))
