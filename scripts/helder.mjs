#!/usr/bin/env node
// `npx helder …`: the command line, built first where that is needed.
import { buildStale, installPackages, requireNode } from './prepare.mjs'

requireNode()
await installPackages()
await buildStale()
await import('../build/server/main.mjs')
