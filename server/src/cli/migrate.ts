import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@helder/words'
import pg from 'pg'
import { projectFolder, readConfig } from '../core/config.ts'
import { describeCatalogue, describeTypes, readCatalogue } from '../core/data/catalogue.ts'
import { joinInstance } from '../core/instance.ts'
import type { Command, Given } from './command.ts'
import { print, say } from './terminal.ts'

async function migrate(given: Given): Promise<void> {
  const config = readConfig(process.env)
  const instance = await joinInstance(config)
  try {
    if (given.has('describe')) await describe(instance.connections.owner)
    else print(say(text('De database is bij.', 'The database is up to date.')))
  } finally {
    await instance.close()
  }
}

async function describe(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const catalogue = await readCatalogue(client)
    writeFileSync(join(projectFolder, 'db/schema.sql'), describeCatalogue(catalogue))
    writeFileSync(join(projectFolder, 'server/src/core/data/tables.ts'), describeTypes(catalogue))
  } finally {
    await client.end()
  }
}

/** Brings the database up to date; a start does the same. */
export const commands: Command[] = [
  {
    name: 'migrate',
    about: text(
      'Voert de stappen uit die de database nog mist. Starten doet hetzelfde.',
      'Takes the steps that the database still lacks. Starting does the same.',
    ),
    options: {
      describe: {
        about: text(
          'schrijf op hoe de database er dan uitziet, voor wie aan Helder werkt',
          'write down what the database then looks like, for who works on Helder',
        ),
      },
    },
    run: migrate,
  },
]
