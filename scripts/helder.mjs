#!/usr/bin/env node
// `npx helder …`: the command line, built first where that is needed.
import { buildStale, installPackages, requireNode } from './prepare.mjs'

requireNode()
await installPackages()
// Marking answers needs no screens, and its output is for programs.
await buildStale(process.argv[2] === 'answers' ? ['server'] : undefined)
await import('../build/server/main.mjs')
