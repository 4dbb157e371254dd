import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationPage } from '../test/laws/configuration.ts'

writeFileSync(join(process.cwd(), 'docs/configuration.md'), configurationPage())
