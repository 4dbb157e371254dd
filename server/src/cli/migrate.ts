import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@helder/words'
import pg from 'pg'
import { projectFolder, readConfig } from '../core/config.ts'
import { describeCatalogue, describeTypes, readCatalogue } from '../core/data/catalogue.ts'
import { joinInstance } from '../core/instance.ts'
import { print, say } from './terminal.ts'

/** `helder migrate`: brings the database up to date; `--describe` writes down what it then looks like. */
export async function migrate(args: string[]): Promise<void> {
  const config = readConfig(process.env)
  const instance = await joinInstance(config)
  try {
    if (args.includes('--describe')) await describe(instance.connections.owner)
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
