import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeCatalogue, describeTypes, readCatalogue } from '../../server/src/core/data/catalogue.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await openWorld()
  owner = await world.ownerClient()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

const files = { 'db/schema.sql': describeCatalogue, 'server/src/core/data/tables.ts': describeTypes }

async function outOfDate(): Promise<string[]> {
  const catalogue = await readCatalogue(owner)
  return Object.entries(files).flatMap(([file, write]) =>
    readFileSync(file, 'utf8') === write(catalogue) ? [] : [file],
  )
}

describe('what is written down of the schema', () => {
  it('is what the migrations make; if not, run `npm run describe`', async () => {
    expect(await outOfDate()).toEqual([])
  })

  it('is seen to be out of date when a migration adds something', async () => {
    await owner.query('begin; alter table mail.messages add column planted text')
    expect(await outOfDate()).toEqual(Object.keys(files))
    await owner.query('rollback')
  })
})
