// `npm start`: installs what is missing, builds what is stale, and starts Helder in this very process.
import { buildStale, installPackages, requireNode } from './prepare.mjs'

requireNode()
await installPackages()
await buildStale()
process.argv.splice(2, 0, 'start')
await import('../build/server/main.mjs')
