// `npm run dev`: Helder that follows your changes. The server is built and started anew, the studio changes in place.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { context } from 'esbuild'
import { createServer } from 'vite'
import { nodeOptions, root } from './bundle.mjs'
import { buildStale, installPackages, requireNode, say } from './prepare.mjs'
import { devServer, studioConfig } from './studio.mjs'

requireNode()
await installPackages()
await buildStale()

const port = Number(process.env.PORT || 4000)
const inner = port + 1
const studioHost = process.env.HELDER_STUDIO_HOST || 'studio.localhost'

// Addresses in mails and screens name the port in front; the program itself listens one further on.
const environment = { ...process.env, PORT: String(inner), HELDER_PUBLIC_PORT: String(port) }
let program
let stopping = false
let turn = Promise.resolve()

// One after the other: two builds in a row would otherwise start two programs on one port.
function startAgain() {
  turn = turn.then(stopProgram).then(startProgram)
  return turn
}

function startProgram() {
  if (stopping) return
  program = spawn(process.execPath, [join(root, 'build/server/main.mjs'), 'start'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

function stopProgram() {
  const old = program
  program = undefined
  if (!old || old.exitCode !== null) return Promise.resolve()
  const ended = new Promise(resolve => old.once('exit', resolve))
  old.kill('SIGTERM')
  return ended
}

const restart = {
  name: 'restart',
  setup: build => build.onEnd(({ errors }) => (errors.length === 0 ? startAgain() : undefined)),
}
const entries = [join(root, 'server/src/main.ts')]
const server = await context({
  ...nodeOptions(entries, join(root, 'build/server')),
  outbase: join(root, 'server/src'),
  plugins: [restart],
})
await server.watch()

const vite = await createServer(
  studioConfig({ catalogue: true, logLevel: 'info', server: devServer({ port, inner, studioHost }) }),
)
await vite.listen()
console.log(
  `\n  ${say('Studio, terwijl je werkt', 'Studio, while you work')}  http://${studioHost}:${port}\n`,
)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    stopping = true
    await Promise.all([vite.close(), server.dispose(), stopProgram()])
    process.exit(0)
  })
}
