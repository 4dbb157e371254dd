// Writes db/schema.sql and the types of the tables anew, from the migrations, in a throwaway database.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'helder-describe-'))
process.env.HELDER_DATA = folder
process.argv.splice(2, process.argv.length, 'server/src/main.ts', 'migrate', '--describe')
try {
  await import('./run.mjs')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
